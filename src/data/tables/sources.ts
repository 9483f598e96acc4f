import { datePrecision, note, yesNo } from '../common.ts';
import { address, day, languageTag, oneOf, optional, slug, text } from '../field.ts';
import { publisherFault } from '../publishers.ts';
import { together } from '../rules.ts';
import { defineTable } from '../table.ts';

/** The documents that the rows of all other tables rest on. */
export const sources = defineTable({
  name: 'sources',
  title: 'Sources',
  description: 'One row a document. Every row of every other table names the document that states its value.',
  primaryKey: ['source_id'],
  dateField: 'published',
  since: '1994-01-01',
  orderedBy: ['source_id'],
  fields: {
    source_id: slug({ description: 'Name of the document within the package. Never reused for another document.' }),
    publisher: text({
      description:
        'Who published the text, by name and in one spelling. For a copy, the publisher of the original; “Not identified” where it is not known.',
    }),
    title: text({ description: 'Title as given or in English. In square brackets: a description, where no title was seen.' }),
    url: address({ description: 'Where the text was read.' }),
    published: optional(day({ description: 'Day of publication, where it is known.' })),
    published_precision: optional(datePrecision('some day of it')),
    published_from: oneOf(
      { description: 'How the date of publication is known.' },
      {
        seen: 'printed with the text',
        url: 'stands in the address',
        evidence: 'fixed by the text itself',
        page: 'seen on the page or a dated copy',
        id: 'assumed from the event; see the bounds',
        bounded: 'only bounds are known',
        none: 'not known',
      },
    ),
    not_before: optional(day({ description: 'Earliest day on which the text can have been published.' })),
    not_after: optional(day({ description: 'Latest day on which the text can have been published. It counts as known from this day.' })),
    accessed: day({ description: 'Day on which the text was read.' }),
    read_as: oneOf(
      { description: 'How the text was read. Says how far a row can be trusted to know the whole document.' },
      {
        page: { label: 'the page itself', definition: 'The whole text, as a stored copy of the page at the address holds it.' },
        excerpt: {
          label: 'an excerpt',
          definition: 'A part of the text, mostly its beginning, as a stored copy of the page at the address holds it.',
        },
        copy: { label: 'a copy', definition: 'The whole or a part of the text on another site: a mirror, a repost or an archive.' },
        repository: {
          label: 'a file in a public code repository',
          definition: 'A file that somebody keeps in a public code repository and that copies or cites the text.',
        },
        cited: {
          label: 'as another document cites it',
          definition: 'Only its address and title, which another document gives; the text was not opened.',
        },
      },
    ),
    language: languageTag({ description: 'Language of the text as a BCP 47 tag.' }),
    kind: oneOf(
      { description: 'What kind of document it is.' },
      {
        primary: { label: 'primary', definition: 'The body that counted, decided or observed speaks itself.' },
        news: { label: 'news', definition: 'Reporting on somebody else’s count or act.' },
        reference: { label: 'reference', definition: 'Encyclopaedias, data sets and studies that compile other sources.' },
      },
    ),
    host_class: oneOf(
      { description: 'Whose site the address belongs to.' },
      {
        own: 'the publisher’s own site',
        mirror: 'a mirror of the publisher’s site',
        repost: 'another site that carries the text',
        state: 'a state or state-aligned outlet',
        archive: 'a web archive',
        none: 'not determined',
      },
    ),
    state_aligned: yesNo('Whether the outlet is run by a state or follows its line, or the text is a state agency’s.'),
    original_url: optional(address({ description: 'The publisher’s own address, where the text was read on a mirror or repost.' })),
    note: note(),
  },
  rules: [
    (row) => {
      const message = publisherFault(row.publisher, row.url);
      return message === undefined ? undefined : { field: 'publisher', message };
    },
    together('published', 'published_precision', 'expected a precision exactly where there is a date of publication'),
    (row) =>
      row.not_before !== null && row.not_after !== null && row.not_after < row.not_before
        ? { field: 'not_after', message: `expected a day on or after ${row.not_before}, found "${row.not_after}"` }
        : undefined,
  ],
});
