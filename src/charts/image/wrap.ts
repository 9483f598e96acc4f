/** Text broken into lines, for drawings that no browser lays out. */

/** Mean width of a character of the sans family, in ems; bold is a little wider. */
const EM = { regular: 0.53, bold: 0.57 } as const;

/** Breaks `text` into lines that fit `width` units at `size`. A word longer than a line stands alone. */
export function wrap(text: string, width: number, size: number, weight: keyof typeof EM = 'regular'): string[] {
  const most = Math.floor(width / (size * EM[weight]));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > most && line !== '') {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** Counts the lines of `wrap`, for a text that is tried at many widths: its words are measured once. */
export function lineCounter(text: string): (width: number, size: number, weight?: keyof typeof EM) => number {
  const lengths = text.split(/ +/).map(({ length }) => length);
  return (width, size, weight = 'regular') => {
    const most = Math.floor(width / (size * EM[weight]));
    let lines = 0;
    let line = 0;
    for (const word of lengths) {
      const longer = line === 0 ? word : line + 1 + word;
      if (longer > most && line > 0) {
        lines++;
        line = word;
      } else line = longer;
    }
    return line === 0 ? lines : lines + 1;
  };
}
