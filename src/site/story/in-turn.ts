/**
 * A fresh visit begins at the top, so the page gets ready after its first screen is shown, and what lies far below is laid out
 * only then: part by part, each in a task of its own, so that a slow phone answers in between. Who comes by a link to a place, or
 * back, has all of it at once; who goes down the page before it is done has all that lies above.
 */
import { attempt } from '../shell/attempt.ts';
import { FRESH, RUNS } from './following.ts';

const page = document.documentElement;
const fresh = page.classList.contains(FRESH);
const far = fresh ? [...document.querySelectorAll('.page > .chapter:not(.chapter-opening), .page > .terms')] : [];
const near: (() => void)[] = [];
const parts = new Map<Element, (() => void)[]>(far.map((part) => [part, []]));

/** In the data of a passage whose script has failed. */
export const GIVEN_UP = 'givenUp';

page.dataset[RUNS] = '';

/** Does the work on `element` when it is its turn; at once where the visit is no fresh one. Where it fails, a passage shows all its steps. */
export function inTurn(element: HTMLElement, work: () => void): void {
  const part = far.find((other) => other.contains(element));
  const job = (): void => {
    if (!attempt(work) && element.matches('[data-scrolly]')) giveUp(element);
  };
  if (fresh) ((part && parts.get(part)) ?? near).push(job);
  else job();
}

/** From now on the passage shows each step with its still, and offers nothing that would need a script. */
export function giveUp(passage: HTMLElement): void {
  passage.dataset[GIVEN_UP] = '';
  passage.classList.add('is-flat', 'is-cramped');
}

function next(): boolean {
  const work = near.shift();
  const part = work ? undefined : far.shift();
  part?.classList.add('is-near');
  for (const each of work ? [work] : ((part && parts.get(part)) ?? [])) each();
  return near.length + far.length > 0;
}

const top = (element?: Element): number => element?.getBoundingClientRect().top ?? innerHeight;

/** All that lies above or in the window, where the reader has gone on already. What is seen keeps its place, whatever comes above it. */
function hurry(): void {
  if (top(far[0]) >= innerHeight) return;
  const seen = [...document.querySelectorAll('.page > *, .chapter > *, .scrolly-step')]
    .reverse()
    .find((place) => top(place) < innerHeight / 2);
  const before = top(seen);
  while (top(far[0]) < innerHeight) next();
  scrollBy({ top: top(seen) - before, behavior: 'instant' });
}

function go(): void {
  hurry();
  if (next()) setTimeout(go);
  else page.classList.remove(FRESH);
}

if (fresh) {
  addEventListener('scroll', hurry, { passive: true });
  // Not before the first screen is drawn.
  requestAnimationFrame(() => setTimeout(go));
}
