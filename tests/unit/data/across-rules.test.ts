/** The rules between rows are listed for those who write rows; the list holds every rule that there is, and a test tries each. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulesBetweenRows } from '../../../src/data/across-rules.ts';

const codeOf = (file: string): string => readFileSync(`src/data/${file}`, 'utf8');
const files = [...readdirSync('src/data').filter((name) => /^across.*\.ts$/.test(name) && name !== 'across-rules.ts'), 'publishers.ts'];
/** Every message of the rules, as the code writes it. */
const messages = files.flatMap((file) => [...codeOf(file).matchAll(/`(expected [^\n]*?)`[,;)\s]/g)].map(([, message = '']) => message));

test('every message belongs to one rule of the list, and every rule has a message', () => {
  expect(messages.length).toBeGreaterThan(25);
  for (const message of messages) {
    const rules = rulesBetweenRows.filter(({ tells }) => tells.some((words) => message.includes(words)));
    expect(
      rules.map(({ says }) => says),
      message,
    ).toHaveLength(1);
  }
  for (const words of rulesBetweenRows.flatMap(({ tells }) => tells))
    expect(
      messages.some((message) => message.includes(words)),
      words,
    ).toBe(true);
});

test('data/README.md lists each rule, and CONTRIBUTING.md leads to the list', () => {
  const readme = readFileSync('data/README.md', 'utf8');
  const list = /\n## Rules between rows\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  expect(list.split('\n').filter((line) => line.startsWith('- '))).toEqual(rulesBetweenRows.map(({ says }) => `- ${says}`));
  expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain('(data/README.md#rules-between-rows)');
});

test('each is tried on rows that break it', () => {
  const tests = readdirSync('tests/unit/data')
    .filter((name) => /^across.*\.test\.ts$/.test(name) && name !== 'across-rules.test.ts')
    .map((name) => readFileSync(`tests/unit/data/${name}`, 'utf8'))
    .join('\n');
  /** The words that stand in a message whatever the row: those of its longest part between values. */
  const fixed = (words: string): string =>
    words
      .split(/\$\{[^}]*\}/)
      .toSorted((a, b) => b.length - a.length)[0]
      ?.trim() ?? '';
  const untried = rulesBetweenRows.filter(({ tells }) => !tells.some((words) => tests.includes(fixed(words))));
  expect(untried.map(({ says }) => says)).toEqual([]);
});
