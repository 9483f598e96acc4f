/** A chart in its quiet form: without names of people, for readers and hosts that may not be seen with them. */
import type { RenderedChart } from '../../charts/render.ts';
import { nameless, namesIn, withoutNames } from '../../embed/quiet.ts';
import type { Edition } from '../edition.ts';
import { publishersOf } from '../story/figure/publishers.ts';

/** The publishers behind a chart; where a quiet form names them, those who are people have no name either. */
export function creditOf(
  edition: Pick<Edition, 'data' | 'sources' | 'strings' | 'dataWords'>,
  drawn: RenderedChart,
  quiet: boolean,
): string {
  const publishers = publishersOf(drawn, edition);
  return quiet ? nameless(namesIn(edition.data), edition.strings.embed.names)(publishers) : publishers;
}

const quietCharts = new WeakMap<RenderedChart, RenderedChart>();

/** A chart of the edition without names of people; the same chart where it has none. Made once. */
export function quietChart({ data, strings }: Pick<Edition, 'data' | 'strings'>, drawn: RenderedChart): RenderedChart {
  const known = quietCharts.get(drawn);
  if (known) return known;
  const made = withoutNames(drawn, namesIn(data), strings.embed.names);
  const quiet = JSON.stringify(made) === JSON.stringify(drawn) ? drawn : made;
  quietCharts.set(drawn, quiet);
  return quiet;
}
