/**
 * `/embed.js`, the script that a host may include, once or more often, as a classic script or a module: it fits our
 * frames to their heights and knows the element `<no-empty-cells chart="…">`. It listens only to frames of its own address.
 */
import { defineElement, say } from './element.ts';
import { heightIn, LEAST_SEEN } from './protocol.ts';

/** Our frames below a node, in open shadow roots too: newsrooms' own elements have them. */
function framesIn(root: ParentNode, embeds: string): HTMLIFrameElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element instanceof HTMLIFrameElement) return element.src.startsWith(embeds) ? [element] : [];
    return element.shadowRoot ? framesIn(element.shadowRoot, embeds) : [];
  });
}

function setHeight(frame: HTMLIFrameElement, height: number): void {
  // Sheets of a host may bound the height, or have borders and padding counted into it. A frame whose scheme is not that of its page is
  // painted opaque; embeds that let the page show through have this one.
  const scheme = /=transparent|corner=/.test(frame.src) ? 'color-scheme:light;' : '';
  frame.style.cssText += `${scheme}border:0;max-height:none;min-height:0;padding:0;height:${height}px;`.replaceAll(';', '!important;');
}

const warn = (fits: string): void => console.warn(`embed.js fits ${fits}: set data-site on its tag`);

function listen(embeds: string): true {
  // To look through a whole page for each message would be felt while a window is dragged.
  let known: HTMLIFrameElement[] = [];
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const height = heightIn(data);
    // An address over HTTP has an origin, so a frame without one, which says "null", is none of ours.
    if (!source || !height || !embeds.startsWith(`${origin}/`)) return;
    const find = () => known.find((frame) => frame.contentWindow === source && frame.src.startsWith(embeds));
    if (!find()) known = framesIn(document, embeds);
    const frame = find();
    if (frame && frame.clientWidth >= LEAST_SEEN) setHeight(frame, height);
  });
  // A page may take its time to bring its frames.
  setTimeout(() => {
    const other = document.querySelector<HTMLIFrameElement>('[src*="/embed/"][sandbox$=escape-sandbox]');
    if (other && !framesIn(document, embeds)[0]) warn(`${embeds}, not ${other.src}`);
  }, 3000);
  return true;
}

// A classic script is told its address, or the site in words where it is a copy; a module finds its address in its own stack.
const tag = document.currentScript as HTMLScriptElement | null;
const address = tag?.dataset['site'] ?? /https?:[^\s@]*?\/embed\.js/.exec(String(tag ? tag.src : new Error().stack))?.[0];

if (!address) warn('nothing');
else {
  const embeds = new URL('embed/', address).href;
  // One listener an address: a page may carry charts of two mirrors, and the script once for each chart.
  const page: Record<string, unknown> = Object(window);
  page[embeds] ??= listen(embeds);
  defineElement(embeds);
  const ask = (): void => {
    for (const frame of framesIn(document, embeds)) say(frame, { ask: 'height' });
  };
  // Frames that stand in the page already have told their heights to nobody, and out of sight they notice no new width until they are asked.
  ask();
  for (const event of ['DOMContentLoaded', 'resize']) addEventListener(event, ask);
}
