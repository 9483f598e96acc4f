/** What of a pinned chart was found wrong after its release: told under it, because the chart itself stays as it was. */

import { type Erratum, stoodIn } from '../../data/errata.ts';
import { firstLanguage } from '../languages.ts';
import type { Strings } from '../strings/strings.ts';
import type { FrozenChart } from './frozen.ts';

export interface Corrected {
  readonly text: string;
  /** The page that tells more; `null` in the quiet form, which has no links. */
  readonly link: string | null;
}

/** The mistakes that a chart of a release shows. `names` are all that the chart ever had. */
export function mistakesIn(frozen: FrozenChart, names: readonly string[], errata: readonly Erratum[]): Erratum[] {
  const { version, released } = frozen;
  return errata.filter(
    (erratum) =>
      stoodIn(erratum, { version, date: released }) &&
      erratum.where.some((place) =>
        'chart' in place ? names.includes(place.chart) : 'table' in place && drew(frozen, place.table, place.key),
      ),
  );
}

/** Whether the chart drew the row: one of its table, of its day where it has one, and of its document. */
function drew({ tables, csv }: FrozenChart, table: string, key: Readonly<Record<string, string>>): boolean {
  const { source_id: source, date } = key;
  if (source === undefined || !tables.includes(table)) return false;
  return csv.split('\n').some((line) => {
    const ids = line.slice(line.lastIndexOf(',') + 1).split(';');
    return ids.includes(source) && (date === undefined || line.includes(date));
  });
}

/**
 * The line; `null` where nothing was found wrong. The log is in English and can name people, so that quiet forms and other languages
 * say only that there is something.
 */
export function correctedLine(mistakes: readonly Erratum[], { embed }: Strings, tag: string, quiet: boolean): Corrected | null {
  const [first, ...more] = mistakes;
  if (!first) return null;
  const text = quiet || tag !== firstLanguage ? embed.correctedIn(mistakes.length) : embed.corrected(first.now, more.length);
  return { text, link: quiet ? null : '/corrections/' };
}
