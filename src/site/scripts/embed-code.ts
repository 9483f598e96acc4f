/** The choices over the lines to paste: theme, pinned version, a preview, buttons to copy. */
import { heightIn } from '../../embed/protocol.ts';

for (const part of document.querySelectorAll<HTMLElement>('.embed-code')) setUp(part);

function setUp(part: HTMLElement): void {
  const form = part.querySelector<HTMLFormElement>('.embed-choices');
  const base = part.querySelector<HTMLAnchorElement>('.embed-base');
  const preview = part.querySelector<HTMLElement>('.embed-preview');
  if (!form || !base || !preview) return;
  const codes = [...part.querySelectorAll<HTMLElement>('[data-code]')].map((element) => ({ element, written: element.textContent ?? '' }));
  // Where the site is read at another address than it was built for, the lines are for that one.
  const here = base.href.replace(/embed\/.*$/, '');
  const chart = base.href.slice(here.length).split('/')[1] ?? '';
  const served = here.startsWith('http');

  const choose = (): void => {
    const chosen = new FormData(form);
    const version = String(chosen.get('version'));
    const theme = String(chosen.get('theme'));
    for (const { element, written } of codes) {
      let code = served ? written.replaceAll(part.dataset['site'] ?? '', here) : written;
      if (version !== '')
        code = code
          .replace(`embed/${chart}/`, `embed/${chart}/${version}/`)
          .replace(`chart="${chart}"`, `chart="${chart}" version="${version}"`);
      if (theme !== 'auto')
        code = code
          .replace(/(src="[^"]*embed\/[^"]*\/)"/, `$1?theme=${theme}"`)
          .replace(`chart="${chart}"`, `chart="${chart}" theme="${theme}"`);
      element.textContent = code;
    }
    show(
      preview,
      base.href.replace(/(index\.html)?$/, `${version === '' ? '' : `${version}/`}$1${theme === 'auto' ? '' : `?theme=${theme}`}`),
      Number(chosen.get('width')),
    );
  };
  form.hidden = false;
  form.addEventListener('change', choose);
  form.addEventListener('submit', (event) => event.preventDefault());
  choose();
  for (const button of part.querySelectorAll<HTMLButtonElement>('.embed-copy')) {
    const code = part
      .querySelector(`#${button.getAttribute('aria-describedby')}`)
      ?.closest('dt')
      ?.nextElementSibling?.querySelector('code');
    if (!code || !navigator.clipboard) continue;
    const { textContent: label } = button;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent ?? '');
      button.textContent = part.dataset['copied'] ?? '';
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }
}

/** Shows the embed itself at a width, made to fit as on a host's page. */
function show(preview: HTMLElement, src: string, width: number): void {
  preview.hidden = width === 0;
  if (width === 0) {
    preview.replaceChildren();
    return;
  }
  let frame = preview.querySelector('iframe');
  if (!frame) {
    frame = document.createElement('iframe');
    frame.title = preview.dataset['title'] ?? '';
    frame.height = '500';
    const fitted = frame;
    addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      const height = heightIn(data);
      if (height !== null && source !== null && source === fitted.contentWindow) fitted.height = String(height);
    });
    preview.replaceChildren(frame);
  }
  frame.width = String(width);
  if (frame.src !== src) frame.src = src;
}
