/** Filters for a list that is complete without them: each item says in `data-*` what it is about, in words parted by blanks. */
import { attempt } from '../shell/attempt.ts';

for (const tools of document.querySelectorAll<HTMLElement>('[data-filter]')) attempt(() => filterBy(tools));

function filterBy(tools: HTMLElement): void {
  tools.hidden = false;
  const items = [...document.querySelectorAll<HTMLElement>(`${tools.dataset['filter']} > li`)];
  const status = tools.querySelector<HTMLElement>('[role="status"]');
  tools.addEventListener('input', () => {
    let shown = 0;
    for (const item of items) {
      const fits = [...tools.querySelectorAll('select')].every(
        ({ name, value }) => value === '' || (item.dataset[name] ?? '').split(' ').includes(value),
      );
      item.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-filter-group]'))
      group.hidden = group.querySelector('li:not([hidden])') === null;
    if (status)
      status.textContent = (status.dataset['template'] ?? '').replace('{shown}', String(shown)).replace('{all}', String(items.length));
  });
}
