/** Months on axes, in words of the locale. */
import type { Locale } from '../../figures/locales/locale.ts';

/** `Aug`: the month of a day, cut to three letters. */
export function shortMonth(iso: string, locale: Locale): string {
  return (locale.months[Number(iso.slice(5, 7)) - 1] ?? '').slice(0, 3);
}

/** `16 Aug`: a day without its year, for charts that name the year elsewhere; `Aug` where only the month is known. */
export function shortDay(iso: string, precision: string, locale: Locale): string {
  if (precision !== 'day') return shortMonth(iso, locale);
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  // In a date a month may have another ending: May is май, and the seventh of it 7 мая.
  const [, written = ''] = locale.date(year, month, day, 'day').split(/\s/);
  return `${day}\u00A0${written.slice(0, 3)}`;
}
