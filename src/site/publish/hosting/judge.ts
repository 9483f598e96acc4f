/** What a server answered, held against the rules: one judge for the tests of the samples and for live sites. */
import { headersOf, rules, typeOf } from './rules.ts';

export interface Answer {
  readonly status: number;
  /** By name in small letters. A header that was sent twice has its values joined by " || ". */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What a path from the root of the site is asked for: what is there, what is not, what is not for readers, a folder without its slash. */
export type Kind = 'there' | 'missing' | 'hidden' | 'folder';

export interface Fault {
  /** What was expected and what was found. */
  readonly what: string;
  /** What that means for readers. */
  readonly means: string;
}

/** The script of our own page for what does not exist reads what it knows from here. */
const OWN_404 = 'id="known"';
const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];

/** All that is wrong with the answer to a path from the root of the site, such as `charts/held/`. */
export function judge(path: string, kind: Kind, answer: Answer): Fault[] {
  if (kind === 'folder') return redirectFaults(answer);
  const faults = statusFaults(kind, answer);
  const type = kind === 'there' ? typeOf(path) : typeOf('404.html');
  const found = answer.headers.get('content-type') ?? null;
  if (type !== null && !sameType(type, found)) {
    faults.push({
      what: `expected the type ${type}, found ${found ?? 'none'}`,
      means: 'Browsers and programs don’t know what the file is, or read its letters wrongly.',
    });
  }
  return [...faults, ...headerFaults(path, answer)];
}

/** Headers that are not as the rules have them. */
export function headerFaults(path: string, { headers }: Answer): Fault[] {
  const wanted = headersOf(path);
  return names.flatMap((name) => {
    const expected = wanted.get(name) ?? null;
    const found = headers.get(name.toLowerCase()) ?? null;
    if (expected === found) return [];
    const means =
      expected === null
        ? 'What is allowed elsewhere is refused here.'
        : (rules.find(({ headers: own }) => own[name] === expected)?.without ?? '');
    return [{ what: `expected ${name} ${expected ?? 'not to be sent'}, found ${found ?? 'none'}`, means: means }];
  });
}

function statusFaults(kind: Kind, { status, body }: Answer): Fault[] {
  if (kind === 'there') {
    return status === 200
      ? []
      : [{ what: `expected the answer 200, found ${status}`, means: 'A part of the site does not reach its readers.' }];
  }
  const faults: Fault[] = [];
  if (status !== 404) {
    faults.push({
      what: `expected the answer 404, found ${status}`,
      means:
        kind === 'hidden' ? 'Files that are for servers only are shown to readers.' : 'Programs take what is missing for what is there.',
    });
  }
  if (!body.includes(OWN_404)) {
    faults.push({
      what: 'expected the site’s own page for what does not exist, found another',
      means: 'A reader finds no way on, and an article with a missing embed does not say which chart it asked for.',
    });
  }
  return faults;
}

function redirectFaults({ status, headers }: Answer): Fault[] {
  const location = headers.get('location') ?? null;
  const leads = status > 300 && status < 309 && location !== null;
  if (leads && !/^http:/i.test(location)) return [];
  return [
    {
      what: `expected to be led to the address with a slash, relatively or by https, found ${leads ? location : `the answer ${status}`}`,
      means: leads
        ? 'The address that a reader asks for goes over the line in plain text.'
        : 'Addresses that people write without the slash don’t work.',
    },
  ];
}

/** Hosts write a charset in capitals, or without a blank. */
function sameType(expected: string, found: string | null): boolean {
  const plain = (type: string): string => type.toLowerCase().replaceAll(' ', '');
  return found !== null && plain(expected) === plain(found);
}
