/** One page in a browser that knows nothing yet: what it fetches, when its chart stands, what it costs; and what does not depend on time. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { openSlowly, phone } from '../slow.ts';

const PATIENCE = 60_000;

export interface Timed {
  readonly bytes: number;
  readonly requests: number;
  readonly drawn: number;
  /** In scripts as the engine's own counter has it, which leaves out some of what promises lead to. */
  readonly script: number;
  /** All work of the page's main thread: scripts, styles, layout, painting. */
  readonly work: number;
  readonly elements: number;
  readonly memory: number;
}

/**
 * Notes when the chart is on the screen: after the frame that follows the library's word that it has drawn, or, where the chart is
 * part of the document, the frame that follows the end of the document.
 */
function note(drawnByScript: boolean): void {
  const seen = () => requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { drawnAt: performance.now() })));
  if (drawnByScript) addEventListener('drawn', seen, { once: true });
  else document.addEventListener('DOMContentLoaded', seen);
}

/** Loads a page once over the slow line. `drawnByScript`: whether a script of the page says when its chart is drawn. */
export async function time(browser: Browser, url: string, drawnByScript: boolean): Promise<Timed> {
  const { context, page, client, fetched, spent } = await openSlowly(browser);
  try {
    await page.addInitScript(note, drawnByScript);
    await page.goto(url, { waitUntil: 'load', timeout: PATIENCE });
    const handle = await page.waitForFunction(() => (globalThis as { drawnAt?: number }).drawnAt, undefined, { timeout: PATIENCE });
    const drawn = Number(await handle.jsonValue());
    const { script, work } = await spent();
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await holdDrawn(page, url);
    await client.send('HeapProfiler.collectGarbage');
    // The heap of the scripts, and what the engine keeps for the page's elements and buffers beside it.
    const heap = (await client.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      embedderHeapUsedSize?: number;
      backingStorageSize?: number;
    };
    const memory = heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0);
    const elements = await page.evaluate(() => document.getElementsByTagName('*').length);
    return { ...fetched(), drawn, script, work, elements, memory: Math.round(memory) };
  } finally {
    await context.close();
  }
}

/** Throws where a library said that it had drawn and nothing is to be seen: a time for nothing would be no time. */
async function holdDrawn(page: Page, url: string): Promise<void> {
  const marks = await page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    if (!canvas)
      return [...document.querySelectorAll('svg path, svg rect, svg circle, svg line')].filter((mark) => mark.checkVisibility()).length;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return new Set(new Uint32Array(Uint8ClampedArray.from(pixels).buffer)).size;
  });
  if (marks < 5) throw new Error(`${url} said that its chart was drawn, but has only ${marks} marks or colours`);
}

/** Rules about a page's own headings and landmarks, which a chart in a frame leaves to the page around it. */
const ofWholePages = ['page-has-heading-one', 'region', 'landmark-one-main'];

export interface Lasting {
  readonly text: number;
  readonly axe: string[];
}

/** What is left of a page without scripts, and what axe finds in the whole one, by all its rules or by those for a `part` of a page. */
export async function look(browser: Browser, url: string, of: 'page' | 'part', picture?: string): Promise<Lasting> {
  const whole = await browser.newContext({ viewport: phone });
  const bare = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  try {
    const page = await whole.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForTimeout(300);
    if (picture !== undefined) await page.screenshot({ path: picture });
    const { violations } = await new AxeBuilder({ page }).disableRules(of === 'part' ? ofWholePages : []).analyze();
    const plain = await bare.newPage();
    await plain.goto(url);
    return { text: await visibleText(plain), axe: violations.map(({ id }) => id).sort() };
  } finally {
    await whole.close();
    await bare.close();
  }
}

/** Letters and digits that a reader sees, with all that can be unfolded unfolded. */
function visibleText(page: Page): Promise<number> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (texts.nextNode()) {
      const { parentElement, nodeValue } = texts.currentNode;
      if (parentElement?.checkVisibility() && !parentElement.closest('script, style'))
        count += nodeValue?.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    }
    return count;
  });
}
