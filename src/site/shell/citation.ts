/** A source as readers see it cited. */
import { formatDate } from '../../figures/format.ts';
import type { Locale } from '../../figures/locales/locale.ts';
import type { Source } from '../edition.ts';
import type { Strings } from '../strings/strings.ts';
import { titleTag } from './language-of.ts';

export interface Citation {
  readonly publisher: string;
  /** Title, in quotation marks unless it is our description. */
  readonly title: string;
  /** Of title and document, as BCP 47 tags. */
  readonly titleLanguage: string;
  readonly language: string;
  readonly date: string;
  /** Where the text stands: the publisher's own address where we have it. */
  readonly url: string;
  /** What a reader should know before opening it: copy, archive, state medium, language. */
  readonly remarks: readonly string[];
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
    titleLanguage: titleTag(source.title, source.language),
    language: source.language,
    date,
    url: source.url,
    remarks,
  };
}
