/**
 * Sorting and filtering for tables that are complete without it. A table opts in with `data-sortable`;
 * its cells may carry `data-sort` where the text does not sort as it should (numbers, dates).
 */
import { attempt } from '../shell/attempt.ts';

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  attempt(() => makeSortable(table));
  const tools = document.querySelector<HTMLElement>(`[data-tools-for="${table.id}"]`);
  if (tools) attempt(() => makeFilterable(table, tools));
}

/** Puts a button into each heading: first press ascending, second descending, third the order of the file. */
function makeSortable(table: HTMLTableElement): void {
  const [body] = table.tBodies;
  if (!body) return;
  const original = [...body.rows];
  const headings = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  for (const [index, heading] of headings.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const sorted = heading.getAttribute('aria-sort');
      const next = sorted === 'ascending' ? 'descending' : sorted === 'descending' ? null : 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      if (next !== null) heading.setAttribute('aria-sort', next);
      const keyed = original.map((row) => ({ row, key: keyOf(row.cells[index]) }));
      if (next !== null) keyed.sort((a, b) => compare(a.key, b.key) * (next === 'ascending' ? 1 : -1));
      body.append(...keyed.map(({ row }) => row));
    });
  }
}

function keyOf(cell: HTMLTableCellElement | undefined): string {
  return cell?.dataset['sort'] ?? cell?.textContent?.trim() ?? '';
}

/** Empty cells come last in either direction of reading: they hold nothing to compare. */
function compare(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return collator.compare(a, b);
}

/** Shows the search box and lists that stand hidden above the table, and applies them. */
function makeFilterable(table: HTMLTableElement, tools: HTMLElement): void {
  tools.hidden = false;
  const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => ({ row, text: row.textContent?.toLocaleLowerCase() ?? '' }));
  const status = tools.querySelector<HTMLElement>('[role="status"]');
  const apply = (): void => {
    let shown = 0;
    const controls = [...tools.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
    for (const { row, text } of rows) {
      const fits = controls.every((control) => {
        const wanted = control.value.trim();
        if (wanted === '') return true;
        return control instanceof HTMLSelectElement ? row.dataset[control.name] === wanted : text.includes(wanted.toLocaleLowerCase());
      });
      row.hidden = !fits;
      if (fits) shown++;
    }
    if (status)
      status.textContent = (status.dataset['template'] ?? '').replace('{shown}', String(shown)).replace('{all}', String(rows.length));
  };
  tools.addEventListener('input', apply);
}
