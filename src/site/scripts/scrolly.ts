/**
 * Passages that walk through a chart. The active step is computed from positions on every notice, never
 * from who came in and who went out, so that a missed notice heals itself. Reading is never steered: the
 * page scrolls only when a button or a link asks for it.
 */

for (const passage of document.querySelectorAll<HTMLElement>('[data-scrolly]')) follow(passage);

function follow(passage: HTMLElement): void {
  const steps = [...passage.querySelectorAll<HTMLElement>('.scrolly-step')];
  const controls = passage.querySelector<HTMLElement>('.scrolly-controls');
  const drawing = passage.querySelector<HTMLElement>('.chart-drawing');
  const graphic = passage.querySelector<HTMLElement>('.scrolly-graphic');
  const [first] = steps;
  if (!controls || !drawing || !graphic || !first) return;
  const position = controls.querySelector<HTMLElement>('.scrolly-position');
  const flat = controls.querySelector<HTMLButtonElement>('[data-flat]');
  let active = -1;
  // Positions of what is far from the screen are not asked for: the browser may not even have laid it out.
  let near = false;

  const show = (index: number): void => {
    if (index === active) return;
    active = index;
    for (const [number, step] of steps.entries()) step.classList.toggle('is-active', number === index);
    const rows = steps[index]?.dataset['rows'] ?? 'all';
    const front = new Set(rows.split(' '));
    for (const mark of drawing.querySelectorAll('[data-row]')) {
      mark.classList.toggle('is-faint', rows !== 'all' && !front.has(mark.getAttribute('data-row') ?? ''));
    }
    bringIntoView(drawing);
    if (position) position.textContent = (position.dataset['template'] ?? '').replace('0', String(index + 1));
  };

  /** Where the text begins to be seen: under the chart where the chart lies above it, at the top where it lies beside it. */
  const textTop = (): number => {
    const above = getComputedStyle(passage).display !== 'grid';
    return above ? Math.min(innerHeight * 0.8, Math.max(0, graphic.getBoundingClientRect().bottom)) : 0;
  };

  /** The step that holds the reader's line, in the upper half of the visible text, or lies nearest to it. */
  const locate = (): void => {
    if (!near || passage.classList.contains('is-flat')) return;
    const top = textTop();
    const line = top + (innerHeight - top) * 0.4;
    const distances = steps.map((step) => {
      const { top, bottom } = step.getBoundingClientRect();
      return top > line ? top - line : bottom < line ? line - bottom : 0;
    });
    show(distances.indexOf(Math.min(...distances)));
  };

  /** Goes to a step: its address is the page's, so that it can be linked and Back returns. */
  const go = (index: number): void => {
    const step = steps[Math.min(steps.length - 1, Math.max(0, index))];
    if (!step) return;
    history.replaceState(history.state, '', `#${step.id}`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = step.getBoundingClientRect().top - textTop() - 24;
    scrollBy({ top, behavior: calm ? 'instant' : 'smooth' });
    show(steps.indexOf(step));
  };

  passage.classList.add('is-live');
  controls.hidden = false;
  for (const button of controls.querySelectorAll<HTMLButtonElement>('[data-step-by]')) {
    button.addEventListener('click', () => go(active + Number(button.dataset['stepBy'])));
  }
  const other = { text: flat?.dataset['follow'] ?? '' };
  flat?.addEventListener('click', () => {
    const isFlat = passage.classList.toggle('is-flat');
    const shown = flat.textContent ?? '';
    flat.textContent = other.text;
    other.text = shown;
    if (isFlat) for (const mark of drawing.querySelectorAll('.is-faint')) mark.classList.remove('is-faint');
    active = -1;
    locate();
  });

  const whole = new IntersectionObserver(
    (entries) => {
      near = entries.at(-1)?.isIntersecting ?? false;
      locate();
    },
    { threshold: [0, 0.25, 0.5, 0.75, 1] },
  );
  whole.observe(passage);
  const observer = new IntersectionObserver(locate, { rootMargin: '-55% 0px -35% 0px', threshold: [0, 0.5, 1] });
  for (const step of steps) observer.observe(step);
  addEventListener('scroll', locate, { passive: true });
  addEventListener('resize', locate);
  addEventListener('hashchange', locate);
}

/** A drawing that is higher than its window shows the part that holds the marks in front. */
function bringIntoView(drawing: HTMLElement): void {
  if (drawing.scrollHeight <= drawing.clientHeight + 1) return;
  const frame = drawing.getBoundingClientRect();
  const tops = [...drawing.querySelectorAll('[data-row]:not(.is-faint)')].flatMap((mark) => {
    const box = mark.getBoundingClientRect();
    return box.height === 0 && box.width === 0 ? [] : [box.top - frame.top + drawing.scrollTop];
  });
  if (tops.length > 0) drawing.scrollTop = Math.max(0, Math.min(...tops) - frame.height / 2);
}
