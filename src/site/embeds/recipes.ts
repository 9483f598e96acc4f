/** Code for other people's systems, as `content/<language>/docs/embed.md` tells it, made of what the code of the site says. */
import { SLUG } from '../../data/name.ts';
import { embedPath } from '../../embed/addresses.ts';
import { ARTICLE_WIDTH, startingHeightCss } from '../../embed/height.ts';
import { LEAST_HEIGHT, MARK, MOST_HEIGHT, themes, VERSION } from '../../embed/protocol.ts';
import { escapeHtml, type Picture, SANDBOX, type SnippetOptions } from '../../embed/snippets.ts';

export function ampCode(options: SnippetOptions, height: number): string {
  const { choice, site, title } = options;
  return `<amp-iframe src="${escapeHtml(site + embedPath(choice).slice(1))}" title="${escapeHtml(title)}"
    width="${ARTICLE_WIDTH}" height="${height}" layout="responsive" resizable frameborder="0"
    sandbox="${SANDBOX}" referrerpolicy="no-referrer">
  <amp-img src="${escapeHtml(site)}charts/${choice.chart}.png" alt="" layout="fill" placeholder></amp-img>
  <div overflow tabindex="0" role="button" aria-label="Show the whole chart">Show the whole chart</div>
</amp-iframe>`;
}

/** The addresses that have an answer of their own, as a regular expression of PHP. */
export const wordPressPattern = (site: string): string =>
  `#^${site.replace(/[.*+?^${}()|[\]\\#]/g, '\\$&')}((?:[A-Za-z-]+/)?charts/[a-z0-9-]+|embed/[A-Za-z0-9./-]+?)/?$#`;

/**
 * WordPress leaves the answer of a provider that it knows as it is, with title, heights and sandbox. It asks one endpoint for all, which
 * a site of files has not, so each address is asked at its own file.
 */
export function wordPressCode(site: string): string {
  const pattern = wordPressPattern(site);
  return `add_action( 'init', function () {
  wp_oembed_add_provider( '${pattern}', '${site}', true );
} );
add_filter( 'oembed_fetch_url', function ( $provider, $url ) {
  if ( ! preg_match( '${pattern}', $url, $found ) ) {
    return $provider;
  }
  return '${site}' . $found[1] . ( 0 === strpos( $found[1], 'embed/' ) ? '/oembed.json' : '.oembed.json' );
}, 10, 2 );
add_filter( 'embed_oembed_html', function ( $html, $url ) {
  if ( preg_match( '${pattern}', $url ) ) {
    wp_enqueue_script( '${SLUG}', '${site}embed.js', array(), null, true );
  }
  return $html;
}, 10, 2 );`;
}

/** The script with the address of its site in words, from another server. */
export const ownCopyCode = (site: string): string => `<script async src="/scripts/embed.js" data-site="${escapeHtml(site)}"></script>`;

/** A client component with what the page keeps for the frame before the script has come. */
export function reactCode({ choice: { chart }, title, measured }: SnippetOptions, site: string): string {
  return `import Script from 'next/script';

export function Chart() {
  const height = '${startingHeightCss(measured)}';
  return (
    <>
      <${SLUG} chart="${chart}" title=${JSON.stringify(title)} height={height} style={{ display: 'block', containerType: 'inline-size' }}>
        <a href="${site}charts/${chart}/" style={{ display: 'block', minHeight: height }}>
          <img src="${site}charts/${chart}.svg" alt=${JSON.stringify(title)} loading="lazy" referrerPolicy="no-referrer" style={{ maxWidth: '100%' }} />
        </a>
      </${SLUG}>
      <Script src="${site}embed.js" />
    </>
  );
}`;
}

export function reactTypes(): string {
  return `import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Chart = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  chart: string;
  version?: string;
  language?: string;
  quiet?: boolean;
  only?: string;
  theme?: ${themes.map((theme) => `'${theme}'`).join(' | ')};
  look?: string;
  height?: string;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${SLUG}': Chart;
    }
  }
}`;
}

export function vueCode({ choice: { chart }, title, measured }: SnippetOptions, site: string): string {
  const height = startingHeightCss(measured);
  return `<${SLUG} chart="${chart}" title="${escapeHtml(title)}" height="${height}" style="display: block; container-type: inline-size">
  <a href="${site}charts/${chart}/" style="display: block; min-height: ${height}">${escapeHtml(title)}</a>
</${SLUG}>`;
}

/** For e-mail: a width in the attribute, for programs that know no other, and no file that they can't show. */
export function emailCode(site: string, chart: string, { alt }: Picture): string {
  return `<a href="${escapeHtml(site)}charts/${chart}/"><img src="${escapeHtml(site)}charts/${chart}@2x.png" alt="${escapeHtml(alt)}" width="600" style="display:block;width:100%;max-width:600px;height:auto;border:0"></a>`;
}

export function mjmlCode(site: string, chart: string, { alt }: Picture): string {
  return `<mj-image src="${escapeHtml(site)}charts/${chart}@2x.png" href="${escapeHtml(site)}charts/${chart}/" alt="${escapeHtml(alt)}" width="600px" padding="0"></mj-image>`;
}

export function themeCode(site: string): string {
  return `for (const frame of document.querySelectorAll('iframe[src^="${site}embed/"]')) {
  frame.contentWindow.postMessage({ '${MARK}': ${VERSION}, theme: 'dark' }, '${new URL(site).origin}');
}`;
}

export function listenerCode(origin: string): string {
  return `addEventListener('message', ({ source, origin, data }) => {
  if (origin !== '${origin}' || data?.['${MARK}'] !== ${VERSION} || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow !== source) continue;
    frame.style.height = Math.min(${MOST_HEIGHT}, Math.max(${LEAST_HEIGHT}, Math.ceil(data.height))) + 'px';
  }
});`;
}
