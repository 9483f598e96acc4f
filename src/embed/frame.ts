/** The script inside an embed: its look, and its height for the page around it. Inlined into the page's head. */
import {
  isFramesGreeting,
  isOpenResizer,
  isPymAsking,
  isResizerAsking,
  openResizerHeight,
  pymHeight,
  pymId,
  resizerHeight,
  resizerId,
  wordPressHeight,
  wordPressSecret,
} from './dialects.ts';
import { heightMessage, isOurs, isTheme, LEAST_SEEN, MARK, own, type Theme } from './protocol.ts';
import { linkColour, readLook } from './tokens.ts';

const root = document.documentElement;
const { chart = '' } = root.dataset;
/** The theme that a message of the host asked for. */
let told: Theme | null = null;
let dressed = false;
/** Whether the address has opened the table. What a reader opens is left alone. */
let opened = false;
let noted = '';

/**
 * Theme of the address or of the host, look of the hash. Runs before anything is painted, and again when one of them changes.
 * The look is a rule of the page's own sheet, so that what a reader needs (print, forced colours, more contrast) comes before it there.
 */
function dress(): void {
  const [sheet] = document.styleSheets;
  if (!sheet) return;
  if (dressed) sheet.deleteRule(sheet.cssRules.length - 1);
  const { properties, theme, transparent, accent, ignored, switches } = readLook(
    wordPressSecret(location.hash) === null ? location.hash : '',
  );
  const asked = new URLSearchParams(location.search).get('theme');
  root.toggleAttribute('data-silent', new URLSearchParams(location.search).get('updates') === 'off');
  // A given background decides: the colours of the other theme would not be legible on it. Most pages behind a transparent embed are light.
  const worn = theme ?? told ?? (isTheme(asked) ? asked : transparent ? 'light' : 'auto');
  if (worn === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = worn;
  root.toggleAttribute('data-transparent', transparent);
  root.toggleAttribute('data-corner', properties.has('--corner'));
  for (const name of ['head', 'notes'] as const) root.toggleAttribute(`data-no-${name}`, switches.has(name));
  // While the page is still read there is no table yet.
  if (switches.has('table') || opened) {
    opened = switches.has('table');
    document.querySelector('.rows')?.toggleAttribute('open', opened);
  }
  const notes = [...(asked === null || isTheme(asked) ? [] : [`theme=${asked.slice(0, 40)}`]), ...ignored];
  const rules = [...properties].map(([name, value]) => `${name}:${value}`);
  if (accent !== null) {
    const paper = properties.get('--paper') ?? getComputedStyle(root).getPropertyValue('--paper').trim();
    const link = linkColour(accent, paper);
    if (link === null) notes.push('accent for links: too little contrast with the background');
    else rules.push(`--link:${link};--focus:${link}`);
  }
  sheet.insertRule(`:root:root{${rules.join(';')}}`, sheet.cssRules.length);
  dressed = true;
  const note = notes.join('; ');
  if (note !== '' && note !== noted) console.info(`${MARK}: this embed ignores ${note}`);
  noted = note;
}

/** Tells the height whenever it changes, in every dialect that the page has shown to speak. */
function announce(): void {
  const pym = pymId(location.search);
  const secret = wordPressSecret(location.hash);
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
    // In a tab or a fold that is closed the frame has no size, in one that opens a sliver of it. It will have one when it is shown.
    if (width < LEAST_SEEN || height === 0) return;
    last = height;
    post(heightMessage(chart, height));
    if (pym !== null) post(pymHeight(pym, height));
    if (secret !== null) post(wordPressHeight(secret, height));
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
    } else if (isFramesGreeting(data) || isResizerAsking(data) || isPymAsking(data, pym)) answer();
    else if (isOurs(data)) {
      const theme = own(data, 'theme');
      if (isTheme(theme) && theme !== told) {
        told = theme;
        dress();
      }
      if (own(data, 'ask') === 'height') answer();
    }
  });
  const look = (): void => {
    if (size()[1] !== last) tell();
  };
  // Browsers put off the observers of frames that are out of sight or hidden; the page should not jump when they come into it. A page that
  // shows a frame only once it has told its height may not have laid it out yet, so it is looked at again without an observer.
  tell();
  addEventListener('load', look);
  for (const pause of [100, 1000, 4000]) setTimeout(look, pause);
  new ResizeObserver(look).observe(root);
}

dress();
for (const event of ['hashchange', 'DOMContentLoaded']) addEventListener(event, dress);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', dress);
if (parent !== window) addEventListener('DOMContentLoaded', announce);
