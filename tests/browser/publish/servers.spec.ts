/**
 * Real servers with our samples, word for word but for names, folders and ports: the built site at the root of a host and under a
 * path, each address of it, and what is not there.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { compressAll, hasTwins } from '../../../src/site/publish/hosting/compress.ts';
import { judge, type Kind } from '../../../src/site/publish/hosting/judge.ts';
import { headersOf, typeOf } from '../../../src/site/publish/hosting/rules.ts';
import { writeHosting } from '../../../src/site/publish/hosting/write.ts';
import { apache, startApache } from '../helpers/servers/apache.ts';
import { type Asker, askerOf } from '../helpers/servers/ask.ts';
import { caddy } from '../helpers/servers/caddy.ts';
import { nginx } from '../helpers/servers/nginx.ts';
import { findProgram, freePort, prepareSetting, type ServerKind, type Setting } from '../helpers/servers/program.ts';
import { dist } from '../helpers/static-server.ts';

/** What is written anew for each address. */
const written = /^(?:\.htaccess|_headers|_redirects|hosting(?:\/.*)?)$/;
const forHosts = /^(?:\.htaccess|_headers|_redirects|hosting(?:\/.*)?|.*\.(?:br|gz))$/;
const moved = [{ from: 'charts/once-held.svg', to: 'charts/held.svg' }];

/** The built site as it would be for another address: only the files for hosts differ. */
class Hosted {
  readonly root: string;
  readonly folder: string;
  readonly base: string;
  constructor(base: string) {
    this.base = base;
    this.root = join(tmpdir(), `hosted-${process.pid}-${base.replaceAll('/', '-')}`);
    this.folder = join(this.root, base);
  }
  async make(): Promise<void> {
    mkdirSync(this.root, { recursive: true, mode: 0o755 });
    cpSync(dist, this.folder, { recursive: true, filter: (from) => !written.test(from.slice(dist.length)) });
    writeHosting(this.folder, `https://example.org${this.base}`, moved);
    // A build may have left them out.
    if (!existsSync(join(this.folder, 'index.html.br'))) await compressAll(this.folder);
  }
  files(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(sep).join('/'))
      .filter((name) => !forHosts.test(name) && statSync(join(this.folder, name)).isFile());
  }
}

const missing = [
  'nothing-here/',
  'charts/nothing/',
  'embed/nothing/',
  'embed/held/9.9.9/',
  'embed/held/9.9.9/quiet/',
  'assets/nothing.js',
  'data/nothing.csv',
  'assets/',
];
const hidden = [
  '.htaccess',
  '_headers',
  '_redirects',
  'hosting/',
  'hosting',
  'hosting/nginx.conf',
  'hosting/Caddyfile',
  './/hosting/nginx.conf',
  '%2ehtaccess',
  'hosting/%6eginx.conf',
  '//_headers',
  'x/../_headers',
  'index.html.br',
  'read/index.html.gz',
  '.git/config',
];
const folders = ['charts', 'charts/held', 'embed/held', 'embed', 'data'];
/** Spellings under which a server may find a page, while it takes the address for one with other headers. */
const disguises = [
  'embed/..%2f',
  'embed/%2e%2e/',
  'assets/..%2f',
  'assets/%2e%2e/read/',
  'assets/..%2fread/',
  'x/embed/../../',
  '%65mbed/../read/',
  'embed//../read/',
  'EMBED/held/',
  'read/index.html/embed/',
  'read/?/embed/',
  'read/;/embed/',
  'embed\\..\\read/',
  '/embed/../read/',
];

