/**
 * `npm run bench:growth [-- [--of releases,charts] [--times 1,4]]`: time, memory, files and bytes of a build at 1, 4 and 16 times the
 * releases, the charts, the rows and the languages, with the power with which each grows. Languages go as far as there are any. Each
 * step is a whole build of a copy, a minute and more; what was measured in one way is kept when another is measured later. Writes
 * `content/performance/growth.json`.
 */
import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../src/commands/root.ts';
import { filesUnder } from '../../src/data/versions/sums.ts';
import { languages, unfinishedLanguages } from '../../src/site/languages.ts';
import { type Dimension, type GrowthResult, readResults } from '../../src/site/performance/results.ts';
import { exponentOf } from '../../src/site/performance/summary.ts';
import { ProjectCopy } from '../fixtures/project.ts';
import { conditionsOf, loadNow, standing, writeResult } from './conditions.ts';
import { enlarge } from './growth/enlarge.ts';
import { mostMemoryOf } from './growth/memory.ts';

const ways = Object.keys(enlarge) as Dimension['of'][];
const allLanguages = languages.length + unfinishedLanguages.length;
const grown = ['seconds', 'megabytesOfMemory', 'files', 'bytes'] as const;

const { values: asked } = parseArgs({ options: { of: { type: 'string' }, times: { type: 'string', default: '1,4,16' } } });
const chosen = asked.of === undefined ? ways : ways.filter((way) => asked.of?.split(',').includes(way));
const times = asked.times.split(',').map(Number);

if (chosen.length === 0 || times.length < 2 || times.some((each) => !Number.isInteger(each) || each < 1)) {
  console.error(`Say in what, of ${ways.join(', ')}, and at least two sizes: npm run bench:growth -- --of releases --times 1,4`);
  process.exitCode = 1;
} else {
  for (const of of chosen) keep(await grow(of));
}

/** Writes each way as soon as it was measured: what comes later may fail, and what was measured before stays with its own day and machine. */
function keep(dimension: Dimension): void {
  const others = readResults(projectRoot).growth?.dimensions.filter(({ of }) => of !== dimension.of) ?? [];
  const result: GrowthResult = { dimensions: ways.flatMap((way) => [dimension, ...others].filter(({ of }) => of === way)) };
  writeResult('growth', result);
}

async function grow(of: Dimension['of']): Promise<Dimension> {
  const before = loadNow();
  const measured = standing();
  const steps: Dimension['steps'] = [];
  for (const each of times) {
    if (of === 'languages' && each > allLanguages) {
      console.log(`languages: not at ${each} times, since there are no more than ${allLanguages}`);
      continue;
    }
    const step = await build(of, each);
    steps.push(step);
    console.log(
      `${of}, ${step.count}: ${step.seconds.toFixed(0)} s, ${step.megabytesOfMemory} MB of memory, ${step.files} files, ${(step.bytes / 1e6).toFixed(0)} MB`,
    );
  }
  if (steps.length < 2) throw new Error(`${of}: expected two sizes to see a growth, found ${steps.length} of ${times.join(', ')}`);
  const command = `npm run bench:growth -- --of ${of} --times ${times.join(',')}`;
  const dimension = { of, ...conditionsOf(command, before, measured), steps };
  console.log(`${of}, exponents: ${grown.map((key) => `${key} ${exponentOf(dimension, key).toFixed(2)}`).join(', ')}`);
  return dimension;
}

/** Each package of the project by a link of its own: what a build keeps beside them for the next one is the copy's, and empty. */
function ownPackages({ root }: ProjectCopy): void {
  const from = join(projectRoot, 'node_modules');
  const to = join(root, 'node_modules');
  rmSync(to);
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (name !== '.cache' && name !== '.vite')
      symlinkSync(join(from, name), join(to, name), statSync(join(from, name)).isDirectory() ? 'junction' : 'file');
}

/** One cold build of a copy. Memory is that of all its processes. */
async function build(of: Dimension['of'], factor: number): Promise<Dimension['steps'][number]> {
  const project = new ProjectCopy();
  try {
    ownPackages(project);
    const count = await enlarge[of](project, factor);
    const begun = performance.now();
    const builder = project.start('build.ts', '--quiet');
    let said = '';
    for (const stream of [builder.stdout, builder.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
    const most = await mostMemoryOf(builder);
    const seconds = (performance.now() - begun) / 1000;
    if (builder.exitCode !== 0) throw new Error(`build.ts:\n${said.slice(-3000)}`);
    const dist = join(project.root, 'dist');
    const files = filesUnder(dist);
    return {
      times: factor,
      count,
      seconds: Math.round(seconds * 10) / 10,
      megabytesOfMemory: Math.round(most / 1024),
      files: files.length,
      bytes: files.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0),
    };
  } finally {
    project.remove();
  }
}
