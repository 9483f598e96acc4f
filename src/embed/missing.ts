/**
 * The script of the page that a host serves for any address that does not exist. It stands at any depth, so all that it knows of
 * where it is comes from the address. In a frame it tells which chart was asked for, and what can be shown instead.
 */
import { embedPath, ONLY } from './addresses.ts';

/** What the page was built with. */
interface Known {
  /** Titles and released versions by name of chart, former names too, which say the present `name`. */
  readonly charts: Readonly<Record<string, { readonly name: string; readonly title: string; readonly versions: readonly string[] }>>;
  /** Tags of the languages that have a folder of their own. */
  readonly languages: readonly string[];
  readonly words: Readonly<Record<'noChart' | 'noVersion' | 'instead' | 'follow' | 'pin', string>>;
}

interface Asked {
  /** The site's root, with a slash at the end. */
  readonly root: string;
  readonly language: string | null;
  readonly chart: string;
  readonly version: string | null;
  readonly quiet: boolean;
  /** The part of the chart that was asked for. */
  readonly only: string | null;
}

/** A chart is named as its file, a version as three numbers; anything else may be an attempt to put words into the page. */
const NAME = /^[a-z0-9][a-z0-9-]{0,59}$/;
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

/**
 * A root that was taken from an address, if links below it stay on this site; else that of the host. A path may be spelled so
 * that a browser takes its beginning for another host. Exported for tests.
 */
export function ownRoot(path: string): string {
  const here = 'https://own.invalid';
  if (!/^\/(?![/\\])/.test(path) || !URL.canParse(path, here)) return '/';
  const { origin, pathname, search, hash } = new URL(path, here);
  return origin === here && search + hash === '' && /^\/(?!\/)(?:.*\/)?$/.test(pathname) ? pathname : '/';
}

/** What the path of an embed asks for; `null` where it is no embed's. Exported for tests. */
export function askedFor(path: string, languages: readonly string[]): Asked | null {
  const at = path.indexOf('/embed/');
  if (at < 0) return null;
  const parts = path
    .slice(at + '/embed/'.length)
    .replace(/(?:index\.html)?$/, '')
    .split('/')
    .filter((part) => part !== '');
  const language = languages.includes(parts[0] ?? '') ? (parts.shift() ?? null) : null;
  const [chart = '', ...all] = parts;
  const end = all.includes(ONLY) ? all.indexOf(ONLY) : all.length;
  const [rest, only = null] = [all.slice(0, end), all[end + 1]];
  const version = rest.find((part) => part !== 'quiet') ?? null;
  if (!NAME.test(chart) || (version !== null && !VERSION.test(version)) || (only !== null && !NAME.test(only))) return null;
  return { root: ownRoot(path.slice(0, at + 1)), language, chart, version, quiet: rest.includes('quiet'), only };
}

/** Charts whose names have a word in common with the one asked for, the closest first. Exported for tests. */
export function similar(names: readonly string[], asked: string): string[] {
  // Short words tell nothing.
  const wordsOf = (name: string): string[] => name.split('-').filter((word) => word.length > 2);
  const words = new Set(wordsOf(asked));
  const score = (name: string): number => {
    const own = wordsOf(name);
    return own.filter((word) => words.has(word)).length / Math.max(own.length, words.size);
  };
  return names
    .filter((name) => score(name) > 0)
    .sort((a, b) => score(b) - score(a))
    .slice(0, 3);
}

function element(name: string, text: string, href?: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (href !== undefined) made.setAttribute('href', href);
  return made;
}

/** Puts into the page what can be said of the embed asked for. */
function tell(known: Known, asked: Asked, place: HTMLElement): void {
  const chart = Object.hasOwn(known.charts, asked.chart) ? known.charts[asked.chart] : undefined;
  const end = location.search + location.hash;
  const item = (text: string, name: string, version: string | null): HTMLElement => {
    const li = document.createElement('li');
    const path = embedPath({ chart: name, version, quiet: asked.quiet, language: asked.language });
    // Theme and look stay as they were asked for.
    li.append(element('a', text, asked.root + path.slice(1) + end));
    return li;
  };
  const title =
    chart && asked.only === null
      ? known.words.noVersion.replace('{version}', asked.version ?? '').replace('{title}', chart.title)
      : known.words.noChart.replace('{chart}', asked.only === null ? asked.chart : `${asked.chart}/${ONLY}/${asked.only}`);
  const list = document.createElement('ul');
  if (chart) {
    list.append(item(known.words.follow, chart.name, null));
    list.append(...chart.versions.map((version) => item(known.words.pin.replace('{version}', version), chart.name, version)));
  } else
    for (const name of similar(Object.keys(known.charts), asked.chart)) list.append(item(known.charts[name]?.title ?? name, name, null));
  document.title = title;
  const heading = element('h1', title);
  heading.className = 'chart-title';
  place.replaceChildren(heading, ...(list.childElementCount > 0 ? [element('p', known.words.instead), list] : []));
}

/** Corrects links that were made for another root, where the address shows it. */
function moveLinks(root: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-to]'))
    link.setAttribute('href', root + (link.dataset['to'] ?? ''));
}

function start(): void {
  const written = document.querySelector('#known')?.textContent;
  const place = document.querySelector<HTMLElement>('main');
  if (!written || !place) return;
  const known: Known = JSON.parse(written);
  const asked = askedFor(location.pathname, known.languages);
  const [, root] = /^(.*?\/)(?:charts|corrections|data|embed|read|sources)\//.exec(location.pathname) ?? [];
  if (root !== undefined) moveLinks(ownRoot(root));
  if (asked) tell(known, asked, place);
}

if (typeof document !== 'undefined') {
  const { documentElement: page } = document;
  // The script of the frame tells it to the page around.
  page.dataset['chart'] = askedFor(location.pathname, [])?.chart ?? '';
  page.toggleAttribute('data-framed', parent !== window);
  addEventListener('DOMContentLoaded', start);
}
