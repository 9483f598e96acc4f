/** Longer than 200 lines: each statement is put together from a row a candidate, and laid out line by line beside two scales. */
import { type Markish, ruleX, text } from '@observablehq/plot';
import type { CounterGroup } from '../data/counters.ts';
import { vote2020Estimates } from '../data/tables/vote-2020-estimates.ts';
import { date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, halo, ink, muted, rule } from './kit/palette.ts';
import { type Share, shareCell, shareMarks, shareText } from './kit/shares.ts';
import { drawPlot } from './kit/svg.ts';
import { groupLookup, preferred } from './kit/tables.ts';
import type { Words } from './kit/words.ts';

const ELECTION_DAY = '2020-08-09';
const ELECTION_MONTH = '2020-08-31';
const candidates = { lukashenko: 'Alexander Lukashenko', tsikhanouskaya: 'Sviatlana Tsikhanouskaya' } as const;
type Candidate = keyof typeof candidates;
const names = ['lukashenko', 'tsikhanouskaya'] as const;

/** From ballots to people asked: each population is a group of its own. */
const populations = [
  'official_count',
  'copied_protocols',
  'observed_stations',
  'model',
  'model_of_polls',
  'exit_poll_permitted',
  'exit_poll_abroad',
  'survey_before_vote',
  'survey_urban_internet_users',
] as const;

interface StatementRow extends DatedRow {
  readonly population: string;
  readonly shareOf: string;
  readonly counter: string;
  readonly group: CounterGroup;
  readonly asked: string | null;
  readonly sample: { readonly size: number; readonly unit: string } | null;
  readonly shares: Readonly<Record<Candidate, Share | null>>;
  readonly refused: number | null;
}

/** What each count, model and survey said of the vote of 9 August 2020, by the population that it speaks of. */
export const vote2020 = defineChart<StatementRow>({
  id: 'vote-2020',
  tables: ['vote-2020-estimates'],
  height: { narrow: 886, wide: 658 },
  rows: ({ data }) => {
    const groupOf = groupLookup(data);
    const estimates = preferred(data, vote2020Estimates);
    const statements = Map.groupBy(estimates, (row) => [row.population, row.share_of, row.source_id, row.counted_by].join(' '));
    return [...statements.values()]
      .flatMap((rows) => {
        const [first] = rows;
        if (!first) return [];
        const share = (candidate: Candidate): Share | null => {
          const row = rows.find(({ choice }) => choice === candidates[candidate]);
          const low = row?.share_percent ?? row?.low_percent ?? null;
          const high = row?.share_percent ?? row?.high_percent ?? null;
          return row && low !== null && high !== null ? { low, high, qualifier: row.qualifier } : null;
        };
        return [
          {
            population: first.population,
            shareOf: first.share_of,
            counter: first.counted_by,
            group: groupOf(first.counted_by),
            asked: first.fieldwork_end,
            sample: first.sample_size !== null && first.sample_unit !== null ? { size: first.sample_size, unit: first.sample_unit } : null,
            shares: { lukashenko: share('lukashenko'), tsikhanouskaya: share('tsikhanouskaya') },
            refused: rows.find(({ choice }) => choice === 'Refused to say')?.share_percent ?? null,
            sources: [first.source_id],
            until: { iso: first.fieldwork_end ?? ELECTION_DAY, precision: 'day' },
          } satisfies StatementRow,
        ];
      })
      .sort((a, b) => rank(a) - rank(b) || a.until.iso.localeCompare(b.until.iso));
  },
  columns: [
    { key: 'column-population', cell: (row) => label(row.population) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
    { key: 'column-lukashenko', cell: (row) => shareCell(row.shares.lukashenko) },
    { key: 'column-tsikhanouskaya', cell: (row) => shareCell(row.shares.tsikhanouskaya) },
    { key: 'column-refused', cell: (row) => (row.refused === null ? plain('') : percent(row.refused, 2)) },
    { key: 'column-share-of', cell: (row) => label(row.shareOf) },
    { key: 'column-asked', cell: (row) => (row.asked === null ? plain('') : date(row.asked)) },
    { key: 'column-sample', cell: (row) => (row.sample ? number(row.sample.size) : plain('')) },
    { key: 'column-sample-unit', cell: (row) => (row.sample ? label(row.sample.unit) : plain('')) },
  ],
  draw: (rows, frame) => {
    const { heads, places, bottom } = layOut(rows, frame);
    const top = places[0]?.y ?? 0;
    const official = rows.find(({ population }) => population === 'official_count');
    const side = frame.narrow ? 2 : 262;
    const marks = names.flatMap((name): Markish[] => {
      const fx = () => name;
      const line = official?.shares[name];
      return [
        ruleX([0, 50, 100], { fx, y1: 40, y2: bottom, stroke: rule }),
        text(frame.narrow ? [50] : [0, 50, 100], {
          fx,
          x: (d: number) => d,
          y: 32,
          text: (d: number) => `${d}%`,
          fill: muted,
          fontSize: 12,
        }),
        text([frame.words.label(name)], {
          fx,
          x: 0,
          y: 11,
          text: (d: string) => d,
          textAnchor: 'start',
          fontWeight: 600,
          fill: ink,
          dx: -3,
        }),
        ...(line
          ? [ruleX([line.low], { fx, y1: top, y2: bottom, stroke: counterColour.official, strokeWidth: 1.2, strokeDasharray: '2 3' })]
          : []),
        ...saidOf(places, rows, name, frame),
      ];
    });
    const left = {
      fx: () => 'lukashenko',
      x: 0,
      dx: frame.narrow ? 0 : -side,
      textAnchor: 'start',
      ...halo,
    } as const;
    return drawPlot(frame, {
      marginTop: 0,
      marginBottom: 0,
      marginLeft: frame.narrow ? 6 : side,
      marginRight: frame.narrow ? 16 : 18,
      fx: { domain: names, axis: null, padding: frame.narrow ? 0.12 : 0.14 },
      x: { domain: [0, 100], axis: null },
      y: { type: 'linear', domain: [0, frame.height], range: [0, frame.height], axis: null },
      marks: [
        ...marks,
        text(heads, { ...left, y: 'y', text: 'text', fontWeight: 600, fill: ink }),
        text(places, { ...left, y: 'nameY', text: ({ row }: Place) => row.counter, fill: ink }),
        text(
          places.filter(({ detail }) => detail !== ''),
          { ...left, y: ({ nameY }: Place) => nameY + 16, text: 'detail', fill: muted, fontSize: 12 },
        ),
      ],
    });
  },
  describe: (rows, words) => {
    const official = rows.find(({ population }) => population === 'official_count');
    const others = rows.filter((row) => row !== official);
    const said = (fx: Candidate) => others.flatMap((row) => (row.shares[fx] ? [{ row, share: row.shares[fx] }] : []));
    const sorted = said('lukashenko').sort((a, b) => a.share.low - b.share.low);
    const [lowest] = sorted;
    const highest = sorted.at(-1);
    if (!official?.shares.lukashenko || !official.shares.tsikhanouskaya || !lowest || !highest)
      throw new RangeError('no shares to describe');
    const both = others.flatMap(({ shares: { lukashenko, tsikhanouskaya } }) =>
      lukashenko && tsikhanouskaya ? [{ lukashenko: lukashenko.high, tsikhanouskaya: tsikhanouskaya.low }] : [],
    );
    const one = rows.filter((row) => names.some((fx) => row.shares[fx] === null)).map(({ counter }) => counter);
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        populations: words.number(new Set(rows.map(({ population }) => population)).size),
        lukashenko: shareText(official.shares.lukashenko, words),
        tsikhanouskaya: shareText(official.shares.tsikhanouskaya, words),
      }),
      words.sentence('extremes', {
        'highest-by': highest.row.counter,
        'highest-value': shareText(highest.share, words),
        'lowest-by': lowest.row.counter,
        'lowest-value': shareText(lowest.share, words),
      }),
      words.sentence('ahead', {
        'both-count': words.number(both.length),
        'ahead-count': words.number(both.filter((pair) => pair.tsikhanouskaya > pair.lukashenko).length),
      }),
      words.sentence('gaps', { 'one-list': words.locale.list(one) }),
    ];
  },
});

