/** Names of charts, which addresses are made of: a chart may get another one, and keeps its life. */
import { type Problem, quote } from '../data/problem.ts';
import type { Chart } from './kit/chart.ts';

/** What the files of the picture of the story's opening are named after. */
export const OPENING = 'opening';

type Named = Pick<Chart, 'id' | 'formerly'>;

/** A name is a part of an address, and the name of files. */
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** What stands beside the name of a chart in addresses, or names files of another. */
const taken = ['quiet', 'neutral', OPENING];

/** Every name under which a chart can be asked for, the present one first. */
export const namesOf = ({ id, formerly }: Named): string[] => [id, ...formerly];

/** The name that a chart was given first: it stays whatever the chart is called later. */
export const lastingId = ({ id, formerly }: Named): string => formerly[0] ?? id;

/** Every name that is malformed, or that two charts have or had. */
export function checkNames(charts: readonly Named[]): Problem[] {
  const owners = new Map<string, string>();
  return charts.flatMap((chart) =>
    namesOf(chart).flatMap((name) => {
      const at = (message: string): Problem[] => [{ file: `src/charts/${chart.id}.ts`, line: 1, column: 1, subject: '', message }];
      const owner = owners.get(name);
      owners.set(name, chart.id);
      if (!NAME.test(name) || taken.includes(name))
        return at(`expected a name of small letters, digits and single hyphens, found ${quote(name)}`);
      if (owner === chart.id) return at(`expected each name of the chart once, found ${quote(name)} twice`);
      if (owner !== undefined)
        return at(`expected a name that no other chart has or had, found ${quote(name)}, which is a name of ${owner}`);
      return [];
    }),
  );
}
