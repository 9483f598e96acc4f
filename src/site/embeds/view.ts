/** An embed as its page shows it: one chart, following the data or pinned to a release, with or without links and names. */
import type { Size } from '../../charts/kit/sizes.ts';
import type { RenderedChart } from '../../charts/render.ts';
import { type Choice, embedPath } from '../../embed/addresses.ts';
import type { Measured } from '../../embed/height.ts';
import { formatDate } from '../../figures/format.ts';
import { creditOf, quietChart } from '../charts/quiet.ts';
import type { Edition } from '../edition.ts';
import type { Strings } from '../strings/strings.ts';

export interface EmbedView {
  readonly chart: RenderedChart;
  readonly strings: Strings;
  readonly lang: string;
  readonly quiet: boolean;
  readonly version: string;
  readonly publishers: string;
  readonly asOf: string;
  /** The chart's own page. */
  readonly page: string;
  /** The embed's address. */
  readonly path: string;
}

/** What of an edition an embed needs, now or as of a release. */
export type EmbedEdition = Pick<Edition, 'charts' | 'data' | 'locale' | 'release' | 'sources' | 'strings'>;

/** Throws RangeError when the edition has no such chart. `edition` is that of the version chosen. */
export function embedView(edition: EmbedEdition, choice: Choice): EmbedView {
  const drawn = edition.charts.get(choice.chart);
  if (!drawn) throw new RangeError(`there is no chart "${choice.chart}"`);
  const { strings, locale, release } = edition;
  return {
    chart: choice.quiet ? quietChart(edition, drawn) : drawn,
    strings,
    lang: locale.tag,
    quiet: choice.quiet,
    version: release.version,
    publishers: creditOf(edition, drawn, choice.quiet),
    asOf: formatDate(drawn.asOf.iso, drawn.asOf.precision, locale),
    page: `/charts/${choice.chart}/`,
    path: embedPath(choice),
  };
}

/** The line under the chart, without the link that follows it. */
export function sourceLine({ strings, publishers, asOf, version }: EmbedView): string {
  const { chart, embed, siteName } = strings;
  return `${chart.sources}: ${publishers}. ${chart.dataAsOf(asOf)}. ${embed.madeBy(siteName, version)}`;
}

/** What the height of the embed's frame is reckoned from. */
export function measured(view: EmbedView): Measured {
  const { title, subtitle, note, reading, drawings } = view.chart;
  const height = (size: Size): number => {
    const [, found] = / viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(drawings[size]) ?? [];
    if (found === undefined) throw new RangeError(`the ${size} drawing of ${view.chart.id} has no size`);
    return Number(found);
  };
  const source = `${sourceLine(view)} ${view.quiet ? '' : view.strings.embed.more}`;
  return { title, subtitle, note, reading, source, heights: { narrow: height('narrow'), wide: height('wide') } };
}
