/** The script inside an embed: its look, and its height for the page around it. Inlined into the page's head. */
import { isFramesGreeting, isOpenResizer, openResizerHeight, pymHeight, pymId, resizerHeight, resizerId } from './dialects.ts';
import { heightMessage, isOurs, isTheme, own, type Theme } from './protocol.ts';
import { readLook } from './tokens.ts';

const root = document.documentElement;
const { chart = '' } = root.dataset;
let fixed: Theme | null = null;

function setTheme(theme: Theme): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

/** Theme of the address, look of its hash. Runs before anything is painted, and again when the hash changes. */
function dress(): void {
  const { properties, theme, transparent, ignored } = readLook(location.hash);
  const asked = new URLSearchParams(location.search).get('theme');
  root.removeAttribute('style');
  for (const [name, value] of properties) root.style.setProperty(name, value);
  root.toggleAttribute('data-transparent', transparent);
  // A given background decides: the colours of the other theme would not be legible on it.
  fixed = theme;
  setTheme(theme ?? (isTheme(asked) ? asked : 'auto'));
  const notes = asked === null || isTheme(asked) ? ignored : [`theme=${asked.slice(0, 40)}`, ...ignored];
  if (notes.length > 0) console.info(`No Empty Cells: this embed ignores ${notes.join('; ')}`);
}

/** Tells the height whenever it changes, in every dialect that the page has shown to speak. */
function announce(): void {
  const pym = pymId(location.search);
  let resizer: string | null = null;
  let open = false;
  let last = 0;
  let queued = false;
  const post = (message: unknown): void => parent.postMessage(message, '*');
  const size = (): [number, number] => {
    const { width, height } = root.getBoundingClientRect();
    return [Math.ceil(width), Math.ceil(height)];
  };
  const tell = (): void => {
    const [width, height] = size();
    last = height;
    post(heightMessage(chart, height));
    if (pym !== null) post(pymHeight(pym, height));
    if (resizer !== null) post(resizerHeight(resizer, width, height, 'resizeObserver'));
    if (open) post(openResizerHeight(width, height));
  };
  // However often the page asks, one answer goes out a moment later.
  const answer = (): void => {
    if (queued) return;
    queued = true;
    setTimeout(() => {
      queued = false;
      tell();
    }, 50);
  };
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== parent || origin === 'null') return;
    const id = resizerId(data);
    if (id !== null) {
      if (id === resizer) return answer();
      resizer = id;
      const [width, height] = size();
      post(resizerHeight(id, width, height, 'init'));
    } else if (isOpenResizer(data)) {
      open = true;
      answer();
    } else if (isFramesGreeting(data)) answer();
    else if (isOurs(data)) {
      const theme = own(data, 'theme');
      if (isTheme(theme) && fixed === null) setTheme(theme);
      if (own(data, 'ask') === 'height') answer();
    }
  });
  // Browsers put off the observers of frames that are out of sight; the page should not jump when they come into it.
  tell();
  new ResizeObserver(() => {
    if (size()[1] !== last) tell();
  }).observe(root);
}

dress();
addEventListener('hashchange', dress);
if (parent !== window) addEventListener('DOMContentLoaded', announce);
