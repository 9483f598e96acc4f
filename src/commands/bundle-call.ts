/** What a call of `npm run embed:bundle` asks for, checked before any work is done. Each function throws Stop with what to do instead. */
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import { readReleases } from '../data/versions/frozen.ts';
import type { Edition } from '../site/edition.ts';
import { pinnedEdition } from '../site/embeds/pinned.ts';
import type { EmbedEdition } from '../site/embeds/view.ts';
import { siteAddress } from '../site/site-address.ts';
import { Stop } from './say.ts';

const usage = 'npm run embed:bundle -- <chart> [--version 1.0.0] [--at https://news.example/charts/] [--out DIR]';

export interface BundleCall {
  readonly chart: string;
  readonly version: string | null;
  /** Where the folder will stand on the host's server. */
  readonly at: string | null;
  readonly out: string | null;
}

export function readCall(args: readonly string[]): BundleCall {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: { version: { type: 'string' }, at: { type: 'string' }, out: { type: 'string' } },
  });
  const [chart, ...rest] = positionals;
  const known = ['version', 'at', 'out'];
  const strange = Object.keys(values).filter((option) => !known.includes(option));
  const empty = known.filter((option) => option in values && (typeof values[option] !== 'string' || values[option] === ''));
  if (chart === undefined || rest.length > 0) throw new Stop(`Name one chart: ${usage}`);
  if (strange.length > 0 || empty.length > 0) {
    const faults = [...strange.map((option) => `--${option} is not known`), ...empty.map((option) => `--${option} needs a value`)];
    throw new Stop(`${faults.join('; ')}: ${usage}`);
  }
  const { version, at, out } = values as Readonly<Record<string, string | undefined>>;
  return { chart, version: version ?? null, at: at === undefined ? null : hostAddress(at), out: out ?? null };
}

function hostAddress(text: string): string {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Stop(`--at: expected the http(s) address of the folder on your server, found "${text}"`);
  return siteAddress(url);
}

function unknownChart(chart: string, ids: readonly string[]): string {
  const near = ids
    .map((id) => ({ id, away: distance(chart, id) }))
    .filter(({ id, away }) => away <= Math.max(2, id.length / 3) || id.startsWith(chart))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ id }) => id);
  const guess = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
  return `There is no chart "${chart}".${guess}\nThe charts are: ${[...ids].sort().join(', ')}`;
}

/** The edition to draw the chart from: the project's, or that of the release asked for. */
export function editionFor(root: string, { chart, version }: BundleCall, now: Edition): EmbedEdition {
  if (!now.charts.has(chart)) throw new Stop(unknownChart(chart, [...now.charts.keys()]));
  if (version === null) return now;
  const releases = readReleases(join(root, 'data'));
  const versions = releases.map((release) => release.version);
  const release = releases.find((candidate) => candidate.version === version);
  if (!release) throw new Stop(`There is no version "${version}" of the data. The versions are: ${versions.join(', ')}`);
  const edition = pinnedEdition(root, release, now);
  if (edition?.charts.has(chart)) return edition;
  const others = releases
    .filter((candidate) => candidate !== release && pinnedEdition(root, candidate, now)?.charts.has(chart))
    .map((candidate) => candidate.version);
  const instead = others.length > 0 ? `It can be drawn from ${others.join(', ')}` : 'No version can draw it';
  throw new Stop(
    `Version ${version} of the data has no rows for the chart "${chart}". ${instead}, or from the data as it is, without --version.`,
  );
}

/** Both must be free, and their place must be one to write to. */
export function refuseOccupied(folder: string, archive: string): void {
  let names: readonly string[] = [];
  try {
    if (existsSync(folder)) names = readdirSync(folder);
  } catch {
    throw new Stop(`${folder} is no folder that can be read; name another with --out.`);
  }
  if (names.length > 0) throw new Stop(`${folder} is not empty; name another folder with --out.`);
  if (existsSync(archive)) throw new Stop(`${archive} is there already; name another folder with --out.`);
  // Told before the work and not after it.
  let parent = folder;
  while (!existsSync(parent)) parent = dirname(parent);
  try {
    accessSync(parent, constants.W_OK);
    if (!statSync(parent).isDirectory()) throw new Error('no folder');
  } catch {
    throw new Stop(`${parent} is no folder that can be written; name another with --out.`);
  }
}
