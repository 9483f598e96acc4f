/** Longer than 200 lines: each wave has a lane of its own, with two blocks of rings, and years, votes and digests have theirs. */
import { releases as releasesTable } from '../data/tables/releases.ts';
import { votes } from './kit/annotations.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { dotBlock, dotPattern, dots } from './kit/dots.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { shortDay } from './kit/months.ts';
import { freed as freedColour, ink, muted, rule, secondHand } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { by, datedOf, preferred } from './kit/tables.ts';
import type { Words } from './kit/words.ts';

/** Forms of release by which people are taken out of the country. */
const ABROAD: readonly string[] = ['expulsion', 'exchange'];
/** The wave of which the title says that all were taken abroad. */
const ALL_ABROAD = '2025-12-13';
/** Room of a ring, in units of the drawing. */
const CELL = 8;
/** Where numbers end, and where rings begin on the wide sheet. */
const NUMBER = 92;
const RINGS = 336;

interface WaveRow extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly released: number;
  readonly qualifier: string;
  readonly political: number | null;
  readonly form: string;
  /** How many were taken out of the country; `null` where no source says. */
  readonly abroad: number | null;
  readonly mediators: readonly string[];
  /** States with which it was agreed, besides Belarus; not told of exchanges, which have many. */
  readonly parties: readonly string[];
  readonly counter: string;
  readonly digest: boolean;
  readonly votes: readonly string[];
}

/** The waves of release: an open ring a person; the rings of those taken out of the country leave the frame. */
export const releases = defineChart<WaveRow>({
  id: 'releases',
  tables: ['releases', 'presidential-results'],
  rows: ({ data }) =>
    preferred(data, releasesTable)
      .map((row) => ({
        date: row.date,
        precision: row.date_precision,
        released: row.released,
        qualifier: row.qualifier,
        political: row.political,
        form: row.form,
        abroad: row.taken_abroad,
        mediators: row.mediated_by?.split('; ') ?? [],
        parties: row.form === 'exchange' ? [] : (row.parties?.split('; ').filter((party) => party !== 'Belarus') ?? []),
        counter: row.counted_by,
        digest: row.reported_in === 'digest',
        votes: votes(data),
        sources: [row.source_id],
        until: datedOf(row),
      }))
      .sort(by((row) => row.date)),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-released', cell: (row) => number(row.released, row.qualifier) },
    { key: 'column-political', cell: (row): Cell => (row.political === null ? label('not-stated') : number(row.political)) },
    { key: 'column-abroad', cell: (row): Cell => (row.abroad === null ? label('not-stated') : number(row.abroad)) },
    { key: 'column-form', cell: (row) => label(`form-${row.form}`) },
    { key: 'column-mediated-by', cell: (row) => plain(row.mediators.join(', ')) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
    { key: 'column-reported-in', cell: (row) => label(row.digest ? 'in-digest' : 'in-report') },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const { narrow, words } = frame;
    const ring = dotPattern(frame, 'ring', CELL, { stroke: freedColour });
    svg.append(element(frame, 'defs', {}, ring.definition));
    let top = 0;
    for (const lane of layOut(rows, frame)) {
      const middle = top + 10;
      if (lane.kind === 'heading') {
        svg.append(
          element(frame, 'path', { d: `M0,${top + 2}H${frame.width}`, stroke: rule }),
          write(frame, words.label(lane.key, { year: lane.year }), 0, middle + 8, { 'font-weight': 600, fill: muted }),
          write(frame, words.label('total', { value: words.number(lane.total) }), frame.width, middle + 8, {
            fill: ink,
            'text-anchor': 'end',
            'font-weight': 600,
          }),
        );
      } else if (lane.kind === 'vote') {
        const half = words.label('election', { year: lane.year }).length * 4 + 8;
        const [left, right] = [frame.width / 2 - half, frame.width / 2 + half];
        svg.append(
          element(frame, 'path', {
            d: `M0,${middle}H${left}M${right},${middle}H${frame.width}`,
            class: 'vote-line',
            stroke: muted,
            'stroke-dasharray': '2 3',
          }),
          write(frame, words.label('election', { year: lane.year }), frame.width / 2, middle, {
            class: 'vote-name',
            'text-anchor': 'middle',
            fill: muted,
          }),
        );
      } else {
        const { row, place, large } = lane;
        const tie = { 'data-row': rows.indexOf(row) };
        const value = words.number(row.released, row.qualifier);
        const number = { x: NUMBER, y: middle, anchor: 'end' } as const;
        svg.append(
          write(frame, shortDay(row.date, row.precision, words.locale), 0, middle, { fill: muted, ...tie }),
          large
            ? findingLabel(frame, number, value, tie)
            : write(frame, value, NUMBER, middle, { 'text-anchor': 'end', 'font-weight': 600, fill: ink, ...tie }),
          write(frame, howFreed(row, frame), NUMBER + 12, middle, { fill: muted, ...tie }),
        );
        const y = narrow ? top + 20 : middle - CELL / 2;
        const pale = row.digest ? secondHand : {};
        const away = abroadOf(row);
        const home = row.released - away;
        if (home > 0) svg.append(dots(frame, ring, home, { x: place.x, y, widest: place.columns }, { ...tie, ...pale }));
        if (away > 0) {
          const block = dotBlock(away, place.abroad);
          const width = block.columns * CELL;
          // They leave the frame: half of the last ring is cut off by its edge.
          const spot = { x: frame.width - width + CELL / 2, y, widest: place.abroad, flush: 'right', cut: CELL / 2 } as const;
          svg.append(dots(frame, ring, away, spot, { ...tie, ...pale }));
        }
      }
      top += lane.height;
    }
    return endSheet(svg, top + 4);
  },
  describe: (rows, words) => {
    const reported = rows.filter(({ digest }) => !digest);
    const digests = rows.filter(({ digest }) => digest);
    const since = reported.filter((row) => row.date >= '2024-07-01');
    const sorted = [...reported].sort((a, b) => b.released - a.released);
    const [first] = since;
    const last = reported.at(-1);
    const [most, second] = sorted;
    if (!first || !last || !most || !second) throw new RangeError('no waves to describe');
    const wave = (row: WaveRow): string =>
      words.sentence('wave', { value: words.number(row.released, row.qualifier), date: words.date(row.date, row.precision) });
    const abroad = reported.filter(({ form }) => ABROAD.includes(form));
    return [
      words.sentence('range', {
        count: words.number(since.length),
        ...gapsOf({ first, last }, { date: (row) => words.date(row.date, row.precision) }),
      }),
      words.sentence('extremes', { highest: wave(most), second: wave(second) }),
      words.sentence('abroad', { list: words.locale.list(abroad.map(wave)) }),
      ...(digests.length > 0 ? [words.sentence('digests', { list: words.locale.list(digests.map(wave)) })] : []),
      words.sentence('political', {
        'stated-count': words.number(rows.filter(({ political }) => political !== null).length),
        'all-count': words.number(rows.length),
      }),
    ];
  },
});

