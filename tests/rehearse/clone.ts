/** A clone of the repository in a folder of its own, as a stranger has it, and what a stranger does in it. */
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../fixtures/project.ts';
import type { Example } from './texts.ts';

/** What a shell has, without what npm adds for the command that runs this. */
function strangersEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, SystemRoot, APPDATA } = process.env;
  const [name, email] = ['A Stranger', 'stranger@example.org'];
  const git = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
  return { PATH, HOME, TMPDIR, SystemRoot, APPDATA, ...git };
}

export class Clone {
  readonly root = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  /** Whether it uses the packages of the repository, whose list is the same; else the first command installs its own. */
  readonly packagesShared: boolean;

  /** Clones the last commit of the repository in `from`. Throws where that is no checkout. */
  constructor(from: string) {
    execFileSync('git', ['clone', '--quiet', from, this.root], { stdio: 'pipe' });
    const lock = (folder: string): string => readFileSync(join(folder, 'package-lock.json'), 'utf8');
    this.packagesShared = existsSync(join(from, 'node_modules')) && lock(from) === lock(this.root);
    if (this.packagesShared) symlinkSync(join(from, 'node_modules'), join(this.root, 'node_modules'), 'junction');
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }

  has(file: string): boolean {
    return existsSync(join(this.root, file));
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.root, file), text);
  }

  /** Replaces the one place where `before` stands. Throws where there are none or several. */
  edit(file: string, before: string | RegExp, after: string): void {
    const text = this.read(file);
    const found = text.split(before).length - 1;
    if (found !== 1) throw new Error(`${file}: expected ${before} once, found it ${found} times`);
    this.write(
      file,
      text.replace(before, () => after),
    );
  }

  /** Does what an example shows: a new file, rows at their place in a table, or lines at the end of another file that is there. */
  take({ file, text }: Example): void {
    if (!this.has(file)) this.write(file, text);
    else if (file.endsWith('.csv')) for (const row of text.trimEnd().split('\n')) this.#addRow(file, row);
    else appendFileSync(join(this.root, file), /\.(?:md|yml)$/.test(file) ? `\n${text}` : text);
  }

  /** Puts a row before the first one whose key comes after its own. */
  #addRow(file: string, row: string): void {
    const [head = '', ...rows] = this.read(file).trimEnd().split('\n');
    const key = (line: string): string => line.split(',')[0] ?? '';
    const later = rows.findIndex((other) => key(other) > key(row));
    this.write(file, `${[head, ...rows.toSpliced(later < 0 ? rows.length : later, 0, row)].join('\n')}\n`);
  }

  /** Runs a line as a shell does, and returns what it said. */
  shell(line: string): Promise<Run> {
    return new Promise((resolve, reject) => {
      const child = spawn(line, { cwd: this.root, env: strangersEnvironment(), shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
      const said: Buffer[] = [];
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(said).toString('utf8') }));
    });
  }

  /** Runs a line that has to succeed. Throws with what it said. */
  async succeed(line: string): Promise<string> {
    const { code, output } = await this.shell(line);
    if (code !== 0) throw new Error(`${line} ended with ${code}:\n${output}`);
    return output;
  }

  /** Runs a command of the project by the name of its file, as the copies of the other tests do. */
  run(command: string, ...args: string[]): Promise<Run> {
    return this.shell(['node', 'src/commands/ready.mjs', `src/commands/${command}`, ...args].join(' '));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
