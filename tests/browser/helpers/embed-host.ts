/** A page on another origin than the site, as a newspaper's is, for tests of what embeds and their hosts say to each other. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Scripts of packages and of the newspaper, by the name under which the host serves them. */
const files: Readonly<Record<string, string>> = {
  '/pym.js': 'node_modules/pym.js/dist/pym.v1.js',
  '/frames.js': 'node_modules/@newswire/frames/dist/frames.modern.js',
  '/sidechain.js': 'node_modules/@nprapps/sidechain/dist/sidechain.js',
  '/iframe-resizer.js': 'node_modules/iframe-resizer/js/iframeResizer.js',
  '/open-iframe-resizer.js': 'node_modules/@open-iframe-resizer/core/dist/index.js',
  '/vendor/embed.js': 'dist/embed.js',
  '/host.js': 'tests/fixtures/host-page/host.js',
  '/host-modules.js': 'tests/fixtures/host-page/host-modules.js',
  '/host.css': 'tests/fixtures/host-page/host.css',
};

export interface Host {
  readonly origin: string;
  /** Opens a page with this body. `page` may ask the host for anything from then on. */
  open(page: Page, body: string, head?: string): Promise<void>;
  /** Opens this whole page, with this policy and other headers. */
  show(page: Page, html: string, policy: string, headers?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

interface Shown {
  readonly html: string;
  readonly policy: string;
  readonly headers: Readonly<Record<string, string>>;
}

export async function startHost(): Promise<Host> {
  let shown: Shown = { html: '', policy: '', headers: {} };
  const server = createServer((request, response) => {
    const file = files[(request.url ?? '').split('?')[0] ?? ''];
    const type = file ? (file.endsWith('.css') ? 'text/css' : 'text/javascript') : 'text/html';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    if (!file) for (const [name, value] of Object.entries(shown.headers)) response.setHeader(name, value);
    if (!file && shown.policy) response.setHeader('content-security-policy', shown.policy);
    response.end(file ? readFileSync(join(root, file)) : shown.html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const show: Host['show'] = async (page, html, policy, headers = {}) => {
    shown = { html, policy, headers };
    await page.route(`${origin}/**`, (route) => route.continue());
    await page.goto(`${origin}/`);
  };
  return {
    origin,
    show,
    open: (page, body, head = '') => {
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
        <style>body { margin: 20px; } iframe { border: 0; width: 100%; }</style>${head}</head><body>${body}</body></html>`;
      return show(page, html, '');
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** What the frame needs beyond what it has, in CSS pixels: 0 when it fits; less when there is room left; NaN while its page is still on its way. */
export async function misfit(frame: Locator): Promise<number> {
  const needed = await frame
    .contentFrame()
    .locator('html')
    .evaluate((root) => Math.ceil(root.getBoundingClientRect().height))
    .catch((fault: Error) => {
      // A frame that starts on its way while it is looked at takes the empty page with it.
      if (/context was destroyed|was detached/.test(fault.message)) return Number.NaN;
      throw fault;
    });
  return needed - (await frame.evaluate((element) => element.clientHeight));
}

/** Modules of another origin need its leave, which hosts of static sites give for every file (`access-control-allow-origin`). */
export async function allowModules(page: Page): Promise<void> {
  await page.route('**/embed.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });
}
