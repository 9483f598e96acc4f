/** Checkouts of other systems: line ends of CR LF in what people type, and what git must leave alone. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/commands/root.ts';
import { formatProblem } from '../../src/data/problem.ts';
import { loadEdition } from '../../src/site/edition.ts';
import { renderDoc } from '../../src/site/embeds/docs.ts';

const folder = mkdtempSync(join(tmpdir(), 'line-ends-'));
afterAll(() => rmSync(folder, { recursive: true }));

const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

test('the story, the words of the charts and the glossary read the same with CR LF', () => {
  for (const part of ['content', 'data', 'src/charts', 'package.json'])
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  const texts = filesBelow(join(folder, 'content')).filter((file) => /\.(?:md|yml)$/.test(file));
  expect(texts.length).toBeGreaterThan(20);
  for (const file of texts) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  const [here, there] = [loadEdition(projectRoot, 'en'), loadEdition(folder, 'en')];
  // Within a paragraph a line end is a blank, whatever it is made of.
  const plain = (value: unknown): string => JSON.stringify(value).replaceAll('\\r\\n', '\\n');
  expect(plain(there.story)).toBe(plain(here.story));
  expect([...there.charts.values()].map(({ title }) => title)).toEqual([...here.charts.values()].map(({ title }) => title));
}, 240_000);

test('a fault in a text with CR LF is told at its line', () => {
  const text = '---\ntitle: T\ndescription: D\n---\n\nOne.\n\n[a](javascript:x)\n'.replaceAll('\n', '\r\n');
  expect(renderDoc('x.md', text, new Map()).problems.map(formatProblem)).toEqual([expect.stringMatching(/^x\.md:8:1 expected a link/)]);
});

test('git checks every text out with LF, and leaves what is none as it is', () => {
  const rules = readFileSync(join(projectRoot, '.gitattributes'), 'utf8').split('\n');
  expect(rules[0]).toBe('* text=auto eol=lf');
  const binary = new Set(rules.flatMap((line) => /^\*(\.\w+) binary$/.exec(line)?.[1] ?? []));
  const parts = ['content', 'data', 'public', 'src', 'tests', '.github'].flatMap((part) => filesBelow(join(projectRoot, part)));
  const endings = new Set(parts.filter((file) => readFileSync(file).includes(0)).map((file) => extname(file)));
  expect([...endings].filter((ending) => !binary.has(ending))).toEqual([]);
  const withReturn = parts.filter((file) => !binary.has(extname(file)) && readFileSync(file).includes('\r\n'));
  expect(withReturn).toEqual([]);
});
