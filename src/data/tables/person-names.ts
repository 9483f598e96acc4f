import { personName, slug } from '../field.ts';
import { defineTable } from '../table.ts';

/** Which person of `people` a name in another table means. */
export const personNames = defineTable({
  name: 'person-names',
  title: 'Names of people in other tables',
  description:
    'One row a name as it stands in a column of names (candidate, name, speaker), with the person of the table people whom it means. Names that are not here are of people whose cases the package does not follow, or of bodies. Join it to bring together all that the tables say of one person.',
  primaryKey: ['name'],
  orderedBy: ['name'],
  fields: {
    name: personName({ description: 'The name as it stands in the cell.' }),
    person: slug({ description: 'Whom it means.', references: 'people' }),
  },
});
