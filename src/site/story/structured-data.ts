/** schema.org for programs that read pages: the story as an Article. */
import { COUNTRY } from '../../data/subject.ts';
import type { SiteDates } from '../dates.ts';
import type { Edition } from '../edition.ts';
import { folderOf } from '../languages.ts';
import { dataLicence, projectOf } from '../shell/structured-data.ts';

/**
 * JSON-LD of the story. `site` is the site's full address when it knows its own, else null; then addresses are
 * relative to the page. The day of publication is that of the data's first release.
 */
export function articleOf(edition: Edition, dates: SiteDates, site: string | null): Record<string, unknown> {
  const { strings, locale, story, release } = edition;
  const folder = folderOf(locale.tag);
  // Relative addresses are read from the story's own page.
  const root = site ?? (folder === null ? './' : '../');
  const at = (path: string): string => root + path;
  const here = folder === null ? '' : `${folder}/`;
  const project = projectOf(strings.siteName, release, at(''));
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    mainEntityOfPage: at(here),
    headline: `${strings.siteName}: ${strings.tagline}`,
    description: strings.description,
    inLanguage: locale.tag,
    datePublished: dates.published,
    dateModified: dates.modified,
    author: project,
    publisher: project,
    license: dataLicence,
    isAccessibleForFree: true,
    image: at('charts/neutral-card.png'),
    wordCount: story.chapters.reduce((sum, { words }) => sum + words, 0),
    about: { '@type': 'Place', name: COUNTRY },
    isBasedOn: {
      '@type': 'Dataset',
      name: `${strings.siteName}, ${strings.catalogue.title}`,
      description: strings.catalogue.description,
      url: at('data/'),
      version: release.version,
      license: dataLicence,
      creator: project,
    },
    hasPart: story.chapters.map(({ id, title }) => ({ '@type': 'WebPageElement', name: title, url: at(`${here}#${id}`) })),
  };
}
