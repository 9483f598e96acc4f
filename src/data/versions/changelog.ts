/** `CHANGELOG.md` of the data: an entry a release, made anew from the frozen releases, so that it always says what they say. */

import { type Diff, diffSnapshots, type TableDiff } from './diff.ts';
import { countsText, keyText, schemaText } from './diff-text.ts';
import { readAdded } from './drawings.ts';
import { type Release, readReleases } from './frozen.ts';
import { readSnapshot, releasesFolder, type Snapshot } from './snapshot.ts';

export const changelogFile = 'CHANGELOG.md';

/** Longer lists of added rows are cut, since the tables themselves hold them. Changed and removed rows are always all listed. */
const LISTED = 50;

const head = `# Changelog of the data

Made by \`npm run data:release\` from the frozen versions in \`releases/\`; edits here are lost. A version's first number grows when
programs that read the data may break, the second when rows or tables come or go, the third when values or texts are corrected.
`;

export interface ChangelogEntry {
  readonly release: Release;
  /** What was recorded where the charts came later than the release. */
  readonly added: ReturnType<typeof readAdded>;
  readonly diff: Diff;
}

/** Each release with what changed since the one before, the newest first. Reads the frozen versions, which must be sound. */
export function changelogOf(directory: string, label: string): ChangelogEntry[] {
  let before: Snapshot | null = null;
  const entries: ChangelogEntry[] = [];
  for (const release of readReleases(directory)) {
    const snapshot = readSnapshot(directory, label, release.version, before);
    entries.unshift({ release, added: readAdded(directory, release.version), diff: diffSnapshots(before, snapshot) });
    before = snapshot;
  }
  return entries;
}

export function changelogText(entries: readonly ChangelogEntry[]): string {
  if (entries.length === 0) return `${head}\nNothing has been released yet.\n`;
  return [head, ...entries.map(entryText)].join('\n');
}

function entryText({ release: { version, date, why }, added, diff }: ChangelogEntry): string {
  const lines = [
    `## ${version} (${date})`,
    '',
    why,
    '',
    `[Every file of this version](${releasesFolder}/${version}/), as it was frozen.`,
    '',
  ];
  if (added !== null) lines.push(`The charts of this version were added to it on ${added.date}. ${added.note}`, '');
  if (diff.package.length > 0)
    lines.push('### The package', '', ...diff.package.map((change) => `- Changed: ${code(schemaText(change))}`), '');
  if (diff.from === null)
    lines.push('The first release.', '', ...diff.tables.map(({ table, added }) => `- ${table}: ${added.length} rows`), '');
  else for (const table of diff.tables) lines.push(...tableLines(table, diff), '');
  if (diff.corrections.length > 0) {
    lines.push('### Corrections', '');
    for (const { table, key, field, old, new: now } of diff.corrections) {
      const what = old === null ? 'New' : now === null ? 'Withdrawn' : 'Changed';
      lines.push(`- ${what}: ${table}, ${keyText(key)}, field ${code(field)}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

function tableLines(table: TableDiff, { from, to }: Diff): string[] {
  const lines = [`### ${table.table}: ${countsText(table)}`, ''];
  if (table.state !== 'changed') return lines.slice(0, 1);
  for (const change of table.schema) lines.push(`- Schema: ${code(schemaText(change))}`);
  for (const { key, field, old, new: now } of table.changed)
    lines.push(`- Changed ${code(field)} of ${keyText(key)}: ${cell(old)} to ${cell(now)}`);
  for (const { key } of table.removed) lines.push(`- Removed: ${keyText(key)}`);
  for (const { key } of table.added.slice(0, LISTED)) lines.push(`- Added: ${keyText(key)}`);
  const more = table.added.length - LISTED;
  if (more > 0) lines.push(`- Added: ${more} more; \`npm run data:diff -- ${from} ${to}\` lists them`);
  return lines;
}

const cell = (text: string): string => (text === '' ? 'empty' : code(text));

/** Inline code that may itself hold backticks. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
