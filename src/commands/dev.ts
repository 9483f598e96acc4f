/** `npm run dev [-- --port n --host]`: the site without building it; each page is made anew when it is loaded. */
import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { siteOrStop } from './asked-site.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

const usage = 'npm run dev [-- --port <number>] [--host]';

await runOrSay([], async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    strict: false,
    allowPositionals: true,
    options: { port: { type: 'string' }, host: { type: 'boolean' } },
  });
  const { port, host, ...others } = values;
  const asked = port === undefined ? undefined : Number(port);
  if (Object.keys(others).length > 0 || positionals.length > 0) throw new Stop(`Only --port and --host are known: ${usage}`);
  if (asked !== undefined && !(Number.isInteger(asked) && asked > 0 && asked < 65_536))
    throw new Stop(`--port: expected a port, found "${port}": ${usage}`);
  // Lines to embed lead to this very server.
  if (siteOrStop().site === undefined) process.env['SITE_URL'] = `http://localhost:${asked ?? 4321}/`;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Where a shell has it at "production", pages would take the server for a build.
  process.env['NODE_ENV'] = 'development';
  await dev({ root: projectRoot, server: { ...(asked === undefined ? {} : { port: asked }), host: host === true } });
});
