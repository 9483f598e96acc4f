/** One whole page in a browser that knows nothing yet: what comes with it, what comes while it is read to its end, when it is seen. */
import type { Browser } from '@playwright/test';
import { network } from '../slow.ts';

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

const viewport = { width: 390, height: 844 };
const PATIENCE = 120_000;

/** Keeps the last of the engine's words on the largest paint, which come as events and can't be asked for afterwards. */
function note(): void {
  new PerformanceObserver((list) => {
    Object.assign(globalThis, { largestAt: list.getEntries().at(-1)?.startTime });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** Loads a page over the slow line, then reads it to its end on a fast one. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport, deviceScaleFactor: 2, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.addInitScript(note);
    const client = await context.newCDPSession(page);
    let bytes = 0;
    let requests = 0;
    client.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    client.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith('data:')) requests++;
    });
    await client.send('Network.enable');
    await client.send('Performance.enable');
    const throughput = (network.kilobitsPerSecond * 1000) / 8;
    const slow = { offline: false, latency: network.latency, downloadThroughput: throughput, uploadThroughput: throughput };
    await client.send('Network.emulateNetworkConditions', slow);
    await client.send('Emulation.setCPUThrottlingRate', { rate: network.slowdown });
    await page.goto(url, { waitUntil: 'load', timeout: PATIENCE });
    // What was fetched by the event is told a little after it.
    await page.waitForTimeout(500);
    const first = { bytes, requests };
    const seen = await page.evaluate(() => ({
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      largest: (globalThis as { largestAt?: number }).largestAt ?? Number.NaN,
      elements: document.getElementsByTagName('*').length,
    }));
    const { metrics } = await client.send('Performance.getMetrics');
    const spent = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
    const work = { script: spent('ScriptDuration'), work: spent('TaskDuration') };
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
    const visit = { ...first, bytesRead: bytes, requestsRead: requests, ...seen, ...work };
    for (const [key, value] of Object.entries(visit)) if (!Number.isFinite(value)) throw new Error(`${url}: ${key} could not be measured`);
    return visit;
  } finally {
    await context.close();
  }
}
