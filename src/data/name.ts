/** The name of the project, for people and for machines. It stands here alone: pages, files, the element of embeds and recipes take it from here. */

/** As people read it. The title of the package, in data/package.yml, begins with it. */
export const NAME = 'No Empty Cells';

/** As files, the element and messages between frames have it; the same as `name` in data/package.yml. With a hyphen, which an element needs. */
export const SLUG = 'no-empty-cells';
