/** Longer than 200 lines: five strips on one axis of time, each with rows from a table of its own. */
import type { DataPackage } from '../data/package.ts';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';
import { releases } from '../data/tables/releases.ts';
import { sanctions } from '../data/tables/sanctions.ts';
import { sentences } from '../data/tables/sentences.ts';
import { usMeasures } from '../data/tables/us-measures.ts';
import { votes, waves } from './kit/annotations.ts';
import { boundTick } from './kit/bounds.ts';
import { type Cell, date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import { extremes } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, counterSymbol, freed, ink, muted, paper, held as red, rule, secondHand } from './kit/palette.ts';
import { sign, tenth } from './kit/signs.ts';
import { by, datedOf, preferred } from './kit/tables.ts';
import { daysBetween, segments } from './kit/time.ts';

/** The strips from top to bottom; the last two show decisions, which have no height. */
const strips = ['detained', 'convicted', 'held', 'freed', 'eu', 'us'] as const;
type Strip = (typeof strips)[number];
const FROM = '2020-01-01';
/** Counts further apart than this are not joined. */
const JOIN_WITHIN_DAYS = 75;
/** Kinds of American measures that weigh on Belarus. */
const burdens = ['order', 'designation', 'visa_ban', 'revocation'];

interface StripRow extends DatedRow {
  readonly strip: Strip;
  /** First and last day of what was counted; the same for a day. */
  readonly start: string;
  readonly end: string;
  readonly precision: string;
  /** People; `null` of a decision. */
  readonly value: number | null;
  readonly qualifier: string;
  readonly counter: string;
  readonly secondHand: boolean;
  /** Of a decision: whether it lifts something. */
  readonly relief: boolean;
  readonly votes: readonly string[];
}

/** Arrests, convictions, people held, releases and decisions abroad, on one axis from 2020 on. */
export const fiveYears = defineChart<StripRow>({
  id: 'five-years',
  tables: ['detention-totals', 'sentences', 'political-prisoners', 'releases', 'sanctions', 'us-measures', 'presidential-results'],
  height: { narrow: 520, wide: 470 },
  rows: ({ data }) => {
    const marked = votes(data).filter((day) => day >= FROM);
    return [...detained(data), ...convicted(data), ...counts(data), ...freedIn(data), ...decisions(data)].map((row) => ({
      ...row,
      votes: marked,
    }));
  },
  columns: [
    { key: 'column-strip', cell: (row) => label(row.strip) },
    { key: 'column-date', cell: (row) => date(row.end, row.precision) },
    {
      key: 'column-value',
      cell: (row): Cell => (row.value === null ? label(row.relief ? 'relief' : 'burden') : number(row.value, row.qualifier)),
    },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const last = Math.max(...rows.map(({ end }) => Number(end.slice(0, 4))));
    const left = frame.narrow ? 6 : 132;
    const span = daysBetween(FROM, `${last}-12-31`) + 1;
    const x = (iso: string): number => left + (daysBetween(FROM, iso) / span) * (frame.width - left - 12);
    const bottom = frame.height - 24;
    const elections = rows[0]?.votes ?? [];
    const years = Array.from({ length: last - 2020 + 1 }, (_, index) => 2020 + index);
    svg.append(
      ...years.flatMap((year) => [
        element(frame, 'line', { x1: tenth(x(`${year}-01-01`)), x2: tenth(x(`${year}-01-01`)), y1: 22, y2: bottom, stroke: rule }),
        element(
          frame,
          'text',
          {
            x: tenth((x(`${year}-01-01`) + x(`${year}-12-31`)) / 2),
            y: bottom + 17,
            'text-anchor': 'middle',
            'font-size': 12,
            fill: muted,
          },
          String(year),
        ),
      ]),
      ...elections.flatMap((day) => {
        const at = tenth(x(day));
        const line = { x1: at, x2: at, y1: 18, y2: bottom, stroke: muted, 'stroke-dasharray': '2 3', class: 'vote-line' };
        const name = {
          x: at,
          y: 12,
          'text-anchor': at < 40 ? 'start' : 'middle',
          ...(at < 40 ? { dx: -6 } : {}),
          'font-size': 12,
          fill: muted,
          class: 'vote-name',
        };
        return [element(frame, 'line', line), element(frame, 'text', name, frame.words.label('vote', { year: day.slice(0, 4) }))];
      }),
    );
    const nameX = frame.narrow ? tenth(x(elections[0] ?? FROM) + 5) : 0;
    let y = 24;
    for (const strip of strips) {
      const own = rows.filter((row) => row.strip === strip);
      const high = STRIP[frame.size][strip === 'eu' || strip === 'us' ? 'lane' : 'strip'];
      const base = y + high;
      svg.append(...names(frame, strip, nameX, y, base));
      svg.append(
        ...drawStrip(frame, strip, own, rows, {
          x,
          base,
          high: high - (frame.narrow ? 22 : 14) - (strip === 'held' || strip === 'convicted' ? 16 : 0),
        }),
      );
      y = base + (frame.narrow ? 8 : 12);
    }
    return svg;
  },
  describe: (rows, words) => {
    const of = (strip: Strip): StripRow[] => rows.filter((row) => row.strip === strip && row.value !== null);
    const most = (strip: Strip): StripRow => extremes(of(strip), ({ value }) => value ?? 0, strip).highest;
    const value = (row: StripRow): string => words.number(row.value ?? 0, row.qualifier);
    const peak = peakOf(of('held'));
    return [
      words.sentence('peaks', {
        detained: value(most('detained')),
        'detained-month': words.date(most('detained').end, 'month'),
        convicted: value(most('convicted')),
        'convicted-year': words.date(most('convicted').end, 'year'),
        held: value(peak),
        'held-date': words.date(peak.end, peak.precision),
        freed: value(most('freed')),
        'freed-date': words.date(most('freed').end, most('freed').precision),
      }),
      words.sentence('decisions', {
        eu: words.number(rows.filter(({ strip }) => strip === 'eu').length),
        us: words.number(rows.filter(({ strip, relief }) => strip === 'us' && !relief).length),
        reliefs: words.number(rows.filter(({ strip, relief }) => strip === 'us' && relief).length),
      }),
    ];
  },
});

