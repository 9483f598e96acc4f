import type { DataPackage } from '../data/package.ts';
import { releases } from '../data/tables/releases.ts';
import { usMeasures as table } from '../data/tables/us-measures.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dotBlock, dotPattern, dots } from './kit/dots.ts';
import { type Attributes, element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { wrap } from './kit/labels.ts';
import { counterColour, freed, ink, muted, paper, rule } from './kit/palette.ts';
import { personClass } from './kit/person-marks.ts';
import { endSheet } from './kit/svg.ts';
import { datedOf, onDay, preferred } from './kit/tables.ts';

/** The first release since 2020 that the United States answered with relief. */
const FROM = '2025-09-01';
const RELIEF = ['licence', 'delisting', 'relief', 'export_rule'];

interface StepRow extends DatedRow {
  readonly kind: 'release' | 'licence' | 'delisting' | 'relief' | 'export_rule';
  readonly state: 'announced' | 'in_force' | null;
  readonly date: string;
  readonly precision: string;
  readonly freed: number | null;
  readonly qualifier: string;
  readonly subject: string;
}

/** What the United States took back of its sanctions, beside the releases on whose days it was announced. */
export const usMeasures = defineChart<StepRow>({
  id: 'us-measures',
  tables: ['us-measures', 'releases'],
  rows: ({ data }) => steps(data),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-kind', cell: (row) => label(row.kind) },
    { key: 'column-freed', cell: (row): Cell => (row.freed === null ? plain('') : number(row.freed, row.qualifier)) },
    { key: 'column-state', cell: (row): Cell => (row.state === null ? plain('') : label(row.state)) },
    { key: 'column-subject', cell: (row) => plain(row.subject) },
  ],
  draw: (rows, frame) => drawSteps(rows, frame),
  describe: (rows, words) => {
    const of = (chosen: readonly StepRow[], key: string): string =>
      words.locale.list(
        chosen.map((row) =>
          words.label(key, {
            date: words.date(row.date, row.precision),
            value: words.number(row.freed ?? 0, row.qualifier),
            kind: words.label(row.kind),
            subject: row.subject,
          }),
        ),
      );
    const acts = rows.filter(({ kind }) => kind !== 'release');
    return [
      words.sentence('releases', {
        list: of(
          rows.filter(({ kind }) => kind === 'release'),
          'of-release',
        ),
      }),
      words.sentence('in_force', {
        list: of(
          acts.filter(({ state }) => state === 'in_force'),
          'of-step',
        ),
      }),
      words.sentence('announced', {
        list: of(
          acts.filter(({ state }) => state === 'announced'),
          'of-step',
        ),
      }),
    ];
  },
});

/** Relief since the first answered release, and the waves of release on whose days relief was announced, by day. */
function steps(data: DataPackage): StepRow[] {
  const relief = data.rows(table).filter((row) => row.date >= FROM && RELIEF.includes(row.kind));
  const announced = new Set(relief.filter(({ state }) => state === 'announced').map((row) => row.date));
  const waves = preferred(data, releases).filter((row) => row.released !== null && announced.has(row.date));
  return [
    ...waves.map((row) => ({
      kind: 'release' as const,
      state: null,
      date: row.date,
      precision: row.date_precision,
      freed: row.released,
      qualifier: row.qualifier,
      subject: '',
      sources: [row.source_id],
      until: datedOf(row),
    })),
    ...relief.map((row) => ({
      kind: row.kind as StepRow['kind'],
      state: row.state,
      date: row.date,
      precision: row.date_precision,
      freed: null,
      qualifier: 'exact',
      subject: row.subject,
      sources: [row.source_id, ...(row.second_source_id === null ? [] : [row.second_source_id])],
      until: onDay(row.date),
    })),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : Number(b.kind === 'release') - Number(a.kind === 'release')));
}

/** A line a step, by day: releases as their numbers at the left, relief at the right, filled once in force. */
function drawSteps(rows: readonly StepRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { narrow, words } = frame;
  const x = narrow ? 16 : 190;
  const most = Math.max(...rows.map(({ freed }) => freed ?? 0));
  const pattern = dotPattern(frame, 'freed', 6, { stroke: freed });
  svg.append(element(frame, 'defs', {}, pattern.definition));
  let y = 12;
  // Where the rings of the release before end.
  let floor = 0;
  for (const [index, row] of rows.entries()) {
    const own = { 'data-row': index };
    const day = words.date(row.date, row.precision);
    if (row.kind === 'release') {
      if (index > 0) {
        y = Math.max(y + 8, floor);
        svg.append(element(frame, 'line', { x1: 0, x2: frame.width, y1: y - 18, y2: y - 18, stroke: rule }));
      }
      const said = words.label('freed', { value: words.number(row.freed ?? 0, row.qualifier) });
      svg.append(
        row.freed === most
          ? findingLabel(frame, { x: 0, y }, said, own)
          : write(frame, said, 0, y, { fill: ink, 'font-weight': 600, 'font-size': frame.fontSize + 2, ...own }),
        write(frame, day, narrow ? frame.width - 2 : 0, narrow ? y : y + 22, {
          fill: muted,
          'text-anchor': narrow ? 'end' : 'start',
          ...own,
        }),
      );
      const widest = narrow ? 58 : 29;
      svg.append(
        dots(frame, pattern, row.freed ?? 0, { x: 0, y: y + (narrow ? 12 : 33), widest }, { class: personClass('freed'), ...own }),
      );
      const block = dotBlock(row.freed ?? 0, widest).rows * pattern.cell;
      if (narrow) y += 28 + block;
      else floor = y + 33 + block + 16;
      continue;
    }
    const solid: Attributes = row.state === 'in_force' ? { fill: counterColour.official } : { fill: paper };
    svg.append(
      element(frame, 'rect', {
        x: x - 10,
        y: y - 5,
        width: 10,
        height: 10,
        stroke: counterColour.official,
        'stroke-width': 1.6,
        ...solid,
        ...own,
      }),
    );
    const head = words.label('step', { kind: words.label(`short-${row.kind}`), date: words.date(row.date, row.precision) });
    svg.append(write(frame, head, x + 10, y, { fill: muted, ...own }));
    y += 17;
    for (const line of wrap(words.named(row.subject), frame.width - x - 12, frame.fontSize)) {
      svg.append(write(frame, line, x + 10, y, { fill: ink, ...own }));
      y += 17;
    }
    y += 6;
  }
  return endSheet(svg, Math.max(y, floor) - 4);
}
