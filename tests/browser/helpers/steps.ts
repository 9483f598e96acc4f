/** Steps of the story's passages. */

/** Those that have a still: with every row in front, one of a tall drawing would be the drawing before them. */
export const STEPS = '.scrolly-step:not(.is-tall > .scrolly-steps > [data-rows="all"])';
