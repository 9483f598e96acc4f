/** Files of the package that are made from others: written by `npm run data:package`, held to be current by the check. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { citationFile, citationText } from './citation-file.ts';
import { describePackage, descriptorFile, descriptorText } from './descriptor.ts';
import type { PackageFacts } from './facts.ts';
import { type Problem, quote } from './problem.ts';
import { tables as registered } from './registry.ts';
import { isThere, readText, tryText } from './text-file.ts';
import { changelogFile, changelogOf, changelogText } from './versions/changelog.ts';
import { releasesFolder } from './versions/snapshot.ts';

/** Names and texts of the files as they should be. The changelog only where there may be releases: not in a copy as of a day. */
export function generatedFiles(directory: string, label: string, facts: PackageFacts, tables = registered): Map<string, string> {
  const files = new Map([
    [descriptorFile, descriptorText(describePackage(tables, facts))],
    [citationFile, citationText(facts)],
  ]);
  if (facts.as_of === undefined) files.set(changelogFile, changelogText(changelogOf(directory, label)));
  return files;
}

/** Writes those that are not current and returns their names. */
export function writeGenerated(directory: string, label: string, facts: PackageFacts, tables = registered): string[] {
  const written: string[] = [];
  for (const [name, text] of generatedFiles(directory, label, facts, tables)) {
    const path = join(directory, name);
    if (isThere(path) && tryText(path, name).text === text) continue;
    writeFileSync(path, text);
    written.push(name);
  }
  return written;
}

/** Programs that look for the citation of a repository look at its root only; a copy of the file stands there. Returns whether it was not current. */
export function copyCitation(directory: string, root: string): boolean {
  const [from, to] = [join(directory, citationFile), join(root, citationFile)];
  const text = readText(from, citationFile);
  if (isThere(to) && tryText(to, citationFile).text === text) return false;
  writeFileSync(to, text);
  return true;
}

/** One problem where the copy of the citation at the root of the project is not the citation of the package. */
export function checkCitationCopy(directory: string, root: string): Problem[] {
  const [from, to] = [join(directory, citationFile), join(root, citationFile)];
  const [copy, original] = [tryText(to, citationFile), tryText(from, citationFile)];
  if (copy.problems.length + original.problems.length === 0 && copy.text === original.text) return [];
  const message = 'expected a copy of data/CITATION.cff, found none or another text; run "npm run data:package", which makes it';
  return [{ file: citationFile, line: 1, column: 1, subject: '', message }];
}

/** One problem for each file that is not current, at the first line that differs. */
export function checkGenerated(directory: string, label: string, facts: PackageFacts): Problem[] {
  return [...generatedFiles(directory, label, facts)].flatMap(([name, text]): Problem[] => {
    const problem = (line: number, message: string): Problem[] => [{ file: `${label}/${name}`, line, column: 1, subject: '', message }];
    const { text: found, problems } = tryText(join(directory, name), `${label}/${name}`, 'the file that "npm run data:package" writes');
    if (problems.length > 0) return [...problems];
    if (found === text) return [];
    const [is, should] = [found.split('\n'), text.split('\n')];
    const index = should.findIndex((line, at) => line !== is[at]);
    const at = index < 0 ? should.length - 1 : index;
    const what = `expected ${quote(should[at]?.trim() ?? '')}, found ${quote(is[at]?.trim() ?? '')}`;
    return problem(Math.min(at + 1, is.length), `${what}; run "npm run data:package", which makes this file from ${sourceOf(name)}`);
  });
}

function sourceOf(name: string): string {
  if (name === changelogFile) return `${releasesFolder}/`;
  return name === citationFile ? 'package.yml' : 'package.yml and the schemas';
}
