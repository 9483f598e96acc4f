/** The two sizes of a drawing. A file by itself, since the browser reckons with them too. */

/** Widths, in units of the drawing, for which charts are designed. */
export const widths = { narrow: 360, wide: 720 } as const;
/** Blank units at both sides of a drawing: on a phone it reaches the edges of the screen, which no word may touch. */
export const margins = { narrow: 8, wide: 0 } as const;
export type Size = keyof typeof widths;
