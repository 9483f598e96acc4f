/** Surveys as bars of a hundred percent: one answer from the left, its opposite from the right, what is undecided between them. */
import { wrap } from '../image/wrap.ts';
import { boundTick } from './bounds.ts';
import { type Attributes, element, sheet } from './elements.ts';
import { findingSize } from './finding.ts';
import type { Frame } from './frame.ts';
import { roomOf } from './labels.ts';
import { counterColour, ink, muted, paper, rule } from './palette.ts';
import { tenth } from './signs.ts';
import { type SurveyRow, shareOf, surveyName, whoWasAsked } from './surveys.ts';
import { endSheet } from './svg.ts';

/** `part`: lies within the answer at the left. `rightPale`: a part of those at the right, or the milder of two answers there. */
export type Side = 'left' | 'middle' | 'right' | 'rightPale' | 'part';

export interface SurveyBarOptions {
  /** On which side an answer stands, by the key of its label. */
  readonly sides: Readonly<Record<string, Side>>;
  /** True of the numbers that the title names. */
  readonly finding: (row: SurveyRow) => boolean;
  /** Keys of the labels over the two ends of the first bar; none where there is but one side. */
  readonly heads: { readonly left: string; readonly right?: string };
}

/** Answers that are named under their bar. */
const named: readonly Side[] = ['part', 'middle', 'rightPale'];
const HIGH = 26;
const TOP = 18;
/** A letter of a small label is about this wide. */
const LETTER = 6.5;
const right = 'var(--chart-muted)';

/** Units that a survey takes: its name, its bar, and the line under it where it has one. */
function heightOf(frame: Frame, answers: readonly SurveyRow[], { sides }: SurveyBarOptions): number {
  const under = answers.some(({ answer }) => named.includes(sides[answer] ?? 'left'));
  return (frame.narrow ? 38 : 22) + HIGH + (under ? 18 : 0) + 14;
}

/** Surveys in the order of the rows, one under the other. Throws on an answer that has no side. */
export function surveyBars(frame: Frame, rows: readonly SurveyRow[], options: SurveyBarOptions): SVGSVGElement {
  const svg = sheet(frame);
  const surveys = [...Map.groupBy(rows, (row) => [row.question, row.pollster, row.end.iso].join(' ')).values()];
  const unit = (frame.width - 2) / 100;
  const total = TOP + surveys.reduce((sum, answers) => sum + heightOf(frame, answers, options), 0);
  const head = { y: 12, 'font-size': 13, 'font-weight': 600 };
  svg.append(
    element(frame, 'text', { ...head, x: 0, fill: counterColour.media_and_pollsters }, frame.words.label(options.heads.left)),
    ...(options.heads.right === undefined
      ? []
      : [
          element(
            frame,
            'text',
            { ...head, x: frame.width - 2, 'text-anchor': 'end', fill: muted },
            frame.words.label(options.heads.right),
          ),
        ]),
    ...[25, 50, 75].map((at) =>
      element(frame, 'line', { x1: tenth(at * unit), x2: tenth(at * unit), y1: TOP, y2: total - 8, stroke: rule }),
    ),
  );
  let y = TOP;
  for (const answers of surveys) {
    svg.append(...drawSurvey(frame, answers, rows, y, unit, options));
    y += heightOf(frame, answers, options);
  }
  return endSheet(svg, total);
}

