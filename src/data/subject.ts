/** What the data is about. It stands here alone: the rules on wholes and parts, and what pages tell other programs, take it from here. */

/** The country that the package covers, as the field `place` has it where a count is of the whole of it. */
export const COUNTRY = 'Belarus';

/** From when most tables speak: the year of the election. A table that goes further back says so. */
export const SUBJECT_SINCE = '2020-01-01';

/** The same in the field `region`, whose values stand in `regions.ts`. */
export const WHOLE_REGION = 'belarus';
