/** The pages are valid HTML, by a checker that is not ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from '../helpers/fixtures.ts';
import { dist } from '../helpers/static-server.ts';

const html = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

test('every kind of page is valid HTML', async () => {
  test.slow();
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.split(sep).join('/'));
  // Of embeds, which are hundreds and made alike, those of one chart that can be chosen from and of one that names people.
  const looked = pages.filter((name) => !name.includes('embed/') || /embed\/(?:index|(?:vote-2020|lifelines)\/.*)/.test(name));
  expect(looked.length).toBeGreaterThan(80);
  const faults: string[] = [];
  for (const page of looked) {
    const { results } = await html.validateString(readFileSync(join(dist, page), 'utf8'), page);
    for (const { messages } of results)
      for (const { line, column, ruleId, message } of messages) faults.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
  }
  expect(faults.slice(0, 40)).toEqual([]);
});
