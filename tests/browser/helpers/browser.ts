/**
 * Finds a Chromium for the browser tests: the machine's own if there is one, else the one that a package
 * brings, unpacked once. Nothing is downloaded.
 */
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from '@playwright/test';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** How to start the browser: its program, and the environment where it needs one of its own. */
export type BrowserLaunch = Required<Pick<LaunchOptions, 'executablePath'>> & Pick<LaunchOptions, 'env'>;

/**
 * The browser named by `CHROMIUM_PATH`, or found on the machine, or unpacked from its package. Throws a plain
 * sentence where there is none.
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not a program.`);
    return { executablePath: named };
  }
  const found = [...onPath(), ...usualPlaces(), chromium.executablePath()].find(isProgram);
  if (found) return { executablePath: found };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedBrowser();
  throw new Error('The browser tests need Chromium or Chrome. Install one, or set CHROMIUM_PATH to its program.');
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome-headless-shell'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return roots.flatMap((root) => [
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser'];
}

/** The browser of `@sparticuz/chromium`, with the system libraries and the font that come with it. */
async function unpackedBrowser(): Promise<BrowserLaunch> {
  const { inflate } = await import('@sparticuz/chromium');
  const packed = join(modules, '@sparticuz/chromium/bin');
  const folder = join(modules, '.cache/chromium');
  if (!existsSync(folder)) {
    // Into a folder of its own and then renamed, so that an unpacking that was cut off is never taken for a browser.
    const scratch = `${folder}-${process.pid}`;
    mkdirSync(scratch, { recursive: true });
    await withTemporaryFolder(scratch, () =>
      Promise.all(['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => inflate(join(packed, name)))),
    );
    writeFileSync(join(scratch, 'fonts/fonts.conf'), fontsConfig(join(folder, 'fonts')));
    if (existsSync(folder)) rmSync(scratch, { recursive: true });
    else renameSync(scratch, folder);
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...stringsOf(process.env),
      LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts/fonts.conf'),
    },
  };
}

/** The package unpacks into the folder for temporary files, wherever that is while it works. */
async function withTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Only the font that comes along, so that a page looks the same on every machine that unpacks this browser. */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
