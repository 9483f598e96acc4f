import type { CounterGroup } from '../data/counters.ts';
import { vote2020Estimates } from '../data/tables/vote-2020-estimates.ts';
import { date, label, number, percent, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet } from './kit/elements.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink } from './kit/palette.ts';
import { type Share, shareCell, shareText } from './kit/shares.ts';
import { sign } from './kit/signs.ts';
import { endSheet } from './kit/svg.ts';
import { groupLookup, preferred } from './kit/tables.ts';
import { type RowMark, type ValueRow, valueFoot, valueRows } from './kit/value-rows.ts';
import type { Words } from './kit/words.ts';

const ELECTION_DAY = '2020-08-09';
const ELECTION_MONTH = '2020-08-31';
const candidates = { lukashenko: 'Alexander Lukashenko', tsikhanouskaya: 'Sviatlana Tsikhanouskaya' } as const;
type Candidate = keyof typeof candidates;
const names = ['lukashenko', 'tsikhanouskaya'] as const;

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

/** What each count, model and survey said of the vote of 9 August 2020, from the highest share for the incumbent down. */
export const vote2020 = defineChart<StatementRow>({
  id: 'vote-2020',
  tables: ['vote-2020-estimates'],
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
      .sort((a, b) => middle(b) - middle(a) || a.until.iso.localeCompare(b.until.iso));
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
  parts: { keys: ['ballots', 'models', 'asked'], of: ({ population }) => partOf(population) },
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const shown = rows.map((row) => valueRow(row, frame));
    const options = {
      domain: [0, 100] as const,
      ticks: [0, 25, 50, 75, 100],
      tickText: (value: number) => frame.words.percent(value, 0),
      left: frame.narrow ? 30 : 224,
      right: frame.narrow ? 20 : 26,
      top: 26,
      step: frame.narrow ? 51 : 37,
    };
    svg.append(...key(frame, options.left), ...valueRows(frame, shown, rows, options));
    return endSheet(svg, valueFoot(frame, shown, options));
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
    const one = rows.filter((row) => names.some((fx) => row.shares[fx] === null)).map(({ counter }) => words.named(counter));
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

/** Where a statement stands in the order: the middle of its share for the incumbent. One without such a share stands last. */
function middle({ shares: { lukashenko: share } }: StatementRow): number {
  return share === null ? -1 : (share.low + share.high) / 2;
}

/** Which mark is whose, over the first line. */
function key(frame: Frame, left: number): Element[] {
  return (['tsikhanouskaya', 'lukashenko'] as const).flatMap((name, nth) => {
    const x = (frame.narrow ? 6 : left + 6) + nth * 150;
    return [
      sign(frame, 'square', { x, y: 10 }, { fill: ink, hollow: name === 'tsikhanouskaya' }),
      element(frame, 'text', { x: x + 11, y: 14.5, fill: ink, 'font-size': 13, 'font-weight': 600 }, frame.words.label(name)),
    ];
  });
}

/** A statement with its marks, in the colour of who counted or asked: filled for the incumbent, an outline for his opponent. */
function valueRow(row: StatementRow, frame: Frame): ValueRow {
  const { words } = frame;
  const fill = counterColour[row.group];
  const marks = names.flatMap((name): RowMark[] => {
    const share = row.shares[name];
    if (!share) return [];
    const finding = row.population === 'official_count' && name === 'lukashenko';
    return [{ ...share, shape: 'square', fill, hollow: name === 'tsikhanouskaya', text: shareText(share, words), finding }];
  });
  return { row, name: words.named(row.counter), nameFill: fill, detail: detailOf(row, words), marks };
}

/** What was counted or who was asked, and when, where that was long after the vote. */
function detailOf(row: StatementRow, words: Words): string {
  const later = row.asked !== null && row.asked > ELECTION_MONTH ? [words.date(row.asked, 'month')] : [];
  return [words.label(row.population), ...later].join(', ');
}

/** Ballots that were counted, calculations, or people who were asked. */
function partOf(population: string): string {
  if (['official_count', 'copied_protocols', 'observed_stations'].includes(population)) return 'ballots';
  return population.startsWith('model') ? 'models' : 'asked';
}
