/** `npm test [-- check ...]`: installs what is missing and runs every check, or only those named. */
import { stripVTControlCharacters } from 'node:util';
import { prepare } from './install.mjs';
import { command, isStopping, Stop } from './run.mjs';

/**
 * The checks, in the order in which they run: a file of ours or a package's command (see `tools` in
 * install.mjs), with its arguments. One whose `needs` failed is skipped. A new check is one line here.
 * What a check with `shown` writes is printed also when it passes.
 * @type {readonly { name: string, run: readonly [string, ...string[]], needs?: string, shown?: boolean }[]}
 */
const checks = [
  { name: 'lint', run: ['biome', 'ci', '--error-on-warnings'] },
  { name: 'astro', run: ['astro', 'check'] },
  { name: 'types', run: ['tsc'] },
  { name: 'unused', run: ['knip', '--config', 'tests/knip.config.ts'] },
  { name: 'check', run: ['src/commands/check.ts'] },
  { name: 'unit', run: ['vitest', 'run', '--config', 'tests/unit/vitest.config.ts'] },
  { name: 'story', run: ['tests/bench/story-text.ts'], shown: true },
  { name: 'build', run: ['src/commands/build.ts'] },
  { name: 'bytes', run: ['tests/bench/bytes/bytes.ts'], needs: 'build', shown: true },
  { name: 'browser', run: ['playwright', 'test', '--config', 'tests/browser/playwright.config.ts'], needs: 'build' },
];

/** A check that hangs is ended after three quarters of an hour: on a slow machine the browser was not done in half an hour. */
const timeout = 45 * 60_000;

await command(async () => {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0)
    throw new Stop(`No check is named ${unknown.join(', ')}. The checks are ${checks.map(({ name }) => name).join(', ')}.`);

  const runOurs = await prepare('everything');
  const failed = new Set();
  if (named.length === 0) console.log('All checks take half an hour on two cores, more or less by a third; each is told as it ends.');
  const counts = { passed: 0, skipped: 0 };
  for (const { name, run, needs, shown } of checks) {
    if (named.length > 0 && !named.includes(name)) continue;
    const title = name.padEnd(8);
    if (failed.has(needs)) {
      counts.skipped++;
      console.log(`${title}  skipped, because ${needs} failed`);
      continue;
    }
    const begun = performance.now();
    const { code, output } = await runOurs(run, { capture: true, timeout });
    if (isStopping()) return 130;
    console.log(`${title} ${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${code === 0 ? 'ok' : 'failed'}`);
    if (code === 0) counts.passed++;
    else failed.add(name);
    if (code !== 0 || shown) {
      // Some tools write codes for colours wherever they run; a log that is kept has no use for them.
      console.log(`${(process.stdout.isTTY ? output : stripVTControlCharacters(output)).trimEnd()}\n`);
    }
  }
  console.log(`checks: ${counts.passed} passed, ${failed.size} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
  return failed.size > 0 ? 1 : 0;
});
