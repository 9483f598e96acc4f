/** A copy of a site, whole and changed in every way that a copy can be, in a folder, in an archive and at an address. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../../../src/data/descriptor.ts';
import { zipFiles } from '../../../../../src/data/exports/zip.ts';
import { filesUnder } from '../../../../../src/data/versions/sums.ts';
import { CopyFault, openCopy } from '../../../../../src/site/publish/proof/copy.ts';
import { parseSiteSums, writeSiteSums } from '../../../../../src/site/publish/proof/sums.ts';
import { type Against, toldOf, verifyCopy } from '../../../../../src/site/publish/proof/verify.ts';

let root = '';
let site = '';

const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(join(site, name, '..'), { recursive: true });
  writeFileSync(join(site, name), content);
};
const page = '<!doctype html><title>A page</title>';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verify-'));
  site = join(root, 'site');
  put('index.html', page);
  put('404.html', 'Nothing here');
  put('.htaccess', 'Options -Indexes');
  put('charts/held/index.html', 'A chart');
  put('data/datapackage.json', '{"version":"1.0.0"}');
  put('data/1.0.0/cases.csv', 'id\na\n');
  writeSiteSums(site);
  put('index.html.gz', gzipSync(page));
  put('index.html.br', brotliCompressSync(page));
  put('SHA256SUMS.gz', gzipSync(readFileSync(join(site, 'SHA256SUMS'))));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const filesOf = (): Map<string, Uint8Array> => new Map(filesUnder(site).map((name) => [name, readFileSync(join(site, name))]));

/** The copy as an archive. */
function zipped(files = filesOf()): string {
  const path = join(root, 'copy.zip');
  writeFileSync(path, zipFiles(files, 'a-site', '2026-11-26'));
  return path;
}

/** What is told of a copy, but for the last line. */
async function found(place: string, against: Against = {}): Promise<string[]> {
  const { findings } = await verifyCopy(openCopy(place), against);
  return findings.map(({ kind, name, detail }) => [kind, name, ...(detail ? [detail] : [])].join(' '));
}

const changes: readonly (readonly [string, () => void, string[]])[] = [
  ['nothing', () => {}, []],
  ['a letter', () => put('charts/held/index.html', 'A charT'), ['differs charts/held/index.html']],
  ['a file taken away', () => rmSync(join(site, '404.html')), ['missing 404.html']],
  ['a script added', () => put('assets/count.js', 'count()'), ['extra assets/count.js']],
  ['a file whose name begins with a dot', () => put('.htaccess', 'Options +Indexes'), ['differs .htaccess']],
  [
    'the twin that servers send, and not the page',
    () => put('index.html.br', brotliCompressSync('Another page')),
    ['differs index.html.br servers send it in the place of index.html'],
  ],
  [
    'a twin that can’t be unpacked',
    () => put('index.html.gz', 'no twin'),
    ['differs index.html.gz servers send it in the place of index.html'],
  ],
  ['the twin of nothing', () => put('more.html.gz', gzipSync('more')), ['extra more.html.gz']],
];

test.each(changes)('in a folder and in an archive: %s', async (_, change, expected) => {
  change();
  expect(await found(site)).toEqual(expected);
  expect(await found(zipped())).toEqual(expected);
});

test('sums that are written again, beside twins, are the same', () => {
  const sums = readFileSync(join(site, 'SHA256SUMS'), 'utf8');
  writeSiteSums(site);
  expect(readFileSync(join(site, 'SHA256SUMS'), 'utf8')).toBe(sums);
});

test('what lies beside the site in an archive was added too', async () => {
  const path = join(root, 'copy.zip');
  const entries = Object.fromEntries([...filesOf()].map(([name, bytes]) => [`a-site/${name}`, bytes]));
  writeFileSync(path, zipSync({ ...entries, 'READ-ME.exe': strToU8('x') }));
  expect(await found(path)).toEqual(['extra ../READ-ME.exe']);
});

test('sums that came another way find what was changed together with its sum', async () => {
  const sums = readFileSync(join(site, 'SHA256SUMS'), 'utf8');
  put('index.html', 'Another page');
  rmSync(join(site, 'index.html.br'));
  rmSync(join(site, 'index.html.gz'));
  rmSync(join(site, 'SHA256SUMS.gz'));
  writeSiteSums(site);
  expect(await found(site)).toEqual([]);
  expect(await found(site, { sums })).toEqual(['differs index.html']);
});

