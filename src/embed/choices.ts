/** The form on a chart's page: what its fields can be, and which lines they call for. Runs on the server and in browsers. */
import type { Measured } from './height.ts';
import { isTheme } from './protocol.ts';
import type { CitedOptions, Picture } from './snippets.ts';
import type { Tokens } from './tokens.ts';

/** One embed that exists: a language, a version or the latest, with or without links and names. */
export interface Variant {
  /** The tag of the language; empty for the site's first. */
  readonly language: string;
  /** Empty for the one that follows the data. */
  readonly version: string;
  readonly quiet: boolean;
  /** The name under which a release holds the chart, where it is another than today's. */
  readonly chart?: string;
  readonly title: string;
  readonly citation: string;
  readonly measured: Measured;
  readonly picture: Picture;
}

/** A part of a chart that can be shown alone: its name in addresses, and in each language. */
export interface CardPart {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
}

/** All that the form needs of a chart. The first variant is that of a form that nobody has touched. */
export interface Card {
  readonly chart: string;
  readonly site: string;
  readonly variants: readonly Variant[];
  /** None where the chart has no parts. */
  readonly parts?: readonly CardPart[];
}

/** A title with the name of a part behind it, where there is one. */
export const titleWith = (title: string, part: string | undefined): string => (part === undefined ? title : `${title} (${part})`);

/** Greatest widths that are offered, in CSS pixels. */
export const sizes = [480, 720] as const;
/** Widths of the preview, in CSS pixels: a phone, a column, a wide column. */
export const previews = [320, 520, 720] as const;

/** The value of a field, or `null` where it has none: `FormData.get` will do. */
export type Fields = (name: string) => unknown;

/** What the fields ask for. Values that are not offered count as not chosen. */
export function chosen(card: Card, fields: Fields): { readonly options: CitedOptions; readonly picture: Picture } {
  const word = (name: string): string => {
    const value = fields(name);
    return typeof value === 'string' ? value : '';
  };
  const [first, ...rest] = card.variants;
  if (!first) throw new RangeError(`the chart ${card.chart} has no embed to offer`);
  const of = (variants: readonly Variant[], fits: (variant: Variant) => boolean): readonly Variant[] => {
    const fitting = variants.filter(fits);
    return fitting.length > 0 ? fitting : variants;
  };
  // A form with one language has no field for it; the first variant is of the page's own.
  const asked = fields('language');
  const language = of([first, ...rest], (variant) => variant.language === (typeof asked === 'string' ? asked : first.language));
  const version = of(language, (variant) => variant.version === word('version'));
  const [variant = first] = of(version, (candidate) => candidate.quiet === (word('quiet') !== ''));
  // What is pinned is whole.
  const part = variant.version === '' ? card.parts?.find(({ id }) => id === word('only')) : undefined;
  const theme = word('theme');
  const look: Tokens = {
    background: word('background'),
    accent: word('accent'),
    font: word('font'),
    corner: word('corner'),
    density: word('density'),
    head: word('head'),
    table: word('table'),
    notes: word('notes'),
  };
  return {
    options: {
      choice: {
        chart: variant.chart ?? card.chart,
        version: variant.version === '' ? null : variant.version,
        quiet: variant.quiet,
        language: variant.language === '' ? null : variant.language,
        only: part?.id ?? null,
      },
      theme: isTheme(theme) ? theme : 'auto',
      site: card.site,
      title: titleWith(variant.title, part?.names[variant.language]),
      citation: variant.citation,
      measured: variant.measured,
      look,
      most: sizes.find((size) => String(size) === word('size')) ?? null,
    },
    picture: variant.picture,
  };
}
