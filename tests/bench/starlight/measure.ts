/** One whole page in a browser that knows nothing yet: what comes with it, what comes while it is read to its end, when it is seen. */
import type { Browser } from '@playwright/test';
import { openSlowly } from '../slow.ts';

export interface Visit {
  /** Until the page's load event. */
  readonly bytes: number;
  readonly requests: number;
  /** After it was scrolled to its end. */
  readonly bytesRead: number;
  readonly requestsRead: number;
  /** When something was first painted, and when the largest part of the first screen was, in milliseconds. */
  readonly painted: number;
  readonly largest: number;
  readonly script: number;
  readonly work: number;
  readonly elements: number;
}

const PATIENCE = 120_000;

/** Keeps the last of the engine's words on the largest paint, which come as events and can't be asked for afterwards. */
function note(): void {
  new PerformanceObserver((list) => {
    Object.assign(globalThis, { largestAt: list.getEntries().at(-1)?.startTime });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** Loads a page over the slow line, then reads it to its end on a fast one. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const { context, page, client, fetched, spent } = await openSlowly(browser);
  try {
    await page.addInitScript(note);
    await page.goto(url, { waitUntil: 'load', timeout: PATIENCE });
    // What was fetched by the event is told a little after it.
    await page.waitForTimeout(500);
    const first = fetched();
    const seen = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      largest: (globalThis as { largestAt?: number }).largestAt ?? Number.NaN,
      elements: document.getElementsByTagName('*').length,
    }));
    const work = await spent();
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await client.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await page.evaluate(async () => {
      for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
        scrollTo({ top: y, behavior: 'instant' });
        await new Promise((next) => requestAnimationFrame(next));
      }
    });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    const { bytes: bytesRead, requests: requestsRead } = fetched();
    const visit = { ...first, bytesRead, requestsRead, ...seen, ...work };
    for (const [key, value] of Object.entries(visit)) if (!Number.isFinite(value)) throw new Error(`${url}: ${key} could not be measured`);
    return visit;
  } finally {
    await context.close();
  }
}
