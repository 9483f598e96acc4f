/** Words in other scripts than a page's own say of which language they are, so that a voice can read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from '../helpers/fixtures.ts';
import { dist } from '../helpers/static-server.ts';

const cyrillic = /\p{Script=Cyrillic}/u;
const inCyrillic = new Set(['be', 'bg', 'mk', 'ru', 'sr', 'uk']);
/** Attributes that are read to people. */
const spoken = new Set(['alt', 'aria-label', 'placeholder', 'title']);

test('no Cyrillic letter stands in a language that is written in Latin ones', () => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => name.endsWith('.html'));
  const faults = new Set<string>();
  let marked = 0;
  for (const page of pages) {
    const judge = (text: string, language: string): void => {
      if (!cyrillic.test(text)) return;
      if (inCyrillic.has(language.slice(0, 2))) marked++;
      else faults.add(`${page}, in ${language}: ${text.trim().slice(0, 80)}`);
    };
    const walk = (node: DefaultTreeAdapterTypes.Node, outer: string): void => {
      if (node.nodeName === 'script' || node.nodeName === 'style') return;
      const attributes = 'attrs' in node ? node.attrs : [];
      const language = attributes.find(({ name }) => name === 'lang')?.value ?? outer;
      for (const { name, value } of attributes) if (spoken.has(name)) judge(value, language);
      if (node.nodeName === '#text') judge((node as DefaultTreeAdapterTypes.TextNode).value, language);
      if ('childNodes' in node) for (const child of node.childNodes) walk(child, language);
      if ('content' in node) walk(node.content, language);
    };
    walk(parse(readFileSync(join(dist, page), 'utf8')), 'none');
  }
  expect(marked).toBeGreaterThan(500);
  expect([...faults].slice(0, 40)).toEqual([]);
});
