/** Months on axes, in words of the locale. */
import type { Locale } from '../../figures/locales/locale.ts';

/** `Aug`: the month of a day, cut to three letters. */
export function shortMonth(iso: string, locale: Locale): string {
  return (locale.months[Number(iso.slice(5, 7)) - 1] ?? '').slice(0, 3);
}

/** `16 Aug`: a day without its year, for charts that name the year elsewhere; `Aug` where only the month is known. */
export function shortDay(iso: string, precision: string, locale: Locale): string {
  return precision === 'day' ? `${Number(iso.slice(8))}\u00A0${shortMonth(iso, locale)}` : shortMonth(iso, locale);
}
