/** Where the site stands on its host, as the files for hosts need to know it. All of it comes from `SITE_URL` and from the built files. */
import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { sitePath } from '../../site-address.ts';

/** An address that has moved, from one path of the site to another. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

export interface Place {
  /** The path of the site on its host, with a slash at both ends. */
  readonly base: string;
  /** The name of the host; an example where the site was built for no host. */
  readonly host: string;
  /** Names in the root of the built site, those of folders with a slash at their end. */
  readonly entries: readonly string[];
  /** Folders of files that have no page, as paths from the root of the site without a slash at their end. */
  readonly bare: readonly string[];
  /** Files that have another name now. Pages at old addresses lead on by themselves. */
  readonly moved: readonly Moved[];
}

/** Reads the place of the built site in `directory`, made for the address `site`. */
export function placeOf(directory: string, site: string | undefined, moved: readonly Moved[]): Place {
  const entries = readdirSync(directory, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => (!/^[._]/.test(name) || name === '.well-known/') && name !== 'hosting/')
    .sort();
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => name.split(sep).join('/'));
  const withPage = new Set(names.filter((name) => name.endsWith('/index.html')).map((name) => name.replace(/\/index\.html$/, '')));
  const folders = new Set(names.map((name) => name.split('/').slice(0, -1).join('/')));
  const bare = [...folders].filter((folder) => folder !== '' && folder !== 'hosting' && !withPage.has(folder)).sort();
  const name = site === undefined ? 'localhost' : new URL(site).hostname;
  const local = /^(localhost|\[?[\d.:a-f]+\]?)$/.test(name);
  return { base: sitePath(site), host: local ? 'example.org' : name, entries, bare, moved };
}

/** Why no server's file can be written for this place, as a sentence; `null` where they can. */
export function whyNone({ base }: Pick<Place, 'base'>): string | null {
  return /^\/(?:[\w.~-]+\/)*$/.test(base)
    ? null
    : `No files for hosts are written: the path ${base} of SITE_URL holds other signs than letters, digits, ".", "_", "~" and "-", which servers read each in their own way.`;
}

/** Why no `_headers` and no `_redirects` are written, as a sentence; `null` where they are. */
export function whyNoneForRoot({ base }: Pick<Place, 'base'>): string | null {
  return base === '/'
    ? null
    : `_headers and _redirects are not written: Netlify and Cloudflare Pages read them in the root of a host only, and this site stands under ${base}.`;
}

/** Text as it stands in a regular expression. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The line about where the files go, for the head of a sample. */
export const wherePut = ({ base }: Place, folder: string): string =>
  base === '/' ? `What dist/ holds goes into ${folder}.` : `What dist/ holds goes into ${folder}${base.slice(0, -1)}.`;
