import { oneOf, optional, slug, text } from '../field.ts';
import { defineTable } from '../table.ts';

/** Which places, and which country or region by its code, a place or region in another table means. */
export const placeNames = defineTable({
  name: 'place-names',
  title: 'Places and regions in other tables',
  description:
    'One row a place that a cell of the columns place, region or destination means: the place in the table places where it has one, and the code of the country or region. A cell that names several places has a row for each that it names. Places without an entry in places are given by the region or country that they lie in.',
  primaryKey: ['name', 'place_id', 'iso_3166'],
  orderedBy: ['name'],
  fields: {
    name: text({ description: 'The place or region as it stands in the cell.' }),
    place_id: optional(
      slug({
        description: 'The place, or the region that it lies in. Empty outside Belarus and for the country as a whole.',
        references: 'places',
      }),
    ),
    iso_3166: optional(
      text({
        description:
          'Code of the country (ISO 3166-1) or, in Belarus, of the region or the city of Minsk (ISO 3166-2). Empty for towns, whose region stands in places, and for what is no country.',
      }),
    ),
    scope: oneOf(
      { description: 'What of the place the cell means.' },
      {
        whole: { label: 'the place', definition: 'The cell means this place or region as a whole.' },
        within: { label: 'a part of it', definition: 'The cell means a place in it or at its border that has no entry of its own.' },
        several: { label: 'among others', definition: 'The cell names several places; this is one of them.' },
      },
    ),
  },
});
