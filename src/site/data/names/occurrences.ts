/** Where the entries of the index occur: passages of the story, charts, tables, titles of sources. */
import { referencesOf } from '../../../data/read.ts';
import type { Chapter } from '../../../story/chapter.ts';
import type { Edition } from '../../edition.ts';
import type { Entry } from './entry.ts';
import { Finder } from './finder.ts';

export interface Occurrences {
  readonly passages: readonly { readonly href: string; readonly chapter: string; readonly section: string }[];
  readonly charts: readonly string[];
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly sources: readonly string[];
}

/** The occurrences of all entries, by their ids. */
export function occurrencesOf(edition: Edition, entries: readonly Entry[]): ReadonlyMap<string, Occurrences> {
  const formsOf = (of: readonly Entry[]) => of.flatMap(({ id, forms }) => forms.map((form) => [form, id] as const));
  const terms = entries.filter(({ group }) => group === 'terms' || group === 'laws');
  const names = new Finder(formsOf(entries.filter((entry) => !terms.includes(entry))));
  const inAnyCase = new Finder(formsOf(terms), { anyCase: true });
  const find = (text: string): Set<string> => new Set([...names.in(text), ...inAnyCase.in(text)]);

  const found = new Map(
    entries.map(({ id }) => [
      id,
      {
        passages: [] as Occurrences['passages'][number][],
        charts: [] as string[],
        tables: new Map<string, number>(),
        sources: [] as string[],
      },
    ]),
  );
  for (const chapter of edition.story.chapters)
    for (const { href, section, text } of passagesOf(chapter))
      for (const id of find(text)) found.get(id)?.passages.push({ href, chapter: chapter.short, section });
  for (const [chart, { title, subtitle, note, rows }] of edition.charts) {
    const text = [title, subtitle, note, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.text))].join(' | ');
    for (const id of find(text)) found.get(id)?.charts.push(chart);
  }
  for (const [id, { title }] of edition.sources) for (const of of find(title)) found.get(of)?.sources.push(id);
  const own = new Set(['people', 'places', 'counters', 'sources', 'laws']);
  for (const { table, rows } of edition.data.tables) {
    if (own.has(table.name)) continue;
    const references = referencesOf(table);
    const ids = references.filter(({ references }) => references === 'people' || references === 'places').map(({ field }) => field);
    const foreign = new Set(references.map(({ field }) => field));
    const fields = Object.keys(table.fields).filter((field) => !foreign.has(field));
    for (const { values } of rows) {
      const text = fields.flatMap((field) => (typeof values[field] === 'string' ? [values[field]] : [])).join(' | ');
      for (const id of new Set([...find(text), ...ids.map((field) => String(values[field]))])) {
        const tables = found.get(id)?.tables;
        tables?.set(table.name, (tables.get(table.name) ?? 0) + 1);
      }
    }
  }
  return new Map(
    [...found].map(([id, { tables, ...rest }]) => [id, { ...rest, tables: [...tables].map(([name, rows]) => ({ name, rows })) }]),
  );
}

/** The parts of a chapter that have an address: what stands before its first heading, its sections, the steps of its passages. */
function passagesOf(chapter: Chapter): { href: string; section: string; text: string }[] {
  const parts = [{ href: `/#${chapter.id}`, section: '', text: '' }];
  for (const block of chapter.blocks) {
    if (block.kind === 'chart') continue;
    const runs = block.kind === 'html' ? block.html.split(/(?=<h3 )/) : block.steps.map(({ html }) => html);
    for (const run of runs) {
      const [, id] = /^<h3 id="([^"]+)"/.exec(run) ?? [];
      const section = chapter.sections.find((known) => id === `${chapter.id}-${known.id}`);
      if (section) parts.push({ href: `/#${id}`, section: section.title, text: '' });
      const last = parts.at(-1);
      if (last) last.text += ` ${run.replace(/<[^>]*>/g, ' ')}`;
    }
  }
  return parts;
}
