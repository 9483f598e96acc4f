/** The form over the lines to paste: every line is built anew from its fields, by the code that built the lines of the page. */
import { type Card, chosen, previews } from '../../embed/choices.ts';
import { allCodes, embedAddress, type SnippetOptions } from '../../embed/snippets.ts';
import { showPreviews } from './preview.ts';

/** Makes the form of `part` work. Its links may have been made absolute, when it was taken out of another page. */
export function setUpEmbedForm(part: HTMLElement): void {
  const form = part.querySelector<HTMLFormElement>('.embed-choices');
  const base = part.querySelector<HTMLAnchorElement>('.embed-base');
  const preview = part.querySelector<HTMLElement>('.embed-preview');
  const written = part.querySelector('.embed-card')?.textContent;
  if (!form || !base || !preview || !written) return;
  const card = JSON.parse(written) as Card;
  // Where the site is read at another address than it was built for, the lines are for that one.
  const here = base.href.replace(/embed\/[^/]*\/(?:index\.html)?$/, '');
  const site = here.startsWith('http') ? here : card.site;
  let seen = false;

  const update = (): void => {
    const only = form.querySelector<HTMLSelectElement>('[name=only]');
    if (only) only.disabled = new FormData(form).get('version') !== '';
    const fields = new FormData(form);
    const { options, picture } = chosen({ ...card, site }, (name) => fields.get(name));
    for (const [name, code] of Object.entries(allCodes(options, picture))) {
      const element = part.querySelector(`[data-code="${name}"]`);
      if (element) element.textContent = code;
    }
    for (const field of form.querySelectorAll('input')) {
      if (field.validity.valid) field.removeAttribute('aria-invalid');
      else field.setAttribute('aria-invalid', 'true');
    }
    if (!seen) return;
    const widths = String(fields.get('preview') ?? '')
      .split(' ')
      .map(Number);
    showPreviews(preview, { options, address: addressHere(options, here), widths, fits: part.dataset['fits'] ?? '' });
  };

  // The quiet frame is a choice of the form from here on.
  part.querySelector('[data-block="quiet"]')?.remove();
  const [least, middle] = previews;
  const radio = form.querySelector<HTMLInputElement>(`[name=preview][value="${part.clientWidth > middle ? middle : least}"]`);
  if (radio) radio.checked = true;
  form.hidden = false;
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
  setUpCopying(part);
  // Frames are asked for when someone comes to the form, and not by everyone who reads the chart.
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    seen = true;
    update();
  }).observe(form);
}

/** The address of an embed beside the page itself. A folder has no index when the site is read from a disk, so the file is named. */
function addressHere(options: SnippetOptions, here: string): string {
  const address = embedAddress({ ...options, site: here });
  return here.startsWith('http') ? address : address.replace(/\/(?=[?#]|$)/, '/index.html');
}

function setUpCopying(part: HTMLElement): void {
  const status = part.querySelector('[role="status"]');
  const copied = part.dataset['copied'] ?? '';
  for (const button of part.querySelectorAll<HTMLButtonElement>('.embed-copy')) {
    const code = part.querySelector(`[data-code="${button.dataset['copy']}"]`);
    if (!code || !navigator.clipboard) continue;
    const { textContent: label } = button;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent ?? '');
      button.textContent = copied;
      if (status) status.textContent = copied;
      setTimeout(() => {
        button.textContent = label;
        if (status) status.textContent = '';
      }, 2000);
    });
  }
}
