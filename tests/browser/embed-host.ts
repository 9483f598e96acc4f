/** A page on another origin than the site, as a newspaper's is, for tests of what embeds and their hosts say to each other. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Scripts of packages, by the name under which the host serves them. */
const scripts: Readonly<Record<string, string>> = {
  '/pym.js': 'pym.js/dist/pym.v1.js',
  '/frames.js': '@newswire/frames/dist/frames.modern.js',
  '/sidechain.js': '@nprapps/sidechain/dist/sidechain.js',
  '/iframe-resizer.js': 'iframe-resizer/js/iframeResizer.js',
  '/open-iframe-resizer.js': '@open-iframe-resizer/core/dist/index.js',
};

export interface Host {
  readonly origin: string;
  /** Opens a page with this body. `page` may ask the host for anything from then on. */
  open(page: Page, body: string, head?: string): Promise<void>;
  close(): Promise<void>;
}

export async function startHost(): Promise<Host> {
  let html = '';
  const server = createServer((request, response) => {
    const script = scripts[(request.url ?? '').split('?')[0] ?? ''];
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ? readFileSync(join(modules, script)) : html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    open: async (page, body, head = '') => {
      html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
        <style>body { margin: 20px; } iframe { border: 0; width: 100%; }</style>${head}</head><body>${body}</body></html>`;
      await page.route(`${origin}/**`, (route) => route.continue());
      await page.goto(`${origin}/`);
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** What the frame needs beyond what it has, in CSS pixels: 0 when it fits; less when there is room left. */
export async function misfit(frame: Locator): Promise<number> {
  const needed = await frame
    .contentFrame()
    .locator('html')
    .evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
  return needed - (await frame.evaluate((element) => element.clientHeight));
}
