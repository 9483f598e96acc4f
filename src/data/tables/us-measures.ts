import { dated } from '../columns.ts';
import { confidence, note, sourceId } from '../common.ts';
import { oneOf, optional, slug, text, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

const state = {
  announced: { label: 'announced', definition: 'Said by somebody who speaks for the United States; no act of that day was seen.' },
  in_force: { label: 'in force', definition: 'Done by an act that took effect.' },
};

/** What the United States imposed on Belarus and took back, step by step. */
export const usMeasures = defineTable({
  name: 'us-measures',
  title: 'Measures of the United States',
  description:
    'One row a step of the United States on Belarus since 2006: orders, listings, visa bans, licences, and what was taken back. A licence allows dealings with somebody who stays on the list; a delisting takes the name off it; an announcement is neither. Numbers are those of the step, not totals in force.',
  primaryKey: ['measure_id'],
  valueField: 'entities',
  dateField: 'date',
  since: '2006-01-01',
  fields: {
    measure_id: slug({ description: 'Name of the step within the package: its day and what it is.' }),
    ...dated('Day of the step, read with date_precision.', 'some day of it'),
    kind: oneOf(
      { description: 'What kind of step it was.' },
      {
        order: { label: 'order', definition: 'An executive order or directive on which listings rest.' },
        designation: { label: 'listing', definition: 'People or entities put on the list of blocked persons.' },
        visa_ban: { label: 'visa ban', definition: 'People refused entry; their property is not blocked by this.' },
        licence: { label: 'licence', definition: 'Dealings allowed with somebody who stays on the list, or time given to end them.' },
        prolongation: { label: 'prolongation', definition: 'A licence kept in force.' },
        revocation: { label: 'revocation', definition: 'A licence taken back.' },
        delisting: { label: 'delisting', definition: 'People or entities taken off the list.' },
        relief: {
          label: 'relief, kind not said',
          definition: 'Relief announced in words that do not say whether by licence or by delisting.',
        },
        export_rule: { label: 'export rule', definition: 'A rule or exception of export control.' },
      },
    ),
    state: oneOf({ description: 'Whether the step was announced or in force on that day.' }, state),
    instrument: text({ description: 'Order, licence or other act, by its name.' }),
    subject: text({ description: 'Whom or what it is about.' }),
    people: optional(wholeNumber({ description: 'People that the step names.', unit: 'people', max: 1000 })),
    entities: optional(wholeNumber({ description: 'Companies and bodies that the step names.', unit: 'entities', max: 1000 })),
    body: text({ description: 'Who took or announced the step.' }),
    in_return_for: optional(
      text({ description: 'Release that the step was said to answer, in the words of those who took or reported it.' }),
    ),
    source_id: sourceId(),
    second_source_id: optional(slug({ description: 'Another document, for what the first does not state.', references: 'sources' })),
    confidence: confidence(),
    note: note(),
  },
});
