/** The texts beside the tables agree with one another and leave no table out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../../src/commands/root.ts';
import { tables } from '../../../src/data/registry.ts';
import { releasedVersions } from '../../../src/data/versions/snapshot.ts';

const text = (name: string): string => readFileSync(join(projectRoot, 'data', name), 'utf8');
const readme = text('README.md');

describe('README.md of the package', () => {
  test('lists every table once, and none that is not there', () => {
    const listed = [...readme.matchAll(/^\| \[([a-z0-9-]+)\]\(\1\.csv\) \| .+ \|$/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  test.each([
    'Scope',
    'Inclusion rules',
    'Tables',
    'Definitions',
    'How it was counted',
    'Known limits',
    'Corrections',
    'Versions',
    'How to cite',
  ])('has the heading %s', (heading) => {
    expect(readme).toMatch(new RegExp(`^## ${heading}$`, 'm'));
  });

  test('explains every value of the fields that all tables share', () => {
    const { resources }: { resources: { schema: { fields: { name: string; categories?: { value: string }[] }[] } }[] } = JSON.parse(
      text('datapackage.json'),
    );
    const fields = resources
      .flatMap(({ schema }) => schema.fields)
      .filter(({ name }) => ['basis', 'qualifier', 'status', 'confidence'].includes(name));
    const values = new Set(fields.flatMap(({ categories = [] }) => categories.map(({ value }) => value)));
    expect(values.size).toBeGreaterThan(10);
    expect([...values].filter((value) => !readme.includes(`\`${value}\``))).toEqual([]);
  });

  test('names every command for the data', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    const commands = Object.keys(scripts).filter((name) => name.startsWith('data:'));
    expect(commands.filter((name) => !readme.includes(`npm run ${name}`))).toEqual([]);
  });
});

describe('version, day and licence', () => {
  const facts: { version: string; released: string; licence: { name: string } } = parse(text('package.yml'));
  const citation: Record<string, unknown> = parse(text('CITATION.cff'));
  const descriptor: { version: string; created: string; licenses: { name: string }[] } = JSON.parse(text('datapackage.json'));

  test('are the same in package.yml, datapackage.json and CITATION.cff', () => {
    expect([descriptor.version, descriptor.created, descriptor.licenses[0]?.name]).toEqual([
      facts.version,
      `${facts.released}T00:00:00Z`,
      facts.licence.name,
    ]);
    expect([citation['version'], citation['date-released'], citation['license']]).toEqual([
      facts.version,
      facts.released,
      facts.licence.name,
    ]);
  });

  test('stand on top of the changelog, which has an entry for each release', () => {
    const entries = [...text('CHANGELOG.md').matchAll(/^## (\S+) \((\d{4}-\d{2}-\d{2})\)$/gm)].map(([, version, date]) => [version, date]);
    expect(entries.map(([version]) => version)).toEqual(releasedVersions(join(projectRoot, 'data')).reverse());
    expect(entries[0] ?? ['0.0.0', facts.released]).toEqual([facts.version, facts.released]);
  });

  test('CITATION.cff has what the format demands', () => {
    expect(citation).toMatchObject({ 'cff-version': '1.2.0', type: 'dataset' });
    for (const key of ['message', 'title', 'abstract']) expect(citation[key]).toMatch(/\S{3}/);
    expect(citation['authors']).toEqual([{ name: expect.stringMatching(/\S/) }]);
  });

  test('LICENSE is the legal code of CC BY 4.0', () => {
    const licence = text('LICENSE');
    expect(licence).toContain('Attribution 4.0 International');
    for (const section of [1, 2, 3, 4, 5, 6, 7, 8]) expect(licence).toContain(`Section ${section} – `);
  });
});
