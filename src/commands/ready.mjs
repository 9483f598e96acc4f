/**
 * `node src/commands/ready.mjs program [argument ...]`: installs what is missing, then runs a program of the
 * project with the project's Node. The scripts of package.json go through it, so that each works on a fresh clone.
 */
import { prepare } from './install.mjs';
import { command, Stop } from './run.mjs';

const forSite = (program) => program === 'astro' || program.startsWith('src/');

await command(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (program === undefined) throw new Stop('Name a program to run, such as astro or src/commands/build.ts.');
  const runOurs = await prepare(forSite(program) ? 'site' : 'everything');
  return (await runOurs([program, ...args])).code;
});
