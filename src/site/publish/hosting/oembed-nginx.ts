/**
 * The oEmbed endpoint without a function: maps of nginx that lead `/oembed?url=&maxwidth=&format=` to the answers that the site has as
 * files. A map can't reckon, so that `maxheight` is not heeded and the height is that of the full width.
 */
import { cardSize } from '../../../charts/image/card.ts';
import { ARTICLE_WIDTH } from '../../../embed/height.ts';
import { escaped, type Place } from './place.ts';

/** Names in the address of an embed: language, chart, version, quiet, and a part behind its word. */
const MOST_NAMES = 6;

/** A slash as it stands in a query, encoded or not. */
const SLASH = '(?:/|%2[Ff])';
/** What may follow an address, and is not asked for: the name of the file, a query, a hash. */
const END = `${SLASH}?(?:index\\.html)?(?:(?:[?#]|%3[Ff]|%23).*)?$`;
/** Begins with a letter or a digit, so that no name leads out of its folder. */
const NAME = '([A-Za-z0-9][A-Za-z0-9.-]*)';

/** A file for the block `http` and one for the block `server`, by their paths in `hosting/oembed/`. */
export function oembedNginx({ base, host }: Pick<Place, 'base' | 'host'>): Map<string, string> {
  const start = `^https?(?::|%3[Aa])${SLASH}${SLASH}${[host, ...base.split('/').slice(1)].map(escaped).join(SLASH)}`;
  const line = (names: readonly string[], file: string): string => `    "~${start}${names.join(SLASH)}${END}" ${base}${file};`;
  const embeds = Array.from({ length: MOST_NAMES }, (_, more) => {
    const groups = Array.from({ length: more + 1 }, (_, nth) => `$${nth + 1}`);
    return line(['embed', ...groups.map(() => NAME)], `embed/${groups.join('/')}/oembed.json`);
  });
  const maps = `# oEmbed for nginx, 1 of 2. Include this file in the http block, beside the sample of the site.

# The file with the answer for an address.
map $arg_url $nec_oembed_file {
    default "";
${line(['charts', '([a-z0-9-]+)'], 'charts/$1.oembed.json')}
${line(['([A-Za-z-]+)', 'charts', '([a-z0-9-]+)'], '$1/charts/$2.oembed.json')}
${embeds.join('\n')}
}

map $arg_format $nec_oembed_format {
    default "";
    "" json;
    json json;
}

# The width of the answer; empty where the limit is none.
map $arg_maxwidth $nec_oembed_width {
    default "";
    "" ${ARTICLE_WIDTH};
    "~^(?:${under(ARTICLE_WIDTH)})$" $arg_maxwidth;
    "~^[1-9][0-9]{0,5}$" ${ARTICLE_WIDTH};
}
map $arg_maxwidth $nec_oembed_bound {
    default ";max-width:\${arg_maxwidth}px";
    "" "";
}

# A picture that is wider than the limit is no thumbnail.
map $arg_maxwidth $nec_oembed_card {
    default thumbnail;
    "~^(?:${under(cardSize.width)})$" card;
}
`;
  const refuse = (status: number, error: string): string => `return ${status} '{"error":"${error}"}';`;
  const headers = `types {}
    default_type application/json;
    add_header Access-Control-Allow-Origin "*" always;
    add_header Cache-Control "public, max-age=3600" always;
    add_header X-Content-Type-Options "nosniff" always;`;
  const location = `# oEmbed for nginx, 2 of 2. Include this file in the server block of the site, after its "root". Needs the module ngx_http_sub_module,
# which the packages of nginx have. What a map can't do: maxheight is not heeded, and "height" is that of the full width. The frame
# itself has the right height for each width, by its style.

location = /oembed {
    ${headers}
    if ($arg_url = "") {
        ${refuse(400, 'Expected the address of a chart in the parameter url.')}
    }
    if ($nec_oembed_format = "") {
        ${refuse(501, 'Expected json as format.')}
    }
    if ($nec_oembed_width = "") {
        ${refuse(400, 'Expected a whole number of pixels over 0 in maxwidth.')}
    }
    sub_filter_once off;
    sub_filter_types application/json;
    sub_filter '"width":${ARTICLE_WIDTH},' '"width":$nec_oembed_width,';
    sub_filter ';width:100%\\\\"><iframe' ';width:100%$nec_oembed_bound\\\\"><iframe';
    sub_filter '"thumbnail_' '"\${nec_oembed_card}_';
    try_files $nec_oembed_file @nec_no_oembed;
}
location @nec_no_oembed {
    ${headers}
    ${refuse(404, 'Expected the address of a chart or an embed of this site.')}
}
`;
  return new Map([
    ['nginx/http.conf', maps],
    ['nginx/server.conf', location],
  ]);
}

/** A regular expression for the whole numbers from 1 to one less than `limit`. */
export function under(limit: number): string {
  const digits = [...String(limit)].map(Number);
  const shorter = digits.slice(1).map((_, length) => `[1-9][0-9]{${length}}`);
  const same = digits.flatMap((digit, at) => {
    const least = at === 0 ? 1 : 0;
    if (digit <= least) return [];
    return [`${digits.slice(0, at).join('')}[${least}-${digit - 1}][0-9]{${digits.length - at - 1}}`];
  });
  return [...shorter, ...same].join('|');
}
