import type { DataPackage } from '../data/package.ts';
import { jailedJournalists as table } from '../data/tables/jailed-journalists.ts';
import { date, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { dateAndValue, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { ink, muted, held as red, rule } from './kit/palette.ts';
import { attested, by, datedOf, preferred } from './kit/tables.ts';
import { utc } from './kit/time.ts';

/** Bodies with counts of several years, each in a panel of its own: they count by different rules. */
const BODIES = ['BAJ', 'CPJ', 'RSF'] as const;
const FROM = '2020-08-01';

interface PressRow extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
}

/** Journalists and media workers behind bars, as three bodies count them, never joined. */
export const jailedJournalists = defineChart<PressRow>({
  id: 'jailed-journalists',
  tables: ['jailed-journalists'],
  height: { narrow: 470, wide: 300 },
  rows: ({ data }) => BODIES.flatMap((body) => countsOf(data, body)),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => drawPanels(rows, frame),
  describe: (rows, words) =>
    BODIES.map((body) => {
      const own = rows.filter(({ counter }) => counter === body);
      const { first, last, highest } = extremes(own, ({ value }) => value, `counts by ${body}`);
      return words.sentence('counts', {
        counter: body,
        count: words.number(own.length),
        ...gapsOf({ first, last, highest }, dateAndValue(words)),
      });
    }),
});

function countsOf(data: DataPackage, body: string): PressRow[] {
  return preferred(data, table)
    .filter((row) => row.metric === 'behind_bars' && row.counted_by === body && row.date >= FROM)
    .map((row) => ({ date: row.date, precision: row.date_precision, value: row.value, ...attested(row), until: datedOf(row) }))
    .sort(by((row) => row.date));
}

/** A panel a body: an upright stroke a count, as high as the count. */
function drawPanels(rows: readonly PressRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { narrow, words } = frame;
  const most = Math.max(...rows.map(({ value }) => value));
  const lastYear = Math.max(...rows.map(({ date }) => Number(date.slice(0, 4))));
  const span = utc(`${lastYear}-12-31`).getTime() - utc(FROM).getTime();
  for (const [nth, body] of BODIES.entries()) {
    const [left, top, width, height] = narrow ? [4, 56 + nth * 156, frame.width - 16, 76] : [4 + nth * 245, 74, 214, 190];
    const base = top + height;
    const x = (iso: string): number => left + (width * (utc(iso).getTime() - utc(FROM).getTime())) / span;
    const y = (value: number): number => base - (height * value) / most;
    svg.append(
      write(frame, words.label(`panel-${body}`), left - 4, top - (narrow ? 46 : 64), { fill: ink, 'font-weight': 600 }),
      element(frame, 'line', { x1: left - 4, x2: left + width, y1: base, y2: base, stroke: muted }),
    );
    for (let year = 2021; year <= lastYear; year += 1)
      svg.append(
        element(frame, 'line', { x1: x(`${year}-01-01`), x2: x(`${year}-01-01`), y1: top, y2: base, stroke: rule }),
        write(frame, narrow ? String(year) : `’${String(year).slice(2)}`, x(`${year}-07-01`), base + 13, {
          fill: muted,
          'text-anchor': 'middle',
          'font-size': 12,
        }),
      );
    const own = rows.filter(({ counter }) => counter === body);
    const { highest, last } = extremes(own, ({ value }) => value, body);
    for (const row of own) {
      const tie = { 'data-row': rows.indexOf(row) };
      svg.append(
        element(frame, 'line', { x1: x(row.date), x2: x(row.date), y1: base, y2: y(row.value), stroke: red, 'stroke-width': 3.5, ...tie }),
      );
      const said = words.number(row.value, row.qualifier);
      if (row !== highest && row !== last) continue;
      const right = row === last && highest !== last;
      const near = x(last.date) - x(highest.date) < 40;
      svg.append(
        body === 'BAJ'
          ? findingLabel(
              frame,
              {
                x: right ? Math.min(x(row.date) + 14, frame.width - 2) : x(row.date),
                y: y(row.value) - 14,
                anchor: right ? 'end' : 'middle',
              },
              said,
              tie,
            )
          : write(frame, said, x(row.date) + (right ? 4 : 0), y(row.value) - 11, {
              'text-anchor': right || highest === last ? 'middle' : near ? 'end' : 'middle',
              'font-weight': 600,
              fill: ink,
              ...tie,
            }),
      );
    }
  }
  return svg;
}
