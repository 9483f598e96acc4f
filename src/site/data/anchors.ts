/** Names that last of a release and of a correction: on their pages, and in the feed. */
import { createHash } from 'node:crypto';
import type { Correction } from '../../data/corrections.ts';
import type { Erratum } from '../../data/errata.ts';

/** Namespace of the ids below, drawn once. Ids do not depend on where the site stands, so that a move makes nothing new. */
const namespace = '2f1c7f5e-6a0d-4f0c-9a55-0f6f3a6b9d71';

/** A name-based UUID, version 5 of RFC 9562. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where the changelog page tells of a release. */
export const releaseAnchor = (version: string): string => `v${version}`;

/** Where the corrections page tells of an entry: named by the cell that it is about, so that it lasts. */
export function correctionAnchor(correction: Correction): string {
  return `correction-${correctionId(correction).slice(0, 8)}`;
}

/** The id of an entry for feeds. */
export function correctionId({ table, key, field }: Correction): string {
  const cells = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1));
  return uuidOf(JSON.stringify(['correction', table, cells, field]));
}

/** Where the corrections page tells of a mistake of ours. */
export const mistakeAnchor = ({ id }: Pick<Erratum, 'id'>): string => `mistake-${id}`;
