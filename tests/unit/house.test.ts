/** The rules of the house hold by machine: which room may import which, and what the linter must catch. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const root = process.cwd();

/** What each room may import, as the design has it: data, figures, then charts, story and embed, then site, then pages. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  data: [],
  figures: ['data'],
  charts: ['data', 'figures'],
  story: ['data', 'figures', 'charts'],
  embed: ['data', 'figures', 'charts'],
  site: ['data', 'figures', 'charts', 'story', 'embed'],
  pages: ['data', 'figures', 'charts', 'story', 'embed', 'site'],
  commands: ['data', 'figures', 'charts', 'story', 'embed', 'site'],
};
const rooms = Object.keys(mayImport);

/** What each wing of `src/site` may import of the others: embeds → charts → story, data → shell; each may have its strings. */
const wingMayImport: Readonly<Record<string, readonly string[]>> = {
  strings: [],
  shell: ['strings'],
  story: ['shell', 'strings'],
  data: ['shell', 'strings'],
  charts: ['story', 'data', 'shell', 'strings'],
  embeds: ['charts', 'story', 'data', 'shell', 'strings'],
  editions: ['shell', 'strings'],
  performance: ['story', 'shell', 'strings'],
  publish: ['performance', 'editions', 'embeds', 'charts', 'story', 'data', 'shell', 'strings'],
};
const wings = Object.keys(wingMayImport);
/** What lies beside the wings, since all of them use it. */
const besideWings = ['README.md', 'dates.ts', 'edition.ts', 'html.ts', 'languages.ts', 'shared.ts', 'site-address.ts'];

/** Ways to bring another module in, each of which has to be caught. */
const imports: Readonly<Record<string, (room: string) => string>> = {
  'value.ts': (room) => `import { x } from '../${room}/x.ts';\nconsole.log(x);\n`,
  'type.ts': (room) => `import type { X } from '../${room}/x.ts';\nexport type Y = X;\n`,
  'reexport.ts': (room) => `export { x } from '../${room}/x.ts';\n`,
  'dynamic.ts': (room) => `export const x = await import('../${room}/x.ts');\n`,
  'deep/er/value.ts': (room) => `import { x } from '../../../${room}/deep/x.ts';\nconsole.log(x);\n`,
  'alias.ts': (room) => `import { x } from '/src/${room}/x.ts';\nconsole.log(x);\n`,
  'script.mjs': (room) => `import { x } from '../${room}/x.ts';\nconsole.log(x);\n`,
  'page.astro': (room) => `---\nimport X from '../${room}/X.astro';\n---\n<X />\n`,
};

/** The same from within a wing, also from a folder of it, where the way to another wing is longer; wings have no deeper folders. */
const { 'deep/er/value.ts': _deeper, ...flatImports } = imports;
const wingImports: typeof imports = {
  ...flatImports,
  'deep/value.ts': (wing) => `import { x } from '../../${wing}/x.ts';\nconsole.log(x);\n`,
  'alias.ts': (wing) => `import { x } from '/src/site/${wing}/x.ts';\nconsole.log(x);\n`,
  'around.ts': (wing) => `import { x } from '../../site/${wing}/x.ts';\nconsole.log(x);\n`,
};

const faults: Readonly<Record<string, { readonly file: string; readonly text: string }>> = {
  noExplicitAny: { file: 'src/data/any.ts', text: 'export const a: any = 1;\n' },
  noNonNullAssertion: { file: 'src/data/assertion.ts', text: 'export const a = (b: string | null): string => b!;\n' },
  noDefaultExport: { file: 'src/data/default.ts', text: 'export default 1;\n' },
  useImportType: { file: 'src/data/import-type.ts', text: "import { A } from './a.ts';\nexport const a = (b: A): A => b;\n" },
  noUnusedImports: { file: 'src/data/unused.ts', text: "import { a } from './a.ts';\nexport const b = 1;\n" },
  noFocusedTests: { file: 'tests/unit/focused.test.ts', text: "import { test } from 'vitest';\ntest.only('x', () => {});\n" },
  noSkippedTests: { file: 'tests/unit/skipped.test.ts', text: "import { test } from 'vitest';\ntest.skip('x', () => {});\n" },
};

interface Diagnostic {
  readonly category: string;
  readonly file: string;
  readonly message: string;
}

