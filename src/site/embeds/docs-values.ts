/** What `content/<language>/docs/embed.md` tells: values, lines and messages, taken from the code that uses them, so that none goes stale. */
import { SLUG } from '../../data/name.ts';
import { embedPath } from '../../embed/addresses.ts';
import { chosen, sizes } from '../../embed/choices.ts';
import { openResizerHeight, pymHeight, resizerHeight, wordPressHeight } from '../../embed/dialects.ts';
import { ARTICLE_WIDTH, LEAST_WIDTH, startingHeight } from '../../embed/height.ts';
import {
  type HostMessage,
  heightMessage,
  INTRINSIC,
  LEAST_HEIGHT,
  LEAST_SEEN,
  MARK,
  MOST_HEIGHT,
  themes,
  VERSION,
} from '../../embed/protocol.ts';
import { allCodes, elementCode, escapeHtml, frameCode, pictureCode, SANDBOX } from '../../embed/snippets.ts';
import { densities, fonts, LEAST_CONTRAST, MOST_CORNER, type Tokens } from '../../embed/tokens.ts';
import type { Edition } from '../edition.ts';
import { languages, pathIn } from '../languages.ts';
import { dataLicence } from '../shell/structured-data.ts';
import { embedCard, openingPictureOf } from './card.ts';
import {
  ampCode,
  emailCode,
  listenerCode,
  mjmlCode,
  ownCopyCode,
  reactCode,
  reactTypes,
  themeCode,
  vueCode,
  wordPressCode,
} from './recipes.ts';
import { seenValues } from './seen.ts';

/** Where the page shows the chart itself. */
export const EXAMPLE = 'example-of-the-chart';

/** The look of the example: every token once. Its colours have to pass the checks of `tokens.ts`, which a test holds. */
export const LOOK: Required<Tokens> = {
  background: 'fffaf0',
  text: '222222',
  accent: '0b5d66',
  font: 'serif',
  corner: '6',
  density: 'roomy',
  head: 'off',
  table: 'open',
  notes: 'off',
};

/** Addresses of one part of a chart, and all parts that there are. */
function partValues(chart: string, only: string, edition: Edition, under: (path: string) => string): [string, string][] {
  return [
    ['part-address', under(embedPath({ chart, version: null, quiet: false, only }))],
    ['part-quiet-address', under(embedPath({ chart, version: null, quiet: true, only }))],
    ['parts', partsList(edition)],
  ];
}

/**
 * The values by their names in braces. `chart` is the one of the examples, `version` a release that holds it, `site` the
 * site's address with a slash at the end. Throws RangeError when the edition has no such chart.
 */
