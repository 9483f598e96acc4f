/** `/.well-known/security.txt` by RFC 9116: where a fault is told to those who run a published copy. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../../data/problem.ts';
import { webFault } from '../../data/safe-text.ts';
import { fullAddress } from '../site-address.ts';

export interface SecurityContact {
  /** Where to write: an `https:` page or a `mailto:` address. Who publishes a copy sets it. */
  readonly contact: string | undefined;
  /** The address that the site is built for. */
  readonly site: string | undefined;
  /** The day, as YYYY-MM-DD, on which the data last changed: the file must expire, and a build tells no time of its own. */
  readonly modified: string;
}

/** Writes the file under `directory`, or returns a sentence why it is left out. Throws ProblemsError where the contact is none. */
export function writeSecurityTxt(directory: string, about: SecurityContact): string | null {
  const { contact, site } = about;
  if (site === undefined) return null;
  if (contact === undefined || contact === '')
    return 'No .well-known/security.txt is written: set SECURITY_CONTACT to the address where faults can be told safely.';
  const mail = /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(contact);
  if (!mail && !(contact.startsWith('https://') && webFault(contact) === null)) {
    const message = `expected an address that begins with https:// or mailto:, found ${JSON.stringify(contact)}`;
    throw new ProblemsError([{ file: 'SECURITY_CONTACT', line: 1, column: 1, subject: '', message }]);
  }
  mkdirSync(join(directory, '.well-known'), { recursive: true });
  writeFileSync(join(directory, '.well-known/security.txt'), securityTxt({ ...about, contact, site }));
  return null;
}

function securityTxt({ contact, site, modified }: { contact: string; site: string; modified: string }): string {
  // A year, the longest that the standard advises.
  const expires = new Date(Date.parse(`${modified}T00:00:00Z`) + 365 * 86_400_000).toISOString().replace('.000Z', 'Z');
  const lines = [`Contact: ${contact}`, `Expires: ${expires}`, 'Preferred-Languages: en'];
  // A site under a path has the file there for people; programs look for it at the root of a host.
  return `${[...lines, `Canonical: ${fullAddress('/.well-known/security.txt', site)}`].join('\n')}\n`;
}
