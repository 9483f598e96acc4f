/** Heights in the words of the libraries that newsrooms' pages already run, beside the object of `protocol.ts`. */
import { own } from './protocol.ts';

/** Ids as those libraries make them. Anything else is not answered: it would come back to the host inside our message. */
const ID = /^[\w.:-]{1,100}$/;

/** pym.js names the frame in its address (`?childId=…`). Returns that id, or `null`. */
export function pymId(search: string): string | null {
  const id = new URLSearchParams(search).get('childId');
  return id !== null && ID.test(id) ? id : null;
}

/** pym.js tells its frames their width when the window changes. */
export const isPymAsking = (data: unknown, id: string | null): boolean =>
  id !== null && typeof data === 'string' && data.startsWith(`pymxPYMx${id}xPYMxwidthxPYMx`);

export const pymHeight = (id: string, height: number): string => `pymxPYMx${id}xPYMxheightxPYMx${height}`;

/**
 * iframe-resizer up to 4 opens with `[iFrameSizer]<id>:<margin>:<true or false>:…`. Returns that id, or `null`. The id may have
 * letters of any language and blanks, but not the delimiter. Its other words to a frame (`message:…`, `pageInfo:…`) are told apart by their form.
 */
export function resizerId(data: unknown): string | null {
  const [, id] = typeof data === 'string' ? (/^\[iFrameSizer\]([\p{L}\p{N}_. -]{1,100}):\d+:(?:true|false)\b/u.exec(data) ?? []) : [];
  return id ?? null;
}

/** When its window changes or its tab is seen again, iframe-resizer asks once more. */
export const isResizerAsking = (data: unknown): boolean => data === '[iFrameSizer]resize';

export const resizerHeight = (id: string, width: number, height: number, trigger: 'init' | 'resizeObserver'): string =>
  `[iFrameSizer]${id}:${height}:${width}:${trigger}`;

/** WordPress marks the address of a frame that it does not know with a secret (`#?secret=…`). Returns that, or `null`. */
export function wordPressSecret(hash: string): string | null {
  const [, secret] = /^#\?secret=([A-Za-z0-9]{1,40})$/.exec(hash) ?? [];
  return secret ?? null;
}

/** What its `wp-embed.js` heeds in a sandbox, too: it looks at the window that sent this, and at the secret. It cuts off at 1,000 pixels. */
export const wordPressHeight = (secret: string, height: number) => ({ message: 'height', value: height, secret }) as const;

/** `@open-iframe-resizer/core` greets its frames, and may ask again. */
export function isOpenResizer(data: unknown): boolean {
  const type = own(data, 'type');
  return type === 'iframe-child-init' || type === 'iframe-get-child-dimensions';
}

export const openResizerHeight = (width: number, height: number) => ({ type: 'iframe-resized', width, height }) as const;

/** `@newswire/frames` greets its frames in AMP's form. */
export function isFramesGreeting(data: unknown): boolean {
  return own(data, 'sentinel') === 'amp' && own(data, 'type') === 'frames-init';
}
