import { releases as releasesTable } from '../data/tables/releases.ts';
import { votes } from './kit/annotations.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dotBlock, dotPattern, dots } from './kit/dots.ts';
import { element, sheet } from './kit/elements.ts';
import { gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { shortDay } from './kit/months.ts';
import { ink, muted, paper, rule } from './kit/palette.ts';
import { by, datedOf, preferred } from './kit/tables.ts';
import type { Words } from './kit/words.ts';

/** Forms of release by which people are taken out of the country. */
const ABROAD: readonly string[] = ['expulsion', 'exchange'];

interface WaveRow extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly released: number;
  readonly qualifier: string;
  readonly political: number | null;
  readonly form: string;
  readonly mediators: readonly string[];
  readonly counter: string;
  readonly digest: boolean;
  readonly votes: readonly string[];
}

/** The waves of release: an open ring a person; the rings of those taken out of the country leave the frame. */
export const releases = defineChart<WaveRow>({
  id: 'releases',
  tables: ['releases', 'presidential-results'],
  height: { narrow: 850, wide: 810 },
  rows: ({ data }) =>
    preferred(data, releasesTable)
      .map((row) => ({
        date: row.date,
        precision: row.date_precision,
        released: row.released,
        qualifier: row.qualifier,
        political: row.political,
        form: row.form,
        mediators: row.mediated_by?.split('; ') ?? [],
        counter: row.counted_by,
        digest: row.reported_in === 'digest',
        votes: votes(data),
        sources: [row.source_id],
        until: datedOf(row),
      }))
      .sort(by((row) => row.date)),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-released', cell: (row) => number(row.released, row.qualifier) },
    { key: 'column-political', cell: (row): Cell => (row.political === null ? label('not-stated') : number(row.political)) },
    { key: 'column-form', cell: (row) => label(`form-${row.form}`) },
    { key: 'column-mediated-by', cell: (row) => plain(row.mediators.join(', ')) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
    { key: 'column-reported-in', cell: (row) => label(row.digest ? 'in-digest' : 'in-report') },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const cell = frame.narrow ? 5.5 : 8;
    const widest = frame.narrow ? 37 : 50;
    const start = frame.narrow ? 90 : 104;
    const known = dotPattern(frame, 'ring', cell, { stroke: ink });
    const digest = dotPattern(frame, 'ring-digest', cell, { stroke: muted });
    svg.append(element(frame, 'defs', {}, known.definition, digest.definition));
    const write = (content: string, x: number, y: number, attributes: Record<string, string | number> = {}): void => {
      const middle = { x, y, dy: '0.35em', fill: ink, ...attributes };
      svg.append(element(frame, 'text', middle, content));
    };
    const { lanes, bottom } = layOut(rows, cell, widest);
    const step = (frame.height - bottom) / lanes.length;
    let top = 0;
    for (const lane of lanes) {
      const height = lane.height + step;
      const middle = top + height / 2;
      if (lane.kind === 'heading') {
        svg.append(element(frame, 'path', { d: `M0,${top + 5}H${frame.width}`, stroke: rule }));
        write(frame.words.label(lane.key, { year: lane.year }), 0, middle + 3, { 'font-weight': 600 });
        if (lane.key === 'heading-first')
          write(frame.words.label('abroad'), frame.width, middle + 3, { 'text-anchor': 'end', fill: muted });
      } else if (lane.kind === 'vote') {
        svg.append(element(frame, 'path', { d: `M0,${middle}H${frame.width}`, stroke: muted, 'stroke-dasharray': '2 3' }));
        const halo = { stroke: paper, 'stroke-width': 8, 'paint-order': 'stroke' };
        write(frame.words.label('election', { year: lane.year }), frame.width / 2, middle, {
          'text-anchor': 'middle',
          fill: muted,
          ...halo,
        });
      } else {
        const { row, block } = lane;
        const pattern = row.digest ? digest : known;
        const attributes = { 'data-row': rows.indexOf(row) };
        const y = middle - (block.rows * cell) / 2;
        const first = block.rows > 1 ? y + cell : middle;
        write(shortDay(row.date, row.precision, frame.words.locale), 0, first, { fill: muted });
        write(frame.words.number(row.released, row.qualifier), start - 12, first, { 'text-anchor': 'end', 'font-weight': 600 });
        const how = howFreed(row, frame);
        const width = block.columns * cell;
        if (ABROAD.includes(row.form)) {
          svg.append(
            dots(frame, pattern, row.released, { x: frame.width - width + cell / 2, y, widest, flush: 'right', cut: cell / 2 }, attributes),
          );
          write(how, start, first, { fill: muted });
        } else {
          svg.append(dots(frame, pattern, row.released, { x: start, y, widest }, attributes));
          write(how, start + width + 8, first, { fill: muted });
        }
      }
      top += height;
    }
    return svg;
  },
  describe: (rows, words) => {
    const reported = rows.filter(({ digest }) => !digest);
    const digests = rows.filter(({ digest }) => digest);
    const since = reported.filter((row) => row.date >= '2024-07-01');
    const sorted = [...reported].sort((a, b) => b.released - a.released);
    const [first] = since;
    const last = reported.at(-1);
    const [most, second] = sorted;
    if (!first || !last || !most || !second) throw new RangeError('no waves to describe');
    const wave = (row: WaveRow): string =>
      words.sentence('wave', { value: words.number(row.released, row.qualifier), date: words.date(row.date, row.precision) });
    const abroad = reported.filter(({ form }) => ABROAD.includes(form));
    return [
      words.sentence('range', {
        count: words.number(since.length),
        ...gapsOf({ first, last }, { date: (row) => words.date(row.date, row.precision) }),
      }),
      words.sentence('extremes', { highest: wave(most), second: wave(second) }),
      words.sentence('abroad', { list: words.locale.list(abroad.map(wave)) }),
      ...(digests.length > 0 ? [words.sentence('digests', { list: words.locale.list(digests.map(wave)) })] : []),
      words.sentence('political', {
        'stated-count': words.number(rows.filter(({ political }) => political !== null).length),
        'all-count': words.number(rows.length),
      }),
    ];
  },
});

