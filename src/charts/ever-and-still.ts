/** Longer than 200 lines: its rows are pairs of counts that the table keeps apart, and pairing them takes as much as drawing them. */
import { areaY, line, type Markish, ruleX, text } from '@observablehq/plot';
import type { DataPackage } from '../data/package.ts';
import { politicalPrisoners } from '../data/tables/political-prisoners.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { labelsAt } from './kit/captions.ts';
import { date, label, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingSize, findingText } from './kit/finding.ts';
import { ends, extremes, gapsOf } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { roomOf, wrap } from './kit/labels.ts';
import { ink, muted, paper, held as red, rule, secondHand } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { by, datedOf } from './kit/tables.ts';
import { gaps, segments, utc } from './kit/time.ts';

/** Pairs of counts further apart than this are not joined, and the description names the stretches between them. */
const LONG_GAP_DAYS = 230;

interface Count {
  readonly value: number;
  readonly qualifier: string;
}

/** Two or three counts that Viasna gave for one day; the third follows from the other two where it was not stated. */
interface Pair extends DatedRow {
  readonly date: string;
  readonly precision: string;
  readonly ever: Count;
  readonly held: Count;
  readonly former: Count;
  readonly computed: 'none' | 'ever' | 'former';
  /** Known from a digest, whose originals were not seen: paler, as in the other charts. */
  readonly digest: boolean;
}

/** People ever recognised as political prisoners, split into those still held and those no longer held. */
export const everAndStill = defineChart<Pair>({
  id: 'ever-and-still',
  tables: ['political-prisoners'],
  height: { narrow: 380, wide: 400 },
  rows: ({ data }) => pairs(data).sort(by((row) => row.date)),
  columns: [
    { key: 'column-date', cell: (row) => date(row.date, row.precision) },
    { key: 'column-ever', cell: (row) => number(row.ever.value, row.ever.qualifier) },
    { key: 'column-held', cell: (row) => number(row.held.value, row.held.qualifier) },
    { key: 'column-former', cell: (row) => number(row.former.value, row.former.qualifier) },
    { key: 'column-computed', cell: (row) => label(`computed-${row.computed}`) },
    { key: 'column-reported-in', cell: (row) => label(row.digest ? 'in-digest' : 'in-report') },
  ],
  draw: (rows, frame) => {
    const { first, last } = ends(rows, 'counts');
    const year = ({ date }: Pair): number => Number(date.slice(0, 4));
    const x = (row: Pair): Date => utc(row.date);
    const held = (row: Pair): number => row.held.value;
    const ever = (row: Pair): number => row.ever.value;
    const reports = rows.filter(({ digest }) => !digest);
    const digests = rows.filter(({ digest }) => digest);
    const joined = segments(reports, LONG_GAP_DAYS).flatMap((part, index) => part.map((row) => ({ ...row, part: index })));
    const top = Math.ceil(Math.max(...rows.map(ever)) / 1000) * 1000;
    const stroke = { x, strokeWidth: 0.9 };
    return drawPlot(frame, {
      marginLeft: numberMargin(frame, frame.words.number(5_000)),
      marginRight: frame.narrow ? 12 : 90,
      marginTop: 22,
      marginBottom: 30,
      x: { type: 'utc', domain: [utc(`${year(first)}-01-01`), utc(last.date)], label: null },
      y: { domain: [0, top], label: null },
      marks: [
        ...countAxis(
          frame,
          Array.from({ length: top / 1000 }, (_, index) => (index + 1) * 1000),
        ),
        yearAxis(frame, year(first), year(last)),
        areaY(joined, { x, y1: held, y2: ever, z: 'part', fill: rule }),
        areaY(joined, { x, y1: 0, y2: held, z: 'part', fill: red }),
        line(joined, { x, y: ever, z: 'part', stroke: ink, strokeWidth: 2 }),
        // Each pair of counts is a stroke: where two lie too far apart, it stands alone.
        ruleX(reports, { ...stroke, y1: held, y2: ever, stroke: muted, strokeOpacity: 0.45, ...forRows(reports, rows) }),
        ruleX(reports, { ...stroke, y1: 0, y2: held, stroke: red, ...forRows(reports, rows) }),
        ruleX(digests, { ...stroke, y1: held, y2: ever, stroke: muted, strokeWidth: 4, ...secondHand, ...forRows(digests, rows) }),
        ruleX(digests, { ...stroke, y1: 0, y2: held, stroke: red, strokeWidth: 4, ...secondHand, ...forRows(digests, rows) }),
        ...labels(rows, frame),
      ],
    });
  },
  describe: (rows, words) => {
    const { first, last, lowest, highest } = extremes(rows, (row) => row.held.value, 'counts');
    const said = (count: Count): string => words.number(count.value, count.qualifier);
    const held = (row: Pair): string => said(row.held);
    const day = (row: Pair): string => words.date(row.date, row.precision);
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...gapsOf({ first, last }, { date: day, ever: (row) => said(row.ever), held }),
        'last-former': said(last.former),
      }),
      words.sentence('extremes', gapsOf({ highest, lowest }, { held, date: day })),
      words.sentence('computed', {
        'stated-count': words.number(rows.filter(({ computed }) => computed === 'none').length),
        'former-count': words.number(rows.filter(({ computed }) => computed === 'former').length),
        'ever-count': words.number(rows.filter(({ computed }) => computed === 'ever').length),
      }),
      words.sentence('gaps', {
        days: words.number(LONG_GAP_DAYS),
        list: words.locale.list(
          gaps(rows, LONG_GAP_DAYS).map(({ before, after }) => words.label('gap', { from: day(before), to: day(after) })),
        ),
      }),
    ];
  },
});

