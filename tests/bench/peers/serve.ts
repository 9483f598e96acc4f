/** Serves files out of memory on loopback, compressed beforehand by gzip, as a good host of static files does. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8' };

export interface MemoryServer {
  readonly origin: string;
  /** Puts a text under a path such as `/plot/held/draw.js`. */
  readonly add: (path: string, text: string | Buffer) => void;
  readonly close: () => Promise<void>;
}

export async function serveFromMemory(): Promise<MemoryServer> {
  const files = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*/s, '').replace(/\/$/, '/index.html');
    const body = files.get(path);
    if (!body) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'content-length': body.length,
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (path, text) => files.set(path, gzipSync(text, { level: 9 })),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
