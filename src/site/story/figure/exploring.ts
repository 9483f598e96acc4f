/** What shows a row of a chart on its drawing: for the mark that is nearest to the pointer, or as the slider goes through the rows. */

/**
 * Begins exploring. `say` tells the slider a row and gives its text; `event` is that by which the reader came.
 */
export function explore(drawing: HTMLElement, slider: HTMLInputElement, say: (row: number) => string, event: Event): void {
  const readout = document.createElement('p');
  readout.className = 'chart-readout';
  // Who hears the page hears the slider.
  readout.setAttribute('aria-hidden', 'true');
  readout.hidden = true;
  drawing.append(readout);
  let current = -1;
  /** The row that the reader has put away, until another one is met. */
  let putAway = -1;

  const show = (row: number): void => {
    current = row;
    putAway = -1;
    slider.value = String(row);
    const text = say(row);
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
  const point = ({ target, clientX, clientY }: PointerEvent): void => {
    // What is shown can be gone to with the pointer, and stays.
    if (target instanceof Node && readout.contains(target)) return;
    const row = nearest(drawing, clientX, clientY);
    if (row !== null && row !== current && row !== putAway) show(row);
  };

  drawing.addEventListener('pointermove', point);
  drawing.addEventListener('pointerdown', (event) => {
    putAway = -1;
    point(event);
  });
  drawing.addEventListener('pointerleave', (event) => {
    putAway = -1;
    // A finger leaves as soon as it is lifted; what it found should stay to be read.
    if (event.pointerType !== 'touch') hide();
  });
  slider.addEventListener('focus', () => show(Number(slider.value)));
  slider.addEventListener('input', () => {
    show(Number(slider.value));
    // A drawing may be higher than the window.
    readout.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  });
  slider.addEventListener('blur', hide);
  // Who came by pointer may have gone on while this was fetched.
  if (event instanceof PointerEvent && (event.pointerType === 'touch' || drawing.matches(':hover'))) point(event);
  if (document.activeElement === slider) show(Number(slider.value));
  // Wherever the focus is, Escape puts away what lies over the drawing.
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || readout.hidden) return;
    putAway = current;
    hide();
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
