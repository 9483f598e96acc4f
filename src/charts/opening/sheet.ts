/** The states of the opening side by side on one sheet, for those who have a picture and no page. */

import { escapeXml } from '../image/svg-file.ts';
import { wrap } from '../image/wrap.ts';
import { type Size, widths } from '../kit/sizes.ts';
import { heightOf } from '../render.ts';
import type { Dots, Layout } from './field.ts';
import { drawStill } from './still.ts';

/** A number and what it counts, with the mark that it has in the field. */
export interface SheetLine {
  readonly mark: 'held' | 'freed' | 'added' | 'died';
  readonly number: string;
  readonly words: string;
}

/** One state: its dots, and what is said of them, first of the people held. */
export interface SheetState {
  readonly id: string;
  readonly dots: Dots;
  readonly lines: readonly SheetLine[];
}

const COLUMNS: Readonly<Record<Size, number>> = { narrow: 2, wide: 4 };
const GAP = 20;
/** Between the rows of the sheet. */
const BETWEEN = 28;
const NUMBER = 22;
const TEXT = 12.5;
const LEADING = 1.3;

/** Strokes of the dots, which the page gives by its style sheet. */
const strokes: Readonly<Record<string, string>> = {
  held: 'held',
  freed: 'freed',
  paper: 'paper',
  died: 'died-stroke',
  'died-fill': 'died-fill',
};

/** The sheet in one of the two widths of drawings. */
export function openingSheet(states: readonly SheetState[], layout: Layout, size: Size): string {
  const columns = COLUMNS[size];
  const width = (widths[size] - (columns - 1) * GAP) / columns;
  const cells = states.map((state) => cellOf(state, layout, width));
  const parts: string[] = [];
  let top = 0;
  for (let first = 0; first < cells.length; first += columns) {
    const row = cells.slice(first, first + columns);
    const text = Math.max(...row.map(({ textHeight }) => textHeight));
    for (const [column, { text: lines, field, fieldHeight }] of row.entries()) {
      const left = round(column * (width + GAP));
      parts.push(`<g transform="translate(${left},${round(top)})">${lines}</g>`);
      parts.push(
        field.replace(/^<svg /, `<svg x="${left}" y="${round(top + text)}" width="${round(width)}" height="${round(fieldHeight)}" `),
      );
    }
    top += text + Math.max(...row.map(({ fieldHeight }) => fieldHeight)) + BETWEEN;
  }
  return `<svg viewBox="0 0 ${widths[size]} ${Math.ceil(top - BETWEEN)}" font-size="${TEXT}" fill="none">${parts.join('')}</svg>`;
}

function cellOf({ id, dots, lines }: SheetState, layout: Layout, width: number) {
  const drawn = drawStill(dots, layout, id).replace(
    /class="opening-dots-([a-z-]+)"/g,
    (_, name: string) => `stroke="var(--chart-${strokes[name]})"`,
  );
  const field = drawn.replace(/ class="opening-drawing"/, '');
  const [, across = '1'] = /viewBox="0 0 ([\d.]+)/.exec(field) ?? [];
  const parts: string[] = [];
  let y = 0;
  for (const { mark, number, words } of lines) {
    if (mark === 'held') {
      y += NUMBER;
      parts.push(`<text y="${round(y)}" font-size="${NUMBER}" font-weight="600" fill="var(--chart-held)">${escapeXml(number)}</text>`);
      for (const line of wrap(words, width, TEXT, 'bold')) {
        y += TEXT * LEADING;
        parts.push(`<text y="${round(y)}" font-weight="600" fill="var(--chart-held)">${escapeXml(line)}</text>`);
      }
      y += 4;
      continue;
    }
    for (const [nth, line] of wrap(`${number} ${words}`, width - 16, TEXT).entries()) {
      y += TEXT * LEADING;
      if (nth === 0) parts.push(signOf(mark, round(y - TEXT * 0.34)));
      const written =
        nth === 0 && line.startsWith(number)
          ? `<tspan font-weight="600">${escapeXml(number)}</tspan>${escapeXml(line.slice(number.length))}`
          : escapeXml(line);
      parts.push(`<text x="16" y="${round(y)}" fill="var(--chart-ink)">${written}</text>`);
    }
  }
  return { text: parts.join(''), textHeight: y + 8, field, fieldHeight: (heightOf(field) * width) / Number(across) };
}

/** The mark beside a number, as the field has it: a ring for a place that was opened, a dot in a ring for one that was taken again. */
function signOf(mark: SheetLine['mark'], y: number): string {
  if (mark === 'died')
    return `<circle cx="5" cy="${y}" r="4" fill="var(--chart-died-fill)" stroke="var(--chart-died-stroke)" stroke-width="1.5"/>`;
  const ring = `<circle cx="5" cy="${y}" r="4" fill="var(--chart-paper)" stroke="var(--chart-freed)" stroke-width="1.5"/>`;
  return mark === 'freed' ? ring : `${ring}<circle cx="5" cy="${y}" r="2" fill="var(--chart-held)"/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
