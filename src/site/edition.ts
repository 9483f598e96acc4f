/** One language of the site: data, figures, charts and story, read once and checked together. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Chart } from '../charts/kit/chart.ts';
import { readWords } from '../charts/kit/words.ts';
import { checkNames } from '../charts/names.ts';
import { openingCounts } from '../charts/opening/counts.ts';
import { charts } from '../charts/registry.ts';
import { type RenderedChart, renderChart } from '../charts/render.ts';
import { type Erratum, readErrata } from '../data/errata.ts';
import { type DataPackage, loadPackage } from '../data/package.ts';
import { type Problem, ProblemsError } from '../data/problem.ts';
import type { RowOf } from '../data/table.ts';
import { counters } from '../data/tables/counters.ts';
import { sources } from '../data/tables/sources.ts';
import { readText, tryText } from '../data/text-file.ts';
import { changesSinceRelease, versionWith } from '../data/versions/ahead.ts';
import { asInTables, type DataWords, readDataWords } from '../figures/data-words.ts';
import { type Figures, loadFigures } from '../figures/figures.ts';
import type { Locale } from '../figures/locales/locale.ts';
import { localeOf } from '../figures/locales/locales.ts';
import { unusedFigures } from '../figures/unused.ts';
import { bareNumbersOf } from '../story/bare-numbers.ts';
import { loadStory, type Story } from '../story/story.ts';
import { firstLanguage } from './languages.ts';
import { sharedByPages } from './shared.ts';
import { stringsOf } from './strings/all.ts';
import type { Strings } from './strings/strings.ts';

export type Source = RowOf<typeof sources.fields>;

/** The data package that the site is made from. */
export interface Release {
  /** `1.2.0`, or `1.2.0+5` where 5 changes are in no release. */
  readonly version: string;
  /** The same for readers: `1.2.0 and 5 later changes`. */
  readonly words: string;
  readonly modified: string;
  /** Where the project is published, and where it is kept; absent as long as `package.yml` does not say. */
  readonly homepage?: string | undefined;
  readonly repository?: string | undefined;
}

export interface Edition {
  readonly locale: Locale;
  /** What the tables say, in the language. */
  readonly dataWords: DataWords;
  readonly strings: Strings;
  readonly data: DataPackage;
  readonly figures: Figures;
  readonly charts: ReadonlyMap<string, RenderedChart>;
  readonly story: Story;
  readonly sources: ReadonlyMap<string, Source>;
  readonly release: Release;
  /** Our own mistakes, as far as they were found. */
  readonly errata: readonly Erratum[];
  /** `data/CHANGELOG.md`. */
  readonly changelog: string;
}

/**
 * Reads everything that an edition is made of, from the project's folder. Throws ProblemsError with the
 * faults of data, figures, chart strings and chapters; a later stage is looked at only when the earlier
 * ones are sound, since its faults would be theirs. What all languages share is taken from `first`, the
 * edition of the first language, which is read where it is not given.
 */
export function loadEdition(root: string, tag: string, first: Edition | null = null): Edition {
  const locale = localeOf(tag);
  const strings = stringsOf(tag);
  const base = tag === firstLanguage ? null : (first ?? loadEdition(root, firstLanguage));
  const { problems: told, ...shared } = base ? { ...base, problems: [] } : readShared(root);
  const { data, figures, sources } = shared;
  const dataWords = base === null ? asInTables : readDataWords(root, tag, data);

  const problems: Problem[] = [...told];
  const rendered = collect(problems, () => renderAll(root, { locale, data, figures, dataWords }));
  // Steps of the story ask for rows of charts, so chapters are read when the charts are sound.
  if (!rendered) throw new ProblemsError(problems);
  // They name rows by the words of the first language, so that they are the same in each.
  const chartRows = new Map(
    [...(base?.charts ?? rendered)].map(([id, { rows }]) => [
      id,
      rows.map(({ iso, cells }) => ({ iso, text: cells.map(({ text }) => text).join(' ') })),
    ]),
  );
  const story = collect(problems, () =>
    loadStory(join(root, 'content', tag), `content/${tag}`, {
      locale,
      figures,
      charts: chartRows,
      counted: new Map(
        openingCounts(data).map(({ date, value, freed, added }) => [
          date,
          { held: value, freed: freed?.value ?? 0, added: added?.value ?? 0 },
        ]),
      ),
      sourceIds: new Set(sources.keys()),
      names: namesWithDigits(data, dataWords),
      words: { note: strings.note, permalink: strings.permalink },
      anchors: base && new Map(base.story.chapters.map(({ id, sections }) => [id, sections.map((section) => section.id)])),
    }),
  );
  if (!story || problems.length > 0) throw new ProblemsError(problems);
  return { ...shared, locale, dataWords, strings, charts: rendered, story, release: releaseOf(root, strings) };
}

type Shared = Pick<Edition, 'data' | 'figures' | 'sources' | 'errata' | 'changelog'> & { readonly problems: readonly Problem[] };

/** What is the same in every language. */
function readShared(root: string): Shared {
  const data = loadPackage(join(root, 'data'));
  const { errata, problems } = readErrata(join(root, 'data'), 'data');
  const figures = loadFigures(join(root, 'content/figures.yml'), data);
  const printing = [...textsIn(join(root, 'content', firstLanguage)), ...textsIn(join(root, 'src/charts'))];
  return {
    data,
    figures,
    sources: new Map(data.rows(sources).map((source) => [source.source_id, source])),
    errata,
    changelog: readText(join(root, 'data/CHANGELOG.md'), 'data/CHANGELOG.md', 'the changelog, which "npm run data:package" writes'),
    problems: [
      ...problems,
      ...unusedFigures('content/figures.yml', readText(join(root, 'content/figures.yml'), 'content/figures.yml'), printing),
    ],
  };
}

