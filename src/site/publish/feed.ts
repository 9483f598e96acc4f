/** `/feed.xml`: releases of the data, mistakes of ours and corrections of sources, as an Atom feed (RFC 4287). */
import { join } from 'node:path';
import { Feed } from 'feed';
import { toHtml } from 'hast-util-to-html';
import { readReleases } from '../../data/versions/frozen.ts';
import { correctionAnchor, correctionId, mistakeAnchor, releaseAnchor, uuidOf } from '../data/anchors.ts';
import { renderMarkdown } from '../data/markdown.ts';
import { headlineOf, placesOf } from '../data/mistakes.ts';
import type { Edition } from '../edition.ts';
import { firstLanguage, pathIn } from '../languages.ts';
import { dataLicence } from '../shell/structured-data.ts';
import { fullAddress } from '../site-address.ts';

/** `address` is the site's, with a slash at the end; `root` the project's folder. */
export function feedOf(edition: Edition, root: string, address: string): string {
  const { strings, data, changelog } = edition;
  const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
  const { tag } = edition.locale;
  // An entry in another language is another entry.
  const idOf = (name: string): string => `urn:uuid:${uuidOf(tag === firstLanguage ? name : `${name} ${tag}`)}`;
  const at = (path: string): string => fullAddress(path, address);
  const here = (path: string): string => at(pathIn(tag, path));
  const releases = readReleases(join(root, 'data')).map(({ version, date, why }) => ({
    id: idOf(`release ${version}`),
    title: escapeText(strings.feed.release(version)),
    link: at(`/data/changelog/#${releaseAnchor(version)}`),
    date: day(date),
    description: escapeText(why),
    // A reader of feeds is on no page of ours.
    content: renderMarkdown(`## ${version}\n${sectionOf(changelog, version)}`).replaceAll('href="/', `href="${at('/')}`),
  }));
  const corrections = data.corrections.map(({ correction }) => {
    const { action, expect, value = '', reason, date } = correction;
    const what = strings.corrections.action[action](expect, value);
    return {
      id: tag === firstLanguage ? `urn:uuid:${correctionId(correction)}` : idOf(correctionId(correction)),
      title: escapeText(strings.feed.correction(headlineOf(correction, edition))),
      link: here(`/corrections/#${correctionAnchor(correction)}`),
      date: day(date),
      description: escapeText(`${what} ${reason}`),
    };
  });
  const mistakes = edition.errata.map((mistake) => ({
    id: idOf(`mistake ${mistake.id}`),
    title: escapeText(strings.feed.mistake(placesOf(mistake, edition)[0]?.text ?? mistake.id)),
    link: here(`/corrections/#${mistakeAnchor(mistake)}`),
    date: day(mistake.found),
    description: escapeText(`${strings.corrections.was} ${mistake.was} ${strings.corrections.now} ${mistake.now}`),
  }));
  const items = [...mistakes, ...corrections, ...releases].sort((a, b) => b.date.getTime() - a.date.getTime() || (a.id < b.id ? -1 : 1));
  const feed = new Feed({
    id: idOf('feed'),
    title: strings.feed.title,
    description: strings.feed.description,
    link: here('/'),
    feed: here('/feed.xml'),
    language: tag,
    updated: items[0]?.date ?? day(edition.release.modified),
    author: { name: strings.siteName, link: here('/') },
    copyright: dataLicence,
    generator: false,
  });
  for (const item of items) feed.addItem(item);
  return feed.atom1();
}

/** The text of a release in the changelog, without its heading. */
function sectionOf(changelog: string, version: string): string {
  const found = changelog.split(/^## /m).find((section) => section.startsWith(`${version} (`));
  return found?.replace(/^.*\n/, '') ?? '';
}

/** Titles and summaries of the feed are HTML. */
const escapeText = (value: string): string => toHtml({ type: 'text', value });