/** What a pair takes from the count that it is made of. */
const dayOf = (row: { date: string; date_precision: string; reported_in: string }) => ({
  date: row.date,
  precision: row.date_precision,
  digest: row.reported_in === 'digest',
  until: datedOf(row),
});

/** Days for which counts of one counter belong together: of one report, or of one day. A day without a partner is left out. */
function pairs(data: DataPackage): Pair[] {
  const viasna = data.rows(politicalPrisoners).filter((row) => row.counted_by === 'Viasna');
  const preferred = viasna.filter((row) => row.status === 'preferred');
  const heldOn = (iso: string, source: string) =>
    viasna.find((row) => row.metric === 'currently_held' && row.date === iso && row.source_id === source) ??
    preferred.find((row) => row.metric === 'currently_held' && row.date === iso && row.qualifier === 'exact');
  const of = (metric: string) => preferred.filter((row) => row.metric === metric);
  const made = of('recognised_since_2020').flatMap((ever): Pair[] => {
    const held = heldOn(ever.date, ever.source_id);
    if (!held) return [];
    const former = of('former_political_prisoners').find(
      (row) => row.date === ever.date && (row.source_id === ever.source_id || row.date_precision === ever.date_precision),
    );
    const belongs = former && (former.source_id === ever.source_id || held.status === 'preferred') ? former : null;
    const sources = [ever, held, ...(belongs ? [belongs] : [])].map((row) => row.source_id);
    return [
      {
        ...dayOf(ever),
        ever,
        held,
        former: belongs ?? remainder(ever, held),
        computed: belongs ? 'none' : 'former',
        sources: [...new Set(sources)],
      },
    ];
  });
  const summed = of('former_political_prisoners').flatMap((former): Pair[] => {
    const held = heldOn(former.date, former.source_id);
    if (!held || former.qualifier !== 'exact' || made.some((pair) => pair.date === former.date)) return [];
    return [
      {
        ...dayOf(former),
        ever: { value: held.value + former.value, qualifier: 'exact' },
        held,
        former,
        computed: 'ever',
        sources: [...new Set([held.source_id, former.source_id])],
      },
    ];
  });
  return [...made, ...summed];
}

/** What is left of a rounded count is no more exact than the count. */
function remainder(ever: Count, held: Count): Count {
  const value = ever.value - held.value;
  return { value: ever.qualifier === 'about' ? Math.round(value / 100) * 100 : value, qualifier: ever.qualifier };
}

/** The parts of the last pair that was reported, at its marks; what a digest says stands beside its own. */
function labels(rows: readonly Pair[], frame: Frame): Markish[] {
  const { first, last } = ends(rows, 'counts');
  const reported = rows.findLast(({ digest }) => !digest) ?? last;
  const { words } = frame;
  const x = (row: Pair): Date => utc(row.date);
  // It is written in the colour of the paper, so that what stood beside the area would not be seen.
  const withinArea = (label: string): string =>
    roomOf(label, findingSize(frame)) <= (frame.narrow ? 148 : 260) ? label : wrap(label, 130, findingSize(frame)).join('\n');
  const said = (key: string, count: Count): string => words.label(key, { value: words.number(count.value, count.qualifier) });
  const at = { x, textAnchor: 'end', dx: -8 } as const;
  return [
    findingText(frame, [reported], (row) => said('ever-at', row.ever), { ...at, dx: 0, y: (row) => row.ever.value, dy: -16 }),
    text([reported], {
      ...at,
      y: (row: Pair) => row.held.value / 2,
      text: (row: Pair) => withinArea(said('held-at', row.held)),
      lineHeight: 1.15,
      className: 'finding',
      fontSize: findingSize(frame),
      fontWeight: 600,
      fill: paper,
    }),
    labelsAt([reported], (row) => wrap(said('former-at', row.former), frame.narrow ? 106 : 260, frame.fontSize).join('\n'), {
      ...at,
      y: (row) => row.held.value + row.former.value / 2,
      fontWeight: 600,
    }),
    labelsAt([first], (row) => words.number(row.ever.value, row.ever.qualifier), {
      x,
      y: (row) => row.ever.value,
      dy: -26,
      textAnchor: 'start',
      fontWeight: 600,
    }),
    ...(last.digest
      ? [
          labelsAt([last], () => words.label('digest-at', { ever: words.number(last.ever.value), held: words.number(last.held.value) }), {
            x,
            y: (row) => row.ever.value,
            dy: -14,
            dx: frame.narrow ? 8 : 84,
            textAnchor: 'end',
            fill: muted,
          }),
        ]
      : []),
  ];
}
