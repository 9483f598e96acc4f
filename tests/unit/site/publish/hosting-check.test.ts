/** A published site, held against the rules: what its server leaves out is told in sentences. */
import { expect, test } from 'vitest';
import type { Answer } from '../../../../src/site/publish/hosting/judge.ts';
import { checkLive, told } from '../../../../src/site/publish/hosting/live.ts';
import { headersOf, typeOf } from '../../../../src/site/publish/hosting/rules.ts';

const site = 'https://papers.example/belarus/';
type Change = (path: string, answer: Answer) => Answer;

/** A server that keeps every rule, but for what `change` does to its answers. */
function server(change: Change = (_, answer) => answer): (address: string) => Promise<Answer> {
  return async (address) => {
    if (address.startsWith('http:')) return change('http', { status: 301, headers: new Map([['location', site]]), body: '' });
    const path = address.slice(site.length);
    const folder = path === 'charts/held';
    const missing = /no-such|999|^assets\/$|htaccess|_headers|hosting/.test(path);
    const headers = new Map(
      [...headersOf(/htaccess|_headers|hosting/.test(path) ? 'x' : path)].map(([name, value]) => [name.toLowerCase(), value]),
    );
    headers.set('content-type', missing ? 'text/html;charset=UTF-8' : (typeOf(path) ?? ''));
    if (folder) headers.set('location', `${path}/`);
    return change(path, { status: folder ? 308 : missing ? 404 : 200, headers, body: missing ? '<script id="known">' : '' });
  };
}

const without =
  (...names: string[]): Change =>
  (_, answer) => ({ ...answer, headers: new Map([...answer.headers].filter(([name]) => !names.includes(name))) });

const sentences = async (change?: Change): Promise<string[]> => told(site, await checkLive(site, 'held', server(change)));

test('a server that keeps every rule is told so', async () => {
  expect(await sentences()).toEqual([`${site} keeps every rule.`]);
});

test('a host that sends no headers of ours is told what that means for readers', async () => {
  const [first = '', ...lines] = await sentences(without('cache-control', 'content-security-policy'));
  expect(first).toMatch(/breaks \d+ rules:$/);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^- \/, \/read\/, .* and \d+ more: expected Cache-Control no-store, found none\. What was read stays on the disk of the reader/,
    ),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(/expected Content-Security-Policy frame-ancestors 'self', found none\. Any site can put the pages into a frame/),
  );
});

test.each<[string, Change, RegExp]>([
  [
    'an embed that may not be framed',
    (path, answer) =>
      path.startsWith('embed/')
        ? { ...answer, headers: new Map([...answer.headers, ['content-security-policy', "frame-ancestors 'self'"]]) }
        : answer,
    /embed\/held\/.*: expected Content-Security-Policy not to be sent, found frame-ancestors 'self'\. What is allowed elsewhere is refused here/,
  ],
  [
    'a page for hosts that is shown',
    (path, answer) => (path === 'hosting/nginx.conf' ? { ...answer, status: 200 } : answer),
    /\/hosting\/nginx\.conf: expected the answer 404, found 200\. Files that are for servers only/,
  ],
  [
    'another page for what is missing',
    (path, answer) => (path.includes('999') ? { ...answer, body: '<h1>Not Found</h1>' } : answer),
    /embed\/held\/999\.0\.0\/: expected the site’s own page .* which chart it asked for/,
  ],
  [
    'a redirect down to plain HTTP',
    (path, answer) => (path === 'charts/held' ? { ...answer, headers: new Map([['location', 'http://papers.example:8080/']]) } : answer),
    /\/charts\/held: expected to be led .* by https, found http:\/\/papers/,
  ],
  [
    'plain HTTP that stays plain',
    (path, answer) => (path === 'http' ? { status: 200, headers: new Map(), body: '' } : answer),
    /expected plain HTTP to lead to https:\/\/, found the answer 200/,
  ],
  [
    'a type that is wrong',
    (path, answer) =>
      path.endsWith('.csv') ? { ...answer, headers: new Map([...answer.headers, ['content-type', 'application/octet-stream']]) } : answer,
    /held\.csv: expected the type text\/csv; charset=utf-8, found application\/octet-stream/,
  ],
  [
    'a part that is not there',
    (path, answer) => (path === 'feed.xml' ? { ...answer, status: 404 } : answer),
    /\/feed\.xml: expected the answer 200, found 404/,
  ],
])('%s is told', async (_, change, sentence) => {
  const [first, ...lines] = await sentences(change);
  expect(first).toMatch(/breaks a rule:$/);
  expect(lines).toEqual([expect.stringMatching(sentence)]);
});

test('a site without TLS is told that it has none', async () => {
  const plain = site.replace('https', 'http');
  const answers = server();
  const findings = await checkLive(plain, 'held', (address) => answers(address.replace('http:', 'https:')));
  expect(told(plain, findings)).toEqual([`${plain} breaks a rule:`, expect.stringMatching(/found plain HTTP\. Everyone on the line/)]);
});
