import { newlyRecognised } from '../data/tables/newly-recognised.ts';
import { votes, waves } from './kit/annotations.ts';
import { date, label, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dotPattern, dotStack, stackHeight } from './kit/dots.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { ends, extremes, gapsOf } from './kit/findings.ts';
import { shortMonth } from './kit/months.ts';
import { ink, muted, held as red, freed as ringColour } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { preferred } from './kit/tables.ts';
import { lastDayOf, monthsBetween } from './kit/time.ts';

/** The first month of a wave. */
const FIRST_MONTH = '2024-07-01';

interface MonthRow extends DatedRow {
  /** First day of the month. */
  readonly month: string;
  readonly last: string;
  readonly recognised: number;
  /** People freed in waves of the month; 0 where none is reported. */
  readonly freed: number;
  readonly waves: number;
  /** Days of the elections, the same for each row. */
  readonly votes: readonly string[];
}

/** People newly recognised as political prisoners against people freed in waves, in the months for which both are known. */
export const inAndOut = defineChart<MonthRow>({
  id: 'in-and-out',
  tables: ['newly-recognised', 'releases'],
  rows: ({ data }) => {
    const recognised = preferred(data, newlyRecognised).filter((row) => row.period === 'month' && row.counted_by === 'Viasna');
    const freed = waves(data);
    const rows: MonthRow[] = [];
    // The first month without a figure ends the comparison: what comes later is known for single months only.
    for (const month of monthsBetween(FIRST_MONTH, recognised.at(-1)?.period_end ?? FIRST_MONTH)) {
      const into = recognised.find((row) => row.period_start === month);
      if (!into) break;
      const out = freed.filter((wave) => wave.date.slice(0, 7) === month.slice(0, 7));
      rows.push({
        month,
        last: into.period_end,
        recognised: into.value,
        freed: out.reduce((sum, wave) => sum + wave.released, 0),
        waves: out.length,
        votes: votes(data),
        sources: [into.source_id, ...out.map(({ source }) => source)],
        until: { iso: lastDayOf(month), precision: 'month' },
      });
    }
    return rows;
  },
  columns: [
    { key: 'column-month', cell: (row) => date(row.last, 'month') },
    { key: 'column-recognised', cell: (row) => number(row.recognised) },
    { key: 'column-freed', cell: (row) => (row.waves === 0 ? label('none-freed') : number(row.freed)) },
    { key: 'column-waves', cell: (row) => number(row.waves) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const { narrow, words } = frame;
    const band = frame.width / rows.length;
    const columns = narrow ? 5 : 8;
    const cell = Math.min(narrow ? 8 : 9, (band - (narrow ? 4 : 14)) / columns);
    const held = dotPattern(frame, 'added', cell, { fill: red });
    const ring = dotPattern(frame, 'freed', cell, { stroke: ringColour });
    svg.append(element(frame, 'defs', {}, held.definition, ring.definition));
    const highest = Math.max(...rows.map(({ recognised }) => stackHeight(recognised, columns, cell)));
    const added = { base: 46 + highest, names: 46 + highest + 15, rings: 46 + highest + 30 };
    const lowest = added.rings + Math.max(...rows.map(({ freed }) => stackHeight(freed, columns, cell)));
    const sum = (value: (row: MonthRow) => number): string => words.number(rows.reduce((total, row) => total + value(row), 0));
    svg.append(
      findingLabel(frame, { x: 0, y: 14 }, words.label('sum-recognised', { value: sum(({ recognised }) => recognised) }), { fill: red }),
      findingLabel(frame, { x: 0, y: lowest + 36 }, words.label('sum-freed', { value: sum(({ freed }) => freed) })),
    );
    for (const [index, row] of rows.entries()) {
      const x = index * band;
      const tie = { 'data-row': index };
      const bold = { 'font-weight': 600, ...tie };
      const top = added.base - stackHeight(row.recognised, columns, cell) - 9;
      const year = index === 0 || row.month.endsWith('-01-01');
      const name = `${shortMonth(row.month, words.locale)}${year && !narrow ? ` ${row.month.slice(0, 4)}` : ''}`;
      svg.append(
        dotStack(frame, held, row.recognised, { x, y: added.base, columns, up: true }, tie),
        write(frame, words.number(row.recognised), x + 1, top, { fill: red, ...bold }),
        write(frame, name, x + 1, added.names, { fill: muted, ...tie }),
        ...(row.freed === 0
          ? [write(frame, words.label('none'), x + 1, added.rings + 8, { fill: muted, ...tie })]
          : [
              dotStack(frame, ring, row.freed, { x, y: added.rings, columns }, tie),
              write(frame, words.number(row.freed), x + 1, added.rings + stackHeight(row.freed, columns, cell) + 10, {
                fill: ink,
                ...bold,
              }),
            ]),
      );
    }
    for (const vote of rows[0]?.votes ?? []) {
      const index = rows.findIndex(({ month, last }) => month <= vote && vote <= last);
      if (index < 0) continue;
      // Between the month of the vote and the next one: it was held in its last days.
      const x = (index + 1) * band - (narrow ? 2 : 8);
      const line = { class: 'vote-line', x1: x, x2: x, y1: 24, y2: lowest, stroke: muted, 'stroke-dasharray': '2 3' };
      svg.append(
        element(frame, 'line', line),
        write(frame, words.label('vote', { year: vote.slice(0, 4) }), x, 14, {
          class: 'vote-name',
          fill: muted,
          'text-anchor': 'middle',
        }),
      );
    }
    return endSheet(svg, lowest + 50);
  },
  describe: (rows, words) => {
    const sum = (value: (row: MonthRow) => number): string => words.number(rows.reduce((total, row) => total + value(row), 0));
    const { first, last } = ends(rows, 'months');
    const { highest: mostIn } = extremes(rows, ({ recognised }) => recognised, 'months');
    const { highest: mostOut } = extremes(rows, ({ freed }) => freed, 'months');
    const name = (row: MonthRow): string => words.date(row.last, 'month');
    return [
      words.sentence('compare', {
        ...gapsOf({ first, last }, { month: name }),
        'recognised-sum': sum((row) => row.recognised),
        'freed-sum': sum((row) => row.freed),
        'more-in-count': words.number(rows.filter((row) => row.recognised > row.freed).length),
        'compare-count': words.number(rows.length),
      }),
      words.sentence('extremes', {
        'highest-recognised-month': name(mostIn),
        'highest-recognised-value': words.number(mostIn.recognised),
        'highest-freed-month': name(mostOut),
        'highest-freed-value': words.number(mostOut.freed),
      }),
    ];
  },
});
