/** A copy of the site, wherever it is: in a folder, in an archive, at an address. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { reasonOf } from '../../../data/problem.ts';
import { filesUnder, sumsFile } from '../../../data/versions/sums.ts';
import { notServed } from '../hosting/rules.ts';

export interface Copy {
  /** Every file that it holds; `null` where that can't be seen. */
  readonly names: readonly string[] | null;
  /** Whether a file of this name can be asked for. */
  readonly shows: (name: string) => boolean;
  /** The bytes of a file, or `null` where it is not there. Throws CopyFault where that can't be said. */
  readonly read: (name: string) => Promise<Uint8Array | null>;
}

/** A copy that can't be read, with the reason in a sentence. */
export class CopyFault extends Error {}

/** What an archive may unpack to, so that a small one can't fill the memory. In bytes. */
const LARGEST = 1e9;
/** A server that hangs is a fault too. In milliseconds. */
const PATIENCE = 60_000;

/** The copy that a call names: a folder, a zip or an address. Throws CopyFault. */
export function openCopy(place: string): Copy {
  if (/^https?:\/\//i.test(place)) return openAddress(place);
  try {
    return statSync(place).isDirectory() ? openFolder(place) : openZip(readFileSync(place), place);
  } catch (error) {
    if (error instanceof CopyFault) throw error;
    throw new CopyFault(`${place} can't be read: ${reasonOf(error)}`);
  }
}

function openFolder(folder: string): Copy {
  const names = filesUnder(folder.replace(/[\\/]+$/, '') || folder);
  const known = new Set(names);
  return {
    names,
    shows: () => true,
    read: async (name) => {
      if (!known.has(name)) return null;
      try {
        return readFileSync(join(folder, name));
      } catch (error) {
        throw new CopyFault(`${join(folder, name)} can't be read: ${reasonOf(error)}`);
      }
    },
  };
}

/** An archive of the site, in a folder of it or at its top. */
function openZip(bytes: Uint8Array, place: string): Copy {
  const sizes = new Map<string, number>();
  let files: Record<string, Uint8Array>;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (sizes.has(name))
          throw new CopyFault(`${place} holds two files with the name ${name}, of which programs unpack one or the other.`);
        sizes.set(name, originalSize);
        return false;
      },
    });
    const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    if (whole > LARGEST) throw new CopyFault(`${place} would unpack to ${whole} bytes, more than any copy of the site holds.`);
    files = unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') });
  } catch (error) {
    if (error instanceof CopyFault) throw error;
    throw new CopyFault(
      `${place} is neither a folder nor a zip that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const at = rootOf(Object.keys(files));
  const inside = new Map(
    Object.entries(files).map(([name, content]) => [name.startsWith(at) ? name.slice(at.length) : `../${name}`, content]),
  );
  return { names: [...inside.keys()].sort(), shows: () => true, read: async (name) => inside.get(name) ?? null };
}

/** The folder of an archive in which the site lies: that of the sums that lie least deep. */
function rootOf(names: readonly string[]): string {
  const places = names.filter((name) => name === sumsFile || name.endsWith(`/${sumsFile}`)).map((name) => name.slice(0, -sumsFile.length));
  return places.sort((a, b) => a.split('/').length - b.split('/').length)[0] ?? '';
}

/** A published copy, asked as readers ask: a folder for its page. What was added to it can't be seen. */
function openAddress(address: string): Copy {
  const url = URL.parse(address);
  if (url === null || url.search !== '' || url.hash !== '') throw new CopyFault(`expected the address of a site, found ${address}`);
  const base = url.origin + url.pathname.replace(/(?:\/index\.html|\/)?$/, '/');
  const hidden = new RegExp(`^(?:${notServed})$`);
  return { names: null, shows: (name) => !hidden.test(name), read: (name) => ask(base, name) };
}

async function ask(base: string, name: string): Promise<Uint8Array | null> {
  const path = name.split('/').map(encodeURIComponent).join('/');
  const wanted = base + path.replace(/(^|\/)index\.html$/, '$1');
  let response: Response;
  let body: Uint8Array;
  try {
    response = await fetch(wanted, { signal: AbortSignal.timeout(PATIENCE) });
    body = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw new CopyFault(
      `${wanted} does not answer: ${error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)}`,
    );
  }
  if (new URL(response.url).origin !== new URL(base).origin)
    throw new CopyFault(`${wanted} leads to another site, ${response.url}; name that one, if it is the copy.`);
  // The page for what is missing comes with the answer for what is missing.
  if (response.ok || (response.status === 404 && name === '404.html')) return body;
  if (response.status === 404 || response.status === 410) return null;
  throw new CopyFault(`${wanted} answers with ${response.status} and not with a file.`);
}
