import { type Figure, lastDayOf, sourceIdsOf } from '../figures/figure.ts';
import { date, label, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dotStack, stackHeight } from './kit/dots.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { wrap } from './kit/labels.ts';
import { died, freed, ink, muted, paper, held as red } from './kit/palette.ts';
import { type PersonState, personClass } from './kit/person-marks.ts';
import { endSheet } from './kit/svg.ts';

/** What became of people: each is a figure of `figures.yml`, and the last is what the others leave of the first. */
const fates = [
  { key: 'held', figure: 'held-end-of-2025', state: 'held' },
  { key: 'died', figure: 'deaths-political-prisoners-september-2025', state: 'died' },
  { key: 'pardoned', figure: 'pardoned-2020-2025', state: 'freed' },
  { key: 'served', figure: 'served-term-may-2020-december-2025', state: 'freed' },
  { key: 'unknown', figure: 'became-unknown-2025', state: null },
] as const;
const ALL = 'recognised-by-end-of-2025';

interface FateRow extends DatedRow {
  readonly key: string;
  readonly value: number;
  readonly qualifier: string;
  /** What the marks show; `null` where nobody knows. */
  readonly state: PersonState | null;
  /** How many people there are in all, the same for each row. */
  readonly all: number;
}

/** Everyone ever recognised as a political prisoner since 2020, one mark a person, by what became of them. */
export const whatBecame = defineChart<FateRow>({
  id: 'what-became',
  tables: ['political-prisoners', 'release-totals', 'death-counts'],
  rows: ({ figures }) => {
    const known = (id: string): Figure => {
      const figure = figures.get(id);
      if (!figure) throw new RangeError(`expected the figure ${id}, found none`);
      return figure;
    };
    const all = known(ALL);
    const rows = fates.map(({ key, figure: id, state }) => {
      const figure = known(id);
      const { value, qualifier } = figure;
      const until = lastDayOf(figure) ?? lastDayOf(all) ?? { iso: '', precision: 'day' };
      return { key, value, qualifier, state, all: all.value, sources: sourceIdsOf(figure), until };
    });
    const sum = rows.reduce((total, { value }) => total + value, 0);
    if (sum !== all.value) throw new RangeError(`expected parts that add up to ${all.value}, found ${sum}`);
    return rows;
  },
  columns: [
    { key: 'column-fate', cell: (row) => label(row.key) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-until', cell: (row) => date(row.until.iso, row.until.precision) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const { narrow, words } = frame;
    const cell = 6;
    const columns = narrow ? Math.floor(frame.width / cell) : 80;
    const side = columns * cell + 18;
    let y = narrow ? 46 : 34;
    svg.append(findingLabel(frame, { x: 0, y: 14 }, words.label('all', { value: words.number(rows[0]?.all ?? 0) })));
    for (const [index, row] of rows.entries()) {
      const pattern = marks(frame, row, cell);
      const tie = { 'data-row': index };
      const height = stackHeight(row.value, columns, cell);
      const value = words.number(row.value, row.qualifier);
      const colour = row.state === 'held' ? red : row.state === null ? muted : ink;
      if (narrow) {
        const name = words.label(row.state === null ? 'unknown-short' : row.key);
        svg.append(
          findingLabel(frame, { x: 0, y }, value, { fill: colour, ...tie }),
          write(frame, name, frame.width, y, { fill: colour, 'text-anchor': 'end', ...tie }),
        );
        y += 14;
      } else {
        const lines = wrap(words.label(row.key), frame.width - side, frame.fontSize);
        const top = y + Math.max(9, height / 2 - lines.length * 9);
        svg.append(
          findingLabel(frame, { x: side, y: top - 4 }, value, { fill: colour, ...tie }),
          ...lines.map((line, nth) => write(frame, line, side, top + 16 + nth * 17, { fill: colour, ...tie })),
        );
      }
      svg.append(element(frame, 'defs', {}, pattern.definition), dotStack(frame, pattern, row.value, { x: 0, y, columns }, tie));
      // On the wide sheet the few who died need the room of their words.
      y += narrow ? height + 18 : Math.max(height, 36) + 12;
    }
    return endSheet(svg, y);
  },
  describe: (rows, words) => {
    const gaps = Object.fromEntries(rows.map((row) => [row.key, words.number(row.value, row.qualifier)]));
    return [words.sentence('parts', { all: words.number(rows[0]?.all ?? 0), ...gaps }), words.sentence('unknown', gaps)];
  },
});

/** One mark a person; of whom nothing is known there is a speck. */
function marks(frame: Frame, { key, state }: FateRow, cell: number) {
  const look =
    state === 'held'
      ? { r: cell * 0.38, fill: red }
      : state === 'died'
        ? { r: cell * 0.37, fill: died.fill, stroke: died.stroke, 'stroke-width': 0.6 }
        : state === 'freed'
          ? { r: cell * 0.33, fill: paper, stroke: freed, 'stroke-width': cell * 0.14 }
          : null;
  const middle = cell / 2;
  // A speck is a square: a circle is a person of whom something is known.
  const one = look
    ? element(frame, 'circle', { cx: middle, cy: middle, class: personClass(state ?? 'freed'), ...look })
    : element(frame, 'rect', { x: middle - 0.9, y: middle - 0.9, width: 1.8, height: 1.8, fill: muted, opacity: 0.6 });
  const id = `became-${key}`;
  const definition = element(frame, 'pattern', { id, width: cell, height: cell, patternUnits: 'userSpaceOnUse' }, one);
  return { cell, fill: `url(#${id})`, definition };
}