const STRIP = { wide: { strip: 78, lane: 26 }, narrow: { strip: 82, lane: 46 } } as const;

type Undated = Omit<StripRow, 'votes'>;
const plainRow = { qualifier: 'exact', secondHand: false, relief: false } as const;

/** The months whose detentions Viasna's reviews tell. */
function detained(data: DataPackage): Undated[] {
  return preferred(data, detentionTotals)
    .filter((row) => row.metric === 'detained' && row.place === 'Belarus' && row.period === 'month' && row.counted_by === 'Viasna')
    .filter((row) => row.period_start >= FROM)
    .sort(by((row) => row.period_start))
    .map((row) => ({
      ...plainRow,
      strip: 'detained',
      start: row.period_start,
      end: row.period_end,
      precision: 'month',
      value: row.value,
      qualifier: row.qualifier,
      counter: row.counted_by,
      sources: [row.source_id],
      until: { iso: row.period_end, precision: 'month' },
    }));
}

/** The people convicted in each year, as Viasna counts them. */
function convicted(data: DataPackage): Undated[] {
  return preferred(data, sentences)
    .filter((row) => row.series === 'annual' && row.metric === 'convicted' && row.counted_by === 'Viasna' && row.period_start >= FROM)
    .sort(by((row) => row.period_start))
    .map((row) => ({
      ...plainRow,
      strip: 'convicted',
      start: row.period_start,
      end: row.period_end,
      precision: 'year',
      value: row.value,
      qualifier: row.qualifier,
      counter: row.counted_by,
      sources: [row.source_id],
      until: { iso: row.period_end, precision: 'year' },
    }));
}

/** Viasna's counts of people held, and those that only digests tell. */
function counts(data: DataPackage): Undated[] {
  return preferred(data, politicalPrisoners)
    .filter((row) => row.metric === 'currently_held' && (row.counted_by === 'Viasna' || row.reported_in === 'digest'))
    .filter((row) => row.date >= FROM)
    .sort(by((row) => row.date))
    .map((row) => ({
      ...plainRow,
      strip: 'held',
      start: row.date,
      end: row.date,
      precision: row.date_precision,
      value: row.value,
      qualifier: row.qualifier,
      counter: row.counted_by,
      secondHand: row.reported_in === 'digest',
      sources: [row.source_id],
      until: datedOf(row),
    }));
}

