import { slug } from '../field.ts';
import { defineTable } from '../table.ts';

/** Which people of `people` an event of the chronicle is about. */
export const eventPeople = defineTable({
  name: 'event-people',
  title: 'People in the chronicle',
  description:
    'One row a person of the table people whom the title or the summary of an event names, by the whole name or the family name. The table has no opinion on how much of the event is about the person.',
  primaryKey: ['event_id', 'person'],
  orderedBy: ['event_id', 'person'],
  fields: {
    event_id: slug({ description: 'The event.', references: 'events' }),
    person: slug({ description: 'Who is named in it.', references: 'people' }),
  },
});
