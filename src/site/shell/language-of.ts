/** In which language and script a text of the data is, so that voices, hyphenation and translation take it for what it is. */

/** Whether most letters of a text are Latin ones. */
function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latn}/gu)?.length ?? 0;
  return latin * 2 >= letters;
}

/**
 * The tag of a text in a language: the language itself, with `-Latn` where its own letters are others and the text is transliterated.
 * `language` is a BCP 47 tag.
 */
function tagOf(text: string, language: string): string {
  const { script = 'Latn' } = new Intl.Locale(language).maximize();
  return script !== 'Latn' && isLatin(text) ? `${language}-Latn` : language;
}

/** The tag of the title of a document in `language`. What stands in brackets is a description in English, unless it has letters of the document's own. */
export function titleTag(title: string, language: string): string {
  const described = title.startsWith('[') && title.endsWith(']');
  return described && isLatin(title) ? 'en' : tagOf(title, language);
}
