/**
 * The opening: a field of dots, one a person held, that goes through the published counts as the reader goes through
 * the text, or to the count that the reader picks. The label is always a published count with its date. It draws only
 * while something moves and is seen.
 */
import { type Timer, timer } from 'd3-timer';
import { layOut } from '../../charts/opening/field.ts';
import { inTurn } from './in-turn.ts';
import { Stage } from './opening-stage.ts';
import { followPassage } from './passage.ts';

interface Walk {
  /** The state of each count, how it is said, and the numbers of what is said of the freed, the added, the dead. */
  readonly counts: readonly (readonly [
    held: number,
    freed: number,
    taken: number,
    died: number,
    number: string,
    words: string,
    ofFreed: number,
    ofAdded: number,
    ofDied: number,
  ])[];
  /** A number and what it counts; empty where there is none. */
  readonly sayings: readonly (readonly [number: string, words: string])[];
  /** The count of each step. */
  readonly steps: readonly number[];
}

for (const passage of document.querySelectorAll<HTMLElement>('[data-opening]')) inTurn(passage, () => begin(passage));

function begin(passage: HTMLElement): void {
  const walk = JSON.parse(passage.dataset['opening'] ?? '{}') as Walk;
  const canvas = passage.querySelector('canvas');
  const range = passage.querySelector<HTMLInputElement>('input[type="range"]');
  const held = passage.querySelector<HTMLElement>('[data-held]');
  const tallies = ['freed', 'added', 'died'].map((name) => passage.querySelector<HTMLElement>(`[data-tally="${name}"]`));
  const context = canvas?.getContext('2d');
  if (!canvas || !context || !held || !range) return;
  const stage = new Stage(canvas, context, layOut(walk.counts.map(([held, freed, taken, died]) => ({ held, freed, taken, died }))));
  let shown = -1;
  let loop: Timer | null = null;
  let seen = false;

  const run = (): void => {
    if (loop || !seen) return;
    let last = performance.now();
    loop = timer(() => {
      const time = performance.now();
      // A tab that was asleep wakes up where it was, not in a leap.
      const moving = stage.draw(Math.min(50, time - last));
      last = time;
      if (!moving) stop();
    });
  };
  const stop = (): void => {
    loop?.stop();
    loop = null;
  };

  const say = (line: HTMLElement, number: string, words: string): void => {
    const [big, small] = [line.querySelector('b'), line.querySelector('span')];
    if (big) big.textContent = number;
    if (small) small.textContent = words;
  };
  const showCount = (index: number): void => {
    const count = walk.counts[index];
    if (shown === index || !count) return;
    shown = index;
    const [inCells, freed, taken, died, number, words, ...others] = count;
    say(held, number, words);
    for (const [place, line] of tallies.entries()) {
      const [value = '', what = ''] = walk.sayings[others[place] ?? -1] ?? [];
      if (line) say(line, value, what);
      line?.classList.toggle('is-empty', value === '');
    }
    range.value = String(index);
    range.setAttribute('aria-valuetext', `${number} ${words}`);
    stage.aim({ held: inCells, freed, taken, died });
    run();
  };
  /** Where the page stood when the reader picked a count; the count stays until the reader goes on. */
  let pickedAt: number | null = null;
  range.addEventListener('input', () => {
    pickedAt = scrollY;
    showCount(Number(range.value));
  });
  const follow = (index: number): void => {
    if (pickedAt !== null && Math.abs(scrollY - pickedAt) < innerHeight * 0.1) return;
    pickedAt = null;
    showCount(index);
  };
  new IntersectionObserver(([entry]) => {
    seen = entry?.isIntersecting ?? false;
    if (seen) run();
    else stop();
  }).observe(canvas);
  new ResizeObserver(() => {
    stage.measure();
    run();
  }).observe(canvas);
  const countOf = (step: number): number => walk.steps[step] ?? 0;
  followPassage(passage, {
    show: (step) => follow(countOf(step)),
    between: (step, share) => {
      const [from, to] = [countOf(step), countOf(step + 1)];
      follow(from + Math.floor(share * (to - from)));
    },
  });

  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', () => {
      stage.measure();
      run();
    });
}
