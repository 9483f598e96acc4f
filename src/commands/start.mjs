/** `npm start [-- --quiet]`: installs what is missing, builds the site, and serves it until Ctrl-C. */
import { prepare } from './install.mjs';
import { command, isStopping } from './run.mjs';

async function start() {
  const runOurs = await prepare('site');
  const { code } = await runOurs(['src/commands/build.ts', ...process.argv.slice(2)]);
  if (code !== 0 || isStopping()) return code;
  return (await runOurs(['src/commands/serve.ts'])).code;
}

// Ctrl-C is how one ends this; npm would print an error for any other exit code than 0.
await command(start, { stopped: 0 });
