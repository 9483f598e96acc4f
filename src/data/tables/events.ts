import { dated } from '../columns.ts';
import { confidence, note, sourceId } from '../common.ts';
import { day, oneOf, optional, slug, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** The timeline: dated events from May 2020 on. */
export const events = defineTable({
  name: 'events',
  title: 'Timeline',
  description:
    'One row an event, from May 2020 on. Numbers in the summaries are those of the source at the time; for counts the other tables are authoritative.',
  primaryKey: ['event_id'],
  dateField: 'date',
  fields: {
    event_id: slug({ description: 'Name of the event within the package.' }),
    ...dated('Day of the event, or its first day, read with date_precision.', 'some day of it'),
    end_date: optional(day({ description: 'Last day of an event of several days.' })),
    title: text({ description: 'The event in a few words.' }),
    summary: optional(text({ description: 'What happened, in one or two sentences of our own.' })),
    theme: oneOf(
      { description: 'What the event belongs to.' },
      {
        election: { label: 'election', definition: 'Elections, referendums, candidates, inaugurations.' },
        protest: { label: 'protest', definition: 'Marches, rallies, strikes, and detentions at them.' },
        repression: { label: 'repression', definition: 'Arrests, raids, sentences, deaths, laws.' },
        release: { label: 'release', definition: 'Pardons, releases, exchanges of prisoners.' },
        media: { label: 'media', definition: 'Journalists, news sites, the Internet.' },
        war: { label: 'war', definition: 'Russia’s war against Ukraine and Belarus’s part in it.' },
        international: { label: 'international', definition: 'Other states, international bodies, sanctions, borders.' },
      },
    ),
    place: text({ description: 'Where it happened, or whose act it was.' }),
    reported_in: oneOf(
      { description: 'Where the event was read.' },
      {
        report: 'a report, or the text of the body itself',
        digest: {
          label: 'a digest of other reports',
          definition: 'A later summary that cites other texts; the texts themselves were not opened.',
        },
      },
    ),
    source_id: sourceId(),
    second_source_id: optional(slug({ description: 'Another document, for what the first does not state.', references: 'sources' })),
    confidence: confidence(),
    note: note(),
  },
  rules: [
    (row) =>
      row.end_date !== null && row.end_date <= row.date
        ? { field: 'end_date', message: `expected a day after ${row.date}, found "${row.end_date}"` }
        : undefined,
  ],
});
