/** Passages that walk through a chart: the rows of a step come forward, all others stand back. */
import { inTurn } from './in-turn.ts';
import { followPassage } from './passage.ts';

for (const passage of document.querySelectorAll<HTMLElement>('[data-scrolly]:not([data-opening])')) {
  const drawing = passage.querySelector<HTMLElement>('.chart-drawing');
  if (drawing) inTurn(passage, () => walkThrough(passage, drawing));
}

function walkThrough(passage: HTMLElement, drawing: HTMLElement): void {
  const rows = [...passage.querySelectorAll<HTMLElement>('.scrolly-step')].map(({ dataset }) => dataset['rows'] ?? 'all');
  const marks = drawing.querySelectorAll('[data-row]');
  const bring = (asked: string): void => {
    const front = new Set(asked.split(' '));
    for (const mark of marks) mark.classList.toggle('is-faint', asked !== 'all' && !front.has(mark.getAttribute('data-row') ?? ''));
  };
  // A tall drawing stands in a window of its own, which scrolls once keys reach it.
  if (passage.matches('.is-tall')) {
    drawing.tabIndex = 0;
    drawing.setAttribute('role', 'group');
    drawing.setAttribute('aria-labelledby', `${drawing.closest('figure')?.id}-title`);
  }
  followPassage(passage, {
    show: (index) => {
      bring(rows[index] ?? 'all');
      bringIntoView(drawing);
    },
    rest: () => bring('all'),
  });
}

/** A drawing that is higher than its window shows the part that holds the marks in front. */
function bringIntoView(drawing: HTMLElement): void {
  if (drawing.scrollHeight <= drawing.clientHeight + 1) return;
  const frame = drawing.getBoundingClientRect();
  const tops = [...drawing.querySelectorAll('[data-row]:not(.is-faint)')].flatMap((mark) => {
    const box = mark.getBoundingClientRect();
    return box.height === 0 && box.width === 0 ? [] : [box.top - frame.top + drawing.scrollTop];
  });
  if (tops.length > 0) drawing.scrollTop = Math.max(0, Math.min(...tops) - frame.height * 0.6);
}
