/** Where each change of the rehearsal has to be seen in the built site. */
import { pseudoTag } from '../fixtures/pseudo-language.ts';
import type { Clone } from './clone.ts';
import { corrected, own, releasedIn, type Step } from './steps.ts';

export function findChanges(clone: Clone): readonly Step[] {
  const page = (path: string): string => `dist/${path}index.html`;
  const expectIn = (file: string, ...texts: readonly (string | RegExp)[]): void => {
    const found = clone.read(file);
    for (const text of texts)
      if (typeof text === 'string' ? !found.includes(text) : !text.test(found))
        throw new Error(`${file}: expected ${text}, found it nowhere`);
  };
  const without = (file: string, text: string): void => {
    if (clone.read(file).includes(text)) throw new Error(`${file}: expected no ${text}, found it`);
  };
  const version = (): string => releasedIn(clone);
  return [
    [
      'the corrected value stands in the prose and the rows of the chart',
      () => {
        expectIn(page(''), `<data value="${corrected.value}"`);
        without(page(''), `<data value="${corrected.before}"`);
        expectIn('dist/charts/held.csv', corrected.value);
      },
    ],
    [
      'the source, the row and the table have their page and exports',
      () => {
        expectIn(page('data/fines/'), 'Fines for journalists', 'Example Union', 'example-2025-01-10-fines');
        expectIn(page('data/sources/'), 'example-2025-01-10-fines', 'https://example.org/fines');
        expectIn('dist/data/fines.csv', '2024-12-31,year,Belarus,120,at_least');
        expectIn('dist/data/datapackage.json', '"fines"');
      },
    ],
    [
      'the figure, the chapter and the term stand in the story',
      () => expectIn(page(''), 'The fines', '<data value="120"', 'A fine that a court imposes on a journalist'),
    ],
    [
      'the chart has its page, its embeds and its images',
      () => {
        for (const path of ['charts/fines/', 'embed/fines/', 'embed/fines/quiet/', `embed/fines/${version()}/`])
          expectIn(page(path), 'Courts fined journalists');
        expectIn(page('charts/fines/'), '<svg', own.slug);
        for (const file of ['fines.csv', 'fines.svg'])
          if (!clone.has(`dist/charts/${file}`)) throw new Error(`dist/charts/${file}: expected it`);
      },
    ],
    [
      'name and colour are the stranger’s',
      () => {
        expectIn(page(''), new RegExp(`<title>[^<]*${own.name}`), own.home);
        without(page(''), 'No Empty Cells');
        if (!clone.has(`dist/data/${own.slug}.zip`)) throw new Error(`dist/data/${own.slug}.zip: expected it`);
        expectIn('dist/embed.js', own.slug);
      },
    ],
    [
      'the release stands in the changelog and keeps its tables',
      () => {
        expectIn(page('data/changelog/'), `v${version()}`, 'fines');
        expectIn(page(`data/${version()}/`), version());
      },
    ],
    ['the language has its pages', () => expectIn(page(`${pseudoTag}/`), `lang="${pseudoTag}"`, 'Ţĥéé ƒ')],
    [
      'the editions hold the chapter and the figure',
      () => {
        for (const ending of ['md', 'txt']) expectIn(`dist/editions/${own.slug}-en.${ending}`, /fines/i, '120');
      },
    ],
  ];
}
