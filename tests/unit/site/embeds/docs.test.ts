/** The page on embedding tells of all that an embed understands: an option, a message or a dialect without its entry fails here. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Choice } from '../../../../src/embed/addresses.ts';
import { sizes } from '../../../../src/embed/choices.ts';
import * as dialects from '../../../../src/embed/dialects.ts';
import { type HostMessage, heightIn, heightMessage, isTheme, MARK, themes } from '../../../../src/embed/protocol.ts';
import { type Form, forms } from '../../../../src/embed/snippets.ts';
import { densities, fonts, readLook, tokenNames, writeLook } from '../../../../src/embed/tokens.ts';
import { loadEdition } from '../../../../src/site/edition.ts';
import { type Doc, readDoc, renderDoc } from '../../../../src/site/embeds/docs.ts';
import { embedDocsValues, LOOK } from '../../../../src/site/embeds/docs-values.ts';
import { seen } from '../../../../src/site/embeds/seen.ts';
import { attribute, type Element, elementsOf } from '../../../../src/site/publish/finish/tree.ts';

const site = 'https://cells.example/sub/';
let doc: Doc;
let values: ReadonlyMap<string, string>;
let elements: Element[] = [];

beforeAll(() => {
  values = embedDocsValues(loadEdition(process.cwd(), 'en'), 'held', '1.0.0', site);
  doc = readDoc(process.cwd(), 'en', 'embed', values);
  elements = [...elementsOf(parse(doc.html))];
}, 240_000);

const textOf = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node as Element) : '')).join('');

/** The elements from the heading with this text to the next of its level or above. */
function section(heading: string): Element[] {
  const level = (element: Element): number => Number(/^h([2-4])$/.exec(element.tagName)?.[1] ?? 9);
  const from = elements.findIndex((element) => level(element) < 9 && textOf(element) === heading);
  expect(from, `a heading "${heading}"`).toBeGreaterThan(-1);
  const own = level(elements[from] as Element);
  const length = elements.slice(from + 1).findIndex((element) => level(element) <= own);
  return elements.slice(from, length < 0 ? undefined : from + 1 + length);
}

/** The entries of the lists of a section, by the words in code that they open with. */
function entries(heading: string): ReadonlyMap<string, string> {
  const items = section(heading).filter(({ tagName }) => tagName === 'li');
  const names = (item: Element): string[] => (/^(.*?)(?::|$)/.exec(textOf(item))?.[1] ?? '').split(' and ');
  return new Map(items.flatMap((item) => names(item).map((name) => [name, textOf(item)] as const)));
}

const codes = (heading: string): string[] => section(heading).flatMap((element) => (element.tagName === 'code' ? [textOf(element)] : []));

/** Names that the scripts read, found in their text by what reads them. */
function namesRead(pattern: RegExp, of = /\.ts$/): string[] {
  const files = readdirSync('src/embed').filter((name) => of.test(name));
  const texts = files.map((name) => readFileSync(`src/embed/${name}`, 'utf8')).join('\n');
  return [...new Set([...texts.matchAll(pattern)].map(([, name = '']) => name))].sort();
}

describe('the look', () => {
  const tokens = [...tokenNames].sort();

  test('each token has its entry, with every value that the code takes', () => {
    const told = entries('Your own look');
    expect(tokens).toEqual(namesRead(/\bname === '([a-z]+)'/g));
    expect([...told.keys()].sort()).toEqual(tokens);
    for (const name of Object.keys(fonts)) expect(told.get('font')).toContain(name);
    for (const name of Object.keys(densities)) expect(told.get('density')).toContain(name);
    expect(told.get('background')).toContain('transparent');
  });

  test('and each is understood, in the example too', () => {
    const look = writeLook(LOOK);
    expect(readLook(look).ignored).toEqual([]);
    expect([...new URLSearchParams(look).keys()].sort()).toEqual(tokens);
    expect(codes('Your own look').join('\n')).toContain(`/embed/held/#${look.replaceAll('&', '&amp;')}`);
    for (const [name, value] of [
      ['corner', '32'],
      ['corner', '0'],
      ['background', 'transparent'],
      ['accent', '0a5'],
    ])
      expect(readLook(`${name}=${value}`).ignored, name).toEqual([]);
  });

  test('each theme is told, and each told is one', () => {
    const told = codes('Theme').filter((code) => /^[a-z]+$/.test(code));
    expect([...new Set(told)].sort()).toEqual([...themes].sort());
    for (const theme of told) expect(isTheme(theme)).toBe(true);
  });
});

