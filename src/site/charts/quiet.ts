/** A chart in its quiet form: without names of people, for readers and hosts that may not be seen with them. */
import type { RenderedChart } from '../../charts/render.ts';
import { nameless, namesIn, withoutNames } from '../../embed/quiet.ts';
import type { Edition } from '../edition.ts';
import { publishersOf } from '../story/figure/publishers.ts';

/** The publishers behind a chart; where a quiet form names them, those who are people have no name either. */
export function creditOf(
  edition: Pick<Edition, 'data' | 'sources' | 'strings' | 'dataWords' | 'locale'>,
  drawn: RenderedChart,
  quiet: boolean,
): string {
  const publishers = publishersOf(drawn, edition);
  return quiet ? nameless(namesIn(edition.data), edition.strings.embed.names, spellingOf(edition))(publishers) : publishers;
}

/** How the language writes the names of the tables. */
const spellingOf = ({ dataWords, locale }: Pick<Edition, 'dataWords' | 'locale'>) => ({
  say: (name: string) => dataWords.find(name) ?? name,
  declined: locale.declines,
});

const quietCharts = new WeakMap<RenderedChart, RenderedChart>();

/** A chart of the edition without names of people; the same chart where it has none. Made once. */
export function quietChart(edition: Pick<Edition, 'data' | 'strings' | 'dataWords' | 'locale'>, drawn: RenderedChart): RenderedChart {
  const known = quietCharts.get(drawn);
  if (known) return known;
  const made = withoutNames(drawn, namesIn(edition.data), edition.strings.embed.names, spellingOf(edition));
  const quiet = JSON.stringify(made) === JSON.stringify(drawn) ? drawn : made;
  quietCharts.set(drawn, quiet);
  return quiet;
}
