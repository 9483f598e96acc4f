import { geoConicConformal, geoPath } from 'd3-geo';
import { places } from '../data/tables/places.ts';
import { townMentions } from '../data/tables/town-mentions.ts';
import { date, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel, findingSize } from './kit/finding.ts';
import { placeBeside, type Spot } from './kit/labels.ts';
import { regionOutlines } from './kit/outlines.ts';
import { counterColour, ink, muted, paper } from './kit/palette.ts';
import { onDay, preferred } from './kit/tables.ts';

/** Towns named on fewer days than these are drawn, but not written on the map. */
const NAMED_FROM = { narrow: 6, wide: 2 };
/** So many of the first towns the title names. */
const TOLD = 3;

interface TownRow extends DatedRow {
  readonly town: string;
  readonly region: string;
  readonly longitude: number;
  readonly latitude: number;
  /** Days on which a report names the town, whatever for; then by what was reported. */
  readonly days: number;
  readonly protest: number;
  readonly detentions: number;
  readonly strike: number;
  readonly first: string;
  readonly last: string;
  /** Places that are named in the reports, but whose coordinates are not known. */
  readonly unplaced: readonly string[];
}

/** Towns in which protests, detentions or strikes were reported, by the number of days with a report. */
export const protestMap = defineChart<TownRow>({
  id: 'protest-map',
  tables: ['town-mentions', 'places'],
  height: { narrow: 340, wide: 600 },
  rows: ({ data }) => {
    const all = data.rows(places);
    const mentions = Map.groupBy(preferred(data, townMentions), (row) => row.place_id);
    const named = all.filter(({ place_id }) => mentions.has(place_id));
    const unplaced = named.filter(({ latitude }) => latitude === null).map(({ name }) => name);
    return named
      .flatMap((place): TownRow[] => {
        const own = mentions.get(place.place_id) ?? [];
        const { latitude, longitude } = place;
        if (latitude === null || longitude === null) return [];
        const days = (kind?: string): string[] =>
          [...new Set(own.filter((row) => kind === undefined || row.kind === kind).map((row) => row.date))].sort();
        const dates = days();
        const [first = '', last = first] = [dates[0], dates.at(-1)];
        return [
          {
            town: place.name,
            region: all.find(({ place_id }) => place_id === place.region_id)?.name ?? '',
            longitude,
            latitude,
            days: dates.length,
            protest: days('protest').length,
            detentions: days('detentions').length,
            strike: days('strike').length,
            first,
            last,
            unplaced,
            sources: [...new Set(own.map(({ source_id }) => source_id))],
            until: onDay(last),
          },
        ];
      })
      .sort((a, b) => b.days - a.days || (a.town < b.town ? -1 : 1));
  },
  columns: [
    { key: 'column-town', cell: (row) => plain(row.town) },
    { key: 'column-region', cell: (row) => plain(row.region) },
    { key: 'column-days', cell: (row) => number(row.days) },
    { key: 'column-protest', cell: (row) => number(row.protest) },
    { key: 'column-detentions', cell: (row) => number(row.detentions) },
    { key: 'column-strike', cell: (row) => number(row.strike) },
    { key: 'column-first', cell: (row) => date(row.first) },
    { key: 'column-last', cell: (row) => date(row.last) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const outlines = regionOutlines();
    // The country fills the sheet; the parallels are a sixth of its height from its northern and southern ends.
    const projection = geoConicConformal()
      .parallels([52.1, 55.3])
      .rotate([-28, 0])
      .fitExtent(
        [
          [2, 2],
          [frame.width - 2, frame.height - 24],
        ],
        outlines,
      );
    const path = geoPath(projection).digits(1)(outlines) ?? '';
    svg.append(
      element(frame, 'path', {
        d: path,
        fill: 'none',
        stroke: muted,
        'stroke-width': 0.8,
        'stroke-opacity': 0.5,
        'stroke-linejoin': 'round',
      }),
    );
    const most = Math.max(...rows.map(({ days }) => days));
    const largest = frame.narrow ? 17 : 28;
    const colour = counterColour.media_and_pollsters;
    const least = frame.narrow ? NAMED_FROM.narrow : NAMED_FROM.wide;
    const spots = rows.map((row, index): Spot => {
      const [x = 0, y = 0] = projection([row.longitude, row.latitude]) ?? [];
      const named = frame.words.label('town', { town: row.town, days: frame.words.number(row.days) });
      const text = index < TOLD ? frame.words.named(row.town) : row.days >= least ? named : '';
      return { x, y, r: largest * Math.sqrt(row.days / most), text, ...(index < TOLD ? { over: largest / 3.5 } : {}) };
    });
    // Those that the title names are full, all others pale; the smaller a square, the later it is drawn, so that none is hidden.
    spots.forEach(({ x, y, r }, index) => {
      const look = { fill: colour, 'fill-opacity': index < TOLD ? 1 : 0.45, stroke: paper, 'stroke-width': 0.8 };
      svg.append(element(frame, 'path', { d: `M${x - r},${y - r}h${2 * r}v${2 * r}h${-2 * r}Z`, ...look, 'data-row': index }));
    });
    const fontSize = frame.narrow ? 12 : 14;
    placeBeside(spots, frame, fontSize).forEach((place, index) => {
      const spot = spots[index];
      if (!place || !spot) return;
      const attributes = { 'data-row': index, 'text-anchor': place.anchor, 'font-size': fontSize, fill: ink };
      const halo = { stroke: paper, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
      svg.append(write(frame, spot.text, place.x, place.y, { ...attributes, ...(index < TOLD ? { 'font-weight': 600 } : {}), ...halo }));
    });
    // The first towns with their numbers, in the corner that the country leaves free.
    rows.slice(0, TOLD).forEach((row, index) => {
      const said = frame.words.label('town', { town: row.town, days: frame.words.number(row.days) });
      svg.append(findingLabel(frame, { x: 0, y: 14 + index * (findingSize(frame) + 5) }, said, { 'data-row': index }));
    });
    const days = rows.flatMap(({ first, last }) => [first, last]).toSorted();
    const span = { 'first-date': frame.words.date(days[0] ?? ''), 'last-date': frame.words.date(days.at(-1) ?? '') };
    svg.append(
      write(frame, frame.words.label('between', span), 0, frame.height - 8, {
        fill: muted,
        'font-size': 12,
        stroke: paper,
        'stroke-width': 4,
        'paint-order': 'stroke',
      }),
    );
    return svg;
  },
  describe: (rows, words) => {
    const [most] = rows;
    const first = rows.reduce((earliest, row) => (row.first < earliest ? row.first : earliest), most?.first ?? '');
    const last = rows.reduce((latest, row) => (row.last > latest ? row.last : latest), '');
    if (!most) throw new RangeError('no towns to describe');
    const town = (row: TownRow): string => words.label('town', { town: row.town, days: words.number(row.days) });
    return [
      words.sentence('range', { count: words.number(rows.length), 'first-date': words.date(first), 'last-date': words.date(last) }),
      words.sentence('extremes', {
        list: words.locale.list(rows.slice(0, 7).map(town)),
        'once-count': words.number(rows.filter(({ days }) => days === 1).length),
      }),
      ...(most.unplaced.length > 0 ? [words.sentence('gaps', { 'unplaced-list': words.locale.list(most.unplaced.map(words.named)) })] : []),
    ];
  },
});
