/** `/feed.xml`: releases of the data and corrections made to it, as an Atom feed (RFC 4287). */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Feed } from 'feed';
import { toHtml } from 'hast-util-to-html';
import type { Correction } from '../../data/corrections.ts';
import { readReleases } from '../../data/versions/frozen.ts';
import { renderMarkdown } from '../data/markdown.ts';
import type { Edition } from '../edition.ts';
import { dataLicence } from '../shell/structured-data.ts';
import { fullAddress } from '../site-address.ts';

/** Namespace of the ids below, drawn once. Ids do not depend on where the site stands, so that a move makes nothing new. */
const namespace = '2f1c7f5e-6a0d-4f0c-9a55-0f6f3a6b9d71';

/** A name-based UUID, version 5 of RFC 9562. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where the changelog page tells of a release. */
export const releaseAnchor = (version: string): string => `v${version}`;

/** Where the corrections page tells of an entry: named by the cell that it is about, so that it lasts. */
export function correctionAnchor(correction: Correction): string {
  return `correction-${correctionId(correction).slice(0, 8)}`;
}

function correctionId({ table, key, field }: Correction): string {
  const cells = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1));
  return uuidOf(JSON.stringify(['correction', table, cells, field]));
}

/** `address` is the site's, with a slash at the end; `root` the project's folder. */
export function feedOf(edition: Edition, root: string, address: string): string {
  const { strings, data, changelog } = edition;
  const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
  const at = (path: string): string => fullAddress(path, address);
  const releases = readReleases(join(root, 'data')).map(({ version, date, why }) => ({
    id: `urn:uuid:${uuidOf(`release ${version}`)}`,
    title: escapeText(strings.feed.release(version)),
    link: at(`/data/changelog/#${releaseAnchor(version)}`),
    date: day(date),
    description: escapeText(why),
    content: renderMarkdown(`## ${version}\n${sectionOf(changelog, version)}`),
  }));
  const corrections = data.corrections.map(({ correction }) => {
    const { table, field, action, expect, value = '', reason, date } = correction;
    const what = strings.corrections.action[action](expect, value);
    return {
      id: `urn:uuid:${correctionId(correction)}`,
      title: escapeText(strings.feed.correction(table, field)),
      link: at(`/corrections/#${correctionAnchor(correction)}`),
      date: day(date),
      description: escapeText(`${what} ${reason}`),
    };
  });
  const items = [...corrections, ...releases].sort((a, b) => b.date.getTime() - a.date.getTime() || (a.id < b.id ? -1 : 1));
  const feed = new Feed({
    id: `urn:uuid:${uuidOf('feed')}`,
    title: strings.feed.title,
    description: strings.feed.description,
    link: at('/'),
    feed: at('/feed.xml'),
    updated: items[0]?.date ?? day(edition.release.modified),
    author: { name: strings.siteName, link: at('/') },
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
