/**
 * The promise to hosts: whatever becomes of tables, charts and words, every older embed, download and diff stays as it was. A copy of
 * the project is changed in each of these ways and releases, and what it offers of older versions is compared byte for byte.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../../../src/data/csv.ts';
import { csvLine } from '../../../../src/data/exports/csv.ts';
import { bumped } from '../../../../src/data/versions/semver.ts';
import { releasedVersions } from '../../../../src/data/versions/snapshot.ts';
import { ProjectCopy, type Run } from '../../../fixtures/project.ts';

/** Prints what the project offers of released versions. Embeds are told with all that is frozen of them, and how high they begin. */
const tell = `
import { readSnapshot } from '../data/versions/snapshot.ts';
import { diffSnapshots } from '../data/versions/diff.ts';
import { readFrozenTables } from '../data/versions/frozen-tables.ts';
import { loadFacts } from '../data/exports/exports.ts';
import { releasedVersions } from '../data/versions/snapshot.ts';
import { sha256 } from '../data/descriptor.ts';
import { embedRoutes } from '../site/embeds/routes.ts';
import { checkOffered, viewOf } from '../site/embeds/offered.ts';
import { loadPinned } from '../site/embeds/pinned.ts';
import { sourcePinned } from '../site/publish/bundle/source.ts';
import { oembedOf } from '../site/embeds/oembed.ts';
const sum = (value) => sha256(new TextEncoder().encode(JSON.stringify(value)));
checkOffered(process.cwd());
const told = {};
for (const { params: { path }, props: { tag, choice, to } } of embedRoutes()) {
  const view = choice.version === null || to !== null ? null : viewOf(tag, choice);
  if (view === null) { told['embed/' + path] = to ?? 'a page'; continue; }
  // The chart's own page is where its present name leads, and so of today.
  const { page, ...shown } = view;
  told['embed/' + path] = sum([shown, oembedOf({ ...view, page: '/charts/' }, choice, 'a site', 'https://example.org/')]);
}
for (const { release, charts } of loadPinned(process.cwd(), 'en'))
  for (const frozen of charts.values()) {
    const { open, quiet, ...files } = sourcePinned(process.cwd(), frozen);
    told['bundle/' + frozen.id + '/' + release.version] = sum(files);
  }
const versions = releasedVersions('data');
for (const version of versions) told['tables/' + version] = sum(readFrozenTables('data', 'data', version).map(({ table, rows }) => [table.name, table.primaryKey, rows]));
for (const [index, to] of versions.entries())
  for (const from of versions.slice(0, index)) told['diff/' + from + '/' + to] = sum(diffSnapshots(readSnapshot('data', 'data', from), readSnapshot('data', 'data', to)));
console.log(JSON.stringify({ told, version: loadFacts('data').version }));
`;

interface Told {
  readonly told: Readonly<Record<string, string>>;
  /** The version that what is made from the tables as they are would name. */
  readonly version: string;
}

const project = new ProjectCopy();
const { root } = project;
let before: Told;
let after: Told;
let released: Run;
const asked = async (): Promise<Told> => {
  const { code, output } = await project.run('tell.ts');
  if (code !== 0) throw new Error(output);
  return JSON.parse(output);
};
const oldest = '1.0.0';
/** The version that a major release will have here. */
const next = bumped(releasedVersions(join(root, 'data')).at(-1) ?? '0.0.0', 'major');

beforeAll(async () => {
  writeFileSync(join(root, 'src/commands/tell.ts'), tell);
  before = await asked();
  // A table is added by the steps of the README ...
  writeFileSync(join(root, 'data/strikes.csv'), 'strike,source_id\nfirst,ap-2024-08-16-yahoo\n');
  const table = `import { slug } from '../field.ts';\nimport { defineTable } from '../table.ts';\n\nexport const strikes = defineTable({
  name: 'strikes', title: 'Strikes', description: 'One row a strike, for a test of what a new table does.', primaryKey: ['strike'],
  fields: { strike: slug({ description: 'Name of the strike.' }), source_id: slug({ description: 'The document.', references: 'sources' }) },
});\n`;
  writeFileSync(join(root, 'src/data/tables/strikes.ts'), table);
  project.edit(
    'src/data/registry.ts',
    "import { people } from './tables/people.ts';",
    "import { people } from './tables/people.ts';\nimport { strikes } from './tables/strikes.ts';",
  );
  project.edit('src/data/registry.ts', '\n  people,\n', '\n  people,\n  strikes,\n');
  // ... a field is removed ...
  project.edit(
    'src/data/tables/places.ts',
    "    geonames_id: optional(wholeNumber({ description: 'Number of the place in GeoNames.', unit: 'none', min: 1 })),\n",
    '',
  );
  const { header, lines } = readCsv('places.csv', readFileSync(join(root, 'data/places.csv')));
  const at = header.indexOf('geonames_id');
  expect(at).toBeGreaterThan(0);
  const without = [header, ...lines.map(({ cells }) => cells)].map((cells) => csvLine(cells.filter((_, index) => index !== at)));
  writeFileSync(join(root, 'data/places.csv'), `${without.join('\n')}\n`);
  // ... a chart gets another name ...
  project.edit('src/charts/women-held.ts', "  id: 'women-held',", "  id: 'women',\n  formerly: ['women-held'],");
  renameSync(join(root, 'content/en/charts/women-held.yml'), join(root, 'content/en/charts/women.yml'));
  project.edit('content/en/06-behind-bars.md', '::chart{id=women-held}', '::chart{id=women}');
  // ... and labels and words of the interface read otherwise.
  project.edit('content/en/charts/held.yml', 'column-value: "People held"', 'column-value: "Held"');
  project.edit('src/site/strings/en.ts', 'CC BY 4.0.`,\n    more: ', 'under CC BY 4.0.`,\n    more: ');
  await project.run('data-package.ts');
  released = await project.run('data-release.ts', 'major', 'Many changes, for a test.');
  after = await asked();
}, 400_000);
afterAll(() => project.remove());

