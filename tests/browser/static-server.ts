/** A small static server for tests, in this process: the built site, or any other folder, on a free port. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

/** The built site. */
export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

export interface StaticServer {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Where the folder begins: the origin and the path, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `folder` below `path`, which begins and ends with a slash, as the usual static hosts do: a folder's
 * index.html, and 404.html for what is missing. Throws a plain sentence where there is nothing to serve.
 */
export async function serveFolder(folder = dist, path = '/'): Promise<StaticServer> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no index.html in ${resolve(folder)}: run npm run build first.`);
  const missing = join(folder, '404.html');
  const files = sirv(folder, {
    etag: true,
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' });
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    },
  });
  const server = createServer((request, response) => {
    const wanted = request.url ?? '/';
    if (!wanted.startsWith(path)) {
      response.writeHead(404).end('Not found');
      return;
    }
    request.url = `/${wanted.slice(path.length)}`;
    files(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    url: `${origin}${path}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
