/**
 * Sorting a drawing whose rows are lines (lives). Rows say in `data-sort-*` by what they can be sorted;
 * headings of groups go while another order is shown. Without script the groups stand as drawn.
 */

import { inTurn } from '../in-turn.ts';

for (const tools of document.querySelectorAll<HTMLElement>('[data-sort-tools]')) inTurn(tools, () => offerOrders(tools));

function offerOrders(tools: HTMLElement): void {
  const drawing = tools.closest('figure')?.querySelector<HTMLElement>('.chart-drawing');
  const select = tools.querySelector('select');
  if (!drawing || !select) return;
  tools.hidden = false;
  const sheets = [...drawing.querySelectorAll<SVGSVGElement>('svg')].map(readSheet);
  select.addEventListener('change', () => {
    for (const sheet of sheets) sheet.sortBy(select.value);
  });
}

/** Remembers where the lines of one drawing stood, and can put them in another order on the same places. */
function readSheet(svg: SVGSVGElement): { sortBy: (key: string) => void } {
  const lines = [...svg.querySelectorAll<SVGGElement>('g[data-sort-name]')];
  const headings = [...svg.querySelectorAll<SVGGElement>('g[data-sort-heading]')];
  const places = new Map([...lines, ...headings].map((group) => [group, group.getAttribute('transform') ?? '']));
  const tops = lines.map((line) => heightOf(places.get(line) ?? ''));
  const step = Math.min(
    ...tops
      .slice(1)
      .map((top, index) => top - (tops[index] ?? 0))
      .filter((gap) => gap > 0),
  );
  return {
    sortBy: (key) => {
      for (const heading of headings) heading.classList.toggle('is-gone', key !== '');
      if (key === '') {
        for (const [group, place] of places) group.setAttribute('transform', place);
        return;
      }
      const value = (line: SVGGElement): string => line.getAttribute(`data-sort-${key}`) ?? '';
      const sorted = [...lines].sort((a, b) => byValue(value(a), value(b)));
      for (const [index, line] of sorted.entries()) line.setAttribute('transform', `translate(0,${(tops[0] ?? 0) + index * step})`);
    },
  };
}

function heightOf(transform: string): number {
  return Number(/translate\([^,]*,([\d.]+)\)/.exec(transform)?.[1] ?? 0);
}

/** Numbers by size, the longest sentence first; dates and names in order; what is not known comes last. */
function byValue(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const numbers = /^[\d.]+$/.test(a) && /^[\d.]+$/.test(b);
  return numbers ? Number(b) - Number(a) : a.localeCompare(b, document.documentElement.lang);
}
