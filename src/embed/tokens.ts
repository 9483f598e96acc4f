/**
 * A host's own look: a short list of design tokens in the hash of the embed's address
 * (`#background=fff&text=222&accent=0a5&font=serif&corner=8&density=compact&head=off&table=open&notes=off`), each validated.
 */

/** Families by name. System families only: an embed loads no font. */
export const fonts: Readonly<Record<string, string>> = {
  system: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  sans: '"Helvetica Neue", Helvetica, Arial, sans-serif',
  humanist: 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "DejaVu Sans", sans-serif',
  serif: 'Georgia, "Times New Roman", serif',
  times: '"Times New Roman", Times, serif',
  mono: 'ui-monospace, Menlo, Consolas, monospace',
};

/** Space around the texts, in rem. */
export const densities: Readonly<Record<string, string>> = { compact: '0.375rem', normal: '0.75rem', roomy: '1.25rem' };

export const MOST_CORNER = 32;
/** WCAG's least contrast for text of normal size. */
export const LEAST_CONTRAST = 4.5;

export interface Look {
  /** Custom properties and their values. */
  readonly properties: ReadonlyMap<string, string>;
  /** The theme that the given background calls for; `null` where none is given. */
  readonly theme: 'light' | 'dark' | null;
  readonly transparent: boolean;
  /** The host's colour. The rule above the chart takes it as it is, links only where they stay legible (`linkColour`). */
  readonly accent: string | null;
  /** Which of `head=off`, `table=open` and `notes=off` are set. */
  readonly switches: ReadonlySet<Switch>;
  /** What was ignored, and why, for the console. */
  readonly ignored: readonly string[];
}

/** Names of the tokens, in the order in which they are written. */
export const tokenNames = ['background', 'text', 'accent', 'font', 'corner', 'density', 'head', 'table', 'notes'] as const;

/** What of a chart is shown, beyond its colours: no title and subtitle where the host has its own, its table open, nothing between drawing and source line. */
export type Switch = 'head' | 'table' | 'notes';
export type Tokens = Readonly<Partial<Record<(typeof tokenNames)[number], string>>>;

/** Writes tokens as a hash without its `#`. What is empty or would be ignored by `readLook` is left out. */
export function writeLook(tokens: Tokens): string {
  const given = tokenNames.flatMap((name) => {
    const value = (tokens[name] ?? '').trim().replace(/^#/, '');
    return value === '' ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const together = given.join('&');
  return readLook(together).ignored.length === 0 ? together : given.filter((token) => readLook(token).ignored.length === 0).join('&');
}

/** Reads the hash of an address, with or without its `#`. Never throws; what does not validate is ignored and told. */
export function readLook(hash: string): Look {
  const properties = new Map<string, string>();
  const ignored: string[] = [];
  const colours = new Map<string, string>();
  const switches = new Set<Switch>();
  let transparent = false;
  for (const [name, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    const colour = /^[0-9a-f]{3}(?:[0-9a-f]{3})?$/i.test(value) ? `#${value.toLowerCase()}` : null;
    const family = entry(fonts, value);
    const space = entry(densities, value);
    if (name === 'background' && value === 'transparent') transparent = true;
    else if ((name === 'accent' || name === 'text' || name === 'background') && colour) colours.set(name, colour);
    else if (name === 'font' && family) properties.set('--text-font', family);
    else if (name === 'density' && space) properties.set('--space', space);
    else if (name === 'corner' && /^\d{1,2}$/.test(value) && Number(value) <= MOST_CORNER) properties.set('--corner', `${Number(value)}px`);
    else if ((name === 'head' || name === 'notes') && value === 'off') switches.add(name);
    else if (name === 'table' && value === 'open') switches.add(name);
    else ignored.push(`${name.slice(0, 40)}=${value.slice(0, 40)}`);
  }
  const theme = setColours(colours, properties, ignored, transparent);
  return { properties, theme, transparent, accent: colours.get('accent') ?? null, switches, ignored };
}

function setColours(
  colours: ReadonlyMap<string, string>,
  properties: Map<string, string>,
  ignored: string[],
  transparent: boolean,
): 'light' | 'dark' | null {
  const background = colours.get('background');
  const text = colours.get('text');
  const accent = colours.get('accent');
  if (accent) properties.set('--accent', accent);
  // A colour of text on a background that the reader chooses, or the other way round, may not be legible.
  if (text && (transparent || (background && contrast(text, background) >= LEAST_CONTRAST))) {
    for (const name of ['--ink', '--ink-soft', '--chart-ink', '--chart-muted', '--chart-freed', '--chart-died-stroke'])
      properties.set(name, text);
  } else if (text) ignored.push(background ? 'text: too little contrast with the background' : 'text: needs a background');
  if (background && !transparent) properties.set('--paper', background).set('--chart-paper', background);
  if (text && transparent) return luminance(text) > 0.5 ? 'dark' : 'light';
  return background && !transparent ? (luminance(background) < 0.18 ? 'dark' : 'light') : null;
}

/** The accent as a colour of links on this paper, or `null` where it has too little contrast with it. */
export const linkColour = (accent: string, paper: string): string | null => (contrast(accent, paper) >= LEAST_CONTRAST ? accent : null);

const entry = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Contrast of two colours by WCAG 2: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Relative luminance by WCAG 2 of `#rgb` or `#rrggbb`: 0 to 1. */
export function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
