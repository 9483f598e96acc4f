import { oneOf, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** Groups of counters, each with its own colour and mark in every chart. */
export const counterGroups = {
  rights_groups: {
    label: 'Viasna and other rights groups',
    definition: 'Rights groups and civil initiatives, Belarusian and international.',
  },
  official: { label: 'Belarusian authorities', definition: 'Bodies of the Belarusian state, and pollsters that it allowed.' },
  intergovernmental: {
    label: 'the UN and other states',
    definition: 'The United Nations, other international bodies and the governments of other states.',
  },
  media_and_pollsters: {
    label: 'media, pollsters and others',
    definition: 'Reporters, independent pollsters, campaigns, and makers of estimates whom the source does not name.',
  },
} as const;

/** Who counts, in one spelling, and in groups that readers can tell apart. */
export const counters = defineTable({
  name: 'counters',
  title: 'Counters',
  description: 'One row a body that counted. The other tables name it in counted_by, so that every number says whose it is.',
  primaryKey: ['counter'],
  fields: {
    counter: text({ description: 'Name of the counter, as counted_by writes it.' }),
    counter_group: oneOf(
      { description: 'Group of counters that it belongs to. Groups have a colour and a mark of their own in all charts.' },
      counterGroups,
    ),
    description: text({ description: 'Who or what the counter is.' }),
  },
});