/** The waves of release. */
function freedIn(data: DataPackage): Undated[] {
  const fromDigests = new Set(
    data
      .rows(releases)
      .filter((row) => row.reported_in === 'digest')
      .map((row) => `${row.date} ${row.source_id}`),
  );
  return waves(data)
    .filter((wave) => wave.date >= FROM)
    .map((wave) => ({
      ...plainRow,
      strip: 'freed',
      start: wave.date,
      end: wave.date,
      precision: wave.precision,
      value: wave.released,
      qualifier: wave.qualifier,
      counter: wave.counter,
      secondHand: fromDigests.has(`${wave.date} ${wave.source}`),
      sources: [wave.source],
      until: { iso: wave.date, precision: wave.precision },
    }));
}

/** Days on which the EU added to its list, and on which the United States imposed something or lifted it in return for a release. */
function decisions(data: DataPackage): Undated[] {
  const lists = preferred(data, sanctions).filter((row) => row.imposed_by === 'EU' && row.metric.endsWith('_added') && row.date >= FROM);
  const steps = data.rows(usMeasures).filter((row) => row.date >= FROM && row.state === 'in_force');
  const imposed = steps.filter((row) => burdens.includes(row.kind));
  // A licence that gives time to end dealings lifts nothing: one given for a release does.
  const lifted = steps.filter((row) => row.kind === 'delisting' || (row.kind === 'licence' && row.in_return_for !== null));
  const byDay = (strip: Strip, relief: boolean, rows: readonly Step[], counter: string): Undated[] =>
    [...Map.groupBy(rows, (row) => row.date)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, own]) => ({
        ...plainRow,
        strip,
        relief,
        start: day,
        end: day,
        precision: own[0]?.date_precision ?? 'day',
        value: null,
        counter,
        sources: [...new Set(own.map(({ source_id }) => source_id))],
        until: { iso: day, precision: own[0]?.date_precision ?? 'day' },
      }));
  return [
    ...byDay('eu', false, lists, 'European Union'),
    ...byDay('us', false, imposed, 'US government'),
    ...byDay('us', true, lifted, 'US government'),
  ];
}

interface Step {
  readonly date: string;
  readonly date_precision: string;
  readonly source_id: string;
}

interface Place {
  readonly x: (iso: string) => number;
  readonly base: number;
  /** Room for the highest value. */
  readonly high: number;
}

/** What a strip is called, and what it counts. */
function names(frame: Frame, strip: Strip, x: number, top: number, base: number): Element[] {
  const name = { x, fill: strip === 'held' ? red : ink, 'font-size': 13, 'font-weight': 600 };
  const more = { fill: muted, 'font-size': 12, 'font-weight': 400 };
  const [title, about] = [frame.words.label(strip), frame.words.label(`${strip}-about`)];
  if (frame.narrow) return [element(frame, 'text', { ...name, y: top + 12 }, title, element(frame, 'tspan', { ...more, dx: 6 }, about))];
  return [element(frame, 'text', { ...name, y: base - 18 }, title), element(frame, 'text', { ...more, x, y: base - 3 }, about)];
}

function drawStrip(frame: Frame, strip: Strip, own: readonly StripRow[], rows: readonly StripRow[], place: Place): Element[] {
  const tie = (row: StripRow): Attributes => ({ 'data-row': rows.indexOf(row) });
  if (strip === 'eu' || strip === 'us') return own.map((row) => decisionMark(frame, row, place, tie(row)));
  const most = Math.max(...own.map(({ value }) => value ?? 0));
  const unit = place.high / most;
  const ground = element(frame, 'path', {
    d: `M${tenth(place.x(FROM))} ${place.base}H${frame.width - 12}`,
    stroke: muted,
    'stroke-width': 0.8,
  });
  if (strip === 'held') return [...line(frame, own, place, unit, tie), ground];
  const peaks = own.filter(({ value }) => value === most);
  return [
    ...own.flatMap((row) => column(frame, row, place, unit, tie(row))),
    ground,
    ...peaks.slice(0, 1).map((row) => peakLabel(frame, row, { ...place, unit }, tie(row))),
  ];
}

