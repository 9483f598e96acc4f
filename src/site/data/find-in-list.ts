/** A filter for lists that are complete without it: what is typed is looked for in names, lines and other spellings, without accents. */
import { attempt } from '../shell/attempt.ts';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

for (const tools of document.querySelectorAll<HTMLElement>('[data-find]')) attempt(() => findIn(tools));

function findIn(tools: HTMLElement): void {
  tools.hidden = false;
  const items = [...document.querySelectorAll<HTMLElement>(`${tools.dataset['find']} > li`)].map((item) => ({
    item,
    text: fold(
      [...item.querySelectorAll(':scope > :is(h3, h4), :scope > :is(h3, h4) + p, :scope > .index-also')]
        .map((part) => part.textContent)
        .join(' '),
    ),
  }));
  const status = tools.querySelector<HTMLElement>('[role="status"]');
  tools.addEventListener('input', () => {
    const wanted = fold(tools.querySelector('input')?.value.trim() ?? '');
    let shown = 0;
    for (const { item, text } of items) {
      item.hidden = !text.includes(wanted);
      if (!item.hidden) shown++;
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-find-group]'))
      group.hidden = group.querySelector('li:not([hidden])') === null;
    if (status)
      status.textContent = (status.dataset['template'] ?? '').replace('{shown}', String(shown)).replace('{all}', String(items.length));
  });
}