function drawSurvey(
  frame: Frame,
  answers: readonly SurveyRow[],
  rows: readonly SurveyRow[],
  top: number,
  unit: number,
  { sides, finding }: SurveyBarOptions,
): Element[] {
  const { words } = frame;
  const [first] = answers;
  if (!first) return [];
  const around = { stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' };
  const tie = (row: SurveyRow): Attributes => ({ 'data-row': rows.indexOf(row) });
  const y = top + (frame.narrow ? 38 : 22);
  const of = (side: Side): SurveyRow[] =>
    answers.filter(({ answer }) => {
      const own = sides[answer];
      if (own === undefined) throw new RangeError(`the answer ${answer} has no side`);
      return own === side;
    });
  const whom = whoWasAsked(first, words);
  const name = { x: 0, y: top + 16, fill: ink, 'font-size': 13, 'font-weight': 600, ...around, ...tie(first) };
  const detail = { fill: muted, 'font-size': 12, 'font-weight': 400 };
  const heading = frame.narrow
    ? [
        element(frame, 'text', name, surveyName(first, words)),
        ...wrap(whom, frame.width, 12)
          .slice(0, 1)
          .map((line) => element(frame, 'text', { ...detail, x: 0, y: top + 32, ...around, ...tie(first) }, line)),
      ]
    : [element(frame, 'text', name, surveyName(first, words), element(frame, 'tspan', { ...detail, dx: 8 }, whom))];

  let from = 0;
  let to = 100;
  const segment = (row: SurveyRow, side: Side): Element[] => {
    const leftward = side === 'right' || side === 'rightPale';
    const begin = leftward ? to - row.share : from;
    if (leftward) to = begin;
    else from = begin + row.share;
    const fill = leftward ? right : counterColour.media_and_pollsters;
    const pale = side === 'middle' || side === 'rightPale';
    const box = { x: tenth(begin * unit), y, width: tenth(row.share * unit), height: HIGH };
    return [
      element(frame, 'rect', { ...box, fill, ...(pale ? { 'fill-opacity': side === 'middle' ? 0.2 : 0.45 } : {}), ...tie(row) }),
      ...(side === 'left' ? boundTick(frame, box, { qualifier: row.qualifier, fill }, 'right', tie(row)) : []),
      ...(side === 'middle' ? [] : [inside(frame, row, box, leftward, pale, finding(row), tie(row))]),
    ];
  };
  const bars = (['left', 'middle', 'right', 'rightPale'] as const).flatMap((side) => of(side).flatMap((row) => segment(row, side)));
  const parts = of('part');
  const marks = parts.map((row) =>
    element(frame, 'line', {
      x1: tenth(row.share * unit),
      x2: tenth(row.share * unit),
      y1: y,
      y2: y + HIGH,
      stroke: paper,
      'stroke-width': 1.5,
      ...tie(row),
    }),
  );
  const under = named.flatMap(of);
  const [told] = under;
  const said = under.map((row) => `${words.label(row.answer)} ${shareOf(row, words)}`).join(', ');
  const begin = parts.length > 0 ? 0 : of('left').reduce((sum, { share }) => sum + share, 0) * unit;
  // Under its bar, or as near to it as the sheet is wide.
  const x = tenth(Math.max(0, Math.min(begin, frame.width - said.length * LETTER)));
  const line = told ? [element(frame, 'text', { x, y: y + HIGH + 14, fill: muted, 'font-size': 12, ...around, ...tie(told) }, said)] : [];
  return [...heading, ...bars, ...marks, ...line];
}

/** The share within its bar, at the outer end. */
function inside(
  frame: Frame,
  row: SurveyRow,
  box: { readonly x: number; readonly y: number; readonly width: number },
  leftward: boolean,
  pale: boolean,
  finding: boolean,
  tie: Attributes,
): Element {
  const share = shareOf(row, frame.words);
  const tight = !finding && roomOf(share, 13) > box.width - 7;
  const look = finding ? { class: 'finding', 'font-size': findingSize(frame) } : { 'font-size': tight ? 12 : 13 };
  const place = tight
    ? { x: tenth(box.x + box.width / 2), 'text-anchor': 'middle' }
    : leftward
      ? { x: tenth(box.x + box.width - 7), 'text-anchor': 'end' }
      : { x: box.x + 7 };
  return element(
    frame,
    'text',
    { ...place, y: box.y + HIGH / 2, dy: '0.35em', 'font-weight': 600, fill: pale ? ink : paper, ...look, ...tie },
    share,
  );
}