const ranks = new Map<string, number>(populations.map((population, index) => [population, index]));
const rank = (row: StatementRow): number => ranks.get(row.population) ?? populations.length;

/** Where a statement stands: its name and, on a line of its own, when and whom it asked. */
interface Place {
  readonly row: StatementRow;
  readonly detail: string;
  readonly nameY: number;
  readonly y: number;
}

function layOut(rows: readonly StatementRow[], frame: Frame) {
  const heads: { readonly text: string; readonly y: number }[] = [];
  const places: Place[] = [];
  let y = 44;
  for (const row of rows) {
    if (places.at(-1)?.row.population !== row.population) {
      heads.push({ text: frame.words.label(row.population), y: y + 14 });
      y += frame.narrow ? 24 : 26;
    }
    const detail = detailOf(row, frame.words);
    const lines = detail === '' ? 1 : 2;
    places.push({ row, detail, nameY: y + 10, y: frame.narrow ? y + lines * 16 + 12 : y + lines * 8 + 2 });
    y += frame.narrow ? lines * 16 + 27 : lines * 16 + 8;
  }
  return { heads, places, bottom: y };
}

function detailOf(row: StatementRow, words: Words): string {
  const parts = [
    ...(row.asked !== null && row.asked > ELECTION_MONTH ? [words.date(row.asked, 'month')] : []),
    ...(row.sample ? [words.label(`sample-${row.sample.unit}`, { size: words.number(row.sample.size) })] : []),
    ...(row.shareOf === 'said_they_voted' ? [words.label('of-those-who-voted')] : []),
  ];
  return parts.join(', ');
}

/** What was said of a candidate at each place, and the word for nothing where nothing was. */
function saidOf(places: readonly Place[], rows: readonly StatementRow[], name: Candidate, frame: Frame): Markish[] {
  const said = places.flatMap(({ row, y }) => (row.shares[name] ? [{ row, y, group: row.group, share: row.shares[name] }] : []));
  return [
    ...shareMarks(said, rows, name, frame.words),
    text(
      places.filter(({ row }) => row.shares[name] === null),
      {
        fx: () => name,
        x: 0,
        y: 'y',
        text: () => frame.words.label('no-figure'),
        textAnchor: 'start',
        dx: 4,
        fill: muted,
        fontSize: 12,
        ...halo,
      },
    ),
  ];
}
