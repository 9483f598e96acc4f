/** What the ink of every chart has to hold, each rule as the faults that it finds in a chart. */
import type { widths } from '../../../../src/charts/kit/sizes.ts';
import type { RenderedChart } from '../../../../src/charts/render.ts';
import { classed, elementsOf, inherited, shapeBox, textBox, wordsOf } from './drawing.ts';
import { outside } from './sheet.ts';

/** A drawing with its elements read once. */
export interface Drawn {
  readonly chart: RenderedChart;
  readonly size: keyof typeof widths;
  readonly elements: readonly Element[];
}

export function drawnOf(chart: RenderedChart): Drawn[] {
  return (['narrow', 'wide'] as const).map((size) => ({ chart, size, elements: elementsOf(chart.drawings[size]) }));
}

const named = (elements: readonly Element[], ...names: string[]): Element[] =>
  elements.filter(({ tagName }) => names.includes(tagName.toLowerCase()));
const rowOf = (element: Element): number | null => {
  const row = inherited(element, 'data-row');
  return row === null ? null : Number(row);
};
const told = ({ chart, size }: Drawn, fault: string): string => `${chart.id}, ${size}: ${fault}`;

/** Most characters of the words in view: a claim, a line on a desk, two lines under the drawing. */
const MOST = { title: 80, subtitle: 100, note: 220 } as const;
/** Numbers that a title may have. */
const MOST_NUMBERS = 2;

/** Whole numbers that a title may have in words. */
const IN_WORDS = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/** `at least 7,000`, `84.4%`, `nine`, as a text has them; days, months and years are no numbers of this kind. */
export function numbersIn(text: string): string[] {
  const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
  const dateless = text
    .replaceAll(new RegExp(`(?:\\d{1,2}(?:[–-]\\d{1,2})? )?(?:${months})(?: \\d{4})?`, 'g'), ' ')
    .replaceAll(/\b(?:19|20)\d{2}(?:[–-](?:19|20)?\d{2})?\b(?![,.]?\d|%)/g, ' ');
  return [
    ...dateless.matchAll(new RegExp(`\\b(?:${IN_WORDS})\\b`, 'g')),
    ...dateless.matchAll(
      /(?:(?:at least|more than|about|up to|fewer than) )?\d[\d,.]*\d%?|(?:(?:at least|more than|about|up to|fewer than) )?\d%?/g,
    ),
  ].map(([found]) => found);
}

/** A bar lies on one line with others, and is as long as one of the numbers of its row says. */
function lengths(drawn: Drawn): string[] {
  const bars = named(drawn.elements, 'rect').flatMap((bar) => {
    const row = bar.getAttribute('data-row');
    return row === null ? [] : [{ row: Number(row), box: shapeBox(bar) }];
  });
  const faults: string[] = [];
  for (const [from, measure] of [
    ['left', (box: (typeof bars)[number]['box']) => box.right - box.left],
    ['bottom', (box: (typeof bars)[number]['box']) => box.bottom - box.top],
  ] as const) {
    for (const [base, group] of Map.groupBy(bars, ({ box }) => Math.round(box[from]))) {
      const distinct = new Set(group.map(({ box }) => Math.round(measure(box))));
      if (distinct.size < 3 || group.length !== new Set(group.map(({ row }) => row)).size) continue;
      const fits = drawn.chart.keys.some((_, column) => {
        const pairs = group.map(({ row, box }) => {
          const cell = drawn.chart.rows[row]?.cells[column]?.cell;
          const value = cell?.kind === 'number' ? cell.value : cell?.kind === 'range' ? cell.high : null;
          return { value, length: measure(box) };
        });
        if (pairs.some(({ value }) => value === null)) return false;
        const longest = pairs.reduce((most, pair) => (pair.length > most.length ? pair : most));
        return pairs.every(({ value, length }) => Math.abs(length - ((value ?? 0) / (longest.value ?? 1)) * longest.length) < 2);
      });
      if (!fits) faults.push(told(drawn, `${group.length} bars from ${from} ${base} are as long as no number of their rows`));
    }
  }
  return faults;
}

