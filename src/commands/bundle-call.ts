/** What a call of `npm run embed:bundle` asks for, checked before any work is done. Each function throws Stop with what to do instead. */
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { distance } from 'fastest-levenshtein';
import type { Edition } from '../site/edition.ts';
import { chartIn, loadPinned, namesWith } from '../site/embeds/pinned.ts';
import { firstLanguage, languages } from '../site/languages.ts';
import { type BundleSource, sourceNow, sourcePinned } from '../site/publish/bundle/source.ts';
import { siteAddress } from '../site/site-address.ts';
import { refuseUnwritable } from './out-folder.ts';
import { Stop } from './say.ts';

export const usage =
  'npm run embed:bundle -- <chart> [<chart> …] [--version 1.0.0] [--language be] [--at https://news.example/charts/] [--out DIR]';

export interface BundleCall {
  /** One or several, each once. */
  readonly charts: readonly string[];
  readonly version: string | null;
  /** The tag of the language. */
  readonly language: string;
  /** Where the folder will stand on the host's server. */
  readonly at: string | null;
  readonly out: string | null;
}

/** `null` where the call asks how it is made. */
export function readCall(args: readonly string[]): BundleCall | null {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: {
      version: { type: 'string' },
      language: { type: 'string' },
      at: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values['help'] === true) return null;
  const known = ['version', 'language', 'at', 'out'];
  const strange = Object.keys(values).filter((option) => !known.includes(option));
  const empty = known.filter((option) => option in values && (typeof values[option] !== 'string' || values[option] === ''));
  if (positionals.length === 0) throw new Stop(`Name a chart, or several: ${usage}`);
  const twice = positionals.find((chart, index) => positionals.indexOf(chart) !== index);
  if (twice !== undefined) throw new Stop(`The chart "${twice}" is named twice: ${usage}`);
  if (strange.length > 0 || empty.length > 0) {
    const faults = [...strange.map((option) => `--${option} is not known`), ...empty.map((option) => `--${option} needs a value`)];
    throw new Stop(`${faults.join('; ')}: ${usage}`);
  }
  const { version, language = firstLanguage, at, out } = values as Readonly<Record<string, string | undefined>>;
  const tags = languages.map(({ tag }) => tag);
  if (!tags.includes(language)) throw new Stop(`--language: expected one of ${tags.join(', ')}, found "${language}"`);
  return { charts: positionals, version: version ?? null, language, at: at === undefined ? null : hostAddress(at), out: out ?? null };
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

/** The charts to bundle. Two names of one chart are refused, as the second would overwrite the first. */
export function sourcesFor(root: string, { charts, version }: BundleCall, now: Edition): BundleSource[] {
  const found = charts.map((chart) => ({ chart, source: sourceFor(root, chart, version, now) }));
  for (const [index, { chart, source }] of found.entries()) {
    const same = found.slice(0, index).find((other) => other.source.id === source.id);
    if (same) throw new Stop(`"${same.chart}" and "${chart}" are names of one chart; name it once.`);
  }
  return found.map(({ source }) => source);
}

/** The chart as the data has it, or as the release asked for kept it. */
function sourceFor(root: string, chart: string, version: string | null, now: Edition): BundleSource {
  const pinned = loadPinned(root, now.locale.tag);
  const ids = new Set([...now.charts.keys(), ...pinned.flatMap(({ charts }) => [...charts.keys()])]);
  const names = namesWith(chart);
  if (!names.some((name) => ids.has(name))) throw new Stop(unknownChart(chart, [...ids]));
  const present = names.find((name) => now.charts.has(name));
  if (version === null && present !== undefined) return sourceNow(root, now, present);
  const holding = pinned.flatMap((release) => {
    const frozen = chartIn(release, names);
    return frozen && !release.withdrawn.has(frozen.id) ? [frozen] : [];
  });
  const versions = pinned.map(({ release }) => release.version).reverse();
  if (version !== null && !versions.includes(version))
    throw new Stop(`There is no version "${version}" of the data. The versions are: ${versions.join(', ')}`);
  const frozen = holding.find((candidate) => candidate.version === version);
  if (frozen) return sourcePinned(root, frozen);
  const others = holding.map((candidate) => candidate.version).reverse();
  const ways = [
    ...(others.length > 0 ? [`${others.join(', ')}, with --version`] : []),
    ...(present === undefined ? [] : ['the data as it is, without --version']),
  ];
  const has = version === null ? `The chart "${chart}" is no longer made` : `Version ${version} of the data has no chart "${chart}"`;
  throw new Stop(`${has}. It can be had from ${ways.join(', or from ')}.`);
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
  refuseUnwritable(folder);
}
