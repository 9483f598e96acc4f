/** A source as readers see it cited. */
import { formatDate } from '../../figures/format.ts';
import type { Locale } from '../../figures/locales/locale.ts';
import type { Source } from '../edition.ts';
import { firstLanguage } from '../languages.ts';
import type { Strings } from '../strings/strings.ts';

export interface Citation {
  readonly publisher: string;
  /** Title, in quotation marks unless it is our description. */
  readonly title: string;
  readonly titleLanguage: string;
  readonly date: string;
  /** Where the text stands: the publisher's own address where we have it. */
  readonly url: string;
  /** What a reader should know before opening it: copy, archive, state medium, language. */
  readonly remarks: readonly string[];
}

/** Titles stand as given or in English: one with letters that English has not is in the language of its document. */
function titleLanguageOf({ title, language }: Source): string {
  return /[\u00C0-\u02AF\u0370-\u{10FFFF}]/u.test(title.replace(/[\u2000-\u22FF]/g, '')) ? language : firstLanguage;
}

export function cite(source: Source, locale: Locale, { citation }: Strings): Citation {
  const date = source.published !== null ? formatDate(source.published, source.published_precision ?? 'day', locale) : citation.undated;
  const host = new URL(source.url).hostname.replace(/^www\./, '');
  const remarks: string[] = [];
  if (source.host_class === 'mirror' || source.host_class === 'repost') remarks.push(citation.copyAt(host));
  if (source.host_class === 'archive') remarks.push(citation.archivedAt(host));
  if (source.state_aligned === 'yes') remarks.push(citation.state);
  if (source.language !== locale.tag) {
    const language = new Intl.DisplayNames([locale.tag], { type: 'language' }).of(source.language);
    remarks.push(citation.inLanguage(language ?? source.language));
  }
  const described = source.title.startsWith('[') && source.title.endsWith(']');
  return {
    publisher: source.publisher,
    title: described ? source.title.slice(1, -1) : locale.quoted(source.title),
    titleLanguage: locale.tag === firstLanguage ? locale.tag : titleLanguageOf(source),
    date,
    url: source.url,
    remarks,
  };
}
