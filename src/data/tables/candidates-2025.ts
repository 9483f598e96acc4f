import { counter, judged } from '../columns.ts';
import { sourceId } from '../common.ts';
import { day, personName, slug, text, wholeNumber } from '../field.ts';
import { defineTable } from '../table.ts';

/** The five candidates of January 2025: signatures gathered and votes announced. */
export const candidates2025 = defineTable({
  name: 'candidates-2025',
  title: 'Candidates of 2025',
  description:
    'One row a candidate for president in 2025, with the signatures that the election commission accepted (100,000 were needed) and the votes of its preliminary result. Shares are in presidential-results; the final count left them unchanged.',
  primaryKey: ['candidate'],
  valueField: 'signatures',
  dateField: 'registered',
  fields: {
    candidate: personName({ description: 'Name as in presidential-results.' }),
    registered: day({ description: 'Day on which the commission registered the candidate.' }),
    role: text({ description: 'Office or occupation at that time.' }),
    signatures: wholeNumber({ description: 'Signatures of voters that the commission accepted.', unit: 'signatures', max: 7_000_000 }),
    votes: wholeNumber({ description: 'Votes by the preliminary result of 27 January 2025.', unit: 'votes', max: 7_000_000 }),
    ...counter(),
    source_id: sourceId(),
    votes_source_id: slug({ description: 'The document that states the votes.', references: 'sources' }),
    ...judged(),
  },
});
