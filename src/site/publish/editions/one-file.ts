/** The story as one HTML file with everything inside. It asks for nothing, runs nothing, and says what it is. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { EditionFault } from './fault.ts';
import { need, removeAll, textOf } from './story-tree.ts';

export interface FileHead {
  readonly title: string;
  readonly description: string;
  /** Path of the icon from the root of the site. */
  readonly icon: string;
}

/** The file. `folder` is that of the page under `directory`, the finished site, from which its style sheets name typefaces. */
export function oneFile(tree: Root, directory: string, folder: string, head: FileHead): string {
  const styles = selectAll('style', tree).map((style) => inlineFonts(textOfStyle(style), join(directory, folder)));
  const html = need(tree, 'html');
  const body = need(tree, 'body');
  removeAll(body, 'style, link, meta');
  const css = `${styles.join('\n')}\n`;
  const icon = `data:image/svg+xml;base64,${readFileSync(join(directory, head.icon)).toString('base64')}`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const meta = (properties: Element['properties']): Element => ({ type: 'element', tagName: 'meta', properties, children: [] });
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      {
        type: 'element',
        tagName: 'html',
        properties: { lang: String(html.properties['lang']) },
        children: [
          {
            type: 'element',
            tagName: 'head',
            properties: {},
            children: [
              meta({ charSet: 'utf-8' }),
              meta({ httpEquiv: ['Content-Security-Policy'], content: policy }),
              { type: 'element', tagName: 'title', properties: {}, children: [{ type: 'text', value: head.title }] },
              meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
              meta({ name: 'description', content: head.description }),
              meta({ name: 'referrer', content: 'no-referrer' }),
              meta({ name: 'robots', content: 'noindex' }),
              meta({ name: 'color-scheme', content: 'light dark' }),
              { type: 'element', tagName: 'link', properties: { rel: ['icon'], href: icon }, children: [] },
              { type: 'element', tagName: 'style', properties: {}, children: [{ type: 'text', value: css }] },
            ],
          },
          body,
        ],
      },
    ],
  };
  const left = select('[src], [srcset], link[rel="stylesheet"]', body);
  if (left) throw new EditionFault(`<${left.tagName}> asks for a file (${textOf(left).slice(0, 40)})`);
  return `${toHtml(page, { allowDangerousHtml: true })}\n`;
}

const textOfStyle = ({ children }: Element): string => children.map((child) => (child.type === 'text' ? child.value : '')).join('');

/** Typefaces inside the sheet. Any other file that it names would be asked for, which a file must not do. */
function inlineFonts(css: string, folder: string): string {
  return css.replace(/url\((['"]?)([^)'"]+)\1\)/g, (_, _quote: string, link: string) => {
    if (link.startsWith('data:') || link.startsWith('#')) return `url(${JSON.stringify(link)})`;
    if (!link.endsWith('.woff2')) throw new EditionFault(`its styles ask for ${link}`);
    return `url(data:font/woff2;base64,${readFileSync(join(folder, link)).toString('base64')})`;
  });
}
