import { sourced } from '../columns.ts';
import { day, oneOf, optional, text, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** How other states and bodies took the results of presidential elections. */
export const recognition = defineTable({
  name: 'recognition',
  title: 'Recognition by other states',
  description:
    'One row an act by which a state or a body took a position on a presidential election. The lists are not complete: states are named where a source names them, and rows of the kind list give the number that a source counts. A state without a row has not been looked at.',
  primaryKey: ['election_date', 'actor', 'position', 'source_id'],
  valueField: 'states',
  dateField: 'election_date',
  stocks: 'all',
  since: '1994-01-01',
  fields: {
    election_date: day({ description: 'Day of the election, the first round in case of two.' }),
    actor: text({ description: 'State or body in its common English name; for a list, what the list holds.' }),
    actor_kind: oneOf(
      { description: 'Kind of actor.' },
      {
        state: 'a state',
        body: { label: 'a body of states', definition: 'The European Union or one of its institutions.' },
        list: {
          label: 'a list',
          definition: 'A number of states that a source counts, named or not. Never added to the rows of single states.',
        },
      },
    ),
    position: oneOf(
      { description: 'Position taken.' },
      {
        congratulated: { label: 'congratulated', definition: 'Congratulated the winner, which is taken as recognition.' },
        not_recognised: { label: 'did not recognise', definition: 'Said that it does not recognise the result or the mandate.' },
        rejected_in_advance: {
          label: 'rejected in advance',
          definition: 'Said before election day that the vote could not be free or fair.',
        },
        called_for_non_recognition: { label: 'called for non-recognition', definition: 'Asked states not to recognise the result.' },
        rejected_as_sham: { label: 'dismissed as a sham', definition: 'Called the vote a sham or denied it any legitimacy.' },
        criticised: { label: 'criticised', definition: 'Voiced disappointment without denying recognition.' },
        imposed_sanctions: { label: 'imposed sanctions', definition: 'Answered the vote with sanctions.' },
        eased_sanctions: { label: 'eased sanctions', definition: 'Agreed to ease sanctions in the days after the vote.' },
        statement_withdrawn: { label: 'took a statement down', definition: 'Is said to have removed an earlier statement.' },
      },
    ),
    date: optional(day({ description: 'Day of the act, or of the list that names the state. Empty where no day is known.' })),
    date_kind: oneOf(
      { description: 'What the date stands for.' },
      {
        act: 'day of the act',
        as_of: { label: 'counted by that day', definition: 'The act is listed on that day and happened on it or before.' },
        unknown: 'no day known',
      },
    ),
    states: optional(wholeNumber({ description: 'Number of states on the list. Filled for lists only.', unit: 'states', max: 200 })),
    ...sourced(),
  },
  rules: [
    (row) =>
      (row.date === null) !== (row.date_kind === 'unknown')
        ? { field: 'date_kind', message: 'expected "unknown" exactly where there is no date' }
        : undefined,
    (row) =>
      (row.states === null) === (row.actor_kind === 'list')
        ? { field: 'states', message: 'expected a number of states for a list and for nothing else' }
        : undefined,
  ],
});