/** The sign of a bound does not reach beyond the end of the bar before it. */
function signs(drawn: Drawn): string[] {
  return drawn.elements
    .filter((element) => element.getAttribute('class') === 'bound' && element.tagName.toLowerCase() === 'path')
    .flatMap((sign) => {
      const bar = sign.previousElementSibling;
      if (bar?.tagName.toLowerCase() !== 'rect') return [];
      const [inner, outer] = [shapeBox(sign), shapeBox(bar)];
      const across = inner.left >= outer.left && inner.right <= outer.right;
      const along = inner.top >= outer.top && inner.bottom <= outer.bottom;
      return across || along ? [] : [told(drawn, `a sign lies beyond its bar (row ${sign.getAttribute('data-row')})`)];
    });
}

const isNumber = ({ cell }: { readonly cell: { readonly kind: string } }): boolean => cell.kind === 'number' || cell.kind === 'range';

/** A row without a number, where others of its columns have one, has no box: what is unknown has no size. */
function missing(drawn: Drawn): string[] {
  const { rows } = drawn.chart;
  const counted = drawn.chart.keys.flatMap((_, column) =>
    rows.some(({ cells }) => cells[column] && isNumber(cells[column])) ? [column] : [],
  );
  const bare = new Set(
    rows.flatMap(({ cells }, row) => (counted.length > 0 && counted.every((column) => cells[column]?.cell.kind === 'label') ? [row] : [])),
  );
  const boxes = named(drawn.elements, 'rect').filter((box) => bare.has(rowOf(box) ?? -1));
  const marks = drawn.elements.filter((element) => element.tagName.toLowerCase() === 'path' && classed(element, 'no-figure'));
  return [
    ...boxes.map((box) => told(drawn, `row ${rowOf(box)} has no number but a box`)),
    ...marks.flatMap((mark) => {
      const { left, right, top, bottom } = shapeBox(mark);
      return Math.max(right - left, bottom - top) <= 10
        ? []
        : [told(drawn, `the mark of a missing figure has a size (row ${rowOf(mark)})`)];
    }),
  ];
}

/** Two arcs and nothing else make a circle. */
const ROUND = /^M[^A-Z]*(?:A[^A-Z]*){2}Z?$/i;

function circles(drawn: Drawn): string[] {
  return drawn.elements
    .filter((element) => element.tagName.toLowerCase() === 'circle' || ROUND.test(element.getAttribute('d') ?? ''))
    .filter((circle) => !classed(circle, 'person-'))
    .map((circle) => told(drawn, `a circle is no person (row ${rowOf(circle)}, fill ${inherited(circle, 'fill')})`))
    .slice(0, 3);
}

/** Tables of people who are or were held. */
const OF_PEOPLE_HELD = [
  'political-prisoners',
  'newly-recognised',
  'releases',
  'release-totals',
  'cases',
  'deaths-in-custody',
  'jailed-journalists',
  'prisoner-groups',
  'time-served',
];

function red(drawn: Drawn): string[] {
  const uses = drawn.chart.drawings[drawn.size].includes('var(--chart-held)');
  return uses && !drawn.chart.tables.some((table) => OF_PEOPLE_HELD.includes(table))
    ? [told(drawn, `red stands for people held, of whom no table of the chart speaks (${drawn.chart.tables.join(', ')})`)]
    : [];
}

function votes(drawn: Drawn): string[] {
  const lines = named(drawn.elements, 'line', 'path').filter((line) => classed(line, 'vote-line'));
  const names = named(drawn.elements, 'text').filter((text) => classed(text, 'vote-name'));
  const dotted = named(drawn.elements, 'line', 'path').filter(
    (line) =>
      inherited(line, 'stroke-dasharray') === '2 3' && inherited(line, 'stroke') === 'var(--chart-muted)' && !classed(line, 'vote-line'),
  );
  return [
    ...dotted.map(() => told(drawn, 'a dotted line is not marked as that of a vote')),
    ...names.filter((name) => !/\b\d{4}\b/.test(wordsOf(name))).map((name) => told(drawn, `“${wordsOf(name)}” names no year`)),
    ...(lines.length === names.length ? [] : [told(drawn, `${lines.length} lines of votes, ${names.length} names`)]),
    ...named(drawn.elements, 'text')
      .filter((text) => /^(?:Vote|Election)s?$/.test(wordsOf(text)))
      .map((text) => told(drawn, `“${wordsOf(text)}” has no year`)),
  ];
}

/** Words that lie across the line of a vote. */
function crossings(drawn: Drawn): string[] {
  const lines = named(drawn.elements, 'line').filter((line) => classed(line, 'vote-line'));
  const texts = named(drawn.elements, 'text').filter((text) => !classed(text, 'vote-name'));
  return lines.flatMap((line) => {
    const { left: x, right, top, bottom } = shapeBox(line);
    if (right - x > 1) return [];
    return texts.flatMap((text) => {
      const box = textBox(text);
      const crosses = box.left + 2 < x && x < box.right - 2 && box.top < bottom && top < box.bottom;
      return crosses ? [told(drawn, `“${wordsOf(text)}” crosses the line of a vote`)] : [];
    });
  });
}

