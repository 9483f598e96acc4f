/** The watch over pages sees what it is there to see. */
import { fileURLToPath } from 'node:url';
import { expect, test, watch } from './fixtures.ts';
import { serveFolder } from './static-server.ts';

const faultyPages = fileURLToPath(new URL('../../fixtures/faulty-pages/', import.meta.url));

for (const javaScriptEnabled of [true, false]) {
  test(`faults of a page are noticed with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({ browser }) => {
    const server = await serveFolder(faultyPages);
    const context = await browser.newContext({ javaScriptEnabled });
    const faults = await watch(context, [server.origin]);
    const page = await context.newPage();
    await page.goto(server.url);
    await page.goto(`${server.url}missing/`);
    await context.close();
    await server.close();

    const seen = (pattern: RegExp): boolean => faults.some((fault) => pattern.test(fault));
    expect(seen(/^request to another origin: https:\/\/elsewhere\.example\/pixel\.gif$/)).toBe(true);
    expect(seen(/Content Security Policy/)).toBe(true);
    expect(seen(/^console error: security policy violation: style-src/)).toBe(javaScriptEnabled);
    expect(seen(/^console error: a logged error \(.*faults\.js\)$/)).toBe(javaScriptEnabled);
    expect(seen(/^page error: a thrown error$/)).toBe(javaScriptEnabled);
  });
}

test.describe('a folder below a path', () => {
  test('is served there and nowhere else', async ({ request }) => {
    const server = await serveFolder(faultyPages, '/mirror/of/the-site/');
    expect((await request.get(server.url)).status()).toBe(200);
    expect((await request.get(`${server.url}faults.js`)).status()).toBe(200);
    expect((await request.get(`${server.url}nothing.js`)).status()).toBe(404);
    expect((await request.get(`${server.origin}/faults.js`)).status()).toBe(404);
    await server.close();
  });
});
