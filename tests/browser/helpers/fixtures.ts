/**
 * The `test` of the browser tests. Each test gets the built site on an origin of its own, and fails when a
 * page of its context logs an error, throws, breaks the content security policy, or asks another origin for anything.
 */
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { type StaticServer, serveFolder } from './static-server.ts';

export { expect };

interface Options {
  /** Faults that a test means to cause. Each must appear, so that the list can't go stale. */
  expectedFaults: RegExp[];
}

interface WorkerFixtures {
  /** The server of the built site. */
  site: StaticServer;
}

export const test = base.extend<Options, WorkerFixtures>({
  expectedFaults: [[], { option: true }],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const server = await serveFolder();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  context: async ({ context, site, expectedFaults }, use) => {
    const faults = await watch(context, [site.origin]);
    await use(context);
    expect(unexpected(faults, expectedFaults), 'faults of the page').toEqual([]);
  },
});

/** What was seen and not expected, and what was expected and not seen. */
function unexpected(faults: readonly string[], expected: readonly RegExp[]): string[] {
  const surprises = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
  const absent = expected.filter((pattern) => !faults.some((fault) => pattern.test(fault)));
  return [...surprises, ...absent.map((pattern) => `expected, but not seen: ${pattern}`)];
}

/**
 * Collects the faults of all pages and frames of a context, as sentences, from now on. Requests to other
 * origins than those given are recorded and stopped.
 */
export async function watch(context: BrowserContext, origins: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console error: ${message.text()} (${message.location().url})`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`security policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  await context.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && !origins.includes(url.origin),
    async (route) => {
      faults.push(`request to another origin: ${route.request().url()}`);
      await route.abort();
    },
  );
  return faults;
}
