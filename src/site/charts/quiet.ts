/** A chart in its quiet form: without names of people, for readers and hosts that may not be seen with them. */
import type { RenderedChart } from '../../charts/render.ts';
import type { DataPackage } from '../../data/package.ts';
import { namesIn, namesTaker, withoutNames } from '../../embed/quiet.ts';
import type { Edition } from '../edition.ts';
import { publishersOf } from '../story/figure/publishers.ts';

/** What an edition has to say of names. */
type Naming = Pick<Edition, 'data' | 'strings' | 'dataWords' | 'locale'>;

const takers = new WeakMap<DataPackage, Map<string, () => (text: string) => string>>();

/** Takes names out of the texts of one chart. The forms of all names are made once for a language. */
function takeNames({ data, strings, dataWords, locale }: Naming): (text: string) => string {
  const byLanguage = takers.get(data) ?? new Map<string, () => (text: string) => string>();
  takers.set(data, byLanguage);
  const taker =
    byLanguage.get(locale.tag) ??
    namesTaker(namesIn(data), strings.embed.names, { say: (name) => dataWords.find(name) ?? name, declined: locale.declines });
  byLanguage.set(locale.tag, taker);
  return taker();
}

const credits = { open: new WeakMap<RenderedChart, string>(), quiet: new WeakMap<RenderedChart, string>() };

/** The publishers behind a chart; where a quiet form names them, those who are people have no name either. Made once. */
export function creditOf(edition: Naming & Pick<Edition, 'sources'>, drawn: RenderedChart, quiet: boolean): string {
  const kept = credits[quiet ? 'quiet' : 'open'];
  const credit = kept.get(drawn) ?? (quiet ? takeNames(edition)(creditOf(edition, drawn, false)) : publishersOf(drawn, edition));
  kept.set(drawn, credit);
  return credit;
}

const quietCharts = new WeakMap<RenderedChart, RenderedChart>();

/** A chart of the edition without names of people; the same chart where it has none. Made once. */
export function quietChart(edition: Naming, drawn: RenderedChart): RenderedChart {
  const known = quietCharts.get(drawn);
  if (known) return known;
  const made = withoutNames(drawn, takeNames(edition));
  const quiet = JSON.stringify(made) === JSON.stringify(drawn) ? drawn : made;
  quietCharts.set(drawn, quiet);
  return quiet;
}
