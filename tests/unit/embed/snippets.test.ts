/** The lines to paste: whatever the form holds, they are well formed, point to embeds that exist, and bear looks that embeds take. */
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, test } from 'vitest';
import { type Card, chosen, type Variant } from '../../../src/embed/choices.ts';
import { heightAt } from '../../../src/embed/height.ts';
import { allCodes, embedAddress } from '../../../src/embed/snippets.ts';
import { densities, fonts, readLook } from '../../../src/embed/tokens.ts';
import { elementsOf } from '../../../src/site/publish/finish/tree.ts';

const measured = { title: 'T', subtitle: 'S', note: 'N'.repeat(300), reading: 'R', source: 'Sources', heights: { narrow: 300, wide: 400 } };
const variant = (language: string, version: string, quiet: boolean): Variant => ({
  language,
  version,
  quiet,
  citation: `Cells, ${version || 'now'}.`,
  title: `“A” <b> & ${language} ${version} ${quiet}`,
  measured,
  picture: { file: quiet ? 'charts/x-quiet' : 'charts/x', width: 768, height: 500, alt: 'It [shows] "this" <i> *x*' },
});
/** In a second language the chart has no pinned version yet. */
const card: Card = {
  chart: 'x',
  site: 'https://example.org/a/',
  variants: [
    ...['', '1.1.0', '1.0.0'].flatMap((version) => [variant('', version, false), variant('', version, true)]),
    variant('be', '', false),
    variant('be', '', true),
  ],
};

const anyField = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    'be',
    '1.0.0',
    '9.9.9',
    'dark',
    'quiet',
    'transparent',
    '480',
    '#0a5',
    'serif',
    'mono',
    'roomy',
    '8',
    '99',
    '"><script>',
  ),
  fc.constant(null),
);
const anyFields = fc.dictionary(
  fc.constantFrom('language', 'version', 'quiet', 'theme', 'size', 'background', 'accent', 'font', 'corner', 'density'),
  anyField,
);

describe('the form', () => {
  test('whatever its fields hold, the address is one that exists, with a look that is taken whole', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const { options } = chosen(card, (name) => fields[name]);
        const url = new URL(embedAddress(options));
        expect(url.pathname).toMatch(/^\/a\/embed\/(?:x\/(?:1\.[01]\.0\/)?|be\/x\/)(?:quiet\/)?$/);
        expect(['', '?theme=dark', '?theme=light']).toContain(url.search);
        expect(readLook(url.hash).ignored).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('each line is one piece of markup, without anything that the fields or texts smuggled in', () => {
    fc.assert(
      fc.property(anyFields, (fields) => {
        const { options, picture } = chosen(card, (name) => fields[name]);
        const { frame, loader, element, svg, png } = allCodes(options, picture);
        for (const [code, names] of [
          [frame, ['div', 'iframe']],
          [loader, ['script']],
          [element, options.choice.quiet ? ['no-empty-cells', 'span', 'img'] : ['no-empty-cells', 'a', 'img']],
          [svg, options.theme === 'auto' ? ['picture', 'source', 'img'] : ['img']],
          [png, options.theme === 'auto' ? ['picture', 'source', 'img'] : ['img']],
        ] as const) {
          const elements = [...elementsOf(parseFragment(code))];
          expect(elements.map(({ tagName }) => tagName)).toEqual(names);
          for (const { attrs } of elements) {
            for (const { name, value } of attrs) if (['src', 'href'].includes(name)) expect(value).toMatch(/^https:\/\/example\.org\/a\//);
            for (const { name, value } of attrs) if (name === 'title') expect(value).toBe(options.title);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what is asked for and exists is what is given', () => {
    const fields: Record<string, string> = { language: '', version: '1.0.0', quiet: 'quiet', theme: 'light', size: '720', font: 'serif' };
    const { options, picture } = chosen(card, (name) => fields[name] ?? null);
    expect(options).toMatchObject({ choice: { version: '1.0.0', quiet: true, language: null }, theme: 'light', most: 720 });
    expect(embedAddress(options)).toBe('https://example.org/a/embed/x/1.0.0/quiet/?theme=light#font=serif');
    expect(picture.file).toBe('charts/x-quiet');
    const other = chosen(card, (name) => (name === 'language' ? 'be' : null));
    expect(embedAddress(other.options)).toBe('https://example.org/a/embed/be/x/');
  });

  test('a citation leads to what stays: the page of the chart, the pinned embed, and from a quiet one nowhere', () => {
    const cited = (fields: Record<string, string>): string => {
      const { options, picture } = chosen(card, (name) => fields[name]);
      return allCodes(options, picture).citation;
    };
    expect(cited({})).toBe('Cells, now. https://example.org/a/charts/x/');
    expect(cited({ version: '1.0.0' })).toBe('Cells, 1.0.0. https://example.org/a/embed/x/1.0.0/');
    expect(cited({ version: '1.0.0', quiet: 'quiet' })).toBe('Cells, 1.0.0.');
  });

  test('Markdown shows its text as text', () => {
    const { options, picture } = chosen(card, () => null);
    expect(allCodes(options, picture).markdown).toBe(
      '[![It \\[shows\\] "this" \\<i\\> \\*x\\*](https://example.org/a/charts/x.png)](https://example.org/a/charts/x/)',
    );
  });
});

test('more space and wider letters never make a frame lower', () => {
  for (const width of [280, 360, 480, 560]) {
    const heights = Object.keys(densities).map((density) => heightAt(measured, width, { density }));
    expect(
      [...heights].sort((a, b) => a - b),
      `${width}`,
    ).toEqual(heights);
    for (const font of Object.keys(fonts))
      expect(heightAt(measured, width, { font })).toBeGreaterThanOrEqual(heightAt(measured, width) - 1);
  }
});
