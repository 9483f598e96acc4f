import { dated } from '../columns.ts';
import { confidence, note, sourceId } from '../common.ts';
import { oneOf, optional, personName, slug, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** What people and bodies said, in our words. */
export const statements = defineTable({
  name: 'statements',
  title: 'Statements',
  description:
    'One row a public statement on the election, the protests, the prisoners or the releases, paraphrased and never quoted. That a statement stands here says that it was made, not that it is true.',
  primaryKey: ['statement_id'],
  dateField: 'date',
  fields: {
    statement_id: slug({ description: 'Name of the statement within the package.' }),
    ...dated('Day on which it was said or published, read with date_precision.', 'some day of it'),
    speaker: personName({ description: 'Who said it.', butFor: ['United States'] }),
    role: optional(text({ description: 'Who that was at the time.' })),
    side: oneOf(
      { description: 'For whom the speaker speaks.' },
      {
        belarusian_state: { label: 'Belarusian state', definition: 'Alexander Lukashenko and officials.' },
        opposition: { label: 'opposition', definition: 'Politicians who stood against him, at home or in exile.' },
        rights_groups: 'rights groups',
        prisoners_and_relatives: {
          label: 'prisoners and relatives',
          definition: 'People who were in prison, and their families, speaking for themselves.',
        },
        foreign_states: { label: 'other states', definition: 'Members and envoys of other governments.' },
        intergovernmental: { label: 'international bodies', definition: 'The United Nations, the European Union and their experts.' },
        observers: { label: 'observers', definition: 'Analysts, churches and others.' },
      },
    ),
    statement: text({ description: 'What was said, in our words.' }),
    source_id: sourceId(),
    confidence: confidence(),
    note: note(),
  },
});
