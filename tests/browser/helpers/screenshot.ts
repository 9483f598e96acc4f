/**
 * A picture of a page of the built site, to look at:
 * `node tests/browser/helpers/screenshot.ts /path/ out.png [--width 390] [--height 844] [--dark] [--full] [--no-js] [--print] [--select CSS]`
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.ts';
import { watch } from './fixtures.ts';
import { serveFolder } from './static-server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '844' },
    dark: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    js: { type: 'boolean', default: true },
    print: { type: 'boolean', default: false },
    select: { type: 'string' },
  },
});
const [path = '/', file = 'screenshot.png'] = positionals;

const site = await serveFolder();
const browser = await chromium.launch(await findBrowser());
const context = await browser.newContext({
  viewport: { width: Number(values.width), height: Number(values.height) },
  colorScheme: values.dark ? 'dark' : 'light',
  javaScriptEnabled: values.js,
});
const faults = await watch(context, [site.origin]);
const page = await context.newPage();
if (values.print) await page.emulateMedia({ media: 'print' });
await page.goto(new URL(path.replace(/^\/+/, ''), site.url).href);
await page.evaluate(() => document.fonts.ready);
await (values.select === undefined
  ? page.screenshot({ path: file, fullPage: values.full })
  : page.locator(values.select).first().screenshot({ path: file }));
await browser.close();
await site.close();
for (const fault of faults) console.error(fault);
