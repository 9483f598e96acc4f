/** What a machine may lack or forbid, and what is said of it before the work begins. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workplaceIn } from '../../../src/commands/place.ts';
import { projectRoot } from '../../../src/commands/root.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bare-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (root: string, ...args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env: { PATH: '' } }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });

/** The scripts that run before anything is installed, in a folder of that name. */
function bareCopy(name: string): string {
  const root = join(folder, name);
  cpSync(join(projectRoot, 'src/commands'), join(root, 'src/commands'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(projectRoot, file), join(root, file));
  return root;
}

test.each(['a#b', 'a?b', 'a%20b', 'a%b'])('the folder %s is refused in a sentence, before anything is installed', async (name) => {
  const root = bareCopy(name);
  for (const command of ['start.mjs', 'test.mjs', 'ready.mjs']) {
    const { code, output } = await run(
      root,
      join(root, 'src/commands', command),
      ...(command === 'ready.mjs' ? ['src/commands/build.ts'] : []),
    );
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The folder .+ has a [#?%] in its path, which the tools of the build can’t read\. Move or rename it and try again\.\n$/,
    );
  }
  expect(existsSync(join(root, 'node_modules'))).toBe(false);
});

test.each(['a b', 'папка', 'it’s', "a'b", 'a$b', 'a&b;c', 'a[b](c)'])('the folder %s is none that is refused', async (name) => {
  const root = bareCopy(name);
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  writeFileSync(join(root, 'src/commands/hello.ts'), "console.log('hello');\n");
  expect(await run(root, join(root, 'src/commands/ready.mjs'), 'src/commands/hello.ts')).toEqual({ code: 0, output: 'hello\n' });
});

test('builds at the same time work in folders of their own, and what an ended one left is removed', () => {
  mkdirSync(join(folder, '.build/next'), { recursive: true });
  mkdirSync(join(folder, '.build/999999999'));
  mkdirSync(join(folder, `.build/${process.ppid}`));
  const workplace = workplaceIn(folder);
  expect(readdirSync(join(folder, '.build')).sort()).toEqual([String(process.pid), String(process.ppid)].sort());
  mkdirSync(workplace.next);
  writeFileSync(join(workplace.next, 'index.html'), 'new');
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/old.html'), 'old');
  workplace.finish();
  workplace.remove();
  expect(readdirSync(join(folder, 'dist'))).toEqual(['index.html']);
  expect(readdirSync(join(folder, '.build'))).toEqual([String(process.ppid)]);
});

test('a dist that can’t be replaced is told before the work, and kept', () => {
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(folder, 'dist'), 'junction');
  expect(() => workplaceIn(folder)).toThrow(/dist is a link to another folder/);
  rmSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist'), '');
  expect(() => workplaceIn(folder)).toThrow(/dist is a file/);
  expect(existsSync(join(folder, 'dist'))).toBe(true);
  expect(readdirSync(join(folder, '.build'))).toEqual([]);
});
