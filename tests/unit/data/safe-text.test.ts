/** One rule for addresses and for characters that nobody sees, over all that people type. */
import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { formatProblem } from '../../../src/data/problem.ts';
import { hiddenIn, imageFault, linkFault, webFault } from '../../../src/data/safe-text.ts';
import { readYaml } from '../../../src/data/yaml.ts';
import { renderDoc } from '../../../src/site/embeds/docs.ts';
import { setPolicy } from '../../../src/site/publish/finish/policy.ts';
import type { Document } from '../../../src/site/publish/finish/tree.ts';

describe('an address', () => {
  it.each([
    'https://spring96.org/en/news/1',
    'http://example.org',
    'https://example.org/a?b=c#d',
    'https://8.8.8.8/',
    'https://президент.бел/',
  ])('on another site may be %s', (text) => expect([webFault(text), linkFault(text)]).toEqual([null, null]));
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/',
    'mailto:a@example.org',
    '//evil.example/',
    '/\\evil.example/',
    'https:/\\evil.example',
    'https://user:word@example.org/',
    'https://user@example.org/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://10.0.0.1/',
    'http://intranet/',
    'https://exam\u202Eple.org/',
    'https://example.org/a b',
    'https://example.org\\x',
    '',
  ])('of no text is %j', (text) => {
    expect(webFault(text)).not.toBeNull();
    expect(linkFault(text)).not.toBeNull();
    expect(imageFault(text)).not.toBeNull();
  });
  it('may be a path of our own or a place of the page, in links; images are our own', () => {
    for (const link of ['/', '/charts/held/', '/data/#L14', '#terms', '#вязні']) expect(linkFault(link), link).toBeNull();
    expect(imageFault('/charts/held.svg')).toBeNull();
    expect(imageFault('https://example.org/a.png')).not.toBeNull();
    for (const path of ['//evil.example/', '/a/..//evil.example/', '/\t/evil.example/', 'charts/', '../charts/'])
      expect(linkFault(path), path).not.toBeNull();
  });
});

test('characters that nobody sees are found by their place, line ends are none', () => {
  expect(hiddenIn('a\nb\r\nc')).toEqual([]);
  for (const sign of ['\u202E', '\u200B', '\u3164', '\u00AD', '\uFE0F', '\u2028', '\u0007', '\u001B', '\uFEFF', '\u{E0041}', '\r'])
    expect(hiddenIn(`ab${sign}c`), JSON.stringify(sign)).toEqual([{ offset: 2, found: sign }]);
});

test('a problem is one line without control characters, whatever a key or a cell holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, subject, message) => {
      expect(formatProblem({ file, line: 1, column: 1, subject, message })).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 2000 },
  );
  const hostile = 'a\n```\n@org/team\n::error::fake\n\u001B[31m';
  expect(formatProblem({ file: 'a.yml', line: 1, column: 1, subject: hostile, message: 'x' })).toBe(
    'a.yml:1:1 a\\u000a```\\u000a@org/team\\u000a::error::fake\\u000a\\u001b[31m: x',
  );
});

describe('a YAML file', () => {
  const schema = z.record(z.string(), z.string());
  it.each([
    ['typed', 'a: b\nc: d\u200Be\n', '2:5'],
    ['spelled by an escape', 'a: b\nc: "d\\u202Ee"\n', '2:4'],
    ['in a key', 'a: b\n"c\\u001Bd": e\n', '2:1'],
    ['as a line break in a key', 'a: b\n"c\\n::error::d": e\n', '2:1'],
  ])('tells the place of a hidden character %s', (_, text, place) => {
    const { value, problems } = readYaml('x.yml', text, schema);
    expect(value).toBeNull();
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(new RegExp(`^x\\.yml:${place} expected no hidden characters, found "`)),
    ]);
  });
  it('may have texts of several lines', () => {
    expect(readYaml('x.yml', 'a: |\n  b\n  c\nd: "e\\nf"\n', schema).problems).toEqual([]);
  });
});

describe('a text', () => {
  const head = '---\ntitle: T\ndescription: D\n---\n\n';
  it.each([
    ['[a](javascript:alert)', '6:1'],
    ['b <JavaScript:alert>', '6:3'],
    ['[a](data:text/html,x)', '6:1'],
    ['[a][b]\n\n[b]: //evil.example/', '8:1'],
    ['![a](https://evil.example/a.png)', '6:1'],
    ['a\u202Eb', '6:2'],
    ['a <b>c</b>', '6:3'],
  ])('with %j is refused at its place', (text, place) => {
    const { doc, problems } = renderDoc('x.md', head + text, new Map());
    expect(doc).toBeNull();
    expect(problems.map(formatProblem)[0]).toMatch(new RegExp(`^x\\.md:${place} expected `));
  });
  it('with links of ours and of others is not', () => {
    expect(renderDoc('x.md', `${head}[a](/charts/) [b](#c) <https://example.org/> ![d](/page.svg)`, new Map()).problems).toEqual([]);
  });
});

describe('the policy of a page', () => {
  const page = (head: string, body = ''): Document => parse(`<html><head>${head}</head><body>${body}</body></html>`);
  const policyOf = (document: Document): string => {
    setPolicy(document);
    return JSON.stringify(document, (key, value: unknown) => (key === 'parentNode' ? undefined : value));
  };
  it('allows what our layouts made, by its hash and without its mark, and asks for none of data', () => {
    const text = policyOf(page('<script data-own>a()</script><style data-own>p{}</style><script type="application/json">{}</script>'));
    expect(text.match(/'sha256-/g)).toHaveLength(2);
    expect(text).not.toContain('data-own');
  });
  it.each([
    '<script>a()</script>',
    '<script type="module">a()</script>',
    '<script type="importmap">{}</script>',
    '<script type="speculationrules">{}</script>',
    '<style>p{}</style>',
    '<svg><style>p{}</style></svg>',
    '<svg><script>a()</script></svg>',
    '<script src="https://evil.example/a.js"></script>',
    '<script src="//evil.example/a.js"></script>',
    '<link rel="stylesheet" href="https://evil.example/a.css">',
    '<link rel="preconnect" href="https://evil.example/">',
    '<img src="https://evil.example/a.png" alt="">',
    '<img src="/\\evil.example/a.png" alt="">',
    '<img src="data:image/svg+xml,x" alt="">',
    '<iframe srcdoc="<p>"></iframe>',
    '<a href="javascript:a()">b</a>',
    '<a href="java\nscript:a()">b</a>',
    '<a href="&#1;javascript:a()">b</a>',
    '<svg><a xlink:href="javascript:a()"></a></svg>',
    '<form action="data:x"></form>',
    '<base href="/x/">',
    '<p onclick="a()"></p>',
    '<p style="color:red"></p>',
    '<template><script>a()</script></template>',
  ])('stops the build at %s', (html) => expect(() => setPolicy(page('', html))).toThrow());
});
