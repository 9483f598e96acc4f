/**
 * The headers that a host of the site should send, declared once. Everything else in this folder writes them down in
 * the form that some host reads. Some of what protects readers exists as a header only: not to be kept on a disk, not
 * to be framed, to give no address away with an image's request.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { releasedVersions, releasesFolder } from '../../../data/versions/snapshot.ts';
import { sumsFile } from '../../../data/versions/sums.ts';
import { languages, pathIn } from '../../languages.ts';

export interface Rule {
  /** Stands as a comment in the files for hosts. */
  readonly why: string;
  /** Paths from the root of the site: a file, or a folder with a slash at its end. Only the first level. None: everywhere. */
  readonly at?: readonly string[];
  /** Where the rule does not hold, in the same form. */
  readonly except?: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** What a reader or a host loses where a server does not send them: told by `npm run hosting:check`. */
  readonly without: string;
}

/** What the pages never use. Names that Chromium does not know would be told in the console of every page. */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

export const rules: readonly Rule[] = [
  {
    why: 'Other sites learn nothing from a link or a file, not even by a look-up of their name; the browser is asked for nothing; a connection once safe stays so.',
    headers: {
      'Referrer-Policy': 'no-referrer',
      'X-DNS-Prefetch-Control': 'off',
      'X-Content-Type-Options': 'nosniff',
      'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
      'Strict-Transport-Security': 'max-age=31536000',
    },
    without:
      'Other sites may learn from a link who reads here, a file may be taken for what it is not, or a connection may go down to plain text.',
  },
  {
    why: 'Only embeds may stand in frames of other sites. In a page, a policy can say that by a header only.',
    except: ['embed/'],
    headers: { 'Content-Security-Policy': "frame-ancestors 'self'", 'Cross-Origin-Opener-Policy': 'same-origin' },
    without: 'Any site can put the pages into a frame of its own, under an address that is not ours.',
  },
  {
    why: 'What tells of the subject is not written to a reader’s disk, where a cache counts as keeping it. Embeds least of all: readers meet them on pages of others, without having come here. Caches of a host in between may keep it for five minutes and take the load.',
    except: ['assets/', 'embed.js'],
    headers: { 'Cache-Control': 'no-store', 'CDN-Cache-Control': 'public, max-age=300' },
    without: 'What was read stays on the disk of the reader, where it can be found, and a correction reaches readers late.',
  },
  {
    why: 'Styles, scripts and typefaces say nothing, and their names change with what is in them.',
    at: ['assets/'],
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
    without: 'Readers load styles, scripts and typefaces again with every page.',
  },
  {
    why: 'The loader stands on pages of others under one name for good, and a mended one should reach them within the hour.',
    at: ['embed.js'],
    headers: { 'Cache-Control': 'public, max-age=3600' },
    without: 'Pages that embed charts load the script again each time, or keep an old one for long.',
  },
  {
    why: 'Data, pictures and descriptions of charts, and the feed may be read by programs on any page. Nothing here differs from reader to reader.',
    at: ['charts/', 'data/', 'embed.js', 'feed.xml'],
    headers: { 'Access-Control-Allow-Origin': '*' },
    without: 'Programs on other sites can’t read the data, the feed, or what an embed needs to know of its chart.',
  },
  {
    why: 'Hosts that isolate themselves (COEP) take in only what says that it may be taken, and in frames only what isolates itself. Embeds may, since all that they load is ours; styles and typefaces, because a frame without an origin loads them too.',
    at: ['assets/', 'charts/', 'data/', 'embed/', 'embed.js', 'feed.xml'],
    headers: { 'Cross-Origin-Resource-Policy': 'cross-origin' },
    without: 'Charts don’t show on sites that isolate themselves from others (COEP).',
  },
  {
    why: 'Nothing else is meant to be taken in by other sites.',
    except: ['assets/', 'charts/', 'data/', 'embed/', 'embed.js', 'feed.xml'],
    headers: { 'Cross-Origin-Resource-Policy': 'same-origin' },
    without: 'Other sites can load pages of ours as if they were parts of their own.',
  },
  {
    why: 'See above: an embed isolates itself, so that it may stand on a page that does.',
    at: ['embed/'],
    headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
    without: 'Embeds don’t show on sites that isolate themselves from others (COEP).',
  },
];