/** Colours in which what belongs to no row is drawn: axes, captions, the rows' own ground. */
const GROUND = ['var(--chart-rule)', 'var(--chart-muted)', 'var(--chart-paper)', 'none'];

function ties(drawn: Drawn): string[] {
  const texts = new Map<string, number[]>();
  drawn.chart.rows.forEach(({ cells }, row) => {
    for (const { text, numeric } of cells) if (numeric || text === cells[0]?.text) texts.set(text, [...(texts.get(text) ?? []), row]);
  });
  const labels = named(drawn.elements, 'text').filter(
    (text) => texts.get(wordsOf(text))?.length === 1 && rowOf(text) === null && !GROUND.includes(inherited(text, 'fill') ?? ''),
  );
  const stems = named(drawn.elements, 'line').filter((line) => {
    const stroke = inherited(line, 'stroke');
    return stroke !== null && !GROUND.includes(stroke) && rowOf(line) === null && !classed(line, 'axis') && !classed(line, 'key');
  });
  return [
    ...labels.map((text) => told(drawn, `“${wordsOf(text)}” belongs to a row and doesn't say so`)),
    ...(stems.length > 0 ? [told(drawn, `${stems.length} lines in ${inherited(stems[0] as Element, 'stroke')} belong to no row`)] : []),
  ];
}

function words({ chart }: Drawn): string[] {
  return (['title', 'subtitle', 'note'] as const).flatMap((key) =>
    chart[key].length > MOST[key] ? [`${chart.id}: its ${key} has ${chart[key].length} characters, at most ${MOST[key]} are read`] : [],
  );
}

function findings(drawn: Drawn): string[] {
  const numbers = numbersIn(drawn.chart.title);
  const labels = named(drawn.elements, 'text').filter((text) => classed(text, 'finding'));
  const least = Math.min(...labels.map((label) => Number(inherited(label, 'font-size') ?? 0)));
  const others = named(drawn.elements, 'text').filter((text) => !labels.includes(text));
  const largest = Math.max(...others.map((text) => Number(inherited(text, 'font-size') ?? 0)));
  return [
    ...(numbers.length > MOST_NUMBERS ? [told(drawn, `the title has ${numbers.length} numbers: ${numbers.join(', ')}`)] : []),
    ...numbers
      .filter((number) => !labels.some((label) => numbersIn(wordsOf(label)).includes(number)))
      .map((number) => told(drawn, `no finding on the drawing says ${number} of the title`)),
    ...(labels.length > 0 && least <= largest ? [told(drawn, `a finding is set in ${least}, other words in up to ${largest}`)] : []),
  ];
}

function type(drawn: Drawn): string[] {
  const small = new Set(
    drawn.elements.map((element) => element.getAttribute('font-size')).filter((size) => size !== null && Number.parseFloat(size) < 12),
  );
  return [...small].map((size) => told(drawn, `words are set in ${size} units, at least 12 are read`));
}

/** Units that nothing drawn comes nearer to the edges of the screen of a phone. */
const EDGE = 4;

function edges({ chart, size, ...rest }: Drawn): string[] {
  const faults = outside(chart.drawings[size], { across: size === 'narrow' ? -EDGE : 2, down: 2 });
  return faults.map((fault) => told({ chart, size, ...rest }, fault)).slice(0, 3);
}

function weight(drawn: Drawn): string[] {
  return drawn.elements.length <= 1500 ? [] : [told(drawn, `${drawn.elements.length} elements`)];
}

/** Each rule by what it holds. */
export const rules = {
  'a bar is as long as its number': lengths,
  'the sign of a bound lies within its bar': signs,
  'what has no figure has no size': missing,
  'a circle is a person': circles,
  'red is for people held': red,
  'the line of a vote names its year': votes,
  'no words cross the line of a vote': crossings,
  'what belongs to a row fades with it': ties,
  'its words are few': words,
  'the numbers of its title stand on it as its strongest labels': findings,
  'its words are large enough to be read': type,
  'it stays on its sheet, and off the edges of a phone': edges,
  'it is made of few elements': weight,
} as const;

export type Rule = keyof typeof rules;
