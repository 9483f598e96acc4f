import { barY, text } from '@observablehq/plot';
import { earlyVoting as earlyVotes } from '../data/tables/early-voting.ts';
import { presidentialResults } from '../data/tables/presidential-results.ts';
import { countAxis, nameAxis, numberMargin } from './kit/axes.ts';
import { date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import { counterColour, ink, muted, paper } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, onDay, preferred } from './kit/tables.ts';

interface VoteRow extends DatedRow {
  readonly date: string;
  readonly vote: string;
  /** Early voters as a share of all voters on the lists. */
  readonly early: number;
  /** Everyone who took part, on the same base; `null` where the data holds no such figure. */
  readonly turnout: number | null;
  readonly people: { readonly value: number; readonly qualifier: string } | null;
  readonly counter: string;
}

/** The share of all voters who, by official figures, voted before election day, within the official turnout. */
export const earlyVoting = defineChart<VoteRow>({
  id: 'early-voting',
  tables: ['early-voting', 'presidential-results'],
  height: { narrow: 330, wide: 340 },
  rows: ({ data }) => {
    const figures = preferred(data, earlyVotes);
    const results = preferred(data, presidentialResults).filter((row) => row.official === 'yes' && row.turnout_percent !== null);
    return figures
      .filter(({ measure }) => measure === 'share_of_all_voters')
      .map((row) => {
        const people = figures.find((other) => other.measure === 'people' && other.election_date === row.election_date);
        const result = results.find((other) => other.election_date === row.election_date);
        return {
          date: row.election_date,
          vote: row.vote,
          early: row.value,
          turnout: result?.turnout_percent ?? null,
          people: people ? { value: people.value, qualifier: people.qualifier } : null,
          counter: row.counted_by,
          sources: [row.source_id, ...(people ? [people.source_id] : []), ...(result ? [result.source_id] : [])],
          until: onDay(row.election_date),
        };
      })
      .sort(by((row) => row.date));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date) },
    { key: 'column-vote', cell: (row) => label(row.vote) },
    { key: 'column-early', cell: (row) => percent(row.early, 2) },
    { key: 'column-people', cell: (row) => (row.people ? number(row.people.value, row.people.qualifier) : label('not-found')) },
    { key: 'column-turnout', cell: (row) => (row.turnout === null ? label('not-found') : percent(row.turnout, 2)) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const x = (row: VoteRow): string => row.date;
    const share = (value: number | null): string => frame.words.percent(value ?? 0, 1);
    const turnouts = rows.filter(({ turnout }) => turnout !== null);
    const inset = frame.narrow ? 2 : 16;
    const [first] = turnouts;
    const colour = counterColour.official;
    const referendums = rows.filter(({ vote }) => vote === 'referendum');
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, '100 %'),
      marginRight: 4,
      marginTop: 30,
      marginBottom: 48,
      x: { type: 'band', domain: rows.map(x), padding: 0, label: null },
      y: { domain: [0, 100], label: null },
      marks: [
        ...countAxis(frame, [50, 100], { percent: true }),
        nameAxis(rows.map(x), { padding: 10, name: (iso) => iso.slice(0, 4) }),
        text(referendums, { x, y: 0, text: (row: VoteRow) => frame.words.label(row.vote), dy: 34, fill: muted, fontSize: 12 }),
        barY(turnouts, { x, y1: 'early', y2: 'turnout', fill: paper, stroke: muted, insetLeft: inset, insetRight: inset }),
        barY(rows, { x, y1: 0, y2: 'early', fill: colour, insetLeft: inset, insetRight: inset, ...forRows(rows, rows) }),
        text(rows, {
          x,
          y: 'early',
          text: (row: VoteRow) => share(row.early),
          dy: -10,
          fill: ink,
          fontWeight: 600,
        }),
        text(turnouts, { x, y: 'turnout', text: (row: VoteRow) => share(row.turnout), dy: -10, fill: muted }),
        ...(first
          ? [
              text([first], { x, y: (row: VoteRow) => row.early / 2, text: () => frame.words.label('early'), fill: paper, fontSize: 12 }),
              text([first], {
                x,
                y: (row: VoteRow) => (row.early + (row.turnout ?? 0)) / 2 + 5,
                // Two lines, since a bar is no wider than one word of it on a phone.
                text: () => frame.words.label('election-day').replace(' ', frame.narrow ? '\n' : ' '),
                fill: ink,
                fontSize: 12,
              }),
            ]
          : []),
      ],
    });
  },
  describe: (rows, words) => {
    const { first, last, lowest, highest } = extremes(rows, ({ early }) => early, 'votes');
    const share = (value: number): string => words.percent(value, 2);
    const day = (row: VoteRow): string => words.date(row.date);
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, { date: day }),
      }),
      words.sentence('extremes', gapsOf({ lowest, highest }, { value: (row) => share(row.early), date: day })),
      words.sentence('series', { list: words.locale.list(rows.map((row) => `${words.date(row.date, 'year')} ${share(row.early)}`)) }),
      words.sentence('gaps', {
        'missing-list': words.locale.list(rows.filter(({ turnout }) => turnout === null).map((row) => words.date(row.date))),
      }),
    ];
  },
});
