/** What an entry of the index is. */

export const groups = ['people', 'places', 'organisations', 'terms', 'laws'] as const;
export type Group = (typeof groups)[number];

/** Something dated, with the row that says it. */
export interface DatedEvent {
  readonly day: string;
  readonly what: string;
  readonly row: string;
}

export interface Spelling {
  readonly text: string;
  readonly language: string | undefined;
}

export interface Entry {
  /** Fragment of its address. */
  readonly id: string;
  readonly group: Group;
  readonly name: string;
  /** What it is, in a line. */
  readonly what: string;
  /** How else it is written; in which language, where it is that of one. */
  readonly spellings: readonly Spelling[];
  /** Forms by which it is known in texts. */
  readonly forms: readonly string[];
  /** Where it is explained; `null` where this entry does that. */
  readonly explained: string | null;
  readonly events: readonly DatedEvent[];
}

/** A name as part of an address. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
/** Each text once, without those that are absent. */
export const given = (texts: readonly (string | null)[]): string[] => [...new Set(texts.flatMap((text) => text ?? []))];
/** The last word of a name: of a person mostly the surname. */
export const lastWord = (name: string): string => name.split(' ').at(-1) ?? name;
