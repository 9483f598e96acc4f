/** What counts as used: `npm test` fails on files, exports and packages that nothing asks for. */
import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src/commands/*.{ts,mjs}',
    // Scripts that are bundled by their path, and pages that the bundle of a chart adds to Astro's.
    'src/embed/{element,endpoint,frame,loader}.ts',
    'src/site/**/pages/**/*.astro',
    'tests/bench/*.ts',
    'tests/bench/bytes/bytes.ts',
    'tests/rehearse/{rehearse,break,other-subject}.ts',
    'tests/browser/helpers/screenshot.ts',
    'tests/browser/conditions.config.ts',
    'tests/browser/matrix/*.ts',
  ],
  project: ['src/**/*.{ts,mjs,astro}', 'tests/**/*.ts', '!tests/fixtures/other-subject/**'],
  vitest: { config: 'tests/unit/vitest.config.ts', entry: 'tests/unit/**/*.test.ts' },
  playwright: { config: 'tests/browser/playwright.config.ts', entry: 'tests/browser/**/*.spec.ts' },
  ignoreExportsUsedInFile: true,
  // Tests ask what hosts run, and what others read the data by, where they are found.
  ignoreBinaries: ['php', 'sqlite3'],
  ignoreDependencies: [
    // Commands that src/commands/test.mjs runs by their names.
    '@astrojs/check',
    '@biomejs/biome',
    // Parents of embeds: browser tests serve their files to a host's page.
    '@newswire/frames',
    '@nprapps/sidechain',
    '@open-iframe-resizer/core',
    'iframe-resizer',
    'pym.js',
    // A test compiles the recipe for React by its types.
    '@types/react',
    // Types only; they come with @types/d3-geo.
    'geojson',
  ],
  compilers: {
    // Imports stand in the head of an Astro file and in its scripts; knip's own reading leaves out the scripts.
    astro: (text: string) => {
      const head = text.match(/^---\r?\n([\s\S]*?)\r?\n---/)?.[1] ?? '';
      const scripts = [...text.matchAll(/<script\b([^>]*?)(?:\/>|>([\s\S]*?)<\/script>)/g)].map(([, attributes = '', body = '']) => {
        const source = attributes.match(/\bsrc="(\.[^"]+)"/)?.[1];
        return source === undefined ? body : `import '${source}';`;
      });
      return [head, ...scripts].join('\n');
    },
  },
} satisfies KnipConfig;