type Lane =
  | { readonly kind: 'heading'; readonly key: string; readonly year: string; readonly height: number }
  | { readonly kind: 'vote'; readonly year: string; readonly height: number }
  | { readonly kind: 'wave'; readonly row: WaveRow; readonly block: ReturnType<typeof dotBlock>; readonly height: number };

/** A lane a wave, a heading a year, the digests under one of their own, and the votes in their place. */
function layOut(rows: readonly WaveRow[], cell: number, widest: number): { lanes: Lane[]; bottom: number } {
  const lanes: Lane[] = [];
  let before: WaveRow | null = null;
  for (const row of rows) {
    const year = row.date.slice(0, 4);
    if (!before) lanes.push({ kind: 'heading', key: 'heading-first', year, height: 24 });
    else if (row.digest && !before.digest) lanes.push({ kind: 'heading', key: 'heading-digests', year, height: 24 });
    else if (before.date.slice(0, 4) !== year) lanes.push({ kind: 'heading', key: 'heading', year, height: 24 });
    const previous = before?.date ?? row.date;
    for (const vote of row.votes.filter((day) => day > previous && day <= row.date))
      lanes.push({ kind: 'vote', year: vote.slice(0, 4), height: 16 });
    const block = dotBlock(row.released, widest);
    lanes.push({ kind: 'wave', row, block, height: Math.max(15, block.rows * cell + 6) });
    before = row;
  }
  return { lanes, bottom: lanes.reduce((sum, { height }) => sum + height, 0) };
}

/** The form, and who mediated. Where there is little room, the place of the rings alone says that they were taken abroad. */
function howFreed(row: WaveRow, frame: Frame): string {
  const { words } = frame;
  const form = words.label(`form-${row.form}`);
  if (row.mediators.length === 0) return form;
  const by = mediators(row, words);
  if (!frame.narrow) return words.label('mediated', { form, by });
  return row.form === 'expulsion' ? by : words.label('mediated-short', { form, by });
}

/** Mediators whose names have a short form among the chart's labels. */
const shortNames: Readonly<Record<string, string>> = { 'United States': 'united-states', 'European Union': 'european-union' };

function mediators(row: WaveRow, words: Words): string {
  return row.mediators
    .map((name) => {
      const short = shortNames[name];
      return short === undefined ? name : words.label(short);
    })
    .join(', ');
}
