/** What a text that people type may hold, wherever it stands: in a cell, in a chapter, in a file of words. */

/**
 * Control and format characters, line and paragraph separators, and all that is drawn as nothing: what the eye can't see, a program
 * may trip over, and a reader may be deceived by.
 */
export const hiddenCharacters = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** The same in a text of several lines. */
const hiddenInLines = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Blanks other than the plain one, and code points that mean nothing to others: private use, half a pair, none assigned. Two cells
 * that look alike must be alike, or a key splits in two.
 */
export const oddCharacters = /(?! )\p{Zs}|[\p{Co}\p{Cs}\p{Cn}]/u;

/** A text as one line, with its hidden characters spelled out. */
export function oneLine(text: string): string {
  const visible = (character: string): string => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  return text.replace(new RegExp(hiddenCharacters, 'gu'), visible);
}

/** The hidden characters of a text of several lines, by their offsets. Line ends are none, as CR LF neither. */
export function hiddenIn(text: string): { readonly offset: number; readonly found: string }[] {
  return [...text.matchAll(hiddenInLines)].flatMap(({ index, 0: found }) =>
    found === '\r' && text[index + 1] === '\n' ? [] : [{ offset: index, found }],
  );
}

/** What is wrong with an address on another site, as the end of "expected …"; `null` where nothing is. */
export function webFault(text: string): string | null {
  const expected = 'an address that begins with http:// or https://';
  if (!/^https?:\/\/[^\s\\]+$/.test(text) || hiddenCharacters.test(text) || !URL.canParse(text)) return expected;
  const { username, password, hostname } = new URL(text);
  if (username !== '' || password !== '') return 'an address without a user’s name and password';
  return isPublic(hostname) ? null : 'an address that others can open too';
}

/** What is wrong with the target of a link in prose: another site, a place of our own, or a place of the same page. */
export function linkFault(target: string): string | null {
  if (/^#[\p{L}\p{N}_.-]+$/u.test(target) || isOwnPath(target)) return null;
  return /^https?:/i.test(target) ? webFault(target) : 'a link to http:// or https://, to a path of the site, or to a # of the page';
}

/** What is wrong with the address of an image in prose: pictures of others would tell them who reads. */
export function imageFault(target: string): string | null {
  return isOwnPath(target) ? null : 'an image of our own, by its path from the root of the site';
}

/** A path from the root of the site, and not, as a browser would read two slashes, of another host. */
function isOwnPath(target: string): boolean {
  if (!/^\/(?![/\\])[^\s\\]*$/.test(target) || hiddenCharacters.test(target)) return false;
  const { origin, pathname } = new URL(target, 'https://own.invalid/');
  return origin === 'https://own.invalid' && !pathname.startsWith('//');
}

/** A name of the internet; not this machine, a number in a network of one's own, or a name that only such a network knows. */
function isPublic(hostname: string): boolean {
  if (hostname.startsWith('[')) return /^\[[23]/.test(hostname);
  if (/^\d+(?:\.\d+){3}$/.test(hostname)) return !/^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(hostname);
  return hostname.replace(/\.$/, '').includes('.') && !/\.(?:localhost|local|internal|lan|home|invalid|test)\.?$/.test(hostname);
}
