/** Longer than 200 lines: a matrix in words on a desk and in signs on a phone, with the key of the signs. */
import { observers as statementsOf } from '../data/tables/observers.ts';
import { date, label, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet } from './kit/elements.ts';
import type { Frame } from './kit/frame.ts';
import { ink, muted, paper, rule } from './kit/palette.ts';
import { tenth } from './kit/signs.ts';
import { endSheet } from './kit/svg.ts';
import { onDay, preferred } from './kit/tables.ts';
import type { Words } from './kit/words.ts';

/** The lines of the matrix. Bodies of one kind share a line where they spoke on the same vote. */
const lines = ['osce', 'inquiry', 'council-of-europe', 'eu', 'un', 'domestic', 'cis', 'summary'] as const;
type Line = (typeof lines)[number];

type Verdict = 'met_standards' | 'fell_short' | 'falsified' | 'did_not_observe' | 'not_stated';
type Invited = 'yes' | 'late' | 'no' | 'not_stated' | 'not_applicable';

interface VerdictRow extends DatedRow {
  readonly date: string;
  readonly line: Line;
  /** Who spoke, in the order of speaking. */
  readonly bodies: readonly string[];
  readonly verdict: Verdict;
  /** The last word on the invitation: it may have come after all, too late. */
  readonly invited: Invited;
  readonly said: readonly string[];
}

/** What observers and international bodies said of each presidential election since 1994, and who was let in. */
export const observers = defineChart<VerdictRow>({
  id: 'observers',
  tables: ['observers'],
  rows: ({ data }) => {
    const statements = preferred(data, statementsOf).filter((row) => row.vote === 'presidential');
    const cells = Map.groupBy(statements, (row) => `${lineOf(row.body, row.body_kind, row.stage)} ${row.election_date}`);
    return [...cells.values()]
      .flatMap((rows): VerdictRow[] => {
        const last = rows.at(-1);
        if (!last) return [];
        const found = [...new Set(rows.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'not_stated'))];
        if (found.length > 1) throw new RangeError(`two verdicts in one cell: ${last.body}, ${last.election_date}`);
        const asked = rows.map(({ invited }) => invited).filter((invited) => invited !== 'not_applicable' && invited !== 'not_stated');
        return [
          {
            date: last.election_date,
            line: lineOf(last.body, last.body_kind, last.stage),
            bodies: [...new Set(rows.map(({ body }) => body))],
            verdict: found[0] ?? 'not_stated',
            invited: asked.includes('late') ? 'late' : (asked.at(-1) ?? last.invited),
            said: rows.map(({ summary }) => summary),
            sources: rows.map(({ source_id }) => source_id),
            until: onDay(last.election_date),
          },
        ];
      })
      .sort((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line) || a.date.localeCompare(b.date));
  },
  columns: [
    { key: 'column-date', cell: (row) => date(row.date) },
    { key: 'column-bodies', cell: (row) => plain(row.bodies.join('; ')) },
    { key: 'column-verdict', cell: (row) => label(row.verdict) },
    { key: 'column-invited', cell: (row) => label(row.invited) },
    { key: 'column-said', cell: (row) => plain(row.said.join('; ')) },
  ],
  draw: drawMatrix,
  describe: (rows, words) => {
    const years = (line: Line, verdict: Verdict): string =>
      words.locale.list(rows.filter((row) => row.line === line && row.verdict === verdict).map((row) => words.date(row.date, 'year')));
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        elections: words.number(new Set(rows.map((row) => row.date)).size),
      }),
      words.sentence('osce', { short: years('osce', 'fell_short'), absent: years('osce', 'did_not_observe') }),
      words.sentence('cis', { met: years('cis', 'met_standards') }),
      words.sentence('gaps', { none: years('cis', 'not_stated'), summary: years('summary', 'met_standards') }),
    ];
  },
});

function lineOf(body: string, kind: string, stage: string): Line {
  if (stage === 'summary') return 'summary';
  if (stage === 'inquiry') return 'inquiry';
  if (kind === 'osce') return 'osce';
  if (kind === 'cis_sco') return 'cis';
  if (kind === 'domestic') return 'domestic';
  if (body.startsWith('UN ')) return 'un';
  return body.startsWith('European') ? 'eu' : 'council-of-europe';
}

/** Verdicts differ in tone and in sign; the favourable one is the lightest. Colour is for those who count. */
const look: Readonly<Record<Verdict, Attributes>> = {
  met_standards: { fill: paper, stroke: muted, 'stroke-width': 0.8 },
  fell_short: { fill: ink, 'fill-opacity': 0.72 },
  falsified: { fill: ink },
  did_not_observe: { fill: ink, 'fill-opacity': 0.1 },
  not_stated: { fill: paper, stroke: rule },
};
/** What is written on a box of that tone. */
const on: Readonly<Record<Verdict, string>> = {
  met_standards: ink,
  fell_short: paper,
  falsified: paper,
  did_not_observe: ink,
  not_stated: muted,
};

