/** The charts of a release, drawn for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { charts } from '../charts/registry.ts';
import type { PackageFacts } from '../data/facts.ts';
import { ProblemsError } from '../data/problem.ts';
import { loadEdition } from '../site/edition.ts';
import { freezeCharts } from '../site/embeds/freeze.ts';
import { firstLanguage } from '../site/languages.ts';
import { Stop } from './say.ts';

/**
 * The files by their names, in the first language: those of all four would take 5.5 MB a release, which each build would go through for
 * as long as the site stands. Throws ProblemsError or Stop with the fault where a chart can't be drawn. */
export function drawRelease(root: string, facts: PackageFacts): Map<string, Uint8Array> {
  const release = { version: facts.version, words: facts.version, modified: facts.released };
  const former = new Map(charts.map(({ id, formerly }) => [id, formerly]));
  try {
    const editions = [{ ...loadEdition(root, firstLanguage), release }];
    const tokens = readFileSync(join(root, 'src/site/shell/styles/tokens.css'), 'utf8');
    return freezeCharts(editions, facts, (id) => former.get(id) ?? [], tokens);
  } catch (error) {
    if (error instanceof ProblemsError || !(error instanceof Error)) throw error;
    const { cause } = error;
    throw new Stop(`Nothing was released: ${error.message}${cause instanceof Error ? ` (${cause.message})` : ''}.`);
  }
}
