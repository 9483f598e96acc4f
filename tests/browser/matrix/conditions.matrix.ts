/** Every page of the English site, the story in every language, and many embeds, under every condition of reading. Up to an hour: `npm run test:conditions`. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { languages } from '../../../src/site/languages.ts';
import { conditions, faultsUnder, openForConditions } from '../helpers/conditions.ts';
import { expect, test } from '../helpers/fixtures.ts';
import { dist } from '../helpers/static-server.ts';

const tags = languages.map(({ tag }) => tag);
const all = globSync('**/index.html', { cwd: dist })
  .map((file) => dirname(file).replaceAll('\\', '/'))
  .sort();
const ofOtherLanguages = (path: string): boolean => tags.some((tag) => path.split('/').includes(tag));
const isChart = (path: string): boolean => {
  const file = join(dist, path, 'index.html');
  return existsSync(file) && readFileSync(file, 'utf8').includes(' data-chart="');
};

const pages = all.filter((path) => !path.startsWith('embed/') && (!ofOtherLanguages(path) || tags.some((tag) => path === tag)));
// An embed of a version is made as that of today is, and a quiet one as the other quiet ones.
const embeds = all
  .filter((path) => /^embed\/[^/]+(?:\/quiet)?$/.test(path) && !ofOtherLanguages(path) && isChart(path))
  .filter((path, index) => !path.endsWith('/quiet') || index % 10 === 1);

test('there are pages and embeds to look at', () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(embeds.length).toBeGreaterThanOrEqual(40);
});

for (const path of [...pages, ...embeds]) {
  test(`/${path}`, async ({ page }) => {
    test.setTimeout(600_000);
    await openForConditions(page, `./${path === '.' ? '' : `${path}/`}`);
    const found: string[] = [];
    for (const condition of conditions) found.push(...(await faultsUnder(page, condition, { embed: embeds.includes(path) })));
    expect(found).toEqual([]);
  });
}
