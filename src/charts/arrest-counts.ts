import { dot, line } from '@observablehq/plot';
import type { CounterGroup } from '../data/counters.ts';
import { detentionTotals } from '../data/tables/detention-totals.ts';
import { countAxis, numberMargin, yearAxis } from './kit/axes.ts';
import { boundTicks } from './kit/bounds.ts';
import { labelsAt, seriesKey } from './kit/captions.ts';
import { date, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { findingText } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, counterSymbol } from './kit/palette.ts';
import { forRows } from './kit/rows.ts';
import { drawPlot } from './kit/svg.ts';
import { groupLookup, onDay } from './kit/tables.ts';
import { daysBetween, utc } from './kit/time.ts';

/** A count of a year or so stands beside the running totals; shorter spans are another question. */
const SPAN_FROM_DAYS = 300;
const FIRST_START = '2020-04-01';
const LAST_START = '2020-08-31';

type Section = 'viasna' | CounterGroup;
const sections: readonly Section[] = ['viasna', 'rights_groups', 'intergovernmental', 'media_and_pollsters'];

interface CountRow extends DatedRow {
  readonly section: Section;
  readonly group: CounterGroup;
  readonly counter: string;
  readonly start: string;
  readonly end: string;
  readonly value: number;
  readonly qualifier: string;
}

/** Totals of people detained since 2020, each with its own counter and period, side by side and never joined. */
export const arrestCounts = defineChart<CountRow>({
  id: 'arrest-counts',
  tables: ['detention-totals'],
  height: { narrow: 400, wide: 400 },
  rows: ({ data }) => {
    const groupOf = groupLookup(data);
    return data
      .rows(detentionTotals)
      .filter(
        (row) =>
          row.status === 'preferred' &&
          row.metric === 'detained' &&
          row.place === 'Belarus' &&
          row.period_start >= FIRST_START &&
          row.period_start <= LAST_START &&
          (row.period === 'cumulative' || (row.period === 'span' && daysBetween(row.period_start, row.period_end) >= SPAN_FROM_DAYS)),
      )
      .map((row): CountRow => {
        const group = groupOf(row.counted_by);
        return {
          section: row.counted_by === 'Viasna' ? 'viasna' : group,
          group,
          counter: row.counted_by,
          start: row.period_start,
          end: row.period_end,
          value: row.value,
          qualifier: row.qualifier,
          sources: [row.source_id],
          until: onDay(row.period_end),
        };
      })
      .sort((a, b) => sections.indexOf(a.section) - sections.indexOf(b.section) || (a.end < b.end ? -1 : 1));
  },
  columns: [
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-start', cell: (row) => date(row.start) },
    { key: 'column-end', cell: (row) => date(row.end) },
  ],
  parts: { keys: ['rights_groups', 'intergovernmental', 'media_and_pollsters'], of: ({ group }) => group },
  draw: (rows, frame) => drawCounts(rows, frame),
  describe: (rows, words) => {
    const last = rows.reduce((latest, row) => (row.end > latest ? row.end : latest), '');
    const first = rows.reduce((earliest, row) => (row.end < earliest ? row.end : earliest), last);
    return [
      words.sentence('range', { count: words.number(rows.length), 'first-date': words.date(first), 'last-date': words.date(last) }),
      ...sections.flatMap((section) => {
        const own = rows.filter((row) => row.section === section);
        if (own.length === 0) return [];
        const counts = own.map((row) => {
          const value = words.number(row.value, row.qualifier);
          const gaps = { value, date: words.date(row.end), counter: row.counter };
          return words.sentence(section === 'viasna' ? 'count' : 'count-by', gaps);
        });
        return [words.sentence('series', { section: words.label(`section-${section}`), list: words.locale.list(counts) })];
      }),
      words.sentence('why'),
    ];
  },
});

/** The counter whose number stands still: the same words in stories of several years. */
const STANDING = 'AP';

/** Each total at the day to which it runs. Only a number that its counter repeats unchanged is drawn as a line. */
function drawCounts(rows: readonly CountRow[], frame: Frame): SVGSVGElement {
  const { narrow, words } = frame;
  const x = (row: CountRow): Date => utc(row.end);
  const y = (row: CountRow): number => row.value;
  const most = Math.max(...rows.map(y));
  const years = rows.map((row) => Number(row.end.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const standing = rows.filter(({ counter }) => counter === STANDING);
  const groups = [...new Set(rows.map(({ group }) => group))];
  const summary = rows.filter(({ section, value }) => section === 'viasna' && value === most).slice(0, 1);
  const said = (row: CountRow): string => words.number(row.value, row.qualifier);
  const talk = rows.filter((row) => row.section === 'viasna' && row.value < most && row.end.startsWith(String(last)));
  const before = rows.filter((row) => row.section === 'viasna' && row.end === '2020-10-31');
  return drawPlot(frame, {
    marginLeft: numberMargin(frame, frame.words.number(60_000)),
    marginRight: 16,
    marginTop: narrow ? 98 : 80,
    marginBottom: 28,
    x: { type: 'utc', domain: [utc(`${first}-07-01`), utc(`${last}-12-31`)], label: null },
    y: { domain: [0, most], label: null },
    marks: [
      ...countAxis(
        frame,
        [20_000, 40_000, 60_000].filter((tick) => tick <= most),
      ),
      yearAxis(frame, first + 1, last),
      line(standing, { x, y, stroke: counterColour.media_and_pollsters, strokeWidth: 1.4, ...forRows(standing, rows) }),
      ...groups.flatMap((group) => {
        const own = rows.filter((row) => row.group === group);
        const look = { symbol: counterSymbol[group], fill: counterColour[group], stroke: counterColour[group] };
        return [
          dot(own, { x, y, r: 4, ...look, ...forRows(own, rows) }),
          ...boundTicks(own, rows, { x, y, r: 4, upright: true, stroke: counterColour[group] }),
        ];
      }),
      findingText(frame, summary, said, { x, y, dy: -20, dx: 6, textAnchor: 'end' }),
      findingText(frame, standing.slice(-1), said, { x, y, dy: 24, dx: 6, textAnchor: 'end' }),
      labelsAt(summary, () => words.label('viasna-summary'), {
        x,
        y,
        dy: -42,
        dx: 6,
        textAnchor: 'end',
        fill: counterColour.rights_groups,
      }),
      labelsAt(standing.slice(-1), () => words.label('ap'), {
        x,
        y,
        dy: 44,
        dx: 6,
        textAnchor: 'end',
        fill: counterColour.media_and_pollsters,
      }),
      labelsAt(talk.slice(0, 1), (row) => words.label('viasna-talk', { value: said(row) }), { x, y, dx: -12, textAnchor: 'end' }),
      labelsAt(before.slice(0, 1), (row) => words.label('before', { value: words.number(row.value) }), {
        x,
        y,
        dx: 12,
        dy: 10,
        textAnchor: 'start',
        fontSize: 12,
      }),
      ...groups.map((group, index) =>
        seriesKey(
          words.label(`key-${group}`),
          group,
          narrow ? (index % 2) * 166 - 50 : index * 200 - 50,
          narrow ? -(narrow ? 96 : 78) + Math.floor(index / 2) * 17 : -(narrow ? 96 : 78),
        ),
      ),
    ],
  });
}
