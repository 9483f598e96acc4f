/** Every form of an embed in every kind of place that asks its content for a width: it is seen, and what it needs to be read is there. */
import type { Page } from '@playwright/test';
import { codesOf, formsOf } from '../helpers/codes.ts';
import { type Host, startHost } from '../helpers/embed-host.ts';
import { findFirefox, startFirefox } from '../helpers/firefox.ts';
import { expect, test } from '../helpers/fixtures.ts';

let host: Host;
test.beforeAll(async () => {
  host = await startHost();
});
test.afterAll(async () => {
  await host.close();
});

/** Least width at which a chart can stand, where the place has it. */
const LEAST = 250;

const text = '<p>A caption of the newspaper’s, long enough to want the whole width of the row that it stands in, and more than that.</p>';
const box = (style: string) => (form: string) => `<div style="${style}">${form}</div>`;
const grid = (tracks: string) => (form: string) =>
  `<div style="display:grid;grid-template-columns:${tracks}"><div>${form}</div>${text}</div>`;
const row = (style: string) => (form: string) => `<div style="display:flex;${style}"><div>${form}</div>${text}</div>`;
const column = (style: string) => box(`display:flex;flex-direction:column;${style}`);

const parents: Readonly<Record<string, (form: string) => string>> = {
  block: box(''),
  'float left': box('float:left'),
  'float right': box('float:right'),
  'inline block': box('display:inline-block'),
  'fit content': box('width:fit-content'),
  'max content': box('width:max-content;max-width:100%'),
  'min content': box('width:min-content'),
  'figure as a table': (form) =>
    `<figure style="display:table;margin:0">${form}<figcaption style="display:table-caption;caption-side:bottom">Words</figcaption></figure>`,
  'table cell': (form) => `<table><tr><td>${form}</td><td>Words of another cell</td></tr></table>`,
  'inline flex': box('display:inline-flex'),
  'inline grid': box('display:inline-grid'),
  'flex row': row(''),
  'flex row, centred': row('align-items:center;justify-content:center'),
  'flex row, spread': row('justify-content:space-between'),
  'flex row, wrapped': row('flex-wrap:wrap'),
  'flex row, alone': box('display:flex'),
  'flex column': column(''),
  'flex column, start': column('align-items:start'),
  'flex column, centred': column('align-items:center'),
  'flex column, end': column('align-items:end'),
  'grid auto': grid('auto auto'),
  'grid min-content': grid('min-content 1fr'),
  'grid max-content': grid('max-content 1fr'),
  'grid fit-content': grid('fit-content(400px) 1fr'),
  'grid minmax': grid('minmax(min-content,1fr) 1fr'),
  'grid, centred': box('display:grid;place-items:center'),
  'grid, justified start': box('display:grid;justify-content:start'),
  absolute: (form) => `<div style="position:relative;height:10px"><div style="position:absolute;left:0">${form}</div></div>`,
  fixed: box('position:fixed;top:0;left:0'),
};

/** One page with a form in every parent, each in its own section. */
function pageOf(form: string): string {
  return Object.entries(parents)
    .map(
      ([name, parent]) =>
        `<section data-parent="${name}" style="width:680px;max-width:100%;overflow:clip">${parent(form)}<br style="clear:both"></section>`,
    )
    .join('');
}

/** Expression for the widths of what a reader sees in each section, by the name of the parent. */
const widths = `Object.fromEntries([...document.querySelectorAll('[data-parent]')].map((section) => {
  const element = section.querySelector('no-empty-cells');
  const seen = element?.shadowRoot?.querySelector('iframe') ?? section.querySelector('iframe, img');
  return [section.dataset.parent, [seen.getBoundingClientRect().width, seen.getBoundingClientRect().height]];
}))`;

type Widths = Readonly<Record<string, readonly [number, number]>>;

function slivers(found: Widths): string[] {
  expect(Object.keys(found)).toEqual(Object.keys(parents));
  return Object.entries(found).flatMap(([name, [width, height]]) =>
    width < LEAST || height > 4 * 1100 ? [`${name}: ${width} x ${height} px`] : [],
  );
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const section of document.querySelectorAll('section')) section.scrollIntoView();
  });
  await page.waitForTimeout(800);
}

for (const name of ['line', 'line with script', 'element', 'element without its script', 'picture, SVG', 'picture, PNG']) {
  for (const width of [390, 760]) {
    test(`no parent makes an embed vanish: ${name} in a window of ${width} px`, async ({ page, site }) => {
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      const [form = '', below = ''] = formsOf('women-held', site.url)[name] ?? [];
      expect(form).toContain(site.url);
      await host.open(page, pageOf(form) + below);
      await settled(page);
      expect(slivers((await page.evaluate(widths)) as Widths)).toEqual([]);
    });
  }
}

test('a frame too narrow for any chart tells no height, and is given none', async ({ page, site }) => {
  const { frame } = codesOf('women-held', site.url);
  await host.open(page, `<div style="width:60px">${frame}</div><script src="${site.url}embed.js"></script>`);
  await page.waitForTimeout(800);
  expect(await page.locator('iframe').evaluate((element) => element.style.maxHeight)).toBe('none');
  expect(await page.locator('iframe').evaluate((element) => element.style.getPropertyPriority('height'))).toBe('');
});

// Only where the machine has one.
const program = findFirefox();
for (const found of program === null ? [] : [program]) {
  test('in Firefox no parent makes an embed vanish either', async ({ page, site }) => {
    test.slow();
    const firefox = await startFirefox(found);
    try {
      for (const width of [390, 760]) {
        await firefox.size(width, 900);
        for (const [name, [form, below]] of Object.entries(formsOf('women-held', site.url))) {
          await host.open(page, pageOf(form) + below);
          await firefox.open(`${host.origin}/`);
          await firefox.ask(
            `(async () => { for (const section of document.querySelectorAll('section')) section.scrollIntoView(); await new Promise((done) => setTimeout(done, 800)); })()`,
          );
          expect(slivers((await firefox.ask(widths)) as Widths), `${name} at ${width} px`).toEqual([]);
        }
      }
    } finally {
      await firefox.close();
    }
  });
}