export function embedDocsValues(edition: Edition, chart: string, version: string, site: string): ReadonlyMap<string, string> {
  const card = embedCard(edition, chart, site);
  const choose = (fields: Readonly<Record<string, string>>) => chosen(card, (name) => fields[name]);
  const { options: open, picture } = choose({});
  const codes = allCodes(open, picture);
  // A story without an opening has no picture of it, and its text no place that asks for one.
  const opening = openingPictureOf(edition) ?? picture;
  const under = (path: string): string => site + path.replace(/^\//, '');
  // Where no chart has parts, the text has no place that asks for one.
  const parted = chartsWithParts(edition)[0];
  const height = startingHeight(open.measured);
  const { origin } = new URL(site);
  const host = (message: Omit<HostMessage, typeof MARK>): string => json({ [MARK]: VERSION, ...message });
  return new Map([
    ['chart', chart],
    ['opening-picture', `<a href="${escapeHtml(under(pathIn(edition.locale.tag, '/')))}">${pictureCode(open, 'png', opening)}</a>`],
    ['opening-address', under(opening.file)],
    ['version', version],
    ['licence', `[CC BY 4.0](${dataLicence})`],
    ['example', EXAMPLE],
    ['article-width', String(ARTICLE_WIDTH)],
    ['least-width', String(LEAST_WIDTH)],
    ['least-contrast', String(LEAST_CONTRAST)],
    ['least-height', String(LEAST_HEIGHT)],
    ['most-height', String(MOST_HEIGHT)],
    ['most-corner', String(MOST_CORNER)],
    ['themes', listed(themes)],
    ['fonts', listed(Object.keys(fonts))],
    ['densities', listed(Object.keys(densities))],
    ['frame', codes.frame],
    ['frame-dark', frameCode(choose({ theme: 'dark' }).options)],
    ['frame-look', frameCode({ ...open, look: LOOK })],
    ['frame-quiet', frameCode(choose({ quiet: 'quiet' }).options)],
    ['sizes', sizes.join(' or ')],
    ['loader', codes.loader],
    ['element', elementCode(choose({ version }).options, picture)],
    ['svg', codes.svg],
    ['png', codes.png],
    ['markdown', codes.markdown],
    ['alt', codes.alt],
    ['citation', codes.citation],
    ['embed-address', under(embedPath(open.choice))],
    ['pinned-address', under(embedPath({ chart, version, quiet: false }))],
    ['quiet-pinned-address', under(embedPath({ chart, version, quiet: true }))],
    ['address-pattern', under(embedPath({ chart: '<chart>', version: '<version>', quiet: true }))],
    ['languages', listed(languages.map(({ tag }) => tag))],
    ['language-pattern', under(embedPath({ chart, version: null, quiet: false, language: '<language>' }))],
    ...(parted ? partValues(parted[0], parted[1].ids?.[0] ?? '', edition, under) : []),
    ['versions-address', under(`charts/${chart}/versions.json`)],
    ['oembed-address', under(`charts/${chart}.oembed.json`)],
    ['feed-address', under('feed.xml')],
    ['csp', `frame-src ${origin}; script-src ${under('embed.js')}`],
    ['amp', ampCode(open, height)],
    ['wordpress', wordPressCode(site)],
    ['element-name', SLUG],
    ['wordpress-plugin', under(`wordpress/${SLUG}.zip`)],
    ['bundle-command', `npm run embed:bundle -- ${chart} --version ${version}`],
    ['sandbox', SANDBOX],
    ['mark', MARK],
    ['protocol-version', String(VERSION)],
    ['height-message', json(heightMessage(chart, height))],
    ['ask-message', host({ ask: 'height' })],
    ['theme-message', host({ theme: 'dark' })],
    ['theme-code', themeCode(site)],
    ['listener-code', listenerCode(origin)],
    ['pym-message', pymHeight('slot', height)],
    ['resizer-message', resizerHeight('iFrameResizer0', ARTICLE_WIDTH, height, 'resizeObserver')],
    ['wordpress-message', json(wordPressHeight('AbCdEfGhIj', height))],
    ['intrinsic-width', INTRINSIC.replace('px', '')],
    ['least-seen', String(LEAST_SEEN)],
    ['react', reactCode(open, site)],
    ['react-types', reactTypes()],
    ['vue', vueCode(open, site)],
    ['email', emailCode(site, chart, picture)],
    ['mjml', mjmlCode(site, chart, picture)],
    ['own-copy', ownCopyCode(site)],
    ...seenValues(edition),
    ['open-resizer-message', json(openResizerHeight(ARTICLE_WIDTH, height))],
  ]);
}

/** Charts some of which can be shown alone, with their parts. */
function chartsWithParts(edition: Edition) {
  return [...edition.charts.values()].flatMap(({ id, parts }) => (parts?.ids ? [[id, parts] as const] : []));
}

/** A list in markdown: each chart, and what its parts are called in addresses and by readers. */
function partsList(edition: Edition): string {
  const lines = chartsWithParts(edition).map(
    ([id, { ids = [], names }]) => `- \`${id}\`: ${ids.map((part, nth) => `\`${part}\` (${names[nth]})`).join(', ')}`,
  );
  return lines.join('\n');
}

/** On one line, with blanks. */
const json = (value: object): string => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');

/** `a`, `b`, `c`, each as code. */
const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
