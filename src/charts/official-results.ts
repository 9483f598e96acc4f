import { dot, ruleX, text } from '@observablehq/plot';
import { presidentialResults } from '../data/tables/presidential-results.ts';
import { countAxis, nameAxis, numberMargin } from './kit/axes.ts';
import { date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { counterColour, counterSymbol, ink } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, onDay, preferred } from './kit/tables.ts';

interface ResultRow extends DatedRow {
  readonly date: string;
  readonly round: string;
  readonly candidate: string;
  readonly share: number;
  readonly votes: number | null;
  readonly turnout: number | null;
  readonly counter: string;
}

/** The share that the election commission gave the winner of each presidential election, on one basis. */
export const officialResults = defineChart<ResultRow>({
  id: 'official-results',
  tables: ['presidential-results'],
  height: { narrow: 300, wide: 320 },
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
    return [...winners.values()].sort(by((row) => row.date));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date) },
    { key: 'column-candidate', cell: (row) => plain(row.candidate) },
    { key: 'column-share', cell: (row) => percent(row.share, 2) },
    { key: 'column-votes', cell: (row) => (row.votes === null ? label('not-found') : number(row.votes)) },
    { key: 'column-turnout', cell: (row) => (row.turnout === null ? label('not-found') : percent(row.turnout, 2)) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const year = (row: ResultRow): string => row.date.slice(0, 4);
    const share = (row: ResultRow): string => frame.words.percent(row.share, 1);
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, '100%'),
      marginRight: 4,
      marginTop: 26,
      marginBottom: 30,
      x: { type: 'point', domain: rows.map(year), padding: 0.6, label: null },
      y: { domain: [0, 100], label: null },
      marks: [
        ...countAxis(frame, [50, 100], { percent: true }),
        nameAxis(rows.map(year), { padding: 10 }),
        ruleX(rows, { x: year, y1: 0, y2: 'share', stroke: counterColour.official, strokeWidth: 2 }),
        dot(rows, { x: year, y: 'share', r: 5, symbol: counterSymbol.official, fill: counterColour.official, ...forRows(rows, rows) }),
        text(rows, { x: year, y: 'share', text: share, dy: -15, fill: ink, fontWeight: 600 }),
      ],
    });
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
