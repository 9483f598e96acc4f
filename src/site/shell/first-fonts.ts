/** The files of typefaces that a page asks for before its styles do: those of the letters that its language is written with. */
import sansCyrillic from '@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2?url';
import sansLatin from '@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2?url';
import serifCyrillic from '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2?url';
import serifLatin from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';

/** Digits, blanks and signs are in the Latin files, whatever the script. The few letters that Polish has beside them come when they are met. */
export function firstFonts(tag: string): readonly string[] {
  const cyrillic = new Intl.Locale(tag).maximize().script === 'Cyrl';
  return cyrillic ? [serifCyrillic, sansCyrillic, serifLatin, sansLatin] : [sansLatin, serifLatin];
}
