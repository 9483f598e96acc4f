import { decimalsOf } from '../data/field.ts';
import { observers } from '../data/tables/observers.ts';
import { presidentialResults } from '../data/tables/presidential-results.ts';
import { numberMargin } from './kit/axes.ts';
import { date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted, paper, rule } from './kit/palette.ts';
import { tenth } from './kit/signs.ts';
import { by, onDay, preferred } from './kit/tables.ts';

interface ResultRow extends DatedRow {
  readonly date: string;
  readonly round: string;
  readonly candidate: string;
  readonly share: number;
  readonly votes: number | null;
  readonly turnout: number | null;
  readonly counter: string;
  /** What the observers of the OSCE found: the key of a label. */
  readonly osce: string;
  readonly last: boolean;
}

/** The share that the election commission gave the winner of each presidential election, over the verdict of the OSCE. */
export const officialResults = defineChart<ResultRow>({
  id: 'official-results',
  tables: ['presidential-results', 'observers'],
  height: { narrow: 330, wide: 330 },
  rows: ({ data }) => {
    const official = preferred(data, presidentialResults)
      .filter((row) => row.official === 'yes' && row.share_basis === 'all_who_voted' && row.share_percent !== null)
      .map((row) => ({
        date: row.election_date,
        round: row.round,
        candidate: row.candidate,
        share: row.share_percent ?? Number.NaN,
        votes: row.votes,
        turnout: row.turnout_percent,
        counter: row.counted_by,
        osce: 'osce-none',
        last: false,
        sources: [row.source_id],
        until: onDay(row.election_date),
      }));
    // The winner of each round; of an election with two rounds, only the one that decided it.
    const winners = new Map<string, ResultRow>();
    for (const row of official) {
      const year = row.date.slice(0, 4);
      const before = winners.get(year);
      if (!before || row.date > before.date || (row.date === before.date && row.share > before.share)) winners.set(year, row);
    }
    const verdicts = preferred(data, observers).filter((row) => row.body_kind === 'osce' && row.stage !== 'inquiry');
    return [...winners.values()].sort(by((row) => row.date)).map((row, index) => {
      const verdict = verdicts.findLast(({ election_date }) => election_date === row.date);
      return {
        ...row,
        osce: verdict ? `osce-${verdict.verdict}` : row.osce,
        last: index === winners.size - 1,
        sources: [...row.sources, ...(verdict ? [verdict.source_id] : [])],
      };
    });
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date) },
    { key: 'column-candidate', cell: (row) => plain(row.candidate) },
    { key: 'column-share', cell: (row) => percent(row.share, 2) },
    { key: 'column-votes', cell: (row) => (row.votes === null ? label('not-found') : number(row.votes)) },
    { key: 'column-turnout', cell: (row) => (row.turnout === null ? label('not-found') : percent(row.turnout, 2)) },
    { key: 'column-osce', cell: (row) => label(row.osce) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const left = Math.max(40, numberMargin(frame, frame.words.percent(100, 0)));
    const base = frame.height - 74;
    const scale = { left, step: (frame.width - left) / rows.length, base, unit: (base - 20) / 100 };
    svg.append(
      ...[50, 100].flatMap((share) => {
        const y = tenth(base - share * scale.unit);
        return [
          element(frame, 'line', { x1: left, x2: frame.width, y1: y, y2: y, stroke: rule }),
          element(
            frame,
            'text',
            { x: left - 6, y: y + 4, 'text-anchor': 'end', 'font-size': 12, fill: muted },
            frame.words.percent(share, 0),
          ),
        ];
      }),
      ...rows.flatMap((row, index) => election(frame, row, index, scale)),
      element(frame, 'path', { d: `M${left} ${base}H${frame.width}`, stroke: muted }),
      element(frame, 'text', { x: 0, y: base + 44, 'font-size': 12, 'font-weight': 600, fill: ink }, frame.words.label('osce')),
    );
    return svg;
  },
  describe: (rows, words) => {
    const { first, last, lowest, highest } = extremes(rows, ({ share }) => share, 'results');
    const share = (row: ResultRow): string => words.percent(row.share, 2);
    const year = (row: ResultRow): string => words.date(row.date, 'year');
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, { date: (row) => words.date(row.date) }),
      }),
      words.sentence('extremes', gapsOf({ lowest, highest }, { value: share, year })),
      words.sentence('series', { list: words.locale.list(rows.map((row) => `${year(row)}: ${share(row)}`)) }),
    ];
  },
});

interface Scale {
  readonly left: number;
  readonly step: number;
  readonly base: number;
  readonly unit: number;
}

/** An election: the official share as a column, and under its year what the OSCE found. */
function election(frame: Frame, row: ResultRow, index: number, { left, step, base, unit }: Scale): Element[] {
  const { words } = frame;
  const tie = { 'data-row': index };
  const middle = tenth(left + (index + 0.5) * step);
  const half = tenth(Math.min(26, step * 0.36));
  const top = tenth(base - row.share * unit);
  const label = { x: middle, 'text-anchor': 'middle', 'font-size': 12, fill: muted, ...tie };
  // The title tells of the last one, whose label needs the width of two.
  const finding = row.last;
  const around = { stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' };
  return [
    element(frame, 'rect', {
      x: middle - half,
      y: top,
      width: 2 * half,
      height: tenth(row.share * unit),
      fill: counterColour.official,
      ...tie,
    }),
    finding
      ? findingLabel(frame, { x: middle + half, y: top - 15, anchor: 'end' }, words.percent(row.share, decimalsOf(row.share)), {
          ...around,
          ...tie,
        })
      : element(
          frame,
          'text',
          { ...label, ...around, y: top - 6, 'font-size': 13, fill: ink, 'font-weight': 600 },
          words.percent(row.share, 0),
        ),
    element(frame, 'text', { ...label, y: base + 18, 'font-size': 13 }, row.date.slice(0, 4)),
    ...words
      .label(row.osce)
      .split(' ')
      .map((word, nth) => element(frame, 'text', { ...label, y: base + 44 + nth * 15, fill: ink }, word)),
  ];
}
