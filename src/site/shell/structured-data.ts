/** schema.org for programs that read pages: what the story's Article and the tables' Datasets share. */

export const dataLicence = 'https://creativecommons.org/licenses/by/4.0/';

/** As the text of a script element, out of which no value can break. */
export function jsonLd(value: Record<string, unknown>): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
