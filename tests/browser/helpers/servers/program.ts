/** What starting a real server for a test takes: its program where it is found, a folder, ports, a certificate, and an end. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { isProgram } from '../../../../src/commands/browser.ts';

export interface ServerKind {
  readonly name: string;
  /** The command that starts it. */
  readonly program: string;
  /** Whether it sends files that Brotli compressed beforehand. */
  readonly brotli: boolean;
  /** Starts it and returns what ends it. */
  start(setting: Setting): Promise<() => Promise<void>>;
}

export interface Setting {
  /** For what the server itself keeps. */
  readonly folder: string;
  /** The folder of the host. The site stands in it at its path. */
  readonly root: string;
  readonly plainPort: number;
  readonly port: number;
  /** The site itself without TLS, as a server behind another gives it; where a benchmark asks for it. */
  readonly openPort?: number;
  readonly certificate: string;
  readonly key: string;
  /** A sample from `hosting/` of the built site. */
  readonly sample: (name: string) => string;
  /** Writes a file of the server's own and returns its path. */
  readonly write: (name: string, text: string) => string;
}

/** The name that the samples have, and for which the certificate is made. */
export const NAME = 'example.org';

/** The program, where the machine has it. Servers often stand where only root looks. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return (
    folders
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, name))
      .find(isProgram) ?? null
  );
}

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Makes a folder, ports and a certificate. `site` is the folder of the site itself, in `root` or below. */
export async function prepareSetting(root: string, site: string): Promise<Setting & { remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'server-'));
  // Servers that root starts go on as another user.
  chmodSync(folder, 0o755);
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`];
  const openssl = findProgram('openssl') ?? 'openssl';
  execFileSync(openssl, ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  const write = (name: string, text: string): string => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return {
    folder,
    root,
    plainPort: await freePort(),
    port: await freePort(),
    certificate,
    key,
    sample: (name) => readFileSync(join(site, 'hosting', name), 'utf8'),
    write,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Replaces what a person who uses a sample has to set, and nothing else. Throws where a sample no longer says it so. */
export function replaceEach(text: string, changes: Readonly<Record<string, string>>): string {
  let changed = text;
  for (const [from, to] of Object.entries(changes)) {
    if (!changed.includes(from)) throw new Error(`the sample no longer holds ${JSON.stringify(from)}`);
    changed = changed.replaceAll(from, () => to);
  }
  return changed;
}

/** Starts a program that stays in the foreground, waits until it listens, and returns what ends it. */
export async function startProgram({ port, folder }: Setting, name: string, args: readonly string[]): Promise<() => Promise<void>> {
  const program = findProgram(name);
  if (program === null) throw new Error(`${name} is not on this machine`);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`${name} ended at once:\n${said}`);
    if (await listens(port)) return stop;
    await new Promise((later) => setTimeout(later, 50));
  }
  await stop();
  throw new Error(`${name} does not listen:\n${said}`);
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
