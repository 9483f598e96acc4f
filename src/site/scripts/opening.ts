/**
 * The opening piece: a field of dots, one a person held, walks through the published counts. The number
 * shown is always a published one. It moves only while it is seen, and only for those who let pages move.
 */
import { type Timer, timer } from 'd3-timer';

/** Milliseconds that each count is shown while the piece walks by itself. */
const HOLD = 420;
/** Milliseconds in which a dot comes or goes by about two thirds. */
const EASE = 140;

type Count = readonly [value: number, words: string];

for (const live of document.querySelectorAll<HTMLElement>('[data-opening]'))
  begin(live, JSON.parse(live.dataset['opening'] ?? '[]') as Count[]);

function begin(live: HTMLElement, counts: readonly Count[]): void {
  const canvas = live.querySelector('canvas');
  const output = live.querySelector('output');
  const range = live.querySelector('input');
  const button = live.querySelector('button');
  const context = canvas?.getContext('2d');
  if (!canvas || !context || !output || !range || !button || counts.length === 0) return;
  // Who asked for stillness keeps the stills.
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  live.hidden = false;
  live.closest('.opening')?.classList.add('is-live');

  const most = Math.max(...counts.map(([value]) => value));
  const presence = new Float32Array(most);
  let field = measure(canvas, most);
  let dots = drawDots(canvas, field.radius);
  let current = 0;
  let walking = false;
  let changed = 0;
  let loop: Timer | null = null;
  let last = 0;

  const show = (index: number): void => {
    current = Math.min(counts.length - 1, Math.max(0, index));
    const [, words = ''] = counts[current] ?? [];
    output.textContent = words;
    range.value = String(current);
    range.setAttribute('aria-valuetext', words);
    run();
  };
  const walk = (on: boolean): void => {
    if (on && current === counts.length - 1) current = 0;
    if (on !== walking) {
      const { pause = '' } = button.dataset;
      button.dataset['pause'] = button.textContent ?? '';
      button.textContent = pause;
    }
    walking = on;
    changed = performance.now();
    run();
  };

  /** One frame: dots ease towards the count that is shown. Returns whether anything still moves. */
  const frame = (elapsed: number): boolean => {
    const share = 1 - Math.exp(-elapsed / EASE);
    const [held = 0] = counts[current] ?? [];
    let moving = false;
    context.clearRect(0, 0, canvas.width, canvas.height);
    for (let index = 0; index < most; index++) {
      const target = index < held ? 1 : 0;
      const before = presence[index] ?? 0;
      const now = Math.abs(target - before) < 0.01 ? target : before + (target - before) * share;
      presence[index] = now;
      if (now !== target) moving = true;
      const x = field.left + (index % field.columns) * field.cell;
      const y = Math.floor(index / field.columns) * field.cell;
      context.globalAlpha = 1 - now;
      if (now < 1) context.drawImage(dots.empty, x, y);
      context.globalAlpha = now;
      if (now > 0) context.drawImage(dots.held, x, y);
    }
    return moving;
  };

  const run = (): void => {
    if (loop || !seen) return;
    last = performance.now();
    loop = timer(() => {
      const time = performance.now();
      if (walking && time - changed >= HOLD) {
        changed = time;
        if (current < counts.length - 1) show(current + 1);
        else walk(false);
      }
      const moving = frame(Math.min(50, time - last));
      last = time;
      if (!moving && !walking) stop();
    });
  };
  const stop = (): void => {
    loop?.stop();
    loop = null;
  };

  let seen = false;
  let begun = false;
  new IntersectionObserver(
    ([entry]) => {
      seen = entry?.isIntersecting ?? false;
      if (!seen) return stop();
      // It walks by itself once; after that the reader decides.
      if (!begun) walk(true);
      begun = true;
      run();
    },
    { threshold: 0.3 },
  ).observe(canvas);
  new ResizeObserver(() => {
    field = measure(canvas, most);
    dots = drawDots(canvas, field.radius);
    run();
  }).observe(live);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    dots = drawDots(canvas, field.radius);
    run();
  });
  range.addEventListener('input', () => {
    walk(false);
    show(Number(range.value));
  });
  button.addEventListener('click', () => walk(!walking));
  show(0);
}

/** Fits the field of dots to the canvas and the canvas to its box, in pixels of the screen. */
function measure(canvas: HTMLCanvasElement, most: number): { columns: number; cell: number; radius: number; left: number } {
  const ratio = Math.min(2, devicePixelRatio);
  canvas.width = Math.round(canvas.clientWidth * ratio);
  canvas.height = Math.round(canvas.clientHeight * ratio);
  const columns = Math.max(1, Math.ceil(Math.sqrt((most * canvas.width) / Math.max(1, canvas.height))));
  const cell = Math.max(2, Math.floor(Math.min(canvas.width / columns, canvas.height / Math.ceil(most / columns))));
  return { columns, cell, radius: cell * 0.36, left: Math.floor((canvas.width - columns * cell) / 2) };
}

interface Dots {
  readonly held: HTMLCanvasElement;
  readonly empty: HTMLCanvasElement;
}

/** A dot and an empty place, drawn once and stamped ever after: an image is copied far faster than a circle is filled. */
function drawDots(canvas: HTMLCanvasElement, radius: number): Dots {
  const style = getComputedStyle(canvas);
  const stamp = (property: string, size: number): HTMLCanvasElement => {
    const side = Math.max(1, Math.ceil(radius / 0.36));
    const image = document.createElement('canvas');
    image.width = side;
    image.height = side;
    const context = image.getContext('2d');
    if (context) {
      context.fillStyle = style.getPropertyValue(property).trim();
      context.beginPath();
      context.arc(side / 2, side / 2, size, 0, 2 * Math.PI);
      context.fill();
    }
    return image;
  };
  return { held: stamp('--chart-held', radius), empty: stamp('--chart-rule', radius * 0.4) };
}
