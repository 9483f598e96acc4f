/** The two sizes of a drawing. A file by itself, since the browser reckons with them too. */

/** Widths, in units of the drawing, for which charts are designed. */
export const widths = { narrow: 360, wide: 720 } as const;
export type Size = keyof typeof widths;
