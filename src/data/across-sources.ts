/** What the documents must be beside one another and in themselves: one name an address, dates in their order, a day of reading that has come. */
import type { Problem } from './problem.ts';
import { quote } from './problem.ts';
import type { ReadTable, Row } from './read.ts';

/** Every fault of the table of sources, each at its cell; none where it is not there. */
export function checkSources(tables: readonly ReadTable[]): Problem[] {
  const read = tables.find(({ table }) => table.name === 'sources');
  return read ? [...oneNameAnAddress(read), ...read.rows.flatMap((row) => orderOfDates(read, row))] : [];
}

const text = ({ values }: Row, field: string): string => String(values[field] ?? '');

function fault({ file, table }: ReadTable, { line }: Row, field: string, message: string): Problem {
  return { file, line, column: Object.keys(table.fields).indexOf(field) + 1, subject: field, message };
}

/** An address without what leads to the same page: the scheme, `www.`, a slash at the end, a place on the page. */
function pageOf(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}

/** The days between which a text was published, as far as they are known. */
function bounds(row: Row): readonly [string, string] {
  const published = text(row, 'published');
  if (published !== '') return [firstDay(published, text(row, 'published_precision')), published];
  return [text(row, 'not_before') || '0000-01-01', text(row, 'not_after') || '9999-12-31'];
}

/** Whether two rows are states of a page that was changed: the days on which they were published are not the same. */
function areStates(one: Row, other: Row): boolean {
  const [[from, until], [otherFrom, otherUntil]] = [bounds(one), bounds(other)];
  return until < otherFrom || otherUntil < from;
}

/** One page under two names, unless it was changed between them, or one of the notes says that it is the page of the other. */
function oneNameAnAddress(read: ReadTable): Problem[] {
  const first = new Map<string, Row>();
  return read.rows.flatMap((row): Problem[] => {
    const page = pageOf(text(row, 'url'));
    const other = first.get(page);
    if (other === undefined) {
      first.set(page, row);
      return [];
    }
    const [id, otherId] = [text(row, 'source_id'), text(other, 'source_id')];
    if (areStates(row, other) || text(row, 'note').includes(otherId) || text(other, 'note').includes(id)) return [];
    const message = `expected an address of its own, another day of publication, or a note that names ${otherId}, found that of line ${other.line} again`;
    return [fault(read, row, 'url', message)];
  });
}

/** The first day that a date known to the month or year can mean. */
function firstDay(date: string, precision: string): string {
  return precision === 'year' ? `${date.slice(0, 4)}-01-01` : precision === 'month' ? `${date.slice(0, 7)}-01` : date;
}

/** A text is published within its bounds, and read after it was published. */
function orderOfDates(read: ReadTable, row: Row): Problem[] {
  const [published, from, until, accessed] = ['published', 'not_before', 'not_after', 'accessed'].map((field) => text(row, field));
  if (published === undefined || from === undefined || until === undefined || accessed === undefined) return [];
  const late = (field: string, day: string, last: string, why: string): Problem[] =>
    day !== '' && day > last ? [fault(read, row, field, `expected a day until ${last}, ${why}, found ${quote(text(row, field))}`)] : [];
  const read_ = 'when the text was read';
  const found = [
    ...late('published', published === '' ? '' : firstDay(published, text(row, 'published_precision')), accessed, read_),
    ...late('not_before', from, accessed, read_),
    ...late('not_after', until, accessed, read_),
  ];
  if (published === '') return found;
  const first = firstDay(published, text(row, 'published_precision'));
  return [
    ...found,
    ...(until === '' ? [] : late('published', first, until, 'the latest that not_after allows')),
    ...(from !== '' && published < from
      ? [fault(read, row, 'published', `expected a day from ${from}, the earliest that not_before allows, found ${quote(published)}`)]
      : []),
  ];
}

/** Days on which a text is said to have been read and which have not come yet. The clock of a machine may be wrong, so they stop no build. */
export function readInFuture(tables: readonly ReadTable[], today: string): Problem[] {
  const read = tables.find(({ table }) => table.name === 'sources');
  return (read?.rows ?? []).flatMap((row) =>
    read && text(row, 'accessed') > today
      ? [fault(read, row, 'accessed', `expected a day until today, ${today}, found ${quote(text(row, 'accessed'))}`)]
      : [],
  );
}
