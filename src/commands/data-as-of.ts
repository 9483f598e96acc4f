/** `npm run data:as-of -- <day> [--version 1.0.0] [--out DIR]`: the package, or a release of it, as it could have been known on a day, in a folder of its own. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AsOfRefused, summaryAsOf, writeAsOf } from '../data/as-of.ts';
import { isDay } from '../data/field.ts';
import { ProblemsError } from '../data/problem.ts';
import { checkReleases } from '../data/versions/frozen.ts';
import { UnknownVersion } from '../data/versions/snapshot.ts';
import { refuseUnwritable } from './out-folder.ts';
import { projectRoot } from './root.ts';
import { runOrSay, Stop } from './say.ts';

await runOrSay([AsOfRefused, UnknownVersion], () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: { out: { type: 'string' }, version: { type: 'string' } },
  });
  const [day = '', ...rest] = positionals;
  const strange = Object.keys(values).filter((name) => name !== 'out' && name !== 'version');
  const version = values['version'];
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    !isDay(day) ||
    rest.length > 0 ||
    strange.length > 0 ||
    typeof values['out'] === 'boolean' ||
    typeof version === 'boolean'
  ) {
    throw new Stop('Name a day of the calendar: npm run data:as-of -- 2024-09-04 [--version 1.0.0] [--out DIR]');
  }
  const named = values['out'] ?? `as-of-${day}${version === undefined ? '' : `-in-${version}`}`;
  const out = resolve(named);
  refuseUnwritable(out);
  const faults = version === undefined ? [] : checkReleases(resolve(projectRoot, 'data'), 'data', null);
  if (faults.length > 0) throw new ProblemsError(faults);
  const found = writeAsOf(resolve(projectRoot, 'data'), 'data', day, out, version ?? null);
  for (const { table, kept, later, undated } of found) console.log(`${table}.csv: ${kept} rows of ${kept + later + undated}`);
  console.log(summaryAsOf(found, day));
  console.log(`wrote ${named}`);
});
