/** HTML in templates: what is put into one is escaped, but for what is markup already. */
import { escapeHtml } from '../embed/snippets.ts';

/** Text that is markup, and put in as it stands. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: texts and numbers, markup, several of these, or nothing. */
export type Part = Markup | string | number | false | null | undefined | readonly Part[];

const textOf = (part: Part): string => {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object' && part !== null) return part.map(textOf).join('');
  return part === false || part === null || part === undefined ? '' : escapeHtml(String(part));
};

/** A tag for templates. Values of attributes stand in quotation marks there. */
export function html({ raw }: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(String.raw({ raw }, ...parts.map(textOf)));
}
