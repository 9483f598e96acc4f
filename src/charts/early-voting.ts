import { earlyVoting as earlyVotes } from '../data/tables/early-voting.ts';
import { presidentialResults } from '../data/tables/presidential-results.ts';
import { numberMargin } from './kit/axes.ts';
import { date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { wrap } from './kit/labels.ts';
import { counterColour, ink, muted, paper, rule } from './kit/palette.ts';
import { tenth } from './kit/signs.ts';
import { by, onDay, preferred } from './kit/tables.ts';

/** The vote that the title speaks of. */
const TOLD = '2020-08-09';

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
  height: { narrow: 316, wide: 316 },
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
    const svg = sheet(frame);
    const left = Math.max(40, numberMargin(frame, frame.words.percent(100, 0)));
    const base = frame.height - 42;
    const scale = { x: left, step: (frame.width - left) / rows.length, base, unit: (base - 20) / 100 };
    svg.append(
      ...[50, 100].flatMap((share) => [
        element(frame, 'line', { x1: left, x2: frame.width, y1: base - share * scale.unit, y2: base - share * scale.unit, stroke: rule }),
        element(
          frame,
          'text',
          { x: left - 6, y: base - share * scale.unit + 4, 'text-anchor': 'end', 'font-size': 12, fill: muted },
          frame.words.percent(share, 0),
        ),
      ]),
      ...rows.flatMap((row, index) => vote(frame, row, index, scale)),
      element(frame, 'path', { d: `M${left} ${base}H${frame.width}`, stroke: muted }),
    );
    return svg;
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

interface Scale {
  readonly x: number;
  readonly step: number;
  readonly base: number;
  readonly unit: number;
}

/** A vote: early voters as a column, turnout as a stroke over it, both with their values; the first one says which is which. */
function vote(frame: Frame, row: VoteRow, index: number, { x, step, base, unit }: Scale): Element[] {
  const { words } = frame;
  const tie = { 'data-row': index };
  const middle = tenth(x + (index + 0.5) * step);
  const half = tenth(Math.min(26, step * 0.36));
  const finding = row.date === TOLD;
  const early = tenth(base - row.early * unit);
  const around = { stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' };
  const label: Attributes = { x: middle, 'text-anchor': 'middle', 'font-size': 12, ...around, ...tie };
  const share = words.percent(row.early, finding ? 1 : 0);
  const above = early - (finding ? 14 : 6);
  const top = row.turnout === null ? null : tenth(base - row.turnout * unit);
  return [
    element(frame, 'rect', {
      x: middle - half,
      y: early,
      width: 2 * half,
      height: tenth(row.early * unit),
      fill: counterColour.official,
      ...tie,
    }),
    finding
      ? findingLabel(frame, { x: frame.narrow ? middle - 6 : middle, y: above, anchor: 'middle' }, share, { ...around, ...tie })
      : element(frame, 'text', { ...label, y: above, fill: ink, 'font-weight': 600, 'font-size': 13 }, share),
    ...(top === null || row.turnout === null
      ? []
      : [
          element(frame, 'line', {
            x1: middle - half,
            x2: middle + half,
            y1: top,
            y2: top,
            stroke: counterColour.official,
            'stroke-width': 2.5,
            ...tie,
          }),
          element(frame, 'text', { ...label, y: top - 7, fill: muted }, words.percent(row.turnout, 0)),
        ]),
    ...(index === 0 && top !== null
      ? [
          element(frame, 'text', { ...label, y: top + 17, fill: muted }, words.label('turnout')),
          // As narrow as its column with what is free beside it, since the next one is higher.
          ...wrap(words.label('early'), step + 4, 12)
            .toReversed()
            .map((line, nth) => element(frame, 'text', { ...label, x: middle - 4, y: above - 17 - nth * 14, fill: ink }, line)),
        ]
      : []),
    element(frame, 'text', { ...label, y: base + 18, fill: muted, 'font-size': 13 }, row.date.slice(0, 4)),
    ...(row.vote === 'referendum' ? [element(frame, 'text', { ...label, y: base + 34, fill: muted }, words.label('referendum'))] : []),
  ];
}
