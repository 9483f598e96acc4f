/** The README of the archive: that of the folder, without what is true of the repository only, and with what the archive holds. */

import { correctionsFile } from '../corrections.ts';
import { descriptorFile } from '../descriptor.ts';
import type { PackageFacts } from '../facts.ts';
import { NAME } from '../name.ts';
import { citationOf } from './citation.ts';
import type { CorrectionRow } from './marks.ts';

/** Sections of the folder's README that speak of the repository, its history and its commands. */
const ofRepository: ReadonlySet<string> = new Set(['Corrections', 'Versions', 'How to cite']);

/** `text` is `README.md` of the folder. */
export function archiveReadme(text: string, facts: PackageFacts, corrections: readonly CorrectionRow[]): string {
  const sections = text.split(/^(?=## )/m).filter((section) => !ofRepository.has(/^## (.*)$/m.exec(section)?.[1] ?? ''));
  return `${[...sections.map((section) => section.trim()), held(facts), corrected(corrections), cited(facts)].join('\n\n')}\n`;
}

function held({ version, released, homepage, repository }: PackageFacts): string {
  const places = [
    ...(homepage === undefined ? [] : [`The charts and the story made from the tables stand at <${homepage}>.`]),
    ...(repository === undefined ? [] : [`The project, with every earlier version, is kept at <${repository}>.`]),
  ];
  return [
    '## This archive',
    '',
    `Version ${version}, of ${released}: a CSV a table, \`${descriptorFile}\` that says what each field means, \`${correctionsFile}\`, \`CHANGELOG.md\`,`,
    `\`CITATION.cff\` and the licence.${places.length === 0 ? '' : ` ${places.join(' ')}`}`,
  ].join('\n');
}

function corrected(corrections: readonly CorrectionRow[]): string {
  const count = (action: string): number => corrections.filter((row) => row.action === action).length;
  return [
    '## Corrections',
    '',
    'Where we hold a published value to be wrong, the tables here give what we use instead, and the row says so in its `note`, in brackets:',
    `"[Corrected by us: …]" with what the source has. Where we doubt a value and keep it, the note has "[Doubtful, by us: …]". \`${correctionsFile}\` has`,
    'all of them, each with its reason and the document that it rests on; no cell differs from its source without a mark.',
    '',
    `In this version: ${count('override')} cells corrected, ${count('flag')} doubted, ${count('drop')} rows left out.`,
    ...(corrections.length === 0 ? [] : ['', '| table | field | the source has | given here |', '| --- | --- | --- | --- |']),
    ...corrections.map(({ table, field, action, printed, given, key }) => {
      const after = action === 'override' ? (given ?? '') : action === 'flag' ? `${given ?? ''}, doubted` : `the row is left out (${key})`;
      return `| ${table} | ${field} | ${printed ?? ''} | ${after} |`;
    }),
  ].join('\n');
}

function cited(facts: PackageFacts): string {
  return `## How to cite\n\n${citationOf(facts)} \`CITATION.cff\` has the citation for programs. Name the counter with the number: "<counter>, in ${NAME}, version …".`;
}
