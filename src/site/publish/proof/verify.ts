/** Holds each file of a copy against its sum: what differs, what is missing, and what was added. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { descriptorFile, sha256 } from '../../../data/descriptor.ts';
import { sumsFile } from '../../../data/versions/sums.ts';
import { type Copy, CopyFault } from './copy.ts';
import { parseSiteSums, plainName } from './sums.ts';

export interface Finding {
  readonly kind: 'differs' | 'missing' | 'extra';
  readonly name: string;
  /** What was found in the place of what was expected, where a name says too little. */
  readonly detail?: string;
}

/** What a copy is held against beside its own sums. */
export interface Against {
  /** Sums that came another way, in the place of the copy's own. */
  readonly sums?: string;
  /** A release of the data, with the sums of its files as the project keeps them. */
  readonly release?: { readonly version: string; readonly sums: ReadonlyMap<string, string> };
}

/** Requests at a time. */
const AT_ONCE = 6;
/** What a twin may unpack to. In bytes. */
const LARGEST = 2 ** 28;

/** Returns what was found, by name, and the number of files that are as they should be. Throws CopyFault where nothing can be said. */
export async function verifyCopy(copy: Copy, against: Against = {}): Promise<{ findings: Finding[]; sound: number }> {
  const own = await copy.read(sumsFile);
  if (own === null && against.sums === undefined)
    throw new CopyFault(`The copy has no ${sumsFile}: it is none of the site, or not the whole of it.`);
  const { sums, fault } = parseSiteSums(against.sums ?? new TextDecoder().decode(own ?? undefined));
  if (fault !== null) throw new CopyFault(`${sumsFile}, ${fault}`);
  const asked = [...sums].filter(([name]) => copy.shows(name));
  const findings = (await each(asked, ([name, sum]) => held(copy, name, sum))).flat();
  const sound = asked.length - findings.length;
  if (own === null) findings.push({ kind: 'missing', name: sumsFile });
  else if (against.sums !== undefined && parseSiteSums(new TextDecoder().decode(own)).fault !== null)
    findings.push({ kind: 'differs', name: sumsFile });
  // The file of sums has twins too.
  const withOwn = own === null ? sums : new Map([...sums, [sumsFile, sha256(own)]]);
  for (const name of copy.names ?? []) if (!withOwn.has(name)) findings.push(...(await added(copy, name, withOwn)));
  if (against.release) findings.push(...(await ofRelease(copy, against.release, new Set(findings.map(({ name }) => name)))));
  return { findings: findings.sort((a, b) => (a.name < b.name ? -1 : 1)), sound };
}

async function held(copy: Copy, name: string, sum: string): Promise<Finding[]> {
  const bytes = await copy.read(name);
  if (bytes === null) return [{ kind: 'missing', name }];
  return sha256(bytes) === sum ? [] : [{ kind: 'differs', name }];
}

/** A file without a sum was added, unless it is the compressed twin of one that has. Servers send the twin, so it has to say the same. */
async function added(copy: Copy, name: string, sums: ReadonlyMap<string, string>): Promise<Finding[]> {
  const sum = sums.get(plainName(name) ?? '');
  if (sum === undefined) return [{ kind: 'extra', name }];
  const packed = (await copy.read(name)) ?? new Uint8Array();
  try {
    const plain = (name.endsWith('.br') ? brotliDecompressSync : gunzipSync)(packed, { maxOutputLength: LARGEST });
    if (sha256(plain) === sum) return [];
  } catch {
    // Told below: what can't be unpacked differs too.
  }
  return [{ kind: 'differs', name, detail: `servers send it in the place of ${plainName(name)}` }];
}

/** Whether the copy holds a release of the data, file by file, and has it as its newest. Files that were `told` are not told again. */
async function ofRelease(copy: Copy, { version, sums }: NonNullable<Against['release']>, told: ReadonlySet<string>): Promise<Finding[]> {
  const findings = (await each([...sums], ([name, sum]) => held(copy, `data/${version}/${name}`, sum))).flat();
  const descriptor = `data/${descriptorFile}`;
  const found = versionIn(await copy.read(descriptor));
  if (found !== version)
    findings.push({ kind: 'differs', name: descriptor, detail: `expected version ${version} of the data, found ${found ?? 'none'}` });
  return findings.filter(({ name, detail }) => detail !== undefined || !told.has(name));
}

function versionIn(bytes: Uint8Array | null): string | null {
  try {
    const { version } = JSON.parse(new TextDecoder().decode(bytes ?? undefined));
    return typeof version === 'string' ? version : null;
  } catch {
    return null;
  }
}

/** Does `work` for all items, several at a time, and returns the results in their order. */
async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  });
  await Promise.all(workers);
  return results;
}

/** What is told, in lines. */
export function toldOf(place: string, { findings, sound }: { findings: readonly Finding[]; sound: number }, against: Against): string[] {
  const lines = findings.map(({ kind, name, detail }) => `${`${kind}:`.padEnd(9)}${name}${detail === undefined ? '' : ` (${detail})`}`);
  const count = (kind: Finding['kind']): number => findings.filter((finding) => finding.kind === kind).length;
  if (findings.length > 0)
    return [
      ...lines,
      `${place} is not whole: ${count('differs')} differ, ${count('missing')} missing, ${count('extra')} added; ${sound} files are as they should be.`,
    ];
  const { release, sums } = against;
  const whole = `${place} is whole: ${sound} files are as their sums say${release ? `, and hold release ${release.version} of the data as the project keeps it` : ''}.`;
  if (sums !== undefined) return [whole];
  return [
    whole,
    'These sums came with the copy, and who changes a page can change its sum: compare with sums that came another way (--sums FILE).',
  ];
}
