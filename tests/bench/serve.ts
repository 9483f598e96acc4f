/**
 * `npm run bench:serve`: how many answers a second nginx gives with our sample, on this machine, for the story and for an embed:
 * with the files that were compressed beforehand, and compressing anew. Needs the built site, nginx, openssl and wrk; bounded in time.
 */
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compressAll } from '../../src/site/publish/hosting/compress.ts';
import { writeHosting } from '../../src/site/publish/hosting/write.ts';
import { nginx } from '../browser/helpers/servers/nginx.ts';
import { findProgram, freePort, NAME, prepareSetting } from '../browser/helpers/servers/program.ts';
import { dist } from '../browser/helpers/static-server.ts';

/** Seconds for each address, and connections that are held open meanwhile. */
const SECONDS = 10;
const CONNECTIONS = 32;
/** What is asked for: the largest page, and the one that most readers meet elsewhere. */
const pages = ['index.html', 'embed/held/index.html'];

const [wrk, ...others] = ['wrk', 'nginx', 'openssl'].map(findProgram);
if (!existsSync(join(dist, 'index.html'))) fail('There is no built site yet: run npm run build first.');
else if (!wrk || others.includes(null)) fail('This needs nginx, openssl and wrk, as Debian’s packages of these names bring them.');
else await measure(wrk);

/** Serves only the pages measured, without and with their twins. */
async function measure(wrk: string): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'serve-'));
  try {
    chmodSync(root, 0o755);
    for (const page of pages) cpSync(join(dist, page), join(root, page));
    writeHosting(root, undefined, []);
    console.log(`nginx, ${availableParallelism()} cores shared with wrk, ${CONNECTIONS} connections, ${SECONDS} s each, gzip`);
    for (const way of ['compressed anew', 'compressed beforehand']) {
      if (way === 'compressed beforehand') await compressAll(root);
      const openPort = await freePort();
      const setting = { ...(await prepareSetting(root, root)), openPort };
      const stop = await nginx.start(setting);
      try {
        for (const scheme of ['http', 'https'] as const)
          for (const page of pages) {
            const port = scheme === 'https' ? setting.port : openPort;
            const address = `${scheme}://127.0.0.1:${port}/${page.replace('index.html', '')}`;
            console.log(`${scheme.padEnd(5)} ${page.padEnd(22)} ${way.padEnd(22)} ${await load(wrk, address)}`);
          }
      } finally {
        await stop();
        setting.remove();
      }
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Answers a second, and how long all but one in a hundred take. Throws when any answer was a fault. */
async function load(wrk: string, address: string): Promise<string> {
  const headers = ['-H', `Host: ${NAME}`, '-H', 'Accept-Encoding: gzip'];
  const { stdout } = await promisify(execFile)(wrk, [
    '-t2',
    `-c${CONNECTIONS}`,
    `-d${SECONDS}s`,
    '--timeout',
    '30s',
    '--latency',
    ...headers,
    address,
  ]);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${address}:\n${stdout}`);
  const [, rate = '?'] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  const [, slow = '?'] = /^\s+99%\s+(\S+)/m.exec(stdout) ?? [];
  return `${Math.round(Number(rate)).toLocaleString('en').padStart(9)} answers a second, 99 % within ${slow}`;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
