import { copiedProtocols2020 } from '../data/tables/copied-protocols-2020.ts';
import { boundTick } from './kit/bounds.ts';
import { label, number, percent } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { officialOf } from './kit/copied-protocols.ts';
import { type Attributes, element, sheet } from './kit/elements.ts';
import { findingLabel, findingSize } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted, paper, rule } from './kit/palette.ts';
import { tenth } from './kit/signs.ts';
import { onDay } from './kit/tables.ts';

const ELECTION_DAY = '2020-08-09';
/** The place that the title speaks of. */
const CAPITAL = 'minsk-city';
const STEP = { narrow: 116, wide: 94 };
const HIGH = 12;

interface PlaceRow extends DatedRow {
  readonly region: string;
  readonly official: { readonly value: number; readonly qualifier: string };
  readonly copied: number;
  readonly covered: number;
  readonly stations: number;
}

/** Which part of the stations the copied protocols come from, and how large a part of her official votes they already hold. */
export const minskProtocols = defineChart<PlaceRow>({
  id: 'minsk-protocols',
  tables: ['copied-protocols-2020', 'regional-results-2020', 'presidential-results'],
  height: { narrow: 362, wide: 296 },
  rows: ({ data }) => {
    const official = officialOf(data).filter(({ measure }) => measure === 'votes');
    const places = data.rows(copiedProtocols2020).flatMap((row): PlaceRow[] => {
      const side = official.find(({ region }) => region === row.region);
      if (!side) return [];
      return [
        {
          region: row.region,
          official: { value: side.value, qualifier: side.qualifier },
          copied: row.votes_tsikhanouskaya,
          covered: row.stations_with_protocol,
          stations: row.stations_total,
          sources: [side.source, row.source_id],
          until: onDay(ELECTION_DAY),
        },
      ];
    });
    return places.sort((a, b) => b.covered / b.stations - a.covered / a.stations);
  },
  columns: [
    { key: 'column-region', cell: (row) => label(row.region) },
    { key: 'column-covered', cell: (row) => number(row.covered) },
    { key: 'column-stations', cell: (row) => number(row.stations) },
    { key: 'column-covered-share', cell: (row) => percent(stationShare(row), 1) },
    { key: 'column-copied', cell: (row) => number(row.copied) },
    { key: 'column-official', cell: ({ official }) => number(official.value, official.qualifier) },
    { key: 'column-copied-share', cell: (row) => percent(voteShare(row), 1, row.official.qualifier) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const left = frame.narrow ? 0 : 118;
    const most = Math.max(100, ...rows.map(voteShare));
    const unit = (frame.width - left - (frame.narrow ? 12 : 24)) / most;
    const full = left + 100 * unit;
    const step = STEP[frame.size];
    const top = 22;
    const places = rows.map((row, index) => drawPlace(frame, row, top + index * step, left, unit, { 'data-row': index }));
    svg.append(
      element(frame, 'text', { x: full + 4, y: 13, 'text-anchor': 'end', 'font-size': 12, fill: muted }, frame.words.label('all')),
      element(frame, 'line', { x1: left, x2: left, y1: top, y2: top + rows.length * step - 14, stroke: rule }),
      ...places.flatMap(({ bars }) => bars),
      element(frame, 'line', {
        x1: tenth(full),
        x2: tenth(full),
        y1: 18,
        y2: top + rows.length * step - 14,
        stroke: ink,
        'stroke-width': 1.2,
        class: 'axis',
      }),
      ...places.flatMap(({ labels }) => labels),
    );
    return svg;
  },
  describe: (rows, words) => [
    ...rows.map((row) =>
      words.sentence('votes', {
        region: words.label(row.region),
        official: words.number(row.official.value, row.official.qualifier),
        copied: words.number(row.copied),
        covered: words.number(row.covered),
        stations: words.number(row.stations),
        share: words.percent(voteShare(row), 1),
      }),
    ),
    words.sentence('gaps'),
  ],
});

const stationShare = (row: PlaceRow): number => (row.covered / row.stations) * 100;
const voteShare = (row: PlaceRow): number => (row.copied / row.official.value) * 100;

/** A place: a pale bar for the stations, a full one for the votes in them, both in percent of all; over each what it says. */
function drawPlace(
  frame: Frame,
  row: PlaceRow,
  top: number,
  left: number,
  unit: number,
  tie: Attributes,
): { readonly bars: Element[]; readonly labels: Element[] } {
  const { words } = frame;
  const fill = counterColour.rights_groups;
  const finding = row.region === CAPITAL;
  const first = top + (frame.narrow ? 20 : 0);
  const gaps = {
    covered: words.number(row.covered),
    stations: words.number(row.stations),
    copied: words.number(row.copied),
    official: words.number(row.official.value, row.official.qualifier),
  };
  const around = { stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' };
  const bars = [
    { key: 'stations', value: stationShare(row), digits: 0, qualifier: 'exact', opacity: 0.4 },
    { key: 'votes', value: voteShare(row), digits: finding ? 1 : 0, qualifier: row.official.qualifier, opacity: 1 },
  ].map(({ key, value, digits, qualifier, opacity }, nth) => {
    const y = first + nth * (HIGH + 24) + 22;
    const box = { x: left, y, width: tenth(value * unit), height: HIGH };
    const share = words.percent(value, digits, 'about');
    const wide = tenth(share.length * (finding ? findingSize(frame) * 0.565 : 7.4) + 6);
    return {
      bar: [
        element(frame, 'rect', { ...box, fill, 'fill-opacity': opacity, ...tie }),
        ...boundTick(frame, box, { qualifier, fill }, 'right', tie),
      ],
      texts: [
        finding
          ? findingLabel(frame, { x: left, y: y - 13 }, share, { ...around, ...tie })
          : element(frame, 'text', { x: left, y: y - 6, 'font-size': 13, fill: ink, 'font-weight': 600, ...around, ...tie }, share),
        element(frame, 'text', { x: left + wide, y: y - 6, 'font-size': 12, fill: muted, ...around, ...tie }, words.label(key, gaps)),
      ],
    };
  });
  const name = { x: 0, y: frame.narrow ? top + 14 : first + 38, fill: ink, 'font-weight': 600, 'font-size': 13, ...tie };
  return {
    bars: bars.flatMap(({ bar }) => bar),
    labels: [element(frame, 'text', name, words.label(row.region)), ...bars.flatMap(({ texts }) => texts)],
  };
}
