/** Looks at a site where it is published, and says in sentences what its server leaves out. */
import { type Answer, type Fault, judge, type Kind } from './judge.ts';

/** How a path is asked for: its answer without following it elsewhere. Injected in tests. */
export type Ask = (address: string) => Promise<Answer>;

/** A path of each kind that the rules tell apart, with what is expected of it. `chart` is the name of any chart. */
export function probes(chart: string): (readonly [path: string, kind: Kind])[] {
  const there = [
    '',
    'read/',
    'charts/',
    `charts/${chart}/`,
    `charts/${chart}.svg`,
    `charts/${chart}.png`,
    `charts/${chart}.csv`,
    'data/',
    'data/SHA256SUMS',
    `embed/${chart}/`,
    `embed/${chart}/quiet/`,
    'embed.js',
    'feed.xml',
    'sitemap.xml',
    'icon.svg',
  ];
  const missing = ['no-such-page/', `embed/${chart}/999.0.0/`, 'embed/no-such-chart/', 'assets/'];
  return [
    ...there.map((path) => [path, 'there'] as const),
    ...missing.map((path) => [path, 'missing'] as const),
    ...['.htaccess', '_headers', 'hosting/nginx.conf'].map((path) => [path, 'hidden'] as const),
    [`charts/${chart}`, 'folder'],
  ];
}

/** Faults of the same kind, with the paths that have them. */
export interface Finding extends Fault {
  readonly paths: readonly string[];
}

/** Asks for each probe below `site`, an address with a slash at its end, and gathers what is wrong. */
export async function checkLive(site: string, chart: string, ask: Ask): Promise<Finding[]> {
  const found = new Map<string, { fault: Fault; paths: string[] }>();
  const add = (fault: Fault, path: string): void => {
    const known = found.get(fault.what) ?? { fault, paths: [] };
    found.set(fault.what, { ...known, paths: [...known.paths, path] });
  };
  for (const [path, kind] of probes(chart)) {
    // What is not for readers has the headers of whatever is missing; only that it is not shown counts.
    for (const fault of judge(kind === 'hidden' ? 'nothing' : path, kind, await ask(site + path))) add(fault, `/${path}`);
  }
  for (const fault of await connectionFaults(site, ask)) add(fault, '/');
  return [...found.values()].map(({ fault, paths }) => ({ ...fault, paths }));
}

async function connectionFaults(site: string, ask: Ask): Promise<Fault[]> {
  if (!site.startsWith('https:')) {
    return [
      {
        what: 'expected an address that begins with https://, found plain HTTP',
        means: 'Everyone on the line between sees what is read, and can change it; browsers ignore what keeps a connection safe.',
      },
    ];
  }
  const { hostname, pathname, port } = new URL(site);
  // A server on a port of its own has no plain twin to look for.
  if (port !== '') return [];
  const answer = await ask(`http://${hostname}${pathname}`).catch(() => null);
  const location = answer?.headers.get('location') ?? '';
  if (answer === null || (answer.status > 300 && answer.status < 309 && location.startsWith('https:'))) return [];
  return [
    {
      what: `expected plain HTTP to lead to https://, found the answer ${answer.status}${location === '' ? '' : ` to ${location}`}`,
      means: 'Who types the address without https:// reads in plain text.',
    },
  ];
}

/** The findings as sentences, each with what it means. */
export function told(site: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [`${site} keeps every rule.`];
  const lines = findings.map(({ what, means, paths }) => `- ${named(paths)}: ${what}. ${means}`);
  return [`${site} breaks ${findings.length === 1 ? 'a rule' : `${findings.length} rules`}:`, ...lines];
}

/** Three paths say where to look; the number says how far it goes. */
function named(paths: readonly string[]): string {
  const others = paths.length - 3;
  return others > 0 ? `${paths.slice(0, 3).join(', ')} and ${others} more` : paths.join(', ');
}
