import { describe, expect, it } from 'vitest';
import { unusedFigures } from '../../../src/figures/unused.ts';
import { ProjectCopy } from '../../fixtures/project.ts';

const declared = `held: { table: counts, on: 2020-08-09 }
held-later: { table: counts, on: 2021-08-09 }
growth: { difference: [held-later, held] }
forgotten-one: { table: counts, on: 2022-08-09 }
`;

describe('figures that nothing prints', () => {
  it('are told with their lines, parts of printed ones not among them', () => {
    const told = unusedFigures('figures.yml', declared, ['It grew by :figure[growth].']);
    expect(told.map(({ line, subject }) => [line, subject])).toEqual([[4, 'forgotten-one']]);
  });

  it('are not taken for used where a longer id begins or ends like theirs', () => {
    const told = unusedFigures('figures.yml', declared, [':figure[growth] {not-forgotten-one} forgotten-one-more']);
    expect(told.map(({ subject }) => subject)).toEqual(['forgotten-one']);
  });

  it('stop a build, by file and line', async () => {
    const project = new ProjectCopy({});
    const file = 'content/figures.yml';
    const lines = project.read(file).trimEnd().split('\n');
    const before = lines.at(-1) ?? '';
    project.edit(file, before, `${before}\nleft-over: { table: political-prisoners, where: { metric: currently_held }, on: 2020-08-09 }`);
    const { code, output } = await project.run('build.ts', '--no-twins');
    project.remove();
    expect(output).toContain(`${file}:${lines.length + 1}:1 left-over: expected a figure that`);
    expect(code).toBe(1);
  }, 120_000);
});
