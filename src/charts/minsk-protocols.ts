/** Longer than 200 lines: votes and shares are two drawings, and each side of them comes from tables of its own. */
import { type Markish, rect, ruleX, text } from '@observablehq/plot';
import type { DataPackage } from '../data/package.ts';
import { copiedProtocols2020 } from '../data/tables/copied-protocols-2020.ts';
import { presidentialResults } from '../data/tables/presidential-results.ts';
import { regionalResults2020 } from '../data/tables/regional-results-2020.ts';
import { numberMargin } from './kit/axes.ts';
import { label, number, percent } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dumbbells, dumbbellValues } from './kit/dumbbells.ts';
import { extremes } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted, rule } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { onDay, preferred } from './kit/tables.ts';

const ELECTION_DAY = '2020-08-09';
const SHE = 'Sviatlana Tsikhanouskaya';

/** What both sides say of one region: votes, or a share of the ballots. */
interface RegionRow extends DatedRow {
  readonly region: string;
  readonly measure: 'votes' | 'share';
  readonly official: { readonly value: number; readonly qualifier: string };
  readonly copied: number;
  /** Stations that the copied side rests on, and all stations of the region. */
  readonly covered: number;
  readonly stations: number;
}

/** Her official votes and shares by region against what the copied protocols of a part of the stations add up to. */
export const minskProtocols = defineChart<RegionRow>({
  id: 'minsk-protocols',
  tables: ['copied-protocols-2020', 'regional-results-2020', 'presidential-results'],
  height: { narrow: 642, wide: 498 },
  rows: ({ data }) => {
    const official = officialOf(data);
    const both = data.rows(copiedProtocols2020).flatMap((row) =>
      (['votes', 'share'] as const).flatMap((measure): RegionRow[] => {
        const side = official.find((candidate) => candidate.region === row.region && candidate.measure === measure);
        if (!side) return [];
        const votes = measure === 'votes';
        return [
          {
            region: row.region,
            measure,
            official: { value: side.value, qualifier: side.qualifier },
            copied: votes ? row.votes_tsikhanouskaya : row.share_tsikhanouskaya_percent,
            covered: votes ? row.stations_with_protocol : row.stations_with_votes_cast,
            stations: row.stations_total,
            sources: [side.source, row.source_id],
            until: onDay(ELECTION_DAY),
          },
        ];
      }),
    );
    const of = (measure: string) => both.filter((row) => row.measure === measure);
    const last = (row: RegionRow): number => Number(row.region === 'belarus');
    // The capital leads the votes; the shares go from the highest official one down; the country stands last.
    const votes = of('votes').sort((a, b) => Number(b.region === 'minsk-city') - Number(a.region === 'minsk-city') || a.copied - b.copied);
    return [...votes, ...of('share').sort((a, b) => last(a) - last(b) || b.official.value - a.official.value)];
  },
  columns: [
    { key: 'column-region', cell: (row) => label(row.region) },
    { key: 'column-measure', cell: (row) => label(row.measure) },
    {
      key: 'column-official',
      cell: ({ measure, official }) =>
        measure === 'votes' ? number(official.value, official.qualifier) : percent(official.value, 2, official.qualifier),
    },
    { key: 'column-copied', cell: (row) => (row.measure === 'votes' ? number(row.copied) : percent(row.copied, 2)) },
    { key: 'column-covered', cell: (row) => number(row.covered) },
    { key: 'column-stations', cell: (row) => number(row.stations) },
  ],
  draw: (rows, frame) => {
    const votes = rows.filter(({ measure }) => measure === 'votes');
    const shares = rows.filter(({ measure }) => measure === 'share');
    const second = 32 + votes.length * VOTES_HEIGHT + 14;
    const head = { x: 0, textAnchor: 'start', fontWeight: 600, fill: ink } as const;
    return drawPlot(frame, {
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 2,
      marginRight: 2,
      x: { type: 'linear', domain: [0, frame.width - 4], axis: null },
      y: { type: 'linear', domain: [0, frame.height], range: [0, frame.height], axis: null },
      marks: [
        text(
          [
            { y: 10, key: 'head-votes' },
            { y: second, key: 'head-share' },
          ],
          {
            ...head,
            y: 'y',
            text: ({ key }: { key: string }) => frame.words.label(key),
          },
        ),
        ...votesMarks(votes, rows, frame),
        ...shareMarks(shares, rows, frame, second + 38),
      ],
    });
  },
  describe: (rows, words) => {
    const votes = rows.filter(({ measure }) => measure === 'votes');
    const shares = rows.filter(({ measure, region }) => measure === 'share' && region !== 'belarus');
    const gap = (row: RegionRow): number => row.copied - row.official.value;
    const { highest: widest } = extremes(shares, gap, 'shares');
    return [
      ...votes.map((row) =>
        words.sentence('votes', {
          region: words.label(row.region),
          official: words.number(row.official.value, row.official.qualifier),
          copied: words.number(row.copied),
          covered: words.number(row.covered),
          stations: words.number(row.stations),
        }),
      ),
      words.sentence('share', {
        'higher-count': words.number(shares.filter((row) => gap(row) > 0).length),
        'region-count': words.number(shares.length),
        region: words.label(widest.region),
        copied: words.percent(widest.copied, 2),
        official: words.percent(widest.official.value, 2),
      }),
      words.sentence('gaps'),
    ];
  },
});

