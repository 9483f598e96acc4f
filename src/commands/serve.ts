/** `npm run serve`: serves the built site at http://localhost:4321/, or the next free port, until Ctrl-C. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { preview } from 'astro';
import { whenParentEnds } from './parent.mjs';
import { projectRoot } from './root.ts';

const FIRST_PORT = 4321;
const LAST_PORT = 4420;

/** Whether nobody listens on the port, at either of the addresses that `localhost` may mean. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    const fault = await new Promise<string | null>((resolve) => {
      const server = createServer();
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      server.listen({ port, host }, () => server.close(() => resolve(null)));
    });
    if (fault === 'EADDRINUSE' || fault === 'EACCES') return false;
  }
  return true;
}

async function freePort(): Promise<number | null> {
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) if (await isFree(port)) return port;
  return null;
}

type Server = Awaited<ReturnType<typeof preview>>;

async function serve(): Promise<void> {
  let server: Server | undefined;
  const stop = (): void => {
    // To end a server is no failure of it. Set before the preview server, which has its own idea, hears the signal.
    process.exitCode = 0;
    if (server === undefined) process.exit();
    void server.stop().finally(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  whenParentEnds(stop);

  if (!existsSync(join(projectRoot, 'dist'))) throw new Error('There is no built site yet: run npm run build first.');
  const port = await freePort();
  if (port === null) throw new Error(`No port from ${FIRST_PORT} to ${LAST_PORT} is free.`);
  server = await preview({
    root: projectRoot,
    logLevel: 'error',
    server: { port, host: '127.0.0.1' },
    vite: { preview: { strictPort: true } },
  });
  console.log(`Serving the built site at http://localhost:${port}/ (Ctrl-C to stop)`);
}

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await serve().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
