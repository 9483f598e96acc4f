/** The regions of Belarus in one spelling, for every table that has a field `region`. */
import { oneOf } from './field.ts';

/** Value in the tables, and the name that readers see. */
export const regions = {
  brest: 'Brest region',
  vitsebsk: 'Vitsebsk region',
  homel: 'Homel region',
  hrodna: 'Hrodna region',
  'minsk-region': { label: 'Minsk region', definition: 'The region around the capital, without the city of Minsk.' },
  mahiliou: 'Mahiliou region',
  'minsk-city': { label: 'Minsk city', definition: 'The capital, which is a region of its own.' },
  abroad: { label: 'Abroad', definition: 'Embassies and consulates. There were polling stations abroad up to 2020.' },
  belarus: { label: 'Belarus', definition: 'The country as a whole, polling stations abroad included where votes are counted.' },
} as const;

/** A field that names a region, or the country as a whole. */
export const region = (description = 'Region that the row speaks of.') => oneOf({ description }, regions);
