/** The editions of the story in one file: what each is, and what its file is called. */
import { SLUG } from '../../data/name.ts';

/** `quiet` is the page without outward links, under a name that says nothing. */
export const editionKinds = ['page', 'quiet', 'book', 'paper', 'marked', 'plain'] as const;

export type EditionKind = (typeof editionKinds)[number];

/** The folder of the files of all languages, from the root of the site. */
export const editionsFolder = 'editions';

const names: Readonly<Record<EditionKind, (tag: string) => string>> = {
  page: (tag) => `${SLUG}-${tag}.html`,
  quiet: (tag) => `text-${tag}.html`,
  book: (tag) => `${SLUG}-${tag}.epub`,
  paper: (tag) => `${SLUG}-${tag}.pdf`,
  marked: (tag) => `${SLUG}-${tag}.md`,
  plain: (tag) => `${SLUG}-${tag}.txt`,
};

/** The path of an edition from the root of the site, such as `editions/text-en.html`. */
export const editionPath = (kind: EditionKind, tag: string): string => `${editionsFolder}/${names[kind](tag)}`;

/** Attributes by which the page of editions says where a finished build has to write what only the finished file tells. */
export const fillMarks = { file: 'data-edition-file', size: 'data-edition-size', sum: 'data-edition-sum' } as const;
