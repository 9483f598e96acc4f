/**
 * One oEmbed address for all charts, `/oembed?url=&maxwidth=&maxheight=&format=`, for hosts that run functions. It reads the answers
 * that the site has as files, and fits them to what was asked. See https://oembed.com.
 */

/** Gets a file of the site by its full address. */
export type GetFile = (address: string) => Promise<Response>;

/** What a file says. `heights` are those at narrower widths, for this function alone. */
interface Answer {
  readonly [field: string]: unknown;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly heights?: Readonly<Record<string, number>>;
}

/** Pages of charts, in each language, and embeds. What follows is not asked for, so that no address leads to another file. */
const known = /^((?:[A-Za-z-]+\/)?charts\/[a-z0-9-]+|embed\/[A-Za-z0-9.-]+(?:\/[A-Za-z0-9.-]+){0,5})$/;

/** Answers a request. `site` is the address of the site, with a slash at the end. */
export async function answerOembed(request: string, site: string, get: GetFile): Promise<Response> {
  const asked = new URL(request).searchParams;
  const url = asked.get('url');
  if (url === null || url === '') return refuse(400, 'Expected the address of a chart in the parameter "url".');
  const format = asked.get('format') ?? 'json';
  if (format !== 'json') return refuse(501, `Expected "json" as format; "${plain(format)}" is not had.`);
  const [most, highest] = [limit(asked.get('maxwidth')), limit(asked.get('maxheight'))];
  if (most === undefined) return refuse(400, 'Expected a whole number of pixels over 0 in "maxwidth".');
  if (highest === undefined) return refuse(400, 'Expected a whole number of pixels over 0 in "maxheight".');
  const file = fileOf(url, site);
  if (file === null) return refuse(404, `Expected the address of a chart or an embed under ${site}.`);
  const found = await get(site + file);
  if (!found.ok) return refuse(404, `There is no such chart at ${site}.`);
  return reply(200, fitted((await found.json()) as Answer, most, highest));
}

/** The file with the answer for an address, from the root of the site; `null` where the address is none of ours. */
export function fileOf(url: string, site: string): string | null {
  const [asked, own] = [URL.parse(url), new URL(site)];
  // Pages are found under both schemes, and consumers strip one or the other.
  if (asked === null || !/^https?:$/.test(asked.protocol) || asked.host !== own.host) return null;
  if (!asked.pathname.startsWith(own.pathname)) return null;
  const [, page] = known.exec(asked.pathname.slice(own.pathname.length).replace(/\/(?:index\.html)?$/, '')) ?? [];
  if (page === undefined) return null;
  return page.startsWith('embed/') ? `${page}/oembed.json` : `${page}.oembed.json`;
}

/** The answer within these limits, the picture too; what is too large for them is left out, and the frame scrolls where it is cut. */
function fitted({ heights = {}, ...answer }: Answer, most: number | null, highest: number | null): Record<string, unknown> {
  const width = Math.min(answer.width, most ?? answer.width);
  const narrower = Object.entries(heights).filter(([at]) => Number(at) <= width);
  // Of the widths reckoned the next narrower one, where texts take more lines; under all of them, the first.
  const reckoned = (narrower.at(-1) ?? Object.entries(heights)[0])?.[1] ?? answer.height;
  const needed = width < answer.width ? reckoned : answer.height;
  const height = Math.min(needed, highest ?? needed);
  let { html } = answer;
  if (most !== null) html = html.replace(';width:100%"><iframe', `;width:100%;max-width:${most}px"><iframe`);
  if (highest !== null) html = html.replace('max-height:none', `max-height:${highest}px`);
  html = html.replace(/(<iframe [^>]*? height=")\d+"/, `$1${height}"`);
  const { thumbnail_url, thumbnail_width, thumbnail_height, ...rest } = answer;
  const fits = Number(thumbnail_width) <= (most ?? Infinity) && Number(thumbnail_height) <= (highest ?? Infinity);
  return { ...rest, html, width, height, ...(fits && { thumbnail_url, thumbnail_width, thumbnail_height }) };
}

/** A limit; `null` where none is set, `undefined` where it is no limit. */
function limit(text: string | null): number | null | undefined {
  if (text === null || text === '') return null;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

/** What was asked, short, without signs of markup. */
const plain = (text: string): string => text.slice(0, 20).replaceAll(/[^\w.-]/g, '');

const refuse = (status: number, error: string): Response => reply(status, { error });

function reply(status: number, body: Readonly<Record<string, unknown>>): Response {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=3600', 'X-Content-Type-Options': 'nosniff' };
  return Response.json(body, { status, headers });
}
