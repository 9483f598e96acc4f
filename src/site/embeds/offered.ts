/** What was ever offered to be embedded, and the promise that nothing of it is lost but by a line that says why. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf } from '../../charts/names.ts';
import { charts } from '../../charts/registry.ts';
import { checkErrata, type Erratum, readErrata } from '../../data/errata.ts';
import { type Problem, ProblemsError, quote } from '../../data/problem.ts';
import { readWithdrawn, type Withdrawn, withdrawalOf, withdrawnFile } from '../../data/withdrawn.ts';
import { type Choice, embedPath } from '../../embed/addresses.ts';
import { editionFor } from '../edition.ts';
import { folderOf, languages } from '../languages.ts';
import { sharedByPages } from '../shared.ts';
import { correctedLine, mistakesIn } from './corrected.ts';
import type { FrozenChart } from './frozen.ts';
import { namesWith, pinnedFor, pinnedView, readPinned, versionsWith } from './pinned.ts';
import { type EmbedView, embedView } from './view.ts';

/** The chart of a release, unless it was withdrawn. */
function frozenOf(tag: string, { chart, version }: Pick<Choice, 'chart' | 'version'>): FrozenChart | undefined {
  const pinned = pinnedFor(tag).find(({ release }) => release.version === version);
  return pinned?.withdrawn.has(chart) ? undefined : pinned?.charts.get(chart);
}

/** Whether an embed shows a chart: not where the release asked for has none, nor where it was withdrawn. */
export function showsChart(tag: string, choice: Choice): boolean {
  return choice.version === null ? editionFor(tag).charts.has(choice.chart) : frozenOf(tag, choice) !== undefined;
}

/** What an embed shows; `null` where it shows no chart. */
export function viewOf(tag: string, choice: Choice): EmbedView | null {
  if (choice.version === null) return showsChart(tag, choice) ? embedView(editionFor(tag), choice) : null;
  const frozen = frozenOf(tag, choice);
  if (!frozen) return null;
  const mistakes = mistakesIn(frozen, [...new Set([...namesWith(choice.chart), ...frozen.formerly])], errataOf(process.cwd()));
  return { ...pinnedView(frozen, choice), corrected: correctedLine(mistakes, editionFor(tag).strings, tag, choice.quiet) };
}

/** The embeds of a chart in every release that holds it, with names of people and without, the newest release first. */
export function pinnedViews(tag: string, name: string): EmbedView[] {
  const language = folderOf(tag);
  return versionsWith(tag, name).flatMap(({ chart, version }) =>
    [false, true].flatMap((quiet) => viewOf(tag, { chart, version, quiet, language }) ?? []),
  );
}

/** The log of mistakes. Its faults are those of the check. */
function errataOf(root: string): readonly Erratum[] {
  const kept = sharedByPages<readonly Erratum[]>('errata');
  const errata = kept.get(root) ?? readErrata(join(root, 'data'), 'data').errata;
  kept.set(root, errata);
  return errata;
}

/** Why an embed is no longer offered. */
export function withdrawalFor(root: string, { chart, version }: Choice): Withdrawn | undefined {
  return withdrawalOf(readWithdrawn(join(root, 'data'), 'data'), version === null ? namesWith(chart) : [chart], version);
}

/**
 * Holds that every chart that a release offered is still there to be followed, under its name or a later one, and that every line
 * of `withdrawn.yml` is about something that was offered. Throws ProblemsError.
 */
export function checkOffered(root: string): void {
  const entries = readWithdrawn(join(root, 'data'), 'data');
  const present = new Set(charts.flatMap(namesOf));
  const frozen = languages.flatMap(({ tag }) => readPinned(root, tag));
  const at = (message: string): Problem => ({ file: `data/${withdrawnFile}`, line: 1, column: 1, subject: '', message });
  const offered = new Map<string, Set<string>>();
  for (const { release, charts: kept } of frozen)
    for (const id of kept.keys()) offered.set(id, (offered.get(id) ?? new Set()).add(release.version));
  const lost = [...offered].filter(([id]) => !present.has(id) && !withdrawalOf(entries, [id], null));
  const problems = [
    ...lost.map(([id, versions]) =>
      at(
        `expected the chart ${quote(id)}, which ${[...versions].join(', ')} offered, to be a chart still, or a former name of one, or to have a line here that says why it was withdrawn`,
      ),
    ),
    ...entries.flatMap(({ chart, versions = [] }) => {
      if (versions.length === 0 && present.has(chart)) return [at(`expected a chart that is no longer made, found ${quote(chart)}`)];
      if (versions.length === 0 && !offered.has(chart)) return [at(`expected a chart that a release offered, found ${quote(chart)}`)];
      return versions
        .filter((version) => !offered.get(chart)?.has(version))
        .map((version) => at(`expected a version that offered the chart ${quote(chart)}, found ${quote(version)}`));
    }),
  ];
  const log = readErrata(join(root, 'data'), 'data');
  problems.push(
    ...log.problems,
    ...checkErrata(log, [], new Set([...present, ...offered.keys()])).filter(({ subject }) => subject.endsWith('.chart')),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** Holds that the built site under `directory` has a page for everything that was ever offered. Throws ProblemsError. */
export function checkBuilt(root: string, directory: string): void {
  const problems = languages.flatMap(({ tag }) =>
    pinnedFor(tag, root).flatMap(({ release: { version }, charts: kept }) =>
      [...kept.keys()].flatMap((chart) =>
        [version, null].flatMap((asked) =>
          [false, true].flatMap((quiet): Problem[] => {
            const path = embedPath({ chart, version: asked, quiet, language: folderOf(tag) });
            if (existsSync(join(directory, path, 'index.html'))) return [];
            const message = `expected the page ${path}, which was offered before, in the built site`;
            return [{ file: `data/releases/${version}/charts/${chart}.${tag}.json`, line: 1, column: 1, subject: '', message }];
          }),
        ),
      ),
    ),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
}