test('the changed project releases, with the charts of that day', () => {
  expect(released.output).toContain(`Released ${next}.`);
  expect(project.has(`data/releases/${next}/charts/women.en.json`)).toBe(true);
  expect(project.read(`data/releases/${next}/charts/held.en.json`)).toContain('"Held"');
  expect(project.read(`data/releases/${next}/SHA256SUMS`)).toMatch(/^[0-9a-f]{64} {2}charts\/women\.en\.json$/m);
  expect(project.read('data/releases.sha256')).toContain(`  releases/${next}/SHA256SUMS\n`);
});

describe('of what was offered before', () => {
  test('every embed, bundle, table and diff is as it was', () => {
    const lost = Object.entries(before.told).filter(([, sum]) => /^[0-9a-f]{64}$/.test(sum));
    expect(lost.length).toBeGreaterThan(3 * 32 * 3);
    expect(Object.fromEntries(lost.filter(([name, sum]) => after.told[name] !== sum))).toEqual({});
    expect(after.told[`embed/women-held/${oldest}`]).toBe(before.told[`embed/women-held/${oldest}`]);
  });

  test('every address leads somewhere, and the new name of a chart to its older embeds', () => {
    expect(Object.keys(before.told).filter((name) => !(name in after.told))).toEqual([]);
    expect(after.told['embed/women-held']).toBe('/embed/women/');
    expect(after.told[`embed/women/${oldest}`]).toBe(`/embed/women-held/${oldest}/`);
    expect(after.told[`embed/women-held/${next}`]).toBe(`/embed/women/${next}/`);
  });
});

test('a change after a release is named in the version', async () => {
  expect(after.version).toBe(next);
  const undo = project.edit('data/strikes.csv', 'first,', 'second,');
  expect((await asked()).version).toBe(`${next}+2`);
  undo();
}, 180_000);

describe('a chart that is gone', () => {
  test('stops the build, until a line says why', async () => {
    const undo = project.edit('src/charts/registry.ts', '\n  womenHeld,\n', '\n');
    rmSync(join(root, 'content/en/charts/women.yml'));
    project.edit('content/en/06-behind-bars.md', '::chart{id=women}\n', '\n');
    // What only this chart printed goes with it.
    const figures = project.read('content/figures.yml');
    writeFileSync(join(root, 'content/figures.yml'), figures.replace(/^women-held-(?:february-2025|peak):.*\n/gm, ''));
    await expect(asked()).rejects.toThrow(
      /expected the chart "women-held", which .*1\.0\.0.* offered, to be a chart still, or a former name of one/,
    );
    const line = (chart: string): string => `- { chart: ${chart}, date: '2026-12-01', why: It drew too little to go on. }\n`;
    writeFileSync(join(root, 'data/withdrawn.yml'), line('women-held') + line('women'));
    const { told } = await asked();
    expect(told['embed/women-held']).toBe('a page');
    expect(told[`embed/women-held/${oldest}`]).toBe(before.told[`embed/women-held/${oldest}`]);
    undo();
    await expect(asked()).rejects.toThrow(/expected a chart that is no longer made, found "women/);
  }, 240_000);
});

test('a release is refused while a chart cannot be drawn, with the fault', async () => {
  writeFileSync(join(root, 'data/withdrawn.yml'), '');
  project.edit('src/charts/registry.ts', '\n  womenHeld,\n', '\n');
  writeFileSync(join(root, 'data/withdrawn.yml'), '');
  project.edit('data/strikes.csv', 'first,', 'third,');
  const file = join(root, 'content/en/charts/held.yml');
  rmSync(file);
  const { code, output } = await project.run('data-release.ts', 'major', 'Without a drawing.');
  expect([code, output]).toEqual([
    1,
    expect.stringContaining('content/en/charts/held.yml:1:1 expected the strings of this chart, found no such file'),
  ]);
  expect(project.has(`data/releases/${bumped(next, 'major')}`)).toBe(false);
}, 180_000);
