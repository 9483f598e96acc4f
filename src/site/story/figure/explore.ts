/**
 * Exploring a chart by pointer, touch or keyboard. All of it reads the chart's own table: what is shown
 * for a mark is the row of the table that the mark is tagged with.
 *
 * By keys and by ear it is done with a slider, which each way of reading knows: arrow keys reach it also where a screen reader keeps them
 * for itself, a swipe does on a phone, and the row is said by the browser, the first one included. What moves it and shows a row is
 * fetched when someone comes to the chart.
 */
import { inTurn } from '../in-turn.ts';

/** How a reader comes to a drawing. */
const ways = ['pointerover', 'pointerdown', 'focusin'] as const;

for (const figure of document.querySelectorAll<HTMLElement>('figure.chart')) inTurn(figure, () => offer(figure));

function offer(figure: HTMLElement): void {
  const drawing = figure.querySelector<HTMLElement>('.chart-drawing');
  const table = figure.querySelector<HTMLTableElement>('table');
  const count = table?.tBodies[0]?.rows.length ?? 0;
  if (!drawing || !table || count === 0) return;
  const { explore: name = '', said: template = '' } = drawing.dataset;
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.className = 'visually-hidden chart-explorer';
  slider.min = '0';
  slider.max = String(count - 1);
  slider.value = '0';
  slider.autocomplete = 'off';
  slider.setAttribute('aria-label', name);
  const say = (row: number): string => {
    const text = rowText(table, row);
    slider.setAttribute('aria-valuetext', `${template.replace('{row}', String(row + 1)).replace('{all}', String(count))} ${text}`);
    return text;
  };
  say(0);
  drawing.prepend(slider);
  const come = (event: Event): void => {
    for (const type of ways) drawing.removeEventListener(type, come);
    import('./exploring.ts')
      .then(({ explore }) => explore(drawing, slider, say, event))
      // The table has all that it would show.
      .catch(() => slider.remove());
  };
  for (const type of ways) drawing.addEventListener(type, come);
}

/** A row as a sentence: `heading: cell` for every filled cell but the sources. */
function rowText(table: HTMLTableElement, row: number): string {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  const [first, ...rest] = [...(table.tBodies[0]?.rows[row]?.cells ?? [])].slice(0, -1).map((cell) => cell.textContent?.trim() ?? '');
  const parts = rest.flatMap((cell, index) => (cell === '' ? [] : [`${headings[index + 1]?.textContent?.trim()}: ${cell}`]));
  return `${[first, ...parts].join('. ')}.`;
}
