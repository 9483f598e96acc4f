/** One state of the opening as a drawing: patterns and lines of round dots, few nodes however many dots there are. */
import { type Dots, type Field, fieldFor, type Layout, levelOf, type Mark, marksOf, size } from './field.ts';

const WIDTH = 360;
const HEIGHT = 200;

/** The SVG of a state, without a name of its own. `id` makes its patterns its own. */
export function drawStill(dots: Dots, layout: Layout, id: string): string {
  const exact = fieldFor(layout.places, WIDTH, HEIGHT);
  const field = { ...exact, cell: round(exact.cell) };
  const { columns, rows, cell } = field;
  const marks = marksOf(dots, layout);
  const placesOf = (...wanted: Mark[]): number[] => marks.flatMap((mark, place) => (wanted.includes(mark) ? [place] : []));
  const pattern = (name: string, colour: string, radius: number): string =>
    `<pattern id="${id}-${name}" width="${cell}" height="${cell}" patternUnits="userSpaceOnUse"><circle cx="${round(cell / 2)}" cy="${round(cell / 2)}" r="${round(cell * radius)}" fill="var(--chart-${colour})"/></pattern>`;
  const level = levelOf(dots);
  const opened = placesOf('freed', 'taken');
  const wide = size.ring + size.ringWidth / 2;
  return [
    `<svg class="opening-drawing" viewBox="0 0 ${round(columns * cell)} ${round(rows * cell)}" aria-hidden="true" fill="none" stroke-linecap="round">`,
    `<defs>${pattern('held', 'held', size.held)}${pattern('none', 'rule', size.none)}<path id="${id}-opened" d="${lineOf(opened, field)}"/></defs>`,
    run(0, level, columns, cell, `${id}-held`),
    level < layout.places ? run(level, layout.places, columns, cell, `${id}-none`) : '',
    // A ring: a round dot of its colour, and one of paper on it.
    `<use href="#${id}-opened" class="opening-dots-freed" stroke-width="${round(2 * cell * wide)}"/>`,
    `<use href="#${id}-opened" class="opening-dots-paper" stroke-width="${round(2 * cell * (wide - size.ringWidth))}"/>`,
    discs(placesOf('taken'), field, size.held, 'held'),
    discs(placesOf('died'), field, wide, 'paper'),
    discs(placesOf('died'), field, size.died, 'died'),
    discs(placesOf('died'), field, size.died - size.diedWidth, 'died-fill'),
    '</svg>',
  ].join('');
}

/** Round dots at these places as one path. */
function discs(places: readonly number[], field: Field, radius: number, name: string): string {
  if (places.length === 0) return '';
  return `<path class="opening-dots-${name}" d="${lineOf(places, field)}" stroke-width="${round(2 * field.cell * radius)}"/>`;
}

/** A line of no length at the middle of each place, which round ends make a dot. */
function lineOf(places: readonly number[], { columns, cell }: Field): string {
  const middle = (number: number): number => round((number + 0.5) * cell);
  return places.map((place) => `M${middle(place % columns)} ${middle(Math.floor(place / columns))}h0`).join('');
}

/** The places from the first number up to the second, as one path that a pattern fills. */
function run(from: number, to: number, columns: number, cell: number, fill: string): string {
  const at = (place: number): { x: number; y: number } => ({
    x: round((place % columns) * cell),
    y: round(Math.floor(place / columns) * cell),
  });
  const [start, end, right, step] = [at(from), at(to), round(columns * cell), round(cell)];
  // Around a first row that begins late and a last row that ends early.
  const path = `M${start.x} ${start.y}H${right}V${end.y}H${end.x}${end.x > 0 ? `V${round(end.y + step)}` : ''}H0V${round(start.y + step)}H${start.x}Z`;
  return `<path d="${path}" fill="url(#${fill})"/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
