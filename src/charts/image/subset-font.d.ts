declare module 'subset-font' {
  /** Cuts a font down to the letters of `text`; `variationAxes` pins or narrows axes of a variable font. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      targetFormat: 'sfnt' | 'woff2';
      /** Names kept beside those that every font needs. */
      preserveNameIds?: readonly number[];
      variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number; readonly default: number }>>;
    },
  ): Promise<Uint8Array>;
}