/** Lints files of these names and texts with the rules of the project. */
async function lint(texts: ReadonlyMap<string, string>): Promise<Diagnostic[]> {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const [name, text] of texts) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const output = await new Promise<string>((resolve) => {
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) => resolve(stdout));
    });
    const report: { diagnostics: { category: string; severity: string; message: string; location: { path: string } }[] } =
      JSON.parse(output);
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    return errors.map(({ category, location, message }) => ({
      category: category.split('/').at(-1) ?? '',
      file: location.path.replaceAll('\\', '/'),
      message,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('imports between rooms', () => {
  const probe = (room: string, other: string, way: string): string => {
    const at = way.lastIndexOf('/') + 1;
    return `src/${room}/${way.slice(0, at)}from-${other}-${way.slice(at)}`;
  };
  let found: ReadonlySet<string> = new Set();

  beforeAll(async () => {
    const texts = new Map<string, string>();
    for (const room of rooms) {
      for (const other of rooms) for (const [way, text] of Object.entries(imports)) texts.set(probe(room, other, way), text(other));
    }
    const diagnostics = await lint(texts);
    found = new Set(diagnostics.filter(({ category }) => category === 'noRestrictedImports').map(({ file }) => file));
  }, 60_000);

  for (const room of rooms) {
    test(`${room} imports ${mayImport[room]?.join(', ') || 'nothing of the others'}`, () => {
      const others = rooms.filter((other) => other !== room);
      const caught = others
        .flatMap((other) => Object.keys(imports).map((way) => probe(room, other, way)))
        .filter((file) => found.has(file));
      const banned = others.filter((other) => !mayImport[room]?.includes(other));
      expect(caught).toEqual(banned.flatMap((other) => Object.keys(imports).map((way) => probe(room, other, way))));
    });
  }

  test('no room of src is left out', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !rooms.includes(name))).toEqual([]);
  });
});

describe('imports between wings of src/site', () => {
  const probe = (wing: string, other: string, way: string): string => {
    const at = way.lastIndexOf('/') + 1;
    return `src/site/${wing}/${way.slice(0, at)}from-${other}-${way.slice(at)}`;
  };
  const ways = Object.keys(wingImports);
  let found: readonly Diagnostic[] = [];

  beforeAll(async () => {
    const texts = new Map<string, string>();
    for (const wing of wings) {
      for (const other of wings) for (const [way, text] of Object.entries(wingImports)) texts.set(probe(wing, other, way), text(other));
      // Rooms have names of wings too: what a wing takes from one of those is no fault.
      for (const room of ['data', 'charts', 'story'])
        texts.set(`src/site/${wing}/room-${room}.ts`, `export { x } from '../../${room}/x.ts';\n`);
      for (const room of ['pages', 'commands']) texts.set(`src/site/${wing}/room-${room}.ts`, `export { x } from '../../${room}/x.ts';\n`);
    }
    for (const wing of wings) texts.set(`src/site/beside-${wing}.ts`, `export { x } from './${wing}/x.ts';\n`);
    found = (await lint(texts)).filter(({ category }) => category === 'noRestrictedImports');
  }, 60_000);

  const caught = (files: readonly string[]): string[] => files.filter((file) => found.some((diagnostic) => diagnostic.file === file));

  for (const wing of wings) {
    const others = wings.filter((other) => other !== wing);
    const banned = others.filter((other) => !wingMayImport[wing]?.includes(other));
    const probes = (of: readonly string[]): string[] => of.flatMap((other) => ways.map((way) => probe(wing, other, way)));

    test(`${wing} imports ${wingMayImport[wing]?.join(', ') || 'nothing of the others'}`, () => {
      expect(caught(probes(others))).toEqual(probes(banned));
    });

    test(`${wing} imports rooms, but not pages and commands`, () => {
      const of = (room: string): string => `src/site/${wing}/room-${room}.ts`;
      expect(caught(['data', 'charts', 'story', 'pages', 'commands'].map(of))).toEqual(['pages', 'commands'].map(of));
    });
  }

  test('what lies beside the wings imports strings only', () => {
    const files = wings.map((wing) => `src/site/beside-${wing}.ts`);
    expect(caught(files)).toEqual(files.filter((file) => !file.endsWith('-strings.ts')));
  });

  test('the message names the file’s wing, what it may import, and the rule', () => {
    const told = found.find(({ file }) => file === probe('story', 'embeds', 'value.ts'))?.message;
    expect(told).toContain('src/site/story imports only from shell, edition and strings.');
    expect(told).toContain('embeds → charts → story, data → shell → edition');
  });

  test('no wing whose imports are restricted has folders in folders, where the linter would not know the way out', () => {
    const folders = readdirSync(join(root, 'src/site'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
    const deep = folders.map((entry) => relative(join(root, 'src/site'), join(entry.parentPath, entry.name)).split(sep));
    expect(deep.filter(([wing, ...below]) => wing !== 'publish' && below.length > 1)).toEqual([]);
  });

  test('no wing is left out, and nothing else lies flat', () => {
    const entries = readdirSync(join(root, 'src/site')).sort();
    expect(entries).toEqual([...besideWings, ...wings].sort());
  });
});

describe('circles of imports', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file))
    .filter((file) => /\.(ts|mjs|astro)$/.test(file));
  /** What a file imports by its path: values, types, and the scripts of a component, which the linter does not follow. */
  const pathsIn = (text: string): string[] =>
    [...text.matchAll(/(?:\bfrom |\bimport |\bimport\(|<script src=)['"](\.\.?\/[^'"]+)['"]/g)].map(([, path = '']) => path);
  const graphOf = (texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> =>
    new Map([...texts].map(([file, text]) => [file, pathsIn(text).map((path) => join(dirname(file), path))]));

  /** The first circle, as the files along it. */
  function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
    const sound = new Set<string>();
    const walk = (file: string, way: readonly string[]): readonly string[] => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
      if (sound.has(file)) return [];
      for (const next of graph.get(file) ?? []) {
        const circle = walk(next, [...way, file]);
        if (circle.length > 0) return circle;
      }
      sound.add(file);
      return [];
    };
    for (const file of graph.keys()) {
      const circle = walk(file, []);
      if (circle.length > 0) return circle;
    }
    return [];
  }

  test('there is none in src, types and scripts of components included', () => {
    const graph = graphOf(new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')])));
    expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
    expect(circleIn(graph)).toEqual([]);
  });

  test('one of a type, a value and a script would be found', () => {
    const texts = new Map([
      ['src/a.ts', "import type { B } from './b.astro';\n"],
      ['src/b.astro', '<script src="./c.ts"></script>\n'],
      ['src/c.ts', "export {\n  a,\n} from './a.ts';\n"],
      ['src/d.ts', "import './a.ts';\n"],
    ]);
    expect(circleIn(graphOf(texts))).toEqual(['src/a.ts', 'src/b.astro', 'src/c.ts', 'src/a.ts'].map((file) => join(file)));
  });

  test('the linter tells of one, types included', async () => {
    const found = await lint(
      new Map([
        ['src/data/a.ts', "import type { B } from './b.ts';\nexport type A = B;\n"],
        ['src/data/b.ts', "import type { A } from './a.ts';\nexport type B = A;\n"],
      ]),
    );
    expect(found.filter(({ category }) => category === 'noImportCycles').map(({ file }) => file)).toEqual([
      'src/data/a.ts',
      'src/data/b.ts',
    ]);
  }, 60_000);
});

