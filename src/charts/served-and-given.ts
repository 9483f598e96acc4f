import { people } from '../data/tables/people.ts';
import { timeServed } from '../data/tables/time-served.ts';
import { date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes } from './kit/findings.ts';
import { placeBeside, wrap } from './kit/labels.ts';
import { ink, muted, paper, rule } from './kit/palette.ts';
import { personLook } from './kit/person-marks.ts';
import { onDay } from './kit/tables.ts';

const DAYS_A_YEAR = 365.25;
/** Radius of a person's mark. */
const DOT = 5;

interface CaseRow extends DatedRow {
  readonly name: string;
  readonly given: number;
  readonly days: number;
  readonly approximate: boolean;
  readonly share: number;
  readonly end: string;
}

/** Time in custody of public figures against the years that they were given, one mark a person. */
export const servedAndGiven = defineChart<CaseRow>({
  id: 'served-and-given',
  tables: ['time-served', 'people'],
  height: { narrow: 420, wide: 400 },
  rows: ({ data }) => {
    const names = new Map(data.rows(people).map(({ person, name }) => [person, name]));
    return data
      .rows(timeServed)
      .flatMap((row): CaseRow[] =>
        row.years_of_prison === null || row.share_percent === null
          ? []
          : [
              {
                name: names.get(row.person) ?? row.person,
                given: row.years_of_prison,
                days: row.days,
                approximate: row.days_approximate === 'yes',
                share: row.share_percent,
                end: row.end,
                sources: [...new Set([row.source_id, row.second_source_id])],
                until: onDay(row.ended),
              },
            ],
      )
      .sort((a, b) => b.given - a.given || b.days - a.days);
  },
  columns: [
    { key: 'column-name', cell: (row) => plain(row.name) },
    { key: 'column-given', cell: (row) => number(row.given, 'exact', Number.isInteger(row.given) ? 0 : 2) },
    { key: 'column-days', cell: (row) => number(row.days, row.approximate ? 'about' : 'exact') },
    { key: 'column-share', cell: (row) => percent(row.share, 0, 'about') },
    { key: 'column-end', cell: (row) => label(`end-${row.end}`) },
    { key: 'column-ended', cell: (row) => date(row.until.iso, row.until.precision) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const { narrow, words } = frame;
    const most = Math.ceil(Math.max(...rows.map(({ given }) => given)) / 5) * 5;
    const highest = Math.ceil(Math.max(...rows.map(served)) + 1);
    const box = { left: 22, right: frame.width - 12, top: 40, bottom: frame.height - 44 };
    const x = (years: number): number => box.left + (years / most) * (box.right - box.left);
    const y = (years: number): number => box.bottom - (years / highest) * (box.bottom - box.top);
    const line = (x1: number, y1: number, x2: number, y2: number, look: Readonly<Record<string, string | number>>): Element =>
      element(frame, 'line', { x1, y1, x2, y2, ...look });
    for (let year = 0; year <= highest; year += 2) {
      svg.append(
        line(box.left, y(year), box.right, y(year), { stroke: year === 0 ? muted : rule }),
        write(frame, words.number(year), box.left - 8, y(year), { fill: muted, 'text-anchor': 'end' }),
      );
    }
    for (let year = 5; year <= most; year += 5)
      svg.append(write(frame, words.number(year), x(year), box.bottom + 14, { fill: muted, 'text-anchor': 'middle' }));
    svg.append(
      write(frame, words.label('axis-served'), 0, 12, { fill: ink, 'font-weight': 600 }),
      write(frame, words.label('axis-given'), box.right, box.bottom + 34, { fill: ink, 'font-weight': 600, 'text-anchor': 'end' }),
      // Below the line of the half, the ground is shaded: who stands on it served less.
      element(frame, 'path', {
        d: `M${x(0)},${y(0)}L${x(Math.min(most, 2 * highest))},${y(Math.min(highest, most / 2))}H${x(most)}V${y(0)}Z`,
        fill: muted,
        'fill-opacity': 0.12,
      }),
      // Whoever serves the whole term stands on the first line, whoever serves half of it on the second.
      line(x(0), y(0), x(highest), y(highest), { stroke: muted, 'stroke-width': 1.6 }),
      line(x(0), y(0), x(Math.min(most, 2 * highest)), y(Math.min(highest, most / 2)), { stroke: muted, 'stroke-dasharray': '5 4' }),
      write(frame, words.label('whole'), x(highest), y(highest) - 12, { fill: ink, 'text-anchor': narrow ? 'end' : 'middle' }),
      write(frame, words.label('half'), Math.min(x(2 * highest), box.right) - 4, y(highest) - 12, { fill: muted, 'text-anchor': 'end' }),
    );
    const spots = rows.map((row) => ({ x: x(row.given), y: y(served(row)), r: DOT, text: '' }));
    const longest = rows.toSorted((a, b) => b.given - a.given).slice(0, narrow ? 3 : 9);
    const named = spots.map((spot, index) => {
      const row = rows[index];
      return { ...spot, text: row && (longest.includes(row) || row.end === 'died') ? words.named(row.name) : '' };
    });
    for (const [index, row] of rows.entries()) {
      const spot = spots[index];
      if (!spot) continue;
      const look = row.end === 'died' ? personLook.died : { ...personLook.freed, fill: paper };
      svg.append(element(frame, 'circle', { cx: spot.x, cy: spot.y, r: DOT, 'data-row': index, ...look }));
    }
    // Names keep off the two lines as they keep off the marks.
    const along = (slope: number) =>
      Array.from({ length: 60 }, (_, nth) => (highest * nth) / 60).map((years) => ({ x: x(years * slope), y: y(years), r: 2, text: '' }));
    const free = placeBeside(named, frame, 12);
    for (const [index, place] of placeBeside([...named, ...along(1), ...along(2)], frame, 12).entries()) {
      const row = rows[index];
      // The dead are named even where only a place across a line is left.
      const at = place ?? (row?.end === 'died' ? free[index] : null);
      if (!at || !row) continue;
      const halo = { stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' };
      svg.append(
        write(frame, words.named(row.name), at.x, at.y, {
          'text-anchor': at.anchor,
          'font-size': 12,
          fill: ink,
          'data-row': index,
          ...halo,
        }),
      );
    }
    const below = rows.filter(({ share }) => share < 50).length;
    const [value, all] = [words.number(below), words.number(rows.length)];
    svg.append(
      findingLabel(frame, { x: box.right - 8, y: y(1.4), anchor: 'end' }, words.label('below', { value, all })),
      ...wrap(words.label('below-more'), narrow ? 90 : 200, frame.fontSize).map((line, nth) =>
        write(frame, line, box.right - 8, y(1.4) + 20 + nth * 16, { fill: ink, 'text-anchor': 'end' }),
      ),
      // Between the two lines, where these people stand.
      ...wrap(words.label('above', { value: words.number(rows.length - below) }), narrow ? 84 : 200, frame.fontSize).map((line, nth) => {
        const years = highest - (18 + nth * 16) / (y(0) - y(1));
        return write(frame, line, x(1.5 * years), y(years), { fill: ink, 'text-anchor': 'middle' });
      }),
    );
    return svg;
  },
  describe: (rows, words) => {
    const below = rows.filter(({ share }) => share < 50);
    const { lowest, highest } = extremes(rows, ({ share }) => share, 'cases');
    const said = (row: CaseRow): string => words.number(row.share, 'about');
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        below: words.number(below.length),
        died: words.number(below.filter(({ end }) => end === 'died').length),
      }),
      words.sentence('extremes', {
        'lowest-name': lowest.name,
        'lowest-share': said(lowest),
        'highest-name': highest.name,
        'highest-share': said(highest),
      }),
    ];
  },
});

function served(row: CaseRow): number {
  return row.days / DAYS_A_YEAR;
}
