import { observers as verdicts } from '../data/tables/observers.ts';
import { date, label, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet } from './kit/elements.ts';
import type { Frame } from './kit/frame.ts';
import { ink, muted, paper, rule } from './kit/palette.ts';
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
  height: { narrow: 772, wide: 424 },
  rows: ({ data }) => {
    const statements = preferred(data, verdicts).filter((row) => row.vote === 'presidential');
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
  draw: (rows, frame) => (frame.narrow ? drawList(rows, frame) : drawMatrix(rows, frame)),
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

/** Verdicts differ in tone, outline and word; colour is for those who count. */
const look: Readonly<Record<Verdict, Attributes>> = {
  met_standards: { fill: paper, stroke: ink, 'stroke-width': 1.5 },
  fell_short: { fill: ink, 'fill-opacity': 0.13, stroke: muted, 'stroke-width': 0.6 },
  falsified: { fill: ink },
  did_not_observe: { fill: paper, stroke: muted, 'stroke-dasharray': '3 3' },
  not_stated: { fill: paper, stroke: muted, 'stroke-dasharray': '1 4' },
};

/** What stands in a cell under the verdict; nothing where no invitation is known of. */
const invitation = (row: VerdictRow, words: Words): string => (invitable.includes(row.invited) ? words.label(row.invited) : '');
const invitable: readonly Invited[] = ['yes', 'late', 'no'];

/** Wide: a line a body, a column an election, the words in the cell. */
function drawMatrix(rows: readonly VerdictRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { words } = frame;
  const dates = [...new Set(rows.map((row) => row.date))].sort();
  const left = 150;
  const wide = (frame.width - left) / dates.length;
  const high = 48;
  const top = 30;
  const write = (text: string, attributes: Attributes): Element =>
    element(frame, 'text', { fill: ink, 'font-size': 12, ...attributes }, text);
  for (const [index, day] of dates.entries()) {
    svg.append(
      write(words.date(day, 'year'), {
        x: left + (index + 0.5) * wide,
        y: 16,
        'text-anchor': 'middle',
        'font-size': 14,
        'font-weight': 600,
      }),
    );
  }
  for (const [index, line] of lines.entries()) {
    const y = top + index * (high + 1);
    const name = [words.label(`${line}-name`), words.label(`${line}-more`)].filter((part) => part !== '-');
    svg.append(
      element(frame, 'path', { d: `M0 ${y - 0.5}H${frame.width}`, stroke: rule }),
      ...name.map((part, nth) =>
        write(part, { x: 0, y: y + (name.length > 1 ? 21 : 29) + nth * 16, ...(nth === 0 ? { 'font-size': 14 } : { fill: muted }) }),
      ),
    );
  }
  for (const [index, row] of rows.entries()) {
    const x = left + dates.indexOf(row.date) * wide;
    const y = top + lines.indexOf(row.line) * (high + 1);
    const fill = row.verdict === 'falsified' ? paper : ink;
    const parts = [words.label(`${row.verdict}-short`), invitation(row, words)].filter((part) => part !== '');
    svg.append(
      element(frame, 'rect', { x: x + 2, y: y + 3, width: wide - 4, height: high - 6, ...look[row.verdict], 'data-row': index }),
      ...parts.map((part, nth) =>
        write(part, {
          x: x + wide / 2,
          y: y + (parts.length > 1 ? 20 : 28) + nth * 16,
          'text-anchor': 'middle',
          fill: nth === 0 ? fill : row.verdict === 'falsified' ? paper : muted,
          ...(nth === 0 ? { 'font-weight': 600 } : {}),
        }),
      ),
    );
  }
  return svg;
}

/** Narrow: under each body its verdicts by year, one a line. */
function drawList(rows: readonly VerdictRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { words } = frame;
  const write = (text: string, attributes: Attributes): Element => element(frame, 'text', { fill: ink, ...attributes }, text);
  let y = 0;
  for (const line of lines) {
    const more = words.label(`${line}-more`);
    svg.append(
      write(words.label(`${line}-name`), { x: 0, y: y + 15, 'font-weight': 600 }),
      ...(more === '-' ? [] : [write(more, { x: frame.width - 4, y: y + 15, 'text-anchor': 'end', fill: muted, 'font-size': 12 })]),
    );
    y += 22;
    for (const row of rows.filter((candidate) => candidate.line === line)) {
      svg.append(
        write(words.date(row.date, 'year'), { x: 0, y: y + 16, fill: muted }),
        element(frame, 'rect', { x: 44, y: y + 1, width: 150, height: 20, ...look[row.verdict], 'data-row': rows.indexOf(row) }),
        write(words.label(`${row.verdict}-short`), {
          x: 52,
          y: y + 16,
          'font-weight': 600,
          fill: row.verdict === 'falsified' ? paper : ink,
        }),
        write(invitation(row, words), { x: 204, y: y + 16, fill: muted }),
      );
      y += 24;
    }
    y += 12;
  }
  return svg;
}
