/** Numbers of the protocol. In a file of constants alone, which a script gets by their values and not by their names. */

/** The version of the messages. */
export const VERSION = 1;

/** Heights, in CSS pixels, that a host accepts. What lies outside is brought to the nearest. */
export const LEAST_HEIGHT = 80;
export const MOST_HEIGHT = 8000;

/** No chart can stand in less, in CSS pixels: heights of frames that are narrower are neither told nor heeded. */
export const LEAST_SEEN = 100;

/** Width of a form of ours where its parent has none to give: the least that charts are drawn for. */
export const INTRINSIC = '280px';