/** The type of each kind of file, since hosts know some of them and guess differently: by the ending of a name, and by path. */
export const types: { readonly endings: Readonly<Record<string, string>>; readonly paths: Readonly<Record<string, string>> } = {
  endings: {
    cff: 'text/plain; charset=utf-8',
    css: 'text/css; charset=utf-8',
    csv: 'text/csv; charset=utf-8',
    epub: 'application/epub+zip',
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    json: 'application/json',
    md: 'text/markdown; charset=utf-8',
    parquet: 'application/vnd.apache.parquet',
    pdf: 'application/pdf',
    png: 'image/png',
    sqlite: 'application/vnd.sqlite3',
    svg: 'image/svg+xml',
    txt: 'text/plain; charset=utf-8',
    woff2: 'font/woff2',
    xml: 'application/xml; charset=utf-8',
    yml: 'text/plain; charset=utf-8',
    zip: 'application/zip',
  },
  paths: {
    ...Object.fromEntries(languages.map(({ tag }) => [pathIn(tag, '/feed.xml').slice(1), 'application/atom+xml; charset=utf-8'])),
    ...Object.fromEntries(sumFiles().map((path) => [path, 'text/plain; charset=utf-8'])),
  },
};

/** Files of sums, whose names have no ending: of today's tables, and of each release as it is served. */
function sumFiles(): string[] {
  const folder = join(process.cwd(), 'data');
  const kept = releasedVersions(folder).flatMap((version) =>
    [version, `${version}/charts`].filter((place) => existsSync(join(folder, releasesFolder, place, sumsFile))),
  );
  return [sumsFile, `data/${sumsFile}`, ...kept.map((place) => `data/${place}/${sumsFile}`)];
}

/** The type of the file at a path from the root of the site; a folder answers with its page. `null` where none is declared. */
export function typeOf(path: string): string | null {
  const file = path === '' || path.endsWith('/') ? 'index.html' : path;
  const [, ending = ''] = /\.([a-z0-9]+)$/.exec(file) ?? [];
  return types.paths[path] ?? types.endings[ending] ?? null;
}

/** Types of text: these are worth compressing. */
export const textTypes: readonly string[] = [
  ...new Set(
    [...Object.values(types.endings), ...Object.values(types.paths)].map(bareType).filter((type) => /^text\/|json|xml/.test(type)),
  ),
];

/** A type without its charset. */
export function bareType(type: string): string {
  return type.replace(/;.*/, '');
}

/** What is there for hosts and not for readers, as a regular expression over paths from the root of the site. */
export const notServed = '(?:\\.htaccess|_headers|_redirects|hosting(?:/.*)?|.*\\.(?:br|gz))';

const isAt = (path: string, place: string): boolean => (place.endsWith('/') ? path.startsWith(place) : path === place);

/** The headers of a path from the root of the site, such as `charts/held/`. */
export function headersOf(path: string): ReadonlyMap<string, string> {
  const holding = rules.filter(
    ({ at, except = [] }) => (at?.some((place) => isAt(path, place)) ?? true) && !except.some((place) => isAt(path, place)),
  );
  return new Map(holding.flatMap(({ headers }) => Object.entries(headers)));
}

/** One header: what it is almost everywhere, and the places where it is something else. `null` is not sent. */
export interface Header {
  readonly name: string;
  readonly value: string | null;
  readonly elsewhere: readonly { readonly place: string; readonly value: string | null }[];
}

/** All headers, in the order of the rules. */
export function allHeaders(): Header[] {
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
  return names.map((name) => {
    const about = rules.filter(({ headers }) => name in headers);
    const places = [...new Set(about.flatMap(({ at = [], except = [] }) => [...at, ...except]))];
    const at = (path: string): string | null => headersOf(path).get(name) ?? null;
    return { name, value: at(''), elsewhere: places.map((place) => ({ place, value: at(place) })) };
  });
}
