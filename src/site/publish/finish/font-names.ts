/**
 * Names inside a font file. A cut typeface is a modified one, and the Open Font License lets no modified typeface bear a name that
 * its makers reserved. The text of its copyright and licence stay.
 */

/** Reserved names, and what stands in their place: as long, so that nothing in the file moves. */
const reserved: readonly (readonly [from: string, to: string])[] = [['Source', 'Reader']];

/** Names by which a font is chosen or shown: family, style, full and PostScript names, and those of variations. Not what it says of its rights. */
const shown = new Set([1, 2, 3, 4, 6, 16, 17, 18, 21, 22, 25]);

/** Ids of what is said of copyright, trademark, makers and licence: these travel with each copy. */
export const RIGHTS: readonly number[] = [0, 7, 8, 9, 13, 14];

/** A font as TrueType or OpenType with its reserved names replaced. Returns a copy. */
export function withoutReservedNames(font: Uint8Array): Buffer {
  const copy = Buffer.from(font);
  const table = nameTable(copy);
  if (table === null) return copy;
  const strings = table + copy.readUInt16BE(table + 4);
  for (let index = 0; index < copy.readUInt16BE(table + 2); index++) {
    const record = table + 6 + 12 * index;
    if (!shown.has(copy.readUInt16BE(record + 6))) continue;
    const start = strings + copy.readUInt16BE(record + 10);
    const text = copy.subarray(start, start + copy.readUInt16BE(record + 8));
    // Macintosh names have a byte a letter, all others two.
    const wide = copy.readUInt16BE(record) !== 1;
    for (const [from, to] of reserved) replaceIn(text, lettersOf(from, wide), lettersOf(to, wide));
  }
  return copy;
}

/** Where the table of names begins; `null` where there is none. */
function nameTable(font: Buffer): number | null {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === 'name') return font.readUInt32BE(record + 8);
  }
  return null;
}

const lettersOf = (text: string, wide: boolean): Buffer => (wide ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'latin1'));

function replaceIn(text: Buffer, from: Buffer, to: Buffer): void {
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) to.copy(text, at);
}
