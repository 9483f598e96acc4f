/** One state of the opening as a drawing: three patterns and a few circles, however many dots there are. */
import { type Dots, fieldFor, placeOfDeath } from './field.ts';

const WIDTH = 320;
const HEIGHT = 200;

/** The SVG of a state on a field of `places` places, without a name of its own. `id` makes its patterns its own. */
export function drawStill(dots: Dots, places: number, id: string): string {
  const { columns, rows, cell: exact } = fieldFor(places, WIDTH, HEIGHT);
  const cell = round(exact);
  const middle = round(cell / 2);
  const pattern = (name: string, circle: string): string =>
    `<pattern id="${id}-${name}" width="${cell}" height="${cell}" patternUnits="userSpaceOnUse"><circle cx="${middle}" cy="${middle}" ${circle}/></pattern>`;
  const held = pattern('held', `r="${round(cell * 0.36)}" fill="var(--chart-held)"`);
  const freed = pattern('freed', `r="${round(cell * 0.3)}" fill="none" stroke="var(--chart-ink)" stroke-width="${round(cell * 0.14)}"`);
  const deaths = Array.from({ length: dots.died }, (_, number) => {
    const place = placeOfDeath(number);
    const [x, y] = [place % columns, Math.floor(place / columns)];
    return `<rect x="${round(x * cell)}" y="${round(y * cell)}" width="${cell}" height="${cell}" fill="var(--chart-paper)"/><circle cx="${round((x + 0.5) * cell)}" cy="${round((y + 0.5) * cell)}" r="${round(cell * 0.46)}" fill="var(--chart-ink)"/>`;
  });
  return [
    `<svg class="opening-drawing" viewBox="0 0 ${round(columns * cell)} ${round(rows * cell)}" aria-hidden="true">`,
    `<defs>${held}${dots.freed > 0 ? freed : ''}</defs>`,
    run(0, dots.held + dots.died, columns, cell, `${id}-held`),
    dots.freed > 0 ? run(columns * rows - dots.freed, columns * rows, columns, cell, `${id}-freed`) : '',
    ...deaths,
    '</svg>',
  ].join('');
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
  return Math.round(value * 1000) / 1000;
}
