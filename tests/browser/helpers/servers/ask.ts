/** Asks a server for a path exactly as it is spelled, and gives back all that it says. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import type { Answer } from '../../../../src/site/publish/hosting/judge.ts';
import { NAME, type Setting } from './program.ts';

export type Asker = (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer & { readonly bytes: Buffer }>;

/** `base` is the path of the site on the server. */
export function askerOf({ port, certificate }: Setting, base: string): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, ca: readFileSync(certificate) });
  return (path, headers = {}) =>
    new Promise((answered, failed) => {
      const options = { host: '127.0.0.1', port, servername: NAME, agent, path: base + path, headers: { host: NAME, ...headers } };
      const asked = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          answered({ status: response.statusCode ?? 0, headers: joined(response.rawHeaders), bytes, body: bytes.toString('utf8') });
        });
      });
      asked.on('error', failed);
      asked.end();
    });
}

/** Headers by name, with the values of one that was sent twice side by side, since that is a fault of its own. */
function joined(raw: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = raw[at + 1] ?? '';
    found.set(name, found.has(name) ? `${found.get(name)} || ${value}` : value);
  }
  return found;
}