test('a release finds data that was changed together with its sum, and a copy of another version', async () => {
  const release = (version: string) => ({ release: { version, sums: new Map([['cases.csv', sha256(strToU8('id\na\n'))]]) } });
  expect(await found(site, release('1.0.0'))).toEqual([]);
  expect(await found(site, release('2.0.0'))).toEqual([
    'missing data/2.0.0/cases.csv',
    'differs data/datapackage.json expected version 2.0.0 of the data, found 1.0.0',
  ]);
  put('data/1.0.0/cases.csv', 'id\nb\n');
  rmSync(join(site, 'SHA256SUMS.gz'));
  writeSiteSums(site);
  expect(await found(site)).toEqual([]);
  expect(await found(site, release('1.0.0'))).toEqual(['differs data/1.0.0/cases.csv']);
});

/** A host of the copy, which keeps what is for hosts to itself. `answer` may answer in its place. */
async function hosted<T>(
  use: (address: string) => Promise<T>,
  answer: Readonly<Record<string, [number, string, string?]>> = {},
): Promise<T> {
  const server = createServer(({ url = '' }, response) => {
    const path = url.replace(/^\/copy\//, '');
    const [status, body, location] = answer[path] ?? [0, ''];
    if (status > 0) return response.writeHead(status, location === undefined ? {} : { location }).end(body);
    const file = /(^|\/)$/.test(path) ? `${path}index.html` : path;
    const known = filesOf().get(file);
    if (known === undefined || file.startsWith('.')) return response.writeHead(404).end('Nothing here');
    return response.writeHead(200).end(known);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/copy`);
  } finally {
    server.close();
  }
}

test('at an address a page is asked for as readers ask for it, and files for hosts are not', async () => {
  await hosted(async (address) => {
    expect(await found(address)).toEqual([]);
    expect(await found(`${address}/index.html`)).toEqual([]);
    put('charts/held/index.html', 'A chart<script src="//count.example"></script>');
    rmSync(join(site, 'data/1.0.0/cases.csv'));
    expect(await found(address)).toEqual(['differs charts/held/index.html', 'missing data/1.0.0/cases.csv']);
  });
});

test('an address that answers with faults or leads elsewhere says nothing of a copy', async () => {
  await hosted((address) => expect(found(address)).rejects.toThrow(/charts\/held\/ answers with 503 and not with a file/), {
    'charts/held/': [503, 'later'],
  });
  await hosted(
    (other) =>
      hosted((address) => expect(found(address)).rejects.toThrow(/SHA256SUMS leads to another site, http:/), {
        SHA256SUMS: [302, '', `${other}/SHA256SUMS`],
      }),
    {},
  );
  const gone = await hosted(async (address) => address);
  await expect(found(gone)).rejects.toThrow(/does not answer: /);
});

test.each<[string, () => string, RegExp]>([
  ['no such place', () => join(root, 'nowhere'), /nowhere can't be read: found no such file/],
  ['a file of another kind', () => join(site, 'index.html'), /is neither a folder nor a zip that can be read/],
  [
    'a cut archive',
    () => {
      const path = zipped();
      writeFileSync(path, readFileSync(path).subarray(0, 400));
      return path;
    },
    /is neither a folder nor a zip that can be read/,
  ],
  [
    'an archive that claims to be huge',
    () => {
      const path = zipped();
      const bytes = Buffer.from(readFileSync(path));
      bytes.writeUInt32LE(0xfffffff0, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 24);
      writeFileSync(path, bytes);
      return path;
    },
    /would unpack to \d+ bytes, more than any copy of the site holds/,
  ],
  ['a folder without sums', () => join(site, 'data'), /has no SHA256SUMS/],
  [
    'sums that are none',
    () => {
      put('SHA256SUMS', 'all fine\n');
      return site;
    },
    /SHA256SUMS, line 1: expected a SHA-256 sum, two blanks and a name, found "all fine"/,
  ],
])('%s is told in a sentence', async (_, place, said) => {
  const error = await found(place()).catch((fault: unknown) => fault);
  expect(error).toBeInstanceOf(CopyFault);
  expect((error as CopyFault).message).toMatch(said);
});

test.each(['../x', '/etc/passwd', 'a/../b', 'a//b', './a', 'a\\b'])('no sum leads out of the folder: %s', (name) => {
  expect(parseSiteSums(`${'0'.repeat(64)}  ${name}\n`).fault).toMatch(/^line 1: expected/);
});

test('the last line tells what the sums prove', () => {
  expect(toldOf('copy.zip', { findings: [], sound: 6 }, {})).toEqual([
    'copy.zip is whole: 6 files are as their sums say.',
    expect.stringContaining('compare with sums that came another way'),
  ]);
  expect(toldOf('copy.zip', { findings: [], sound: 6 }, { sums: 'x' })).toHaveLength(1);
  expect(toldOf('c', { findings: [{ kind: 'extra', name: 'x.js' }], sound: 6 }, {})).toEqual([
    'extra:   x.js',
    'c is not whole: 0 differ, 0 missing, 1 added; 6 files are as they should be.',
  ]);
});