/** What a month, a year or a wave adds up to, as a column as wide as its span. */
function column(frame: Frame, row: StripRow, { x, base }: Place, unit: number, tie: Attributes): Element[] {
  const wave = row.strip === 'freed';
  const from = wave ? x(row.start) - 1 : x(row.start) + 0.5;
  const width = wave ? 2.2 : Math.max(1.5, x(row.end) - x(row.start) - 0.5);
  const high = (row.value ?? 0) * unit;
  const fill = wave ? freed : counterColour.rights_groups;
  const box = { x: tenth(from), y: tenth(base - high), width: tenth(width), height: tenth(high) };
  return [
    element(frame, 'rect', { ...box, fill, ...(row.secondHand ? secondHand : {}), ...tie }),
    ...(row.strip === 'convicted' ? boundTick(frame, box, { qualifier: row.qualifier, fill }, 'up', tie) : []),
  ];
}

/** People held: the counts of reports as a line, those of digests paler and apart. */
function line(
  frame: Frame,
  own: readonly StripRow[],
  { x, base, high }: Place,
  unit: number,
  tie: (row: StripRow) => Attributes,
): Element[] {
  const y = (row: StripRow): number => base - (row.value ?? 0) * unit;
  const counts = own.filter((row) => !row.secondHand && row.qualifier === 'exact').map((row) => ({ ...row, date: row.end, row }));
  const pieces = segments(counts, JOIN_WITHIN_DAYS).map(
    (part) => `M${part.map(({ row }) => `${tenth(x(row.end))},${tenth(y(row))}`).join('L')}`,
  );
  const peak = peakOf(own);
  return [
    element(frame, 'path', { d: pieces.join(''), fill: 'none', stroke: red, 'stroke-width': 2, class: 'axis' }),
    ...own.map((row) =>
      sign(frame, 'square', { x: x(row.end), y: y(row), r: 1.2 }, { fill: red }, { ...(row.secondHand ? secondHand : {}), ...tie(row) }),
    ),
    peakLabel(frame, peak, { x, base, high, unit }, tie(peak)),
  ];
}

/** The highest exact count of a report. */
function peakOf(own: readonly StripRow[]): StripRow {
  return extremes(
    own.filter((row) => !row.secondHand && row.qualifier === 'exact'),
    ({ value }) => value ?? 0,
    'counts of people held',
  ).highest;
}

/** The highest value of a strip, beside its mark or over it: those that the title names as findings. */
function peakLabel(frame: Frame, row: StripRow, { x, base, unit }: Place & { readonly unit: number }, tie: Attributes): Element {
  const text = frame.words.number(row.value ?? 0, row.qualifier);
  const y = base - (row.value ?? 0) * unit;
  const around = { stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' };
  const above = row.strip === 'held' || row.strip === 'convicted';
  const at =
    row.strip === 'held'
      ? x(row.end)
      : row.strip === 'convicted'
        ? x(row.end) - 2
        : row.strip === 'freed'
          ? x(row.end) - 6
          : x(row.end) + 5;
  const anchor = row.strip === 'held' ? 'middle' : row.strip === 'detained' ? 'start' : 'end';
  const middle = tenth(above ? y - (row.strip === 'held' ? 13 : 10) : y + 7);
  if (row.strip === 'detained' || row.strip === 'held')
    return findingLabel(frame, { x: tenth(at), y: middle, anchor }, text, { ...around, ...tie });
  const look = { 'text-anchor': anchor, 'font-size': 13, 'font-weight': 600, fill: ink };
  return element(frame, 'text', { x: tenth(at), y: middle, dy: '0.35em', ...look, ...around, ...tie }, text);
}

/** A decision: a filled mark where it weighs on the state, an outline where it lifts something. */
function decisionMark(frame: Frame, row: StripRow, { x, base }: Place, tie: Attributes): Element {
  const group = row.strip === 'eu' ? 'intergovernmental' : 'official';
  const look = { fill: counterColour[group], hollow: row.relief };
  return sign(frame, counterSymbol[group], { x: x(row.end), y: base - 8, r: group === 'official' ? 3.5 : 4.5 }, look, tie);
}
