/** The rules of the house hold by machine: which room may import which, and what the linter must catch. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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
    const report: { diagnostics: { category: string; severity: string; location: { path: string } }[] } = JSON.parse(output);
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    return errors.map(({ category, location }) => ({
      category: category.split('/').at(-1) ?? '',
      file: location.path.replaceAll('\\', '/'),
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

describe('faults that the linter must catch', () => {
  let found: readonly Diagnostic[] = [];

  beforeAll(async () => {
    const texts = new Map(Object.values(faults).map(({ file, text }) => [file, text]));
    texts.set('some.config.ts', 'export default 1;\n');
    found = await lint(texts);
  }, 60_000);

  test.each(Object.entries(faults))('%s', (rule, { file }) => {
    expect(found).toContainEqual({ category: rule, file });
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
