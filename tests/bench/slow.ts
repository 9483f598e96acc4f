/** A slow phone on a slow line, as the benchmarks of pages take it. */
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

export const network = { kilobitsPerSecond: 1600, latency: 150, slowdown: 4 } as const;
export const phone = { width: 390, height: 844 } as const;

export interface SlowPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly client: CDPSession;
  /** Bytes and requests so far, as they came over the line. */
  readonly fetched: () => { readonly bytes: number; readonly requests: number };
  /** Milliseconds that the engine has spent so far: in scripts by its own counter, which leaves out some of what promises lead to, and in all. */
  readonly spent: () => Promise<{ readonly script: number; readonly work: number }>;
}

/** An empty page in a browser that knows nothing yet, slowed, and counting what it fetches. Who asked for it closes its context. */
export async function openSlowly(browser: Browser): Promise<SlowPage> {
  const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 2, serviceWorkers: 'block' });
  const page = await context.newPage();
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
  const line = { offline: false, latency: network.latency, downloadThroughput: throughput, uploadThroughput: throughput };
  await client.send('Network.emulateNetworkConditions', line);
  await client.send('Emulation.setCPUThrottlingRate', { rate: network.slowdown });
  return {
    context,
    page,
    client,
    fetched: () => ({ bytes, requests }),
    spent: async () => {
      const { metrics } = await client.send('Performance.getMetrics');
      const of = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
      return { script: of('ScriptDuration'), work: of('TaskDuration') };
    },
  };
}
