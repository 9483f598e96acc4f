/** How mistakes are told to people: where ours stood, and what a correction of a source is about. */
import { namesOf } from '../../charts/names.ts';
import { charts } from '../../charts/registry.ts';
import type { Correction } from '../../data/corrections.ts';
import type { Erratum } from '../../data/errata.ts';
import { formatDate } from '../../figures/format.ts';
import type { Edition } from '../edition.ts';

export interface Place {
  readonly text: string;
  /** `null` where the thing is no more. */
  readonly href: string | null;
}

/** The charts, chapters and tables in which a mistake of ours could be seen, each once. */
export function placesOf({ where }: Pick<Erratum, 'where'>, edition: Edition): Place[] {
  const words = edition.strings.corrections;
  const places = where.map((place): Place => {
    if ('chart' in place) {
      const id = charts.find((chart) => namesOf(chart).includes(place.chart))?.id;
      const title = id === undefined ? undefined : edition.charts.get(id)?.title;
      return { text: words.chart(title ?? place.chart), href: title === undefined ? null : `/charts/${id}/` };
    }
    if ('chapter' in place) {
      const chapter = edition.story.chapters.find(({ id }) => id === place.chapter);
      const anchor = place.anchor === '' ? place.chapter : `${place.chapter}-${place.anchor}`;
      return { text: words.chapter(chapter?.title ?? place.chapter), href: chapter ? `/#${anchor}` : null };
    }
    const table = edition.data.read(place.table)?.table;
    return { text: words.tables(table?.title ?? place.table), href: table ? `/data/${place.table}/` : null };
  });
  return places.filter(({ text }, index) => places.findIndex((other) => other.text === text) === index);
}

/** What a correction is about: the title of the table, the day of the row or nothing, and the field in words. */
export function subjectOf({ table, key, field }: Correction, { data, locale }: Edition): { table: string; day: string; field: string } {
  const iso = [key['date'], key['period_end'], key['period_start']].find((cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell ?? ''));
  return {
    table: data.read(table)?.table.title ?? table,
    day: iso === undefined ? '' : formatDate(iso, 'day', locale),
    field: field.replaceAll('_', ' '),
  };
}

/** What a correction of a source is about, in words: the table, the day of the row, the field. */
export function headlineOf(correction: Correction, edition: Edition): string {
  const { table, day, field } = subjectOf(correction, edition);
  return edition.strings.corrections.headline(table, day, field);
}
