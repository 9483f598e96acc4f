/**
 * `break.ts <folder of this very copy>`: breaks the copy that it stands in, in the ways that hands do, and expects of the check one line for
 * each fault, with file, line and what was found. Faults that one look tells together are made together. Everything is put back.
 * The folder has to be named, so that nobody breaks a project by accident.
 */
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/commands/root.ts';
import { formatProblems } from '../../src/data/problem.ts';
import { checkProject } from '../../src/site/publish/check/project.ts';
import { type Fault, rounds } from './faults.ts';

if (realpathSync(process.argv[2] ?? '/') !== realpathSync(projectRoot)) throw new Error(`name the folder to break: ${projectRoot}`);

let told = 0;
const missed: string[] = [];
for (const faults of rounds) {
  const kept = new Map<string, string | null>();
  for (const { file, spoil } of faults) {
    const path = join(projectRoot, file);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
    if (!kept.has(file)) kept.set(file, text);
    const spoilt = spoil(text ?? '');
    if (spoilt === text) missed.push(`${file}: the fault changed nothing`);
    writeFileSync(path, spoilt);
  }
  const lines = formatProblems(checkProject(projectRoot).problems);
  for (const fault of faults) {
    const at = lines.findIndex((line) => isToldBy(fault, line));
    // A line that tells one fault tells no other.
    const [line] = at < 0 ? [] : lines.splice(at, 1);
    if (line === undefined) missed.push(`${fault.what}: expected ${fault.file} with ${fault.told}, found:\n  ${lines.join('\n  ')}`);
    else {
      told += 1;
      console.log(`    ${fault.what}: ${line.length > 160 ? `${line.slice(0, 160)} …` : line}`);
    }
  }
  for (const [file, text] of kept) {
    if (text === null) rmSync(join(projectRoot, file));
    else writeFileSync(join(projectRoot, file), text);
  }
}
const left = formatProblems(checkProject(projectRoot).problems);
if (left.length > 0) missed.push(`expected no fault when all is put back, found:\n  ${left.join('\n  ')}`);
if (missed.length > 0) {
  console.error(missed.join('\n'));
  process.exitCode = 1;
} else console.log(`    ${told} faults were told, and none when all was put back`);

/** Whether a line is of the fault: begins with its file, line and column, and says what it is about. */
function isToldBy({ file, told: about }: Fault, line: string): boolean {
  return line.startsWith(`${file}:`) && /^\d+:\d+ /.test(line.slice(file.length + 1)) && about.test(line);
}
