/** Steps of the story's passages. */

/** Those that have a still of their own: nearly all, as a test of passages holds. */
export const STEPS = '.scrolly-step:has(.scrolly-still)';
