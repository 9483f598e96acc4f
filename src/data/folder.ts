/** The whole folder of the package checked: tables and corrections, the files made from them, the frozen releases. */
import { checkErrata, readErrata } from './errata.ts';
import { readFacts } from './facts.ts';
import { checkGenerated } from './generated.ts';
import { checkKnownFiles } from './known-files.ts';
import { checkPackage, type PackageCheck } from './package.ts';
import { checkReleases } from './versions/frozen.ts';

/** Like `checkPackage`, and all else that must hold before the folder is published. Never throws on bad input. */
export function checkFolder(directory: string, label = 'data', usedSources: ReadonlySet<string> = new Set()): PackageCheck {
  const checked = checkPackage(directory, label, undefined, usedSources);
  const { facts, problems } = readFacts(directory, label);
  const errata = readErrata(directory, label);
  const log = [...errata.problems, ...checkErrata(errata, checked.tables)];
  const frozen = checkReleases(directory, label, facts);
  // The changelog is read from the releases, so it can be looked at only when they are sound.
  const generated = facts === null || frozen.length > 0 ? [] : checkGenerated(directory, label, facts);
  const files = facts?.as_of === undefined ? checkKnownFiles(directory, label) : [];
  return { ...checked, problems: [...checked.problems, ...problems, ...log, ...files, ...frozen, ...generated] };
}