/** The text of every file below a folder. */
function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => tryText(join(parentPath, name), name).text);
}

const descriptor = z.object({
  version: z.string(),
  created: z.string(),
  homepage: z.string().optional(),
  repository: z.string().optional(),
});

/** What `datapackage.json` holds. Throws ProblemsError where that is no descriptor. */
function descriptorIn(root: string): unknown {
  const file = 'data/datapackage.json';
  const text = readText(join(root, file), file, 'the descriptor, which "npm run data:package" writes');
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemsError([
      { file, line: 1, column: 1, subject: '', message: 'expected JSON, found another text; run "npm run data:package"' },
    ]);
  }
}

/** Version and day of the data package, as its descriptor states them, and whether the tables are ahead of it. */
function releaseOf(root: string, strings: Strings): Release {
  const { version, created, homepage, repository } = descriptor.parse(descriptorIn(root));
  const changes = changesSinceRelease(join(root, 'data'), 'data');
  return {
    version: versionWith(version, changes),
    words: changes === 0 ? version : strings.versionAhead(version, changes),
    modified: created.slice(0, 10),
    homepage,
    repository,
  };
}

function collect<T>(problems: Problem[], work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** Counters whose name ends in a number, such as Charter 97, as the tables and the language write them. */
function namesWithDigits(data: DataPackage, { say }: DataWords): string[] {
  const written = data.rows(counters).flatMap(({ counter }) => [counter, say(counter)]);
  return [...new Set(written)].filter((name) => /^\p{L}.*\p{N}/u.test(name));
}

/** What charts are drawn from and put into words with. */
type Drawing = Pick<Edition, 'locale' | 'data' | 'figures' | 'dataWords'>;

function renderAll(root: string, drawing: Drawing): ReadonlyMap<string, RenderedChart> {
  const problems: Problem[] = checkNames(charts);
  const rendered = charts.map((chart) => [chart.id, collect(problems, () => renderOne(chart, root, drawing))] as const);
  problems.push(...strayStrings(root, drawing.locale.tag));
  if (problems.length > 0) throw new ProblemsError(problems);
  return new Map(rendered.flatMap(([id, chart]) => (chart ? [[id, chart]] : [])));
}

/** One chart out of the given data, with the project's strings. Throws ProblemsError, or Error when the rows can't be drawn. */
export function renderOne(chart: Chart, root: string, { locale, data, figures, dataWords }: Drawing): RenderedChart {
  const file = `content/${locale.tag}/charts/${chart.id}.yml`;
  const path = join(root, file);
  if (!existsSync(path))
    throw new ProblemsError([{ file, line: 1, column: 1, subject: '', message: 'expected the strings of this chart, found no such file' }]);
  const bareNumbers = (text: string): string[] => bareNumbersOf(text, locale, namesWithDigits(data, dataWords)).map(({ found }) => found);
  const words = readWords(path, file, locale, figures, bareNumbers, dataWords);
  try {
    return renderChart(chart, { data, figures }, words);
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    // What rows ask of a chart that it can't do is told as a fault; anything else is one of ours.
    const message = `expected rows that the chart can draw; it says: ${error instanceof Error ? error.message : String(error)}`;
    if (error instanceof RangeError)
      throw new ProblemsError([{ file: `src/charts/${chart.id}.ts`, line: 1, column: 1, subject: '', message }]);
    throw new Error(`the chart ${chart.id} can't be drawn`, { cause: error });
  }
}

/** Strings of a chart that the registry does not know. */
function strayStrings(root: string, tag: string): Problem[] {
  const known = new Set(charts.map(({ id }) => `${id}.yml`));
  return readdirSync(join(root, 'content', tag, 'charts'))
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: `content/${tag}/charts/${name}`,
      line: 1,
      column: 1,
      subject: '',
      message: 'expected strings of a chart in src/charts/registry.ts, found none of that name',
    }));
}

/** Keeps editions for the pages of the build that has read and checked them. */
export function keepEditions(editions: readonly Edition[]): void {
  for (const edition of editions) sharedByPages<Edition | ProblemsError>('editions').set(`${process.cwd()} ${edition.locale.tag}`, edition);
}

/** The edition for the pages. */
export function editionFor(tag: string): Edition {
  const root = process.cwd();
  const key = `${root} ${tag}`;
  const kept = sharedByPages<Edition | ProblemsError>('editions');
  const edition = kept.get(key) ?? tryEdition(root, tag);
  kept.set(key, edition);
  // Its faults are kept as well: several pages ask for it, and reading it takes seconds.
  if (edition instanceof ProblemsError) throw edition;
  return edition;
}

function tryEdition(root: string, tag: string): Edition | ProblemsError {
  try {
    return loadEdition(root, tag, tag === firstLanguage ? null : editionFor(firstLanguage));
  } catch (error) {
    if (error instanceof ProblemsError) return error;
    throw error;
  }
}

/** Whether a page may speak of a language. In the dev server one with faults is left out until they are mended; its own pages tell them. */
export function isReadable(tag: string): boolean {
  if (!import.meta.env?.DEV) return true;
  try {
    editionFor(tag);
    return true;
  } catch (error) {
    if (error instanceof ProblemsError) return false;
    throw error;
  }
}
