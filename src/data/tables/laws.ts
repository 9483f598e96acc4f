import { dated, sourced } from '../columns.ts';
import { oneOf, optional, slug, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** Laws and decrees that changed what people in Belarus and abroad are punished for or denied. */
export const laws = defineTable({
  name: 'laws',
  title: 'Laws and decrees',
  description:
    'One row a step of a law, decree or ruling that changed what people are punished for, what they lose, or who is let out: passed, signed, published, in force and first used are different days. Where sources disagree on a day, each has its row.',
  primaryKey: ['law_id', 'step', 'date', 'source_id'],
  dateField: 'date',
  fields: {
    law_id: slug({ description: 'Name of the law within the package; the same in all its steps.' }),
    step: oneOf(
      { description: 'What happened on that day.' },
      {
        announced: { label: 'announced', definition: 'Officials said that it would come, or what it holds.' },
        passed: { label: 'passed', definition: 'Parliament or a chamber of it passed it.' },
        signed: { label: 'signed', definition: 'It was signed, or adopted by the body that issues it.' },
        published: { label: 'published', definition: 'Its text was published.' },
        in_force: { label: 'in force', definition: 'It took effect.' },
        first_used: { label: 'first used', definition: 'The first case on record.' },
      },
    ),
    ...dated('Day of the step, read with date_precision.', 'some day of it'),
    title: text({ description: 'The law in a few words of our own.' }),
    kind: oneOf(
      { description: 'What kind of act it is.' },
      {
        law: { label: 'law', definition: 'An act of parliament.' },
        decree: { label: 'decree', definition: 'An act of the president.' },
        ruling: { label: 'ruling', definition: 'An act of the government or of a ministry.' },
        amnesty: { label: 'amnesty', definition: 'A law that shortens or ends sentences.' },
      },
    ),
    summary: optional(text({ description: 'What it changed, in our own words.' })),
    ...sourced(),
  },
});