type Lane =
  | { readonly kind: 'heading'; readonly key: string; readonly year: string; readonly total: number; readonly height: number }
  | { readonly kind: 'vote'; readonly year: string; readonly height: number }
  | { readonly kind: 'wave'; readonly row: WaveRow; readonly place: Place; readonly large: boolean; readonly height: number };

/** Where the rings of a wave begin, and how many stand side by side: of those who stayed, and of those taken abroad. */
interface Place {
  readonly x: number;
  readonly columns: number;
  readonly abroad: number;
}

/** Those taken abroad: as many as a source says; all, where the form says so and no number does. */
function abroadOf(row: WaveRow): number {
  return row.abroad ?? (ABROAD.includes(row.form) ? row.released : 0);
}

/** A lane a wave, a heading a year with its sum, the digests under one of their own, and the votes in their place. */
function layOut(rows: readonly WaveRow[], frame: Frame): Lane[] {
  const lanes: Lane[] = [];
  const x = frame.narrow ? 0 : RINGS;
  const across = Math.floor((frame.width - x) / CELL);
  const largest = Math.max(...rows.map(({ released }) => released));
  let before: WaveRow | null = null;
  for (const row of rows) {
    const year = row.date.slice(0, 4);
    const of = (other: WaveRow): boolean => other.date.startsWith(year) && other.digest === row.digest;
    const total = rows.filter(of).reduce((sum, { released }) => sum + released, 0);
    if (before === null || !of(before))
      lanes.push({ kind: 'heading', key: row.digest ? 'heading-digests' : 'heading', year, total, height: 32 });
    const previous = before?.date ?? row.date;
    for (const vote of row.votes.filter((day) => day > previous && day <= row.date))
      lanes.push({ kind: 'vote', year: vote.slice(0, 4), height: 22 });
    const away = abroadOf(row);
    const home = row.released - away;
    // Where some stayed and some were taken away, both have their side.
    const abroad = Math.min(away, Math.max(3, Math.round((across * 0.8 * away) / row.released)));
    const columns = away > 0 ? across - abroad - 2 : Math.min(home, across);
    const deep = Math.max(home > 0 ? dotBlock(home, columns).rows : 0, away > 0 ? dotBlock(away, abroad).rows : 0);
    const height = frame.narrow ? 24 + deep * CELL + 4 : Math.max(20, deep * CELL + 12);
    lanes.push({ kind: 'wave', row, place: { x, columns, abroad }, large: row.released === largest || row.date === ALL_ABROAD, height });
    before = row;
  }
  return lanes;
}

/** The form, and with whom it was agreed and who mediated. Where there is little room, the place of the rings alone says that they were taken abroad. */
function howFreed(row: WaveRow, frame: Frame): string {
  const { words } = frame;
  const form = words.label(`form-${row.form}`);
  const named = [...new Set([...row.parties, ...row.mediators])];
  if (named.length === 0) return form;
  const by = shortened(named, words);
  return frame.narrow && row.form === 'expulsion' ? by : words.label('mediated', { form, by });
}

/** Mediators whose names have a short form among the chart's labels. */
const shortNames: Readonly<Record<string, string>> = { 'United States': 'united-states', 'European Union': 'european-union' };

function shortened(names: readonly string[], words: Words): string {
  return names
    .map((name) => {
      const short = shortNames[name];
      return short === undefined ? words.named(name) : words.label(short);
    })
    .join(', ');
}