/** What stands in a cell under the verdict; nothing where no invitation is known of. */
const invitation = (row: VerdictRow, words: Words): string => (invitable.includes(row.invited) ? words.label(row.invited) : '');
const invitable: readonly Invited[] = ['yes', 'late', 'no'];

/** A line a body, a column an election. On a phone signs stand for the words, with their key below. */
function drawMatrix(rows: readonly VerdictRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { words, narrow } = frame;
  const dates = [...new Set(rows.map((row) => row.date))].sort();
  const left = narrow ? 108 : 150;
  const wide = (frame.width - left) / dates.length;
  // With many elections there is no room for the words.
  const signed = narrow || wide < 78;
  const high = narrow ? 38 : 48;
  const top = 28;
  const write = (text: string, attributes: Attributes): Element =>
    element(frame, 'text', { fill: ink, 'font-size': 12, ...attributes }, text);
  for (const [index, day] of dates.entries()) {
    const place = { x: tenth(left + (index + 0.5) * wide), y: 16, 'text-anchor': 'middle' };
    const year = words.date(day, 'year');
    svg.append(
      write(wide < 32 ? `’${year.slice(-2)}` : year, { ...place, 'font-size': narrow ? 12 : 14, 'font-weight': narrow ? 400 : 600 }),
    );
  }
  for (const [index, line] of lines.entries()) {
    const y = top + index * (high + 1);
    const name = [words.label(`${line}-name`), words.label(`${line}-more`)].filter((part) => part !== '-');
    const first = rows.findIndex((row) => row.line === line);
    svg.append(
      element(frame, 'path', { d: `M0 ${y - 0.5}H${frame.width}`, stroke: rule }),
      ...name.map((part, nth) =>
        write(part, {
          x: 0,
          y: y + (name.length > 1 ? high / 2 - 3 : high / 2 + 5) + nth * 16,
          ...(nth === 0 ? { 'font-size': narrow ? 13 : 14 } : { fill: muted }),
          ...(first < 0 ? {} : { 'data-row': first }),
        }),
      ),
    );
  }
  for (const [index, row] of rows.entries()) {
    const x = tenth(left + dates.indexOf(row.date) * wide);
    const y = top + lines.indexOf(row.line) * (high + 1);
    const box = { x: x + 2, y: y + 3, width: tenth(wide - 4), height: high - 6 };
    svg.append(element(frame, 'rect', { ...box, ...look[row.verdict], 'data-row': index }));
    if (signed) {
      svg.append(verdictSign(frame, row.verdict, x + wide / 2, y + high / 2, { 'data-row': index }));
      continue;
    }
    const parts = [words.label(`${row.verdict}-short`), invitation(row, words)].filter((part) => part !== '');
    svg.append(
      ...parts.map((part, nth) =>
        write(part, {
          x: tenth(x + wide / 2),
          y: y + (parts.length > 1 ? 20 : 28) + nth * 16,
          'text-anchor': 'middle',
          fill: on[row.verdict],
          ...(nth === 0 ? { 'font-weight': 600 } : {}),
          'data-row': index,
        }),
      ),
    );
  }
  const foot = top + lines.length * (high + 1);
  if (signed) svg.append(...key(frame, foot + 14));
  return endSheet(svg, signed ? foot + 14 + Math.ceil(verdicts.length / 2) * 28 + 2 : foot + 4);
}

const signs: Readonly<Record<Verdict, string>> = {
  // A tick, a minus, a cross, a line through, a point.
  met_standards: 'M-5 0l3.5 4l7-8.5',
  fell_short: 'M-5 0h10',
  falsified: 'M-4.5 -4.5l9 9M4.5 -4.5l-9 9',
  did_not_observe: 'M-3.5 5.5l7 -11',
  not_stated: 'M-1 0h2',
};

function verdictSign(frame: Frame, verdict: Verdict, x: number, y: number, tie: Attributes = {}): Element {
  const transform = `translate(${tenth(x)},${tenth(y)})`;
  return element(frame, 'path', { d: signs[verdict], transform, fill: 'none', stroke: on[verdict], 'stroke-width': 2, ...tie });
}

const verdicts: readonly Verdict[] = ['fell_short', 'met_standards', 'falsified', 'did_not_observe', 'not_stated'];

/** What the signs mean, in two columns. */
function key(frame: Frame, top: number): Element[] {
  return verdicts.flatMap((verdict, index) => {
    const x = (index % 2) * 176;
    const y = top + Math.floor(index / 2) * 28;
    return [
      element(frame, 'rect', { x: x + 1, y, width: 30, height: 22, ...look[verdict] }),
      verdictSign(frame, verdict, x + 16, y + 11),
      element(frame, 'text', { x: x + 40, y: y + 15.5, fill: ink, 'font-size': 12 }, frame.words.label(verdict)),
    ];
  });
}
