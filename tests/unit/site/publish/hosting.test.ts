/** The headers for hosts: declared once, and in each file the same. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf, rules, types } from '../../../../src/site/publish/hosting/rules.ts';
import { writeHosting } from '../../../../src/site/publish/hosting/write.ts';
import { declaredHeaders } from '../../../browser/helpers/static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'hosting-'));
const paths = [
  '',
  '404.html',
  'assets/Base.abc.css',
  'be/index.html',
  'charts/',
  'charts/held/',
  'charts/held.svg',
  'data/releases.csv',
  'data/SHA256SUMS',
  'embed.js',
  'embed/held/1.0.0/quiet/',
  'feed.xml',
  'read/',
];

beforeAll(() => {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    if (path === '' || path.endsWith('/')) mkdirSync(join(folder, path), { recursive: true });
    else writeFileSync(join(folder, path), '');
  }
  expect(writeHosting(folder, undefined, [])).toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

describe('what readers rest on', () => {
  it.each(['', 'read/', 'charts/held/', 'data/', 'charts/held.png', 'no/such/page'])(
    '"%s" is kept by no browser and framed by no other site',
    (path) => {
      const headers = headersOf(path);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Content-Security-Policy')).toBe("frame-ancestors 'self'");
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    },
  );

  it('embeds may be framed, and are not kept either', () => {
    for (const path of ['embed/held/', 'embed/held/1.0.0/', 'embed/held/quiet/']) {
      expect(headersOf(path).has('Content-Security-Policy')).toBe(false);
      expect(headersOf(path).get('Cache-Control')).toBe('no-store');
    }
  });

  it('no header is declared twice for one path', () => {
    for (const path of paths) {
      const holding = rules.filter((rule) => Object.keys(rule.headers).some((name) => headersOf(path).get(name) === rule.headers[name]));
      const names = holding.flatMap(({ headers }) => Object.keys(headers)).filter((name) => headersOf(path).has(name));
      expect(new Set(names).size, path).toBe(names.length);
    }
  });
});

describe('_headers', () => {
  it('gives every path what is declared, as a host reads it, and never two values of one header', async () => {
    const read = await declaredHeaders(folder);
    const lower = (headers: Iterable<readonly [string, string]>) =>
      Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));
    for (const path of paths) {
      const type = types.paths[path];
      const declared: [string, string][] = [
        ...headersOf(path),
        ...(type === undefined ? [] : [['content-type', type] as [string, string]]),
      ];
      expect(lower(read(`/${path}`)), path).toEqual(lower(declared));
    }
  });

  it('keeps within what hosts take: a hundred blocks, lines of two thousand characters, wildcards at the end only', () => {
    const lines = text('_headers').split('\n');
    const blocks = lines.filter((line) => line.startsWith('/'));
    expect(blocks.length).toBeLessThan(100);
    expect(new Set(blocks).size).toBe(blocks.length);
    expect(blocks.filter((line) => line.slice(0, -1).includes('*'))).toEqual([]);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2000);
  });
});

describe.each(['hosting/nginx.conf', 'hosting/Caddyfile', '.htaccess'])('%s', (name) => {
  it('says why of each rule', () => {
    for (const { why } of rules) expect(text(name)).toContain(`# ${why}`);
  });
});

describe('files for the address of the site', () => {
  const made = (site: string): { sentences: string[]; read: (name: string) => string | null; remove: () => void } => {
    const other = mkdtempSync(join(tmpdir(), 'hosting-'));
    mkdirSync(join(other, 'assets'));
    const sentences = writeHosting(other, site, [{ from: 'charts/a.svg', to: 'charts/b.svg' }]);
    const read = (name: string): string | null => (existsSync(join(other, name)) ? readFileSync(join(other, name), 'utf8') : null);
    return { sentences, read, remove: () => rmSync(other, { recursive: true }) };
  };

  it('name its host and its path', () => {
    const { sentences, read, remove } = made('https://papers.example/belarus.2025');
    expect(read('hosting/nginx.conf')).toContain('server_name papers.example;');
    expect(read('hosting/nginx.conf')).toContain('"~^/belarus\\.2025/embed/"');
    expect(read('hosting/Caddyfile')).toContain('papers.example {');
    expect(read('.htaccess')).toContain('ErrorDocument 404 /belarus.2025/404.html');
    expect([read('_headers'), read('_redirects')]).toEqual([null, null]);
    expect(sentences).toEqual([expect.stringContaining('/belarus.2025/')]);
    remove();
  });

  it('are not written, with a sentence, where servers would read the path in different ways', () => {
    for (const site of [
      'https://papers.example/a%20b/',
      'https://papers.example/a+b/',
      'https://papers.example/(a)/',
      "https://papers.example/a';b/",
    ]) {
      const { sentences, read, remove } = made(site);
      expect(sentences, site).toEqual([expect.stringMatching(/^No files for hosts are written: the path \/.+\/ of SITE_URL/)]);
      for (const name of ['_headers', '.htaccess', 'hosting/nginx.conf', 'hosting/Caddyfile'])
        expect(read(name), `${site} ${name}`).toBeNull();
      remove();
    }
  });

  it('keep old names of files at the root too', () => {
    const { sentences, read, remove } = made('https://papers.example/');
    expect(sentences).toEqual([]);
    expect(read('_redirects')).toBe('/charts/a.svg /charts/b.svg 301\n');
    remove();
  });
});
