import { releases } from '../data/tables/releases.ts';
import { type Figure, sourceIdsOf } from '../figures/figure.ts';
import { date, label, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dotPattern, dotStrip } from './kit/dots.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { ends } from './kit/findings.ts';
import { shortDay } from './kit/months.ts';
import { ink, muted, held as red, freed as ringColour } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { by, datedOf, preferred } from './kit/tables.ts';

/** The counts between which the account runs. */
const FROM = 'held-1-july-2025';
const TO = 'held-end-of-2025';

interface EntryRow extends DatedRow {
  readonly kind: 'before' | 'wave' | 'after';
  readonly date: string;
  readonly precision: string;
  readonly value: number;
  readonly qualifier: string;
}

/** The second half of 2025 as an account: people held before, freed in waves, held after. */
export const deals2025 = defineChart<EntryRow>({
  id: 'deals-2025',
  tables: ['political-prisoners', 'releases'],
  rows: ({ data, figures }) => {
    const count = (id: string, kind: 'before' | 'after'): EntryRow => {
      const figure: Figure | undefined = figures.get(id);
      if (!figure?.date) throw new RangeError(`expected the figure ${id} of one day, found none`);
      const { date: day, value, qualifier } = figure;
      return { kind, date: day.iso, precision: day.precision, value, qualifier, sources: sourceIdsOf(figure), until: day };
    };
    const [before, after] = [count(FROM, 'before'), count(TO, 'after')];
    const waves = preferred(data, releases)
      .filter((row) => row.date > before.date && row.date <= after.date)
      .sort(by((row) => row.date))
      .map(
        (row): EntryRow => ({
          kind: 'wave',
          date: row.date,
          precision: row.date_precision,
          value: row.released,
          qualifier: row.qualifier,
          sources: [row.source_id],
          until: datedOf(row),
        }),
      );
    return [before, ...waves, after];
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-kind', cell: (row) => label(`kind-${row.kind}`) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const { narrow, words } = frame;
    const { first, last } = ends(rows, 'counts');
    const waves = rows.filter(({ kind }) => kind === 'wave');
    const freed = waves.reduce((sum, { value }) => sum + value, 0);
    const deep = narrow ? 24 : 10;
    // Whole units: a pattern of others is blurred where it is drawn as pixels.
    const cell = Math.floor(frame.width / Math.ceil(Math.max(first.value, last.value) / deep));
    const held = dotPattern(frame, 'held', cell, { fill: red });
    const ring = dotPattern(frame, 'freed', cell, { stroke: ringColour });
    svg.append(element(frame, 'defs', {}, held.definition, ring.definition));
    const height = deep * cell;
    const tall = height + 44;
    const day = (row: EntryRow): string => words.date(row.date, row.precision);
    const strip = (row: EntryRow, y: number): void => {
      const tie = { 'data-row': rows.indexOf(row) };
      const said = words.label(`at-${row.kind}`, { value: words.number(row.value, row.qualifier), date: day(row) });
      svg.append(
        findingLabel(frame, { x: 0, y: y - 14 }, said, { fill: red, ...tie }),
        dotStrip(frame, held, row.value, { x: 0, y, rows: deep }, tie),
      );
    };
    strip(first, 28);
    const y = 28 + tall;
    // They end where the count before them ends; a column that was begun is finished by the next wave's own.
    let x = Math.floor(first.value / deep) * cell - waves.reduce((sum, { value }) => sum + Math.ceil(value / deep) * cell + 3, 0);
    svg.append(findingLabel(frame, { x: frame.width, y: y - 14, anchor: 'end' }, words.label('freed', { value: words.number(freed) })));
    for (const row of waves) {
      const tie = { 'data-row': rows.indexOf(row) };
      const width = Math.ceil(row.value / deep) * cell;
      svg.append(dotStrip(frame, ring, row.value, { x, y, rows: deep }, tie));
      if (width > 20) {
        const look = { fill: ink, 'font-weight': 600, 'font-size': 12, ...tie };
        svg.append(
          write(frame, words.number(row.value, row.qualifier), x, y + height + 10, look),
          ...(width > 60
            ? [
                write(frame, shortDay(row.date, row.precision, words.locale), x + 28, y + height + 10, {
                  fill: muted,
                  'font-size': 12,
                  ...tie,
                }),
              ]
            : []),
        );
      }
      x += width + 3;
    }
    const end = y + tall + 12;
    strip(last, end);
    const fewer = words.label('fewer', { value: words.number(first.value - last.value) });
    svg.append(findingLabel(frame, { x: frame.width, y: end - 14, anchor: 'end' }, fewer));
    return endSheet(svg, end + height + 6);
  },
  describe: (rows, words) => {
    const { first, last } = ends(rows, 'counts');
    const waves = rows.filter(({ kind }) => kind === 'wave');
    const sum = waves.reduce((total, { value }) => total + value, 0);
    const wave = (row: EntryRow): string =>
      words.sentence('wave', { value: words.number(row.value, row.qualifier), date: words.date(row.date, row.precision) });
    return [
      words.sentence('account', {
        before: words.number(first.value),
        'before-date': words.date(first.date, first.precision),
        freed: words.number(sum),
        after: words.number(last.value),
        'after-date': words.date(last.date, last.precision),
        fewer: words.number(first.value - last.value),
      }),
      words.sentence('waves', { list: words.locale.list(waves.map(wave)) }),
    ];
  },
});
