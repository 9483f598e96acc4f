/**
 * `/embed.js`, the script that a host may include, once or more often, as a classic script or a module: it fits our
 * frames to their heights and knows the element `<no-empty-cells chart="…">`. It listens only to frames of its own address.
 */
import { defineElement } from './element.ts';
import { heightIn, MARK, VERSION } from './protocol.ts';

// A classic script is told its address; a module finds it in its own stack.
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : new Error().stack;
const [address = null] = /\bhttps?:[^\s@]*?\/embed\.js/.exec(script ?? '') ?? [];

/** Our frames below a node, in open shadow roots too: newsrooms' own elements have them. */
function framesIn(root: ParentNode, embeds: string): HTMLIFrameElement[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    if (element instanceof HTMLIFrameElement) return element.src.startsWith(embeds) ? [element] : [];
    return element.shadowRoot ? framesIn(element.shadowRoot, embeds) : [];
  });
}

function setHeight(frame: HTMLIFrameElement, height: number): void {
  // Sheets of a host may bound the height, or count borders and padding into it. A frame whose scheme is not that of its page is
  // painted opaque; embeds that let the page show through have this one.
  const scheme = /[#&](?:background=transparent|corner=)/.test(frame.src) ? 'color-scheme:light!important;' : '';
  frame.style.cssText += `;${scheme}max-height:none!important;min-height:0!important;box-sizing:content-box!important;padding:0!important;height:${height}px!important`;
}

function listen(base: URL, embeds: string): void {
  // To look through a whole page for each message would be felt while a window is dragged.
  let known: HTMLIFrameElement[] = [];
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const height = heightIn(data);
    // An address over HTTP has an origin, so a frame without one, which says "null", is none of ours.
    if (origin !== base.origin || source === null || height === null) return;
    const find = () => known.find((frame) => frame.contentWindow === source && frame.src.startsWith(embeds));
    if (!find()) known = framesIn(document, embeds);
    const frame = find();
    if (frame) setHeight(frame, height);
  });
}

if (address !== null) {
  const base = new URL('.', address);
  const embeds = `${base.href}embed/`;
  // One listener an address: a page may carry charts of two mirrors, and the script once for each chart.
  const mark = Symbol.for(embeds);
  const page: Record<symbol, unknown> = Object(window);
  if (!page[mark]) {
    page[mark] = true;
    listen(base, embeds);
  }
  defineElement(embeds);
  const ask = (): void => {
    for (const frame of framesIn(document, embeds)) frame.contentWindow?.postMessage({ [MARK]: VERSION, ask: 'height' }, '*');
  };
  // Frames that stand in the page already have told their heights to nobody, and out of sight they notice no new width until they are asked.
  ask();
  for (const event of ['DOMContentLoaded', 'resize']) addEventListener(event, ask);
}
