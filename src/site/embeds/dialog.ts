/** The section “Embed” of a chart's page, fetched and shown over the story. */
import { setUpEmbedForm } from './form.ts';

/** Opens the dialog of the page for the chart that `link` leads to; follows the link where that can't be done. */
export async function openEmbedDialog(link: HTMLAnchorElement): Promise<void> {
  const dialog = document.querySelector<HTMLDialogElement>('.embed-dialog');
  const wait = dialog?.querySelector<HTMLElement>('.embed-wait');
  const close = dialog?.querySelector('button');
  if (!dialog || !wait || !close) return location.assign(link.href);
  if (dialog.open) return;
  for (const old of dialog.querySelectorAll('.embed-title, .embed-section')) old.remove();
  wait.hidden = false;
  dialog.setAttribute('aria-label', link.getAttribute('aria-label') ?? '');
  close.onclick = () => dialog.close();
  // A click beside it, which is one on its backdrop, closes it as well.
  dialog.onclick = (event) => {
    if (event.target === dialog && isOutside(dialog, event)) dialog.close();
  };
  // The browser itself closes it on Escape, keeps the focus inside while it is open, and gives it back to the link.
  dialog.showModal();
  try {
    const { section, title } = await fetchSection(link.href.replace(/#.*$/, ''));
    if (!dialog.open) return;
    wait.hidden = true;
    dialog.append(title, section);
    const part = section.querySelector<HTMLElement>('.embed-code');
    if (part) setUpEmbedForm(part);
  } catch {
    dialog.close();
    location.assign(link.href);
  }
}

function isOutside(dialog: HTMLElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return x < left || x > right || y < top || y > bottom;
}

/** The section of the page at `address`, with its links made whole and its style sheets brought along. Throws when there is none. */
async function fetchSection(address: string): Promise<{ section: Element; title: HTMLElement }> {
  const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const found = page.querySelector('.embed-section');
  if (!found) throw new Error('no section');
  for (const sheet of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const { href } = new URL(sheet.getAttribute('href') ?? '', address);
    if (document.querySelector(`[data-sheet$="/${href.replace(/.*\//, '')}"]`)) continue;
    const added = document.createElement('link');
    added.rel = 'stylesheet';
    added.href = href;
    added.dataset['sheet'] = href;
    document.head.append(added);
    await new Promise((loaded) => {
      added.onload = loaded;
      added.onerror = loaded;
    });
  }
  const section = document.importNode(found, true);
  for (const link of section.querySelectorAll('a[href]')) link.setAttribute('href', new URL(link.getAttribute('href') ?? '', address).href);
  const title = document.createElement('p');
  title.className = 'embed-title';
  title.textContent = page.querySelector('h1')?.textContent ?? '';
  return { section, title };
}
