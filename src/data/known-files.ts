/** The files that the folder of the package has: none is missing, and none lies there that nothing reads. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { citationFile } from './citation-file.ts';
import { correctionsFile } from './corrections.ts';
import { descriptorFile } from './descriptor.ts';
import { errataFile } from './errata.ts';
import { factsFile } from './facts.ts';
import type { Problem } from './problem.ts';
import { tables as registered } from './registry.ts';
import { anchorsFile } from './versions/anchors.ts';
import { changelogFile } from './versions/changelog.ts';
import { releasesFolder } from './versions/snapshot.ts';
import { withdrawnFile } from './withdrawn.ts';

/** Texts that are written by hand and travel with the tables. */
export const textFiles = ['README.md', 'LICENSE'] as const;

/** Every text that is missing, and every file that belongs to nothing. What begins with a dot is no file of the package. */
export function checkKnownFiles(directory: string, label: string, tables = registered): Problem[] {
  const known = new Set<string>([
    ...tables.map(({ name }) => `${name}.csv`),
    ...textFiles,
    ...[citationFile, correctionsFile, descriptorFile, errataFile, factsFile, anchorsFile, changelogFile, releasesFolder, withdrawnFile],
  ]);
  const at = (name: string, message: string): Problem => ({ file: `${label}/${name}`, line: 1, column: 1, subject: '', message });
  const strays = readdirSync(directory).filter((name) => !known.has(name) && !name.startsWith('.'));
  return [
    ...textFiles
      .filter((name) => !existsSync(join(directory, name)))
      .map((name) => at(name, 'expected this text of the package, found no such file')),
    ...strays.map((name) =>
      at(
        name,
        name.endsWith('.csv')
          ? 'expected a line in src/data/registry.ts for each table, found none of that name, so that nothing reads the file'
          : 'expected only files of the package here, found one that nothing reads',
      ),
    ),
  ];
}
