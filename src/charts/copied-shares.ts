import { copiedProtocols2020 } from '../data/tables/copied-protocols-2020.ts';
import { label, number, percent } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { officialOf } from './kit/copied-protocols.ts';
import { element, sheet } from './kit/elements.ts';
import { extremes } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, counterSymbol } from './kit/palette.ts';
import { sign } from './kit/signs.ts';
import { endSheet } from './kit/svg.ts';
import { onDay } from './kit/tables.ts';
import { type ValueRow, valueFoot, valueRows } from './kit/value-rows.ts';

const ELECTION_DAY = '2020-08-09';
const COUNTRY = 'belarus';

interface ShareRow extends DatedRow {
  readonly region: string;
  readonly official: { readonly value: number; readonly qualifier: string };
  readonly copied: number;
  /** Stations that the copied share rests on, and all stations of the region. */
  readonly covered: number;
  readonly stations: number;
}

/** Her official share by region against her share in the protocols that were copied there. */
export const copiedShares = defineChart<ShareRow>({
  id: 'copied-shares',
  tables: ['copied-protocols-2020', 'regional-results-2020', 'presidential-results'],
  rows: ({ data }) => {
    const official = officialOf(data).filter(({ measure }) => measure === 'share');
    const last = (row: ShareRow): number => Number(row.region === COUNTRY);
    return data
      .rows(copiedProtocols2020)
      .flatMap((row): ShareRow[] => {
        const side = official.find(({ region }) => region === row.region);
        if (!side) return [];
        return [
          {
            region: row.region,
            official: { value: side.value, qualifier: side.qualifier },
            copied: row.share_tsikhanouskaya_percent,
            covered: row.stations_with_votes_cast,
            stations: row.stations_total,
            sources: [side.source, row.source_id],
            until: onDay(ELECTION_DAY),
          },
        ];
      })
      .sort((a, b) => last(a) - last(b) || gap(b) - gap(a));
  },
  columns: [
    { key: 'column-region', cell: (row) => label(row.region) },
    { key: 'column-official', cell: ({ official }) => percent(official.value, 2, official.qualifier) },
    { key: 'column-copied', cell: (row) => percent(row.copied, 2) },
    { key: 'column-covered', cell: (row) => number(row.covered) },
    { key: 'column-stations', cell: (row) => number(row.stations) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const most = Math.max(...rows.flatMap(({ official, copied }) => [official.value, copied]));
    const end = Math.ceil(most / 10) * 10;
    const options = {
      domain: [0, end] as const,
      ticks: Array.from({ length: end / 10 + 1 }, (_, index) => index * 10),
      tickText: (value: number) => frame.words.percent(value, 0),
      left: frame.narrow ? 12 : 230,
      right: frame.narrow ? 24 : 26,
      top: 28,
      step: frame.narrow ? 47 : 36,
    };
    const shown = rows.map((row) => valueRow(row, rows, frame));
    svg.append(...key(frame, options.left), ...valueRows(frame, shown, rows, options));
    return endSheet(svg, valueFoot(frame, shown, options));
  },
  describe: (rows, words) => {
    const regions = rows.filter(({ region }) => region !== COUNTRY);
    const { highest: widest } = extremes(regions, gap, 'shares');
    return [
      words.sentence('share', {
        'higher-count': words.number(regions.filter((row) => gap(row) > 0).length),
        'region-count': words.number(regions.length),
        region: words.label(widest.region),
        copied: words.percent(widest.copied, 2),
        official: words.percent(widest.official.value, 2),
      }),
      words.sentence('series', {
        list: rows
          .map((row) => `${words.label(row.region)}: ${words.percent(row.official.value, 2)} / ${words.percent(row.copied, 2)}`)
          .join('; '),
      }),
    ];
  },
});

const gap = (row: ShareRow): number => row.copied - row.official.value;

/** Which mark is whose, over the first line. */
function key(frame: Frame, left: number): Element[] {
  return (['official', 'rights_groups'] as const).flatMap((group, nth) => {
    const x = (frame.narrow ? 6 : left + 6) + nth * (frame.narrow ? 116 : 150);
    const fill = counterColour[group];
    return [
      sign(frame, counterSymbol[group], { x, y: 10 }, { fill }),
      element(frame, 'text', { x: x + 11, y: 14.5, fill, 'font-size': 13, 'font-weight': 600 }, frame.words.label(`series-${group}`)),
    ];
  });
}

/** A region; the two numbers of the one with the widest gap, which the title names, stand out. */
function valueRow(row: ShareRow, rows: readonly ShareRow[], { words }: Frame): ValueRow {
  const finding = row === rows[0];
  const share = (value: number): string => words.percent(value, finding ? 2 : 1);
  return {
    row,
    name: words.label(row.region),
    detail: words.label('stations', { covered: words.number(row.covered), stations: words.number(row.stations) }),
    gap: row.region === COUNTRY ? 10 : 0,
    marks: [
      {
        low: row.official.value,
        high: row.official.value,
        qualifier: row.official.qualifier,
        shape: counterSymbol.official,
        fill: counterColour.official,
        text: share(row.official.value),
        finding,
      },
      {
        low: row.copied,
        high: row.copied,
        qualifier: 'exact',
        shape: counterSymbol.rights_groups,
        fill: counterColour.rights_groups,
        text: share(row.copied),
        finding,
      },
    ],
  };
}