const VOTES_HEIGHT = 66;

interface OfficialSide {
  readonly region: string;
  readonly measure: string;
  readonly value: number;
  readonly qualifier: string;
  readonly source: string;
}

/** What the commission announced for her, by region and for the country. */
function officialOf(data: DataPackage): OfficialSide[] {
  const regional = preferred(data, regionalResults2020)
    .filter((row) => row.candidate === SHE)
    .map((row) => ({ region: row.region, measure: row.measure, value: row.value, qualifier: row.qualifier, source: row.source_id }));
  const country = preferred(data, presidentialResults)
    .filter((row) => row.candidate === SHE && row.official === 'yes')
    .flatMap((row) => [
      { measure: 'votes', value: row.votes, source: row.source_id },
      { measure: 'share', value: row.share_percent, source: row.source_id },
    ])
    .flatMap((side) => (side.value === null ? [] : [{ ...side, value: side.value, region: 'belarus', qualifier: 'exact' }]));
  return [...regional, ...country];
}

/** A pair of bars a region: the official votes of all stations over those of the copied protocols. */
function votesMarks(votes: readonly RegionRow[], rows: readonly RegionRow[], frame: Frame): Markish[] {
  const most = Math.max(...votes.flatMap(({ official, copied }) => [official.value, copied]));
  const unit = (frame.narrow ? 168 : 400) / most;
  const { words } = frame;
  const bars = votes.flatMap((row, index) => {
    const y = 32 + index * VOTES_HEIGHT;
    const gaps = { covered: words.number(row.covered), stations: words.number(row.stations) };
    const bar = (dy: number, votes: number, group: 'official' | 'rights_groups', value: string, key: string) => ({
      row,
      y: y + dy,
      end: votes * unit,
      colour: counterColour[group],
      value,
      of: words.label(`${key}-${frame.size}`, gaps),
    });
    return [
      bar(10, row.official.value, 'official', words.number(row.official.value, row.official.qualifier), 'all'),
      bar(30, row.copied, 'rights_groups', words.number(row.copied), 'part'),
    ];
  });
  type Bar = (typeof bars)[number];
  const texts = { x: 'end', y: (bar: Bar) => bar.y + 8, dx: 7, textAnchor: 'start' } as const;
  return [
    text(votes, {
      x: 0,
      y: (_: RegionRow, index: number) => 32 + index * VOTES_HEIGHT,
      text: ({ region }: RegionRow) => words.label(region),
      textAnchor: 'start',
      fill: ink,
    }),
    rect(bars, { x1: 0, x2: 'end', y1: 'y', y2: (bar: Bar) => bar.y + 16, fill: 'colour', ...forRows(bars, rows, ({ row }) => row) }),
    text(bars, { ...texts, text: 'value', fontWeight: 600, fill: ink }),
    text(bars, {
      ...texts,
      x: (bar: Bar) => bar.end + numberMargin(frame, bar.value) + 6,
      text: 'of',
      fill: muted,
      fontSize: 12,
    }),
  ];
}

/** The two shares of a region on one line, and the stations that the copied one rests on. */
function shareMarks(shares: readonly RegionRow[], rows: readonly RegionRow[], frame: Frame, top: number): Markish[] {
  const { words } = frame;
  const step = frame.narrow ? 44 : 25;
  const left = frame.narrow ? 46 : 170;
  const unit = (frame.narrow ? 250 : 400) / 40;
  const share = (value: number): string => words.percent(value, 1);
  const lines = shares.map((row, index) => ({
    row,
    nameY: top + index * step + (frame.narrow ? 4 : 8),
    y: top + index * step + (frame.narrow ? 22 : 8),
    left: left + row.official.value * unit,
    right: left + row.copied * unit,
    leftText: share(row.official.value),
    rightText: share(row.copied),
    of: words.label('stations', { covered: words.number(row.covered), stations: words.number(row.stations) }),
  }));
  const sides = {
    left: { group: 'official', name: words.label('series-official') },
    right: { group: 'rights_groups', name: words.label('series-copied') },
  } as const;
  return [
    ruleX(frame.narrow ? [] : [left], { y1: top - 6, y2: top + shares.length * step, stroke: rule }),
    ...dumbbells(lines, rows, sides, top - 14),
    text(lines, { x: 0, y: 'nameY', text: ({ row }: (typeof lines)[number]) => words.label(row.region), textAnchor: 'start', fill: ink }),
    text(lines, { x: frame.width - 4, y: 'nameY', text: 'of', textAnchor: 'end', fill: muted, fontSize: 12 }),
    ...dumbbellValues(lines),
  ];
}