for (const base of ['/', '/papers/belarus.2025/']) {
  test.describe(`at ${base}`, () => {
    test.describe.configure({ mode: 'default', timeout: 240_000 });
    const site = new Hosted(base);
    test.beforeAll(async () => {
      test.setTimeout(240_000);
      await site.make();
    });
    test.afterAll(() => rmSync(site.root, { recursive: true, force: true }));

    for (const kind of [nginx, caddy, apache])
      test(`${kind.name} gives each address what is declared`, async () => {
        skipWithout(kind);
        const setting = await prepareSetting(site.root, site.folder);
        const stop = await kind.start(setting);
        try {
          const ask = askerOf(setting, base);
          expect(await faultsOf(site, ask)).toEqual([]);
          expect(await disguised(ask)).toEqual([]);
          await expectTwins(site, ask, kind);
          const once = await ask('charts/once-held.svg');
          expect([once.status, once.headers.get('location')?.replace(/^https:\/\/example\.org/, '')]).toEqual([
            301,
            `${base}charts/held.svg`,
          ]);
          if (base !== '/') await expectNothingOutside(setting, site);
          expect(await checked(`https://example.org:${setting.port}${base}`, setting)).toEqual({
            code: 0,
            lines: [`https://example.org:${setting.port}${base} keeps every rule.`],
          });
          if (kind !== caddy) expect(await plain(setting.plainPort)).toMatch(/^301 https:\/\/example\.org\//);
        } finally {
          await stop();
          setting.remove();
        }
      });

    test('a frame for an embed that is not there tells its chart in the host’s article, and no page can be framed', async ({ page }) => {
      skipWithout(nginx);
      const openPort = await freePort();
      const setting = { ...(await prepareSetting(site.root, site.folder)), openPort };
      const stop = await nginx.start(setting);
      const here = `http://127.0.0.1:${openPort}${base}`;
      // An article on another site.
      const article = (path: string) => `<!doctype html><title>Article</title><iframe src="${here}${path}" title="A"></iframe>`;
      try {
        const frame = page.frameLocator('iframe');
        await page.setContent(article('embed/held/9.9.9/'));
        await expect(frame.locator('h1')).toContainText('9.9.9');
        await page.setContent(article('embed/held/'));
        await expect(frame.locator('.chart-title').first()).toBeVisible();
        await page.setContent(article('read/'));
        await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
      } finally {
        await stop();
        setting.remove();
      }
    });

    test('Apache without the module that protects readers answers with an error', async () => {
      skipWithout(apache);
      const setting = await prepareSetting(site.root, site.folder);
      const stop = await startApache(setting, ['headers']);
      try {
        const ask = askerOf(setting, base);
        for (const path of ['', 'read/', 'embed/held/']) {
          const { status, body } = await ask(path);
          expect(status, path).toBe(500);
          expect(body, path).not.toContain('<svg');
        }
      } finally {
        await stop();
        setting.remove();
      }
    });
  });
}

function skipWithout({ name, program }: ServerKind): void {
  test.info().skip(findProgram(program) === null, `${name} is not on this machine: its sample was not tried`);
  test.info().skip(findProgram('openssl') === null, 'openssl is not on this machine: there is no certificate to try the samples with');
}

/** Each fault, with the number of addresses that have it and some of them. */
async function faultsOf(site: Hosted, ask: Asker): Promise<string[]> {
  const files = site.files();
  expect(
    files.filter((file) => typeOf(file) === null),
    'files without a declared type',
  ).toEqual([]);
  const pages = files.filter((file) => /(^|\/)index\.html$/.test(file)).map((file) => file.replace(/index\.html$/, ''));
  const kinds: [Kind, readonly string[]][] = [
    ['there', [...files.filter((file) => !/(^|\/)index\.html$/.test(file)), ...pages]],
    ['missing', missing],
    ['hidden', hidden],
    ['folder', folders],
  ];
  const found = new Map<string, string[]>();
  for (const [kind, paths] of kinds)
    for (const path of paths)
      for (const { what } of judge(kind === 'hidden' ? 'nothing' : path, kind, await ask(path))) {
        const text = `${kind}: ${what}`;
        found.set(text, [...(found.get(text) ?? []), path]);
      }
  return [...found].map(([text, paths]) => `${text} (${paths.length}: ${paths.slice(0, 5).join(' ')})`);
}

/** A page of ours under whatever spelling must have the headers of that page. */
async function disguised(ask: Asker): Promise<string[]> {
  const found: string[] = [];
  const frames = headersOf('').get('Content-Security-Policy');
  for (const path of disguises) {
    const { status, headers, body } = await ask(path);
    if (status !== 200) continue;
    const isEmbed = /<html[^>]* data-chart=/.test(body);
    if (!isEmbed && headers.get('content-security-policy') !== frames) found.push(`${path}: may be framed`);
    if (headers.get('cache-control') !== 'no-store') found.push(`${path}: is kept`);
  }
  return found;
}

async function expectTwins(site: Hosted, ask: Asker, { brotli }: ServerKind): Promise<void> {
  for (const path of [
    '',
    'read/',
    'embed/held/',
    'embed.js',
    'feed.xml',
    'data/releases.csv',
    'charts/held.svg',
    'charts/held.oembed.json',
  ]) {
    const file = join(site.folder, path, path === '' || path.endsWith('/') ? 'index.html' : '');
    if (!hasTwins(path === '' || path.endsWith('/') ? `${path}index.html` : path, statSync(file).size)) continue;
    for (const [accepted, ending, unpack] of [
      ['br, gzip', 'br', brotliDecompressSync],
      ['gzip', 'gz', gunzipSync],
    ] as const) {
      if (ending === 'br' && !brotli) continue;
      const { status, headers, bytes } = await ask(path, { 'accept-encoding': accepted });
      expect([status, headers.get('content-encoding'), headers.get('vary')], `${path} ${ending}`).toEqual([
        200,
        ending === 'br' ? 'br' : 'gzip',
        'Accept-Encoding',
      ]);
      expect(bytes.equals(readFileSync(`${file.replace(/\/$/, '')}.${ending}`)), `${path} is the twin`).toBe(true);
      expect(unpack(bytes).equals(readFileSync(file))).toBe(true);
      expect(headers.get('content-type')?.replace(' ', '').toLowerCase(), path).toBe(typeOf(path)?.replace(' ', ''));
      expect(judge(path, 'there', { status, headers, body: '' })).toEqual([]);
    }
    expect((await ask(path)).headers.get('content-encoding'), path).toBeUndefined();
  }
}

/** What the command says of a live site. The name leads to this machine only here, so the command is told where it is. */
async function checked(address: string, { certificate }: Setting): Promise<{ code: number; lines: string[] }> {
  const lookup = fileURLToPath(new URL('../helpers/servers/name-here.mjs', import.meta.url));
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate, NODE_OPTIONS: `--import ${pathToFileURL(lookup)}` };
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/commands/hosting-check.ts', address], { env }, (error, stdout) =>
      resolve({ code: Number(error?.code ?? 0), lines: stdout.trim().split('\n') }),
    );
  });
}

/** Under a path, the rest of the host is not ours. */
async function expectNothingOutside(setting: Setting, site: Hosted): Promise<void> {
  expect(existsSync(join(site.root, 'index.html'))).toBe(false);
  const outside = await askerOf(setting, '/')('elsewhere/');
  expect(outside.headers.get('cache-control')).toBeUndefined();
  expect(outside.body).not.toContain('id="known"');
}

/** What plain HTTP answers: its status and where it leads. */
const plain = (port: number): Promise<string> =>
  new Promise((answered, failed) => {
    get({ host: '127.0.0.1', port, path: '/read/', headers: { host: 'example.org' } }, (response) => {
      response.resume();
      answered(`${response.statusCode} ${response.headers.location}`);
    }).on('error', failed);
  });
