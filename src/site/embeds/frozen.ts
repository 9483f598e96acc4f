/**
 * A chart as a release keeps it: `charts/<id>.<language>.json` in the folder of the release, described in `data/README.md`. All that
 * a pinned embed shows stands in it, so that no table, chart or string of today has a say in it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { chartsFolder } from '../../data/versions/drawings.ts';
import { releasesFolder } from '../../data/versions/snapshot.ts';

/** The form of the files. A form that today's reader would misread gets another number, and the reader of this one stays. */
export const FORMAT = 1;

/** In the folder of the charts: the colours that the drawings name, as they were. */
export const coloursFile = 'colours.css';

const texts = z.array(z.string());
const shown = z.object({
  title: z.string(),
  subtitle: z.string(),
  note: z.string(),
  /** How the drawing is read; releases before 2.0.0 said it in the note. */
  reading: z.string().default(''),
  /** What the drawing shows, in sentences. */
  description: texts,
  /** The line under the chart: publishers, last count, project, version. */
  line: z.string(),
  /** The publishers, as the line names them. */
  publishers: z.string(),
  /** Headings of the table. */
  columns: texts,
  /** Cells of the table, as readers see them. */
  cells: z.array(texts),
});

/** What a reader can choose to see alone: the words of the choice, and by row of the table the number of its part, from 0. */
const parts = z.object({ legend: z.string(), all: z.string(), names: texts, rows: z.array(z.int()) });

/** What differs of a drawing that is cut before each `<`: the pieces by their numbers, from 0. */
const pieces = z.record(z.string().regex(/^\d+$/), z.string());

const schema = shown.extend({
  format: z.literal(FORMAT),
  id: z.string(),
  /** Names that the chart had had by then. */
  formerly: texts,
  language: z.string(),
  version: z.string(),
  released: z.string(),
  /** The last day that the drawn rows speak of. */
  as_of: z.object({ date: z.string(), precision: z.string(), text: z.string() }),
  /** Tables that the chart was drawn from. */
  tables: texts,
  /** Documents that it rests on, in the order of use, as in the sources of the release. */
  sources: texts,
  /** By row of the table: numbers of the cells, from 0, that stand to the right, as numbers do. */
  numeric: z.array(z.array(z.int())),
  /** `null` where the chart has no such parts; releases before 3.0.0 do not say. */
  parts: parts.nullable().default(null),
  words: z.object({
    site: z.string(),
    sources: z.string(),
    as_of: z.string(),
    version: z.string(),
    reading: z.string().default(''),
    table: z.string(),
    more: z.string(),
    no_drawing: z.string(),
  }),
  drawings: z.object({ narrow: z.string(), wide: z.string() }),
  /** The same without names of people; `null` where the chart has none. */
  quiet: shown.extend({ drawings: z.object({ narrow: pieces, wide: pieces }) }).nullable(),
  /** The rows for programs, and what the columns of that file mean. The documents stand in the sources of the release. */
  csv: z.string(),
  metadata: z.record(z.string(), z.unknown()),
});

export type FrozenChart = z.output<typeof schema>;
export type FrozenShown = z.output<typeof shown>;

/** The text of the file: a property a line, so that one who compares two of them sees what differs. */
export function frozenText(chart: FrozenChart): string {
  const lines = Object.entries(chart).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

const PIECE = /(?=<)/;

/** What differs between a drawing and its quiet form. Throws where they are not of the same pieces: only words may differ. */
export function piecesOf(drawing: string, quiet: string): Record<string, string> {
  const [open, other] = [drawing.split(PIECE), quiet.split(PIECE)];
  if (open.length !== other.length) throw new RangeError('a drawing and its quiet form differ in more than words');
  return Object.fromEntries(other.flatMap((piece, number) => (piece === open[number] ? [] : [[String(number), piece]])));
}

/** The quiet form of a drawing. */
export function withPieces(drawing: string, pieces: Readonly<Record<string, string>>): string {
  return drawing
    .split(PIECE)
    .map((piece, number) => pieces[number] ?? piece)
    .join('');
}

/** The charts of a release in a language, by their names of that day. Throws where a file is not of the form, naming it. */
export function readFrozen(root: string, version: string, tag: string): ReadonlyMap<string, FrozenChart> {
  const place = `data/${releasesFolder}/${version}/${chartsFolder}`;
  const folder = join(root, place);
  const end = `.${tag}.json`;
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(end)) : [];
  return new Map(
    names.sort().map((name) => {
      const chart = parseFrozen(`${place}/${name}`, readFileSync(join(folder, name), 'utf8'));
      return [chart.id, chart];
    }),
  );
}

/** Throws RangeError when the text is not of the form, or belongs to another chart than its name says. */
export function parseFrozen(file: string, text: string): FrozenChart {
  const result = schema.safeParse(JSON.parse(text));
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new RangeError(`${file}: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { id, language, version } = result.data;
  const is = file.split('/').slice(-3);
  if (is[2] !== `${id}.${language}.json` || is[0] !== version)
    throw new RangeError(`${file}: expected the chart that the file is named after, found ${id}.${language}.json of ${version}`);
  return result.data;
}
