/**
 * Exploring a chart by pointer, touch or keyboard. All of it reads the chart's own table: what is shown
 * for a mark is the row of the table that the mark is tagged with.
 */

import { inTurn } from '../in-turn.ts';

for (const figure of document.querySelectorAll<HTMLElement>('figure.chart')) inTurn(figure, () => explore(figure));

function explore(figure: HTMLElement): void {
  const drawing = figure.querySelector<HTMLElement>('.chart-drawing');
  const table = figure.querySelector<HTMLTableElement>('table');
  if (!drawing || !table) return;
  // Read when they are first asked for: there are many charts on a page, and few are explored.
  let read: string[] | null = null;
  const texts = (): string[] => {
    read ??= rowTexts(table);
    return read;
  };
  const readout = document.createElement('p');
  readout.className = 'chart-readout';
  readout.setAttribute('role', 'status');
  readout.hidden = true;
  drawing.append(readout);
  drawing.tabIndex = 0;
  drawing.setAttribute('role', 'group');
  drawing.setAttribute('aria-label', drawing.dataset['explore'] ?? '');
  let current = -1;

  const show = (row: number): void => {
    const text = texts()[row];
    if (text === undefined) return;
    current = row;
    for (const mark of drawing.querySelectorAll('.is-current')) mark.classList.remove('is-current');
    const marks = marksOf(drawing).filter((mark) => mark.row === row);
    for (const { element } of marks) element.classList.add('is-current');
    readout.textContent = text;
    readout.hidden = false;
    // The words at a mark belong to its row as well; what is shown stands by the mark.
    const mark = marks.find(({ element }) => element.tagName !== 'text') ?? marks[0];
    if (mark) place(readout, drawing, mark.x, mark.y);
  };
  const hide = (): void => {
    current = -1;
    readout.hidden = true;
    for (const mark of drawing.querySelectorAll('.is-current')) mark.classList.remove('is-current');
  };

  drawing.addEventListener('pointermove', (event) => {
    const row = nearest(drawing, event.clientX, event.clientY);
    if (row !== null && row !== current) show(row);
  });
  drawing.addEventListener('pointerdown', (event) => {
    const row = nearest(drawing, event.clientX, event.clientY);
    if (row !== null) show(row);
  });
  drawing.addEventListener('pointerleave', (event) => {
    // A finger leaves as soon as it is lifted; what it found should stay to be read.
    if (event.pointerType !== 'touch') hide();
  });
  drawing.addEventListener('blur', hide);
  drawing.addEventListener('keydown', (event) => {
    const last = texts().length - 1;
    const next = { ArrowRight: current + 1, ArrowDown: current + 1, ArrowLeft: current - 1, ArrowUp: current - 1, Home: 0, End: last }[
      event.key
    ];
    if (event.key === 'Escape') hide();
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(Math.min(last, Math.max(0, next)));
  });
}

/** Each row as a sentence: `heading: cell` for every filled cell but the sources. */
function rowTexts(table: HTMLTableElement): string[] {
  const headings = [...table.querySelectorAll('thead th')].map((heading) => heading.textContent?.trim() ?? '');
  return [...(table.tBodies[0]?.rows ?? [])].map((row) => {
    const cells = [...row.cells].slice(0, -1).map((cell) => cell.textContent?.trim() ?? '');
    const [first = '', ...rest] = cells;
    const parts = rest.flatMap((cell, index) => (cell === '' ? [] : [`${headings[index + 1] ?? ''}: ${cell}`]));
    return `${first}. ${parts.join('. ')}.`;
  });
}

/** The tagged marks of the drawing that is displayed, with their middles on the screen. */
function marksOf(drawing: HTMLElement): { element: Element; row: number; x: number; y: number }[] {
  return [...drawing.querySelectorAll('[data-row]')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (element.getClientRects().length === 0) return [];
    return [{ element, row: Number(element.getAttribute('data-row')), x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  });
}

function nearest(drawing: HTMLElement, x: number, y: number): number | null {
  let best: { row: number; distance: number } | null = null;
  for (const mark of marksOf(drawing)) {
    // Charts run from left to right: what is above or below the pointer is nearer than what is beside it.
    const distance = Math.hypot((mark.x - x) * 2, mark.y - y);
    if (!best || distance < best.distance) best = { row: mark.row, distance };
  }
  return best?.row ?? null;
}

/** Puts the readout above or below the mark, inside the drawing. */
function place(readout: HTMLElement, drawing: HTMLElement, x: number, y: number): void {
  const frame = drawing.getBoundingClientRect();
  const left = Math.min(Math.max(0, x - frame.x - readout.offsetWidth / 2), frame.width - readout.offsetWidth);
  const above = y - frame.y - readout.offsetHeight - 14;
  const below = y - frame.y + 14;
  readout.style.setProperty('translate', `${Math.round(left)}px ${Math.round(above >= 0 ? above : below)}px`);
}
