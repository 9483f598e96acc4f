/** The cells of a chart's table: a value with its bound, a date with its precision, or the word for what is missing. */
import { decimalsOf } from '../../data/field.ts';
import { isQualifier, type Qualifier } from '../../figures/figure.ts';
import { formatBounded, formatDate, formatNumber, formatPercent, withPercent } from '../../figures/format.ts';
import type { Locale } from '../../figures/locales/locale.ts';

export type Cell =
  | { readonly kind: 'number'; readonly value: number; readonly qualifier: Qualifier; readonly digits: number; readonly unit: '' | '%' }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly unit: '' | '%' }
  /** Numbers that are told one by one, such as the terms of one person. */
  | { readonly kind: 'terms'; readonly values: readonly number[] }
  | { readonly kind: 'date'; readonly iso: string; readonly precision: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A word of the chart's labels: the name of a series, or of what is missing. */
  | { readonly kind: 'label'; readonly key: string };

/** What the cells are put into words with. */
interface CellWords {
  readonly locale: Locale;
  readonly label: (key: string) => string;
  readonly named: (text: string) => string;
}

export const number = (value: number, qualifier: string = 'exact', digits = 0): Cell => ({
  kind: 'number',
  value,
  qualifier: isQualifier(qualifier) ? qualifier : 'exact',
  digits,
  unit: '',
});
export const percent = (value: number, digits = 1, qualifier: string = 'exact'): Cell => ({
  kind: 'number',
  value,
  qualifier: isQualifier(qualifier) ? qualifier : 'exact',
  digits,
  unit: '%',
});
export const range = (low: number, high: number): Cell => (low === high ? number(low) : { kind: 'range', low, high, unit: '' });
export const percentRange = (low: number, high: number): Cell => ({ kind: 'range', low, high, unit: '%' });
export const date = (iso: string, precision = 'day'): Cell => ({ kind: 'date', iso, precision });
export const terms = (values: readonly number[]): Cell => ({ kind: 'terms', values });
export const words = (text: string): Cell => ({ kind: 'text', text });
export const label = (key: string): Cell => ({ kind: 'label', key });

/** A cell as a reader sees it. `label` looks up the chart's own words, `named` those of a table. */
export function formatCell(cell: Cell, { locale, label, named }: CellWords): string {
  switch (cell.kind) {
    case 'number':
      return (cell.unit === '%' ? formatPercent : formatBounded)(cell.value, cell.qualifier, locale, cell.digits);
    case 'range': {
      const range = `${formatNumber(cell.low, locale)}–${formatNumber(cell.high, locale)}`;
      return cell.unit === '%' ? withPercent(range, locale) : range;
    }
    case 'terms':
      return cell.values.map((value) => formatNumber(value, locale, decimalsOf(value))).join(' + ');
    case 'date':
      return formatDate(cell.iso, cell.precision, locale);
    case 'text':
      return named(cell.text);
    case 'label':
      return label(cell.key);
  }
}
