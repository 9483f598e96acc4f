/** The spans of time that a chart names in its title and subtitle, held against the rows that it draws. */
import type { RenderedChart } from '../../../../src/charts/render.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const MONTH = `(?:(${MONTHS.join('|')}) )?`;
/** `May 2020 to February 2022`, `2020–2022`. */
const SPAN = new RegExp(`${MONTH}((?:19|20)\\d{2})(?: to |–| and )${MONTH}((?:19|20)\\d{2})`, 'g');

/** Rows that lie outside a span that the words over the drawing name. */
export function spanFaults({ title, subtitle, rows }: RenderedChart): string[] {
  const days = rows.flatMap(({ iso }) => iso ?? []).sort();
  return [title, subtitle].flatMap((text) =>
    [...text.matchAll(SPAN)].flatMap(([span, , , month, year = '']) => {
      const last = `${year}-${month === undefined ? '12' : String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-31`;
      const beyond = days.filter((day) => day > last);
      return beyond.length === 0 ? [] : [`“${span}” says nothing of ${beyond.length} rows, up to ${beyond.at(-1)}`];
    }),
  );
}
