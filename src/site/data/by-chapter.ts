/** The tables by the part of the story that they carry, as the catalogue shows them. */
import { type Chapter, chartsIn } from '../../story/chapter.ts';
import type { Edition } from '../edition.ts';

export interface TableGroup {
  /** The chapter; `null` for tables that no chapter prints or draws from. */
  readonly chapter: Chapter | null;
  /** Names of tables, in the order of the package. */
  readonly tables: readonly string[];
}

/** Every table once, with the first chapter that draws it or, where none does, that prints a figure of it. */
export function tablesByChapter({ data, charts, story }: Edition): TableGroup[] {
  const drawn = (chapter: Chapter, table: string): boolean => chartsIn(chapter.blocks).some((id) => charts.get(id)?.tables.includes(table));
  const printed = ({ notes }: Chapter, table: string): boolean =>
    notes.some(({ figure }) => figure?.grounds.some((ground) => ground.table === table));
  const names = data.tables.map(({ table }) => table.name);
  const chapterOf = (table: string): Chapter | null =>
    story.chapters.find((chapter) => drawn(chapter, table)) ?? story.chapters.find((chapter) => printed(chapter, table)) ?? null;
  const chapters = new Map(names.map((name) => [name, chapterOf(name)]));
  return [...story.chapters, null]
    .map((chapter) => ({ chapter, tables: names.filter((name) => chapters.get(name) === chapter) }))
    .filter(({ tables }) => tables.length > 0);
}
