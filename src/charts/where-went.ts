import { exile } from '../data/tables/exile.ts';
import { boundTick } from './kit/bounds.ts';
import { type Cell, label, number, words as plain } from './kit/cells.ts';
import { type ChartContext, type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { attested, preferred } from './kit/tables.ts';

interface CountryRow extends DatedRow {
  /** `country`: settled there. `all`: everyone who left, by the same estimate. `rest`: what the countries leave of it, by our subtraction. */
  readonly kind: 'country' | 'rest' | 'all';
  readonly destination: string;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
}

/** Where those who left went: one sociologist's estimate by country, and what it leaves without one. */
export const whereWent = defineChart<CountryRow>({
  id: 'where-went',
  tables: ['exile'],
  rows: (context) => countries(context),
  columns: [
    { key: 'column-destination', cell: (row): Cell => (row.kind === 'country' ? plain(row.destination) : label(row.kind)) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-by', cell: (row): Cell => (row.kind === 'rest' ? label('ours') : plain(row.counter)) },
  ],
  draw: (rows, frame) => drawCountries(rows, frame),
  describe: (rows, words) => {
    const said = (row: CountryRow | undefined): string => words.number(row?.value ?? 0, row?.qualifier);
    const of = (kind: CountryRow['kind']): CountryRow[] => rows.filter((row) => row.kind === kind);
    return [
      words.sentence('countries', {
        counter: rows[0]?.counter ?? '',
        all: said(of('all')[0]),
        list: words.locale.list(of('country').map((row) => words.label('in', { destination: row.destination, value: said(row) }))),
      }),
      words.sentence('rest', { value: said(of('rest')[0]) }),
    ];
  },
});

/** The countries of one estimate, the most first, then the rest of its total and the total. */
function countries({ data }: ChartContext): CountryRow[] {
  const rows = preferred(data, exile);
  const settled = rows.filter((row) => row.metric === 'settled_since_2020');
  const all = rows.find(
    (row) => row.metric === 'left_since_2020' && row.counted_by === settled[0]?.counted_by && row.period_end === settled[0]?.period_end,
  );
  if (!all) throw new RangeError('no estimate of all who left by the counter of the countries');
  const until = { iso: all.period_end, precision: 'month' };
  const sum = settled.reduce((sum, row) => sum + row.value, 0);
  const base = { ...attested(all), until };
  return [
    ...settled
      .map((row) => ({ kind: 'country' as const, destination: row.destination, value: row.value, ...attested(row), until }))
      .sort((a, b) => b.value - a.value),
    { ...base, kind: 'rest', destination: '', value: all.value - sum, qualifier: 'about' },
    { ...base, kind: 'all', destination: '', value: all.value },
  ];
}

function drawCountries(rows: readonly CountryRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { narrow, words } = frame;
  const left = narrow ? 0 : 290;
  const unit = (frame.width - left - (narrow ? 112 : 118)) / Math.max(...rows.map(({ value }) => value));
  const fill = counterColour.media_and_pollsters;
  let y = 12;
  for (const [index, row] of rows.entries()) {
    const own = { 'data-row': index };
    const name = row.kind === 'country' ? words.named(row.destination) : words.label(row.kind);
    if (row.kind === 'rest') y += 6;
    if (narrow) {
      svg.append(write(frame, name, 0, y, { fill: ink, ...own }));
      y += 18;
    } else svg.append(write(frame, name, left - 12, y, { fill: ink, 'text-anchor': 'end', ...own }));
    const box = { x: left, y: y - 8, width: row.value * unit, height: 16 };
    const plainLook = row.kind === 'country' ? { fill } : { fill: 'none', stroke: muted, 'stroke-width': 1.2 };
    const sign = row.kind === 'country' ? {} : { sign: muted };
    svg.append(element(frame, 'rect', { ...box, ...plainLook, ...own }), ...boundTick(frame, box, { ...row, fill, ...sign }, 'right', own));
    const said = words.number(row.value, row.qualifier);
    svg.append(
      index === 0
        ? findingLabel(frame, { x: left + box.width + 10, y }, said, own)
        : write(frame, said, left + box.width + 8, y, { fill: ink, 'font-weight': 600, ...own }),
    );
    y += narrow ? 28 : 30;
  }
  return endSheet(svg, y - 8);
}
