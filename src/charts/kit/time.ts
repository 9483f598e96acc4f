/** Days on a time axis. */

const DAY = 86_400_000;

/** An ISO day as a moment of UTC, for scales. */
export function utc(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** Days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY);
}

/** Cuts a dated series wherever two neighbours lie more than `days` apart: a gap in the record is a gap in the line. */
export function segments<T extends { readonly date: string }>(series: readonly T[], days: number): T[][] {
  const cut: T[][] = [];
  for (const point of series) {
    const last = cut.at(-1)?.at(-1);
    if (last && daysBetween(last.date, point.date) <= days) cut.at(-1)?.push(point);
    else cut.push([point]);
  }
  return cut;
}

/** Neighbours of a dated series that lie more than `days` apart, in order. */
export function gaps<T extends { readonly date: string }>(series: readonly T[], days: number): { readonly before: T; readonly after: T }[] {
  return series.slice(1).flatMap((after, index) => {
    const before = series[index];
    return before && daysBetween(before.date, after.date) > days ? [{ before, after }] : [];
  });
}

/** All months from one to another, each as its first day. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (;;) {
    const iso = `${year}-${String(month).padStart(2, '0')}-01`;
    if (iso > to) return months;
    months.push(iso);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}

/** The last day of the month that a day lies in. */
export function lastDayOf(iso: string): string {
  const day = utc(iso);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
}

/** A day and every seventh day after it, up to another. */
export function weeksBetween(from: string, to: string): string[] {
  return Array.from({ length: Math.floor(daysBetween(from, to) / 7) + 1 }, (_, week) =>
    new Date(utc(from).getTime() + week * 7 * DAY).toISOString().slice(0, 10),
  );
}
