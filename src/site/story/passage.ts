/**
 * What all passages share that walk through a graphic. The active step is computed from positions on every notice,
 * never from who came in and who went out, so that a missed notice heals itself. Reading is never steered: the
 * page moves only when a button or a link asks for it, or when the window has changed under the reader.
 */

import { attempt } from '../shell/attempt.ts';
import { GIVEN_UP, giveUp } from './in-turn.ts';

export interface Follower {
  /** The step that is read now. */
  readonly show: (index: number) => void;
  /** How far the reader has come, 0 to 1, from the text of this step to the beginning of the next. */
  readonly between?: (index: number, share: number) => void;
  /** All steps are shown at once from now on. */
  readonly rest?: () => void;
}

/** A graphic above the text that leaves it less than this part of what is seen of the page is not held in place. */
const ROOM_FOR_TEXT = 0.28;
/** Milliseconds without scrolling after which the address follows. Browsers stop pages that change it all the time. */
const SETTLED = 250;

/** Pixels between the edge of the window and a drawing that is held there. */
const AIR = 8;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Lets the graphic of a passage follow its text. */
export function followPassage(passage: HTMLElement, follower: Follower): void {
  const steps = [...passage.querySelectorAll<HTMLElement>('.scrolly-step')];
  const texts = steps.map((step) => step.querySelector<HTMLElement>('.scrolly-text') ?? step);
  const graphic = passage.querySelector<HTMLElement>('.scrolly-graphic');
  const position = passage.querySelector<HTMLElement>('.scrolly-position');
  const status = passage.querySelector<HTMLElement>('.scrolly-controls [role="status"]');
  const flat = passage.querySelector<HTMLButtonElement>('[data-flat]');
  const list = steps[0]?.parentElement;
  const buttons = [...passage.querySelectorAll<HTMLButtonElement>('[data-step-by]')];
  const by = (button: HTMLButtonElement): number => Number(button.dataset['stepBy']);
  if (!graphic || !list) return;
  const ids = new Set(steps.map(({ id }) => `#${id}`));
  let active = -1;
  let within = false;
  let chosenFlat = false;
  let cramped = false;

  const isFlat = (): boolean => chosenFlat || cramped || calm.matches || GIVEN_UP in passage.dataset;
  const lies = (): boolean => getComputedStyle(passage).display !== 'grid';
  /** How much of the window shows the page. Where all stands in one column, what lies at its foot lies over the text; the page keeps that free. */
  const seen = (): number =>
    lies() ? innerHeight - (Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockEnd) || 0) : innerHeight;
  const words = (index: number): string => (position?.dataset['template'] ?? '').replace('0', String(index + 1));

  /** What a step shows or tells, for who hears it: its still in words where it has some, else its text. */
  const told = (index: number): string =>
    steps[index]?.querySelector('.scrolly-still [aria-label]')?.getAttribute('aria-label') ?? texts[index]?.textContent?.trim() ?? '';

  /** Where the text begins to be seen: under the graphic where it lies above the text, at the top where it lies beside. */
  const textTop = (): number => (lies() ? Math.min(seen() * 0.8, Math.max(0, graphic.getBoundingClientRect().bottom)) : 0);

  /** The step that holds the reader's line, in the upper half of the visible text, or lies nearest to it. */
  const locate = (): void => {
    if (isFlat()) return;
    const box = passage.getBoundingClientRect();
    if (active >= 0 && (box.bottom < -innerHeight || box.top > 2 * innerHeight)) {
      within = false;
      return;
    }
    const top = textTop();
    const line = top + (seen() - top) * 0.4;
    within = box.top < line && box.bottom > line;
    const tops = steps.map((step) => step.getBoundingClientRect().top);
    const index = Math.max(0, tops.filter((start) => start <= line).length - 1);
    if (index !== active) {
      active = index;
      for (const [number, step] of steps.entries()) step.classList.toggle('is-active', number === index);
      if (position) position.textContent = words(index);
      for (const button of buttons) button.setAttribute('aria-disabled', String(!steps[index + by(button)]));
      // What has not been shown is no step to stand at.
      if (!attempt(() => follower.show(index))) giveUp(passage);
    }
    // What follows has begun where it becomes the active step, which may be before its text.
    const next = tops[index + 1];
    if (!follower.between || next === undefined) return;
    // A step that was gone to is shown as itself, however short its text.
    const landing = Number.parseFloat(getComputedStyle(steps[index] ?? passage).scrollMarginBlockStart);
    const read = Math.max(texts[index]?.getBoundingClientRect().bottom ?? 0, (tops[index] ?? 0) + line - landing + innerHeight * 0.06);
    follower.between(index, Math.min(1, Math.max(0, (line - read) / Math.max(1, next - read))));
  };

  /** The address names the step that is read, so that it can be linked and come back to; beyond the passage it names none. */
  const address = (): void => {
    const step = steps[active];
    if (isFlat() || !step) return;
    if (within && location.hash !== `#${step.id}`) setHash(`#${step.id}`);
    else if (!within && ids.has(location.hash)) setHash('');
  };
  let settling: number | undefined;
  /** The step at which the reader is kept while the window changes; -1 when it does not. */
  let staying = -1;
  const settle = (): void => {
    if (staying >= 0) return;
    clearTimeout(settling);
    settling = window.setTimeout(address, SETTLED);
  };

  const go = (index: number): void => {
    steps[Math.min(steps.length - 1, Math.max(0, index))]?.scrollIntoView({ block: 'start', behavior: 'instant' });
    locate();
    address();
  };

  const layout = (): string => `${innerWidth} ${graphic.offsetHeight}`;
  /** The layout to which the passage was fitted. */
  let fitted = '';

  /** Fits the passage to the window. A graphic that leaves the text no room is not held: each step shows its own. */
  const adapt = (): void => {
    if (GIVEN_UP in passage.dataset) return;
    cramped = false;
    passage.classList.remove('is-cramped');
    passage.classList.toggle('is-flat', isFlat());
    if (isFlat()) return;
    // What stands above a drawing scrolls away; the drawing is held.
    const held = graphic.querySelector('.chart-drawing') ?? graphic;
    const above = held.getBoundingClientRect().top - graphic.getBoundingClientRect().top;
    const head = lies() ? Math.max(0, above - AIR) : 0;
    const height = graphic.offsetHeight - head;
    fitted = layout();
    cramped = height > seen() * (lies() ? 1 - ROOM_FOR_TEXT : 1);
    passage.classList.toggle('is-cramped', cramped);
    passage.classList.toggle('is-flat', cramped);
    if (cramped) follower.rest?.();
    // Where a link leads, and what has the focus, is not to lie under the graphic.
    graphic.style.setProperty('--head-block', `${head}px`);
    list.style.setProperty('--graphic-block', `${lies() ? height : 0}px`);
  };

  for (const button of buttons) {
    button.addEventListener('click', () => {
      // Before the first step is reached, the next one is the first.
      const ahead = by(button) > 0 && (steps[active]?.getBoundingClientRect().top ?? 0) > innerHeight * 0.9;
      const to = ahead ? active : active + by(button);
      if (steps[to]) go(to);
      if (status) status.textContent = steps[to] ? `${words(active)}: ${told(active)}` : (button.dataset['end'] ?? '');
    });
  }
  let other = flat?.dataset['follow'] ?? '';
  flat?.addEventListener('click', ({ detail }) => {
    const read = within ? steps[active] : undefined;
    chosenFlat = !chosenFlat;
    [flat.textContent, other] = [other, flat.textContent ?? ''];
    active = -1;
    adapt();
    if (chosenFlat) follower.rest?.();
    // Who pressed it by key still has the focus there; who looks on stays at the step that was read.
    if (chosenFlat && read && detail > 0) read.scrollIntoView({ block: 'start', behavior: 'instant' });
    else flat.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    locate();
  });

  // A passage says that it follows when it has shown its first step, and listens only then.
  adapt();
  locate();
  if (GIVEN_UP in passage.dataset) return;

  const notice = (): void => {
    locate();
    settle();
  };
  let laidOut = layout();
  const stay = (): void => {
    if (staying >= 0) go(staying);
  };
  addEventListener('resize', () => {
    const before = staying >= 0 ? staying : within ? active : -1;
    adapt();
    // The bars of a phone's browser come and go with scrolling; only what lays the text out anew may move the reader.
    const anew = layout() !== laidOut;
    laidOut = layout();
    if (before < 0 || (!anew && staying < 0)) return notice();
    staying = before;
    // Other passages fit themselves to the window too, and a window comes to its size in more than one step.
    requestAnimationFrame(stay);
    clearTimeout(settling);
    settling = window.setTimeout(() => {
      stay();
      staying = -1;
    }, SETTLED);
  });
  // The reader's own size of text may change without the window.
  new ResizeObserver(() => {
    if (layout() !== fitted) adapt();
  }).observe(graphic);
  addEventListener('scroll', notice, { passive: true });
  addEventListener('hashchange', locate);
  calm.addEventListener('change', () => {
    document.documentElement.classList.toggle('is-following', !calm.matches);
    active = -1;
    adapt();
    if (isFlat()) follower.rest?.();
    locate();
  });
  new IntersectionObserver(locate, { threshold: [0, 0.25, 0.5, 0.75, 1] }).observe(passage);

  passage.dataset['ready'] = '';
  // The reader may have come here before this script did.
  if (scrollY > 0) settle();
  const linked = steps.findIndex(({ id }) => location.hash === `#${id}`);
  // Back and a reload return to where the reader was; only a link leads to the start of its step.
  const [visit] = performance.getEntriesByType('navigation');
  if (linked >= 0 && (!(visit instanceof PerformanceNavigationTiming) || visit.type === 'navigate')) go(linked);
}

function setHash(hash: string): void {
  try {
    history.replaceState(history.state, '', hash === '' ? location.pathname + location.search : hash);
  } catch {
    // Some browsers let no page from a folder change its address, and all limit how often one may.
  }
}
