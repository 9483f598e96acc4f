/** The embed itself at the widths of a phone and of columns, made to fit as on a host's page. */
import { startingHeightCss } from '../../embed/height.ts';
import { heightIn } from '../../embed/protocol.ts';
import type { SnippetOptions } from '../../embed/snippets.ts';

export interface Preview {
  readonly options: SnippetOptions;
  readonly address: string;
  readonly widths: readonly number[];
  /** With `{width}`, `{start}` and `{fit}`, in pixels. */
  readonly fits: string;
}

/** Shows one frame a width in `place`. Frames that stay are kept, and load again only when the address changed. */
export function showPreviews(place: HTMLElement, { options, address, widths, fits }: Preview): void {
  place.hidden = false;
  place.replaceChildren(...widths.map((width) => place.querySelector(`[data-width="${width}"]`) ?? makeBox(width)));
  for (const box of place.querySelectorAll<HTMLElement>('[data-width]')) {
    const frame = box.querySelector('iframe');
    const caption = box.querySelector('figcaption');
    if (!frame || !caption) continue;
    const width = Math.min(Number(box.dataset['width']), options.most ?? Number.POSITIVE_INFINITY);
    frame.parentElement?.style.setProperty('inline-size', `${width}px`);
    frame.title = options.title;
    if (frame.src === address) continue;
    // As it begins where no script fits it.
    frame.style.setProperty('height', startingHeightCss(options.measured, options.look));
    const start = frame.clientHeight;
    caption.textContent = fits.replace('{width}', String(width)).replace('{start}', String(start)).replace('{fit}', '…');
    box.dataset['start'] = String(start);
    box.dataset['fits'] = fits;
    frame.src = address;
  }
}

function makeBox(width: number): HTMLElement {
  const box = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const frame = document.createElement('iframe');
  const room = document.createElement('div');
  box.dataset['width'] = String(width);
  frame.referrerPolicy = 'no-referrer';
  room.append(frame);
  box.append(caption, room);
  return box;
}

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  const height = heightIn(data);
  if (height === null || source === null) return;
  for (const box of document.querySelectorAll<HTMLElement>('.embed-preview [data-width]')) {
    const frame = box.querySelector('iframe');
    const caption = box.querySelector('figcaption');
    if (frame?.contentWindow !== source || !caption) continue;
    frame.style.setProperty('height', `${height}px`);
    caption.textContent = (box.dataset['fits'] ?? '')
      .replace('{width}', String(frame.clientWidth))
      .replace('{start}', box.dataset['start'] ?? '')
      .replace('{fit}', String(height));
  }
});
