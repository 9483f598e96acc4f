/** A small static server for tests, in this process: the built site, or any other folder, on a free port. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Header, parseAllHeaders } from '@netlify/headers-parser';
import sirv from 'sirv';

/** The built site. */
export const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

export interface StaticServer {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Where the folder begins: the origin and the path, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `folder` below `path`, which begins and ends with a slash, as the usual static hosts do: a folder's
 * index.html, 404.html for what is missing, and the headers of its `_headers`. Throws a plain sentence where there is
 * nothing to serve.
 */
export async function serveFolder(folder = dist, path = '/'): Promise<StaticServer> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no index.html in ${resolve(folder)}: run npm run build first.`);
  const missing = join(folder, '404.html');
  const headers = await declaredHeaders(folder);
  const files = sirv(folder, {
    etag: true,
    // Where a file has a compressed one beside it.
    brotli: true,
    gzip: true,
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
    for (const [name, value] of headers(request.url.replace(/[?#].*/s, ''))) response.setHeader(name, value);
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

/**
 * The headers of a path as the folder's `_headers` declares them, read by the parser of a host that honours that file. As on
 * hosts, the values of a header that several blocks set for one path are joined.
 */
export async function declaredHeaders(folder: string): Promise<(path: string) => ReadonlyMap<string, string>> {
  const { headers, errors } = await parseAllHeaders({
    headersFiles: [join(folder, '_headers')],
    configHeaders: undefined,
    minimal: false,
  });
  if (errors.length > 0) throw new AggregateError(errors, `${folder}/_headers: ${errors.map(({ message }) => message).join('; ')}`);
  return (path) => {
    const found = new Map<string, string>();
    for (const { forRegExp, values } of headers as Header[]) {
      if (!forRegExp.test(path)) continue;
      for (const [name, value] of Object.entries(values)) found.set(name, found.has(name) ? `${found.get(name)}, ${value}` : value);
    }
    return found;
  };
}
