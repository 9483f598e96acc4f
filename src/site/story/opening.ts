/**
 * The opening: a field of dots, one a person held, that goes through the published counts as the reader goes through
 * the text. The label is always a published count with its date. It draws only while something moves and is seen.
 */
import { type Timer, timer } from 'd3-timer';
import { inTurn } from './in-turn.ts';
import { Stage } from './opening-stage.ts';
import { followPassage } from './passage.ts';

interface Walk {
  /** Dots that the field holds at most. */
  readonly places: number;
  readonly counts: readonly (readonly [held: number, died: number, words: string])[];
  /** Words for so many deaths. */
  readonly died: readonly string[];
  readonly steps: readonly (readonly [count: number, freed: number, words: string])[];
}

for (const passage of document.querySelectorAll<HTMLElement>('[data-opening]')) inTurn(passage, () => begin(passage));

function begin(passage: HTMLElement): void {
  const walk = JSON.parse(passage.dataset['opening'] ?? '{}') as Walk;
  const canvas = passage.querySelector('canvas');
  const [held, freed, died] = ['held', 'freed', 'died'].map((name) => passage.querySelector<HTMLElement>(`[data-${name}]`));
  const context = canvas?.getContext('2d');
  if (!canvas || !context || !held || !freed || !died) return;
  const stage = new Stage(canvas, context, walk.places);
  let shown = '';
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

  const showCount = (index: number, step: number): void => {
    const [heldNow, diedNow, words] = walk.counts[index] ?? [0, 0, ''];
    const [, freedNow, freedWords] = walk.steps[step] ?? [0, 0, ''];
    if (shown === `${index} ${step}`) return;
    shown = `${index} ${step}`;
    held.textContent = words;
    freed.textContent = freedWords;
    died.textContent = walk.died[diedNow] ?? '';
    for (const line of [freed, died]) line.parentElement?.classList.toggle('is-empty', line.textContent === '');
    stage.aim({ held: heldNow, freed: freedNow, died: diedNow });
    run();
  };
  const countOf = (step: number): number => walk.steps[step]?.[0] ?? 0;
  followPassage(passage, {
    show: (step) => showCount(countOf(step), step),
    between: (step, share) => {
      const [from, to] = [countOf(step), countOf(step + 1)];
      showCount(from + Math.floor(share * (to - from)), step);
    },
  });

  new IntersectionObserver(([entry]) => {
    seen = entry?.isIntersecting ?? false;
    if (seen) run();
    else stop();
  }).observe(canvas);
  new ResizeObserver(() => {
    stage.measure();
    run();
  }).observe(canvas);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', () => {
      stage.measure();
      run();
    });
}