describe('addresses', () => {
  test('every choice has an address in the page', () => {
    // A new choice does not compile until its address is named here.
    const choices: Readonly<Record<keyof Choice, string>> = {
      chart: `${site}embed/held/`,
      version: `${site}embed/held/1.0.0/`,
      quiet: `${site}embed/held/1.0.0/quiet/`,
      language: `${site}embed/<language>/held/`,
      only: `${site}embed/vote-2020/only/ballots/`,
    };
    const all = elements.flatMap((element) => (element.tagName === 'code' ? [textOf(element)] : []));
    for (const [choice, address] of Object.entries(choices)) expect(all, choice).toContain(address);
  });

  test('every parameter that the scripts read from an address is told', () => {
    const parameters = namesRead(/(?:searchParams|URLSearchParams\([^)]*\))\.get\('([A-Za-z]+)'\)/g);
    expect(parameters).toEqual(expect.arrayContaining(['childId', 'theme']));
    for (const name of parameters) expect(doc.text, name).toContain(`\`?${name}=\``);
  });

  test('every attribute of our element that the script reads has its entry, and none other', () => {
    const attributes = namesRead(/\b(?:word|folder|getAttribute|hasAttribute)\('([a-z-]+)'\)/g, /^(?:loader|element)\.ts$/);
    expect(attributes).toEqual(expect.arrayContaining(['chart', 'version', 'quiet', 'theme']));
    expect([...entries('Without a frame').keys()].sort()).toEqual(attributes);
  });

  test('attributes with data- of a host’s page are told, if there are any', () => {
    const loader = readFileSync('src/embed/loader.ts', 'utf8');
    for (const [, name = ''] of loader.matchAll(/dataset(?:\.|\[')([A-Za-z]+)/g))
      expect(doc.text).toContain(`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  });
});

test('each form and width of the chart’s page is told', () => {
  const told = codes('Without a frame').join('\n') + codes('Paste one line').join('\n') + codes('An exact fit').join('\n');
  const opens: Readonly<Record<Form, RegExp>> = {
    frame: /^<div[^>]*><iframe /m,
    loader: /^<script /m,
    element: /^<no-empty-cells /m,
    svg: /^<picture>.*-dark\.svg.*<\/picture>$/m,
    png: /^<picture>.*-dark@2x\.png.*<\/picture>$/m,
    markdown: /^\[!\[/m,
    alt: /^[^<[]{80,}$/m,
    citation: /^No Empty Cells, “.+ CC BY 4\.0\. https:\S+\/charts\/held\/$/m,
  };
  for (const form of forms) expect(told, form).toMatch(opens[form]);
  for (const size of sizes) expect(section('An exact fit').map(textOf).join(' ')).toContain(String(size));
});

test('the table of forms says of each what its code does', () => {
  const rows = section('Which form for which page').filter(({ tagName }) => tagName === 'tr');
  const cells = (row: Element): string[] =>
    [...elementsOf(row)].flatMap((cell) => (['td', 'th'].includes(cell.tagName) && cell !== row ? [textOf(cell)] : []));
  const told = new Map(rows.map((row) => cells(row)).map(([name = '', ...rest]) => [name, rest] as const));
  // A new form does not compile until its row is named here. Text alone does nothing to a page.
  const named: Readonly<Record<Form, string | null>> = {
    frame: 'Frame',
    loader: 'Frame with script',
    element: 'Element',
    svg: 'Picture, SVG',
    png: 'Picture, PNG',
    markdown: 'Markdown',
    alt: null,
    citation: null,
  };
  expect([...told.keys()]).toEqual(['Form', ...Object.values(named).filter((name) => name !== null), 'Your own copy']);
  for (const form of forms) {
    const [asks = '', script = '', , paper = '', dropped = ''] = told.get(named[form] ?? '') ?? [];
    if (named[form] === null) continue;
    const code = (form === 'loader' ? values.get('frame') : '') + (values.get(form) ?? '');
    expect(code, form).not.toBe('');
    const has = (part: RegExp): boolean => part.test(code);
    const framed = has(/<iframe|<no-empty-cells/);
    expect(/document/.test(asks), `${form}: a document`).toBe(framed);
    expect(/picture/.test(asks), `${form}: a picture`).toBe(has(/<img|!\[/));
    expect(/script/.test(asks), `${form}: the script`).toBe(has(/<script|<no-empty-cells/));
    expect(/Ours/.test(script), `${form}: needs the script`).toBe(has(/<script|<no-empty-cells/));
    expect(/Firefox/.test(paper), `${form}: on paper`).toBe(has(/<iframe/));
    expect(/Nothing/.test(dropped), `${form}: without frames`).toBe(!has(/<img|!\[/));
    expect(/link/.test(dropped), `${form}: its link`).toBe(has(/<a href|\]\(\S+\/charts\/held\/\)$/));
    expect(/without a referrer/.test(asks) && !has(/referrerpolicy="no-referrer"/), `${form}: no referrer`).toBe(false);
  }
});

describe('messages', () => {
  test('each property of a message from the frame has its entry, and the example is one that a host accepts', () => {
    const told = [...entries('Messages from the frame').keys()];
    expect(told.sort()).toEqual(Object.keys(heightMessage('held', 500)).sort());
    const example = JSON.parse(codes('Messages from the frame').find((code) => code.startsWith('{')) ?? '');
    expect(heightIn(example)).toBe(example.height);
    expect(Object.keys(example).sort()).toEqual(Object.keys(heightMessage('held', 500)).sort());
  });

  test('each property of a message from the host has its entry and an example', () => {
    // A new property does not compile until it is named here.
    const properties: Readonly<Record<keyof HostMessage, true>> = { [MARK]: true, ask: true, theme: true };
    expect([...entries('Messages from the host').keys()].sort()).toEqual(Object.keys(properties).sort());
    const examples = codes('Messages from the host').filter((code) => code.startsWith('{'));
    expect([...new Set(examples.flatMap((example) => Object.keys(JSON.parse(example))))].sort()).toEqual(Object.keys(properties).sort());
  });

  test('the dialects each have a heading', () => {
    // A new function does not compile until its dialect is named here.
    const spoken: Readonly<Record<keyof typeof dialects, string>> = {
      pymId: 'pym.js',
      pymHeight: 'pym.js',
      isPymAsking: 'pym.js',
      resizerId: 'iframe-resizer',
      resizerHeight: 'iframe-resizer',
      isResizerAsking: 'iframe-resizer',
      isOpenResizer: '@open-iframe-resizer/core',
      openResizerHeight: '@open-iframe-resizer/core',
      isFramesGreeting: '@newswire/frames',
      wordPressSecret: 'WordPress’s own frames',
      wordPressHeight: 'WordPress’s own frames',
    };
    expect(Object.keys(spoken).sort()).toEqual(Object.keys(dialects).sort());
    const headings = section('Dialects').flatMap((element) => (element.tagName === 'h4' ? [textOf(element)] : []));
    // Two that the one message speaks besides.
    expect(headings.sort()).toEqual([...new Set([...Object.values(spoken), 'sidechain', 'Datawrapper'])].sort());
    const example = codes('Dialects');
    expect(example.some((code) => code.startsWith('[iFrameSizer]'))).toBe(true);
    expect(example.some((code) => code.startsWith('pymxPYMx'))).toBe(true);
  });

  test('libraries of hosts that the browser tests run are told', () => {
    const tests = ['tests/browser/embeds/hosts.spec.ts', 'tests/browser/helpers/embed-host.ts'];
    const text = tests.map((path) => readFileSync(path, 'utf8')).join('\n');
    const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
    const served = Object.keys(devDependencies).filter((name) => text.includes(`'${name}/`) || text.includes(`/${name}/`));
    expect(served.length).toBeGreaterThan(3);
    const headings = section('Dialects').map(textOf);
    for (const name of served) expect(headings, name).toContain(name.replace('@nprapps/', ''));
  });
});

test('every command of embeds is told, with its options', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = Object.keys(scripts).filter((name) => name.startsWith('embed:'));
  expect(commands.length).toBeGreaterThan(0);
  for (const name of commands) expect(doc.text).toContain(`npm run ${name} -- `);
  const call = readFileSync('src/commands/bundle-call.ts', 'utf8');
  const options = [...call.matchAll(/(\w+): \{ type: '(?:string|boolean)' \}/g)].map(([, name = '']) => `--${name}`);
  expect(options.length).toBeGreaterThan(0);
  expect([...entries('Host it yourself').keys()].sort()).toEqual(options.sort());
});

test('each recipe says how it was last seen to hold, in which version and on which day', () => {
  const said =
    /(?:Seen in our tests with|Seen in the code of|By the documentation of|By what is documented of) .*\d{1,2} [A-Z][a-z]+ 20\d\d\./;
  const recipes = section('Recipes').flatMap((element) => (element.tagName === 'h3' ? [textOf(element)] : []));
  expect(recipes.length).toBe(Object.keys(seen).length);
  for (const recipe of recipes) expect(section(recipe).map(textOf).join('\n'), recipe).toMatch(said);
  const { devDependencies }: { devDependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const { how, what, day } of Object.values(seen).flat()) {
    expect(new Date(day).getTime(), day).toBeLessThanOrEqual(Date.now());
    for (const name of what) {
      const [, thing = '', version = ''] = /^(.+) (\d[\d.]*)$/.exec(name) ?? [];
      if (how !== 'service') expect(version, `${name} has a version`).not.toBe('');
      // A package that has gone on since has to be looked at again, and the day set with its version.
      if (how === 'run' && !/^[A-Z]/.test(thing)) expect(version, name).toBe(devDependencies[thing]);
    }
  }
});

test('links to a part of the page lead to one that is there', () => {
  const ids = new Set(elements.flatMap((element) => attribute(element, 'id') ?? []));
  const links = elements.flatMap((element) => (element.tagName === 'a' ? (attribute(element, 'href') ?? []) : []));
  const inside = links.filter((href) => href.startsWith('#'));
  expect(inside.length).toBeGreaterThan(5);
  expect(inside.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
});

test('a value that the text asks for and nobody knows, and one that it does not tell, are faults with their places', () => {
  const text = '---\ntitle: A\ndescription: B\n---\n\nThe height is {height} and { not } a `{value}`.\n';
  const { problems } = renderDoc(
    'x.md',
    text,
    new Map([
      ['height', '8'],
      ['spare', '1'],
    ]),
  );
  expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([
    [6, 39, 'expected a value that is known, found "{value}"'],
    [1, 1, 'expected the value {spare} to be told, found it nowhere'],
  ]);
  expect(
    renderDoc(
      'x.md',
      text,
      new Map([
        ['height', '8'],
        ['value', '$&'],
      ]),
    ).doc?.text,
  ).toBe('The height is 8 and { not } a `$&`.\n');
});
