/**
 * `/embed.js`, the script that a host may include, once or more often, as a classic script or a module: it fits our
 * frames to their heights and knows the element that is named by SLUG. It listens only to frames of its own address.
 */
import { defineElement, say } from './element.ts';
import { heightIn, LEAST_SEEN } from './protocol.ts';

/** Our frames below a node, in open shadow roots too: newsrooms' own elements have them. */
const framesIn = (root: ParentNode, embeds: string): HTMLIFrameElement[] =>
  // Only frames have both a window and an address.
  [...root.querySelectorAll<HTMLIFrameElement>('*')].flatMap((frame) =>
    frame.shadowRoot ? framesIn(frame.shadowRoot, embeds) : frame.contentWindow && frame.src?.startsWith(embeds) ? [frame] : [],
  );

const warn = (fits: string): void => console.warn(`embed.js fits ${fits}: set data-site`);

/** Fits our frames to what they tell from now on. What it returns is true. */
function listen(embeds: string): unknown {
  // To look through a whole page for each message would be felt while a window is dragged.
  let known: HTMLIFrameElement[] = [];
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    const height = heightIn(data);
    // An address over HTTP has an origin, so a frame without one, which says "null", is none of ours.
    if (!height || !embeds.startsWith(origin + '/')) return;
    const find = () => known.find((frame) => frame.contentWindow === source);
    if (!find()) known = framesIn(document, embeds);
    const frame = find();
    // Sheets of a host may bound the height, or have borders and padding counted into it. A frame whose scheme is not that of its page is
    // painted opaque; embeds that let the page show through (no other value of theirs begins with `tr`) have this one.
    if (frame && frame.clientWidth >= LEAST_SEEN)
      frame.style.cssText +=
        `${/=tr|corner=/.test(frame.src) ? 'color-scheme:light;' : ''}border:0;max-height:none;min-height:0;padding:0;height:${height}px;`.replaceAll(
          ';',
          '!important;',
        );
  });
  // A page may take its time to bring its frames.
  return setTimeout(() => {
    const other = document.querySelector<HTMLIFrameElement>('[src*="/embed/"][sandbox]');
    if (other && !framesIn(document, embeds)[0]) warn(`${embeds} not ${other.src}`);
  }, 3000);
}

// A classic script is told its address, or the site in words where it is a copy; a module finds its address in its own stack.
const tag = document.currentScript as HTMLScriptElement | null;
const address = tag?.dataset['site'] ?? /https?:[^\s@]*?\/embed\.js/.exec((tag?.src ?? Error().stack) as string)?.[0];

if (!address) warn('nothing');
else {
  const embeds = new URL('embed/', address).href;
  // One listener an address: a page may carry charts of two mirrors, and the script once for each chart.
  (window as unknown as Record<string, unknown>)[embeds] ??= listen(embeds);
  defineElement(embeds);
  const ask = (): void => {
    for (const frame of framesIn(document, embeds)) say(frame, { ask: 'height' });
  };
  // Frames that stand in the page already have told their heights to nobody, and out of sight they notice no new width until they are asked.
  ask();
  addEventListener('DOMContentLoaded', ask);
  addEventListener('resize', ask);
}