describe('faults that the linter must catch', () => {
  let found: readonly Diagnostic[] = [];

  beforeAll(async () => {
    const texts = new Map(Object.values(faults).map(({ file, text }) => [file, text]));
    texts.set('some.config.ts', 'export default 1;\n');
    found = await lint(texts);
  }, 60_000);

  test.each(Object.entries(faults))('%s', (rule, { file }) => {
    expect(found).toContainEqual(expect.objectContaining({ category: rule, file }));
  });

  test('a config file may export by default', () => {
    expect(found.filter(({ file }) => file === 'some.config.ts')).toEqual([]);
  });
});

describe('the lock file', () => {
  const { packages }: { packages: Record<string, { optionalDependencies?: Record<string, string>; version?: string }> } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  );

  test('names the builds of each package for every platform, without which npm ci refuses it', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('and package.json name exact versions only', () => {
    const manifest: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.entries(manifest[kind] ?? {}));
    expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
  });
});

describe('packages that src imports', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|mjs|astro)$/.test(file));
  /** Modules that a file imports by name, not by path, for more than their types. */
  const modulesOf = (file: string): string[] => {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    const found = text.matchAll(/^(?:(?:import|export)(?! type\b)|\}).*\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'/gm);
    return [...found].map(([, named, whole, dynamic]) => named ?? whole ?? dynamic ?? '').filter((name) => !/^[./]/.test(name));
  };
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  test('are dependencies, since the site is built without those of the tests', () => {
    const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');
    const foreign = files.flatMap((file) => modulesOf(file).map((name) => ({ file, name })));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter(({ name }) => !/^(node|astro):/.test(name) && !(packageOf(name) in dependencies))).toEqual([]);
  });

  test('are none but Node’s own in what runs before anything is installed', () => {
    const early = files.filter((file) => file.endsWith('.mjs'));
    expect(early).not.toEqual([]);
    expect(early.flatMap(modulesOf).filter((name) => !name.startsWith('node:'))).toEqual([]);
  });
});
