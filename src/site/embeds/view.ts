/** An embed as its page shows it: one chart, following the data or pinned to a release, with or without links and names. */
import { heightOf, type RenderedChart, type RenderedParts } from '../../charts/render.ts';
import { type Choice, embedPath } from '../../embed/addresses.ts';
import { titleWith } from '../../embed/choices.ts';
import type { Measured } from '../../embed/height.ts';
import { formatDate } from '../../figures/format.ts';
import { creditOf, quietChart } from '../charts/quiet.ts';
import type { Edition } from '../edition.ts';
import { pathIn } from '../languages.ts';
import type { Corrected } from './corrected.ts';

/** What is seen of a chart, drawn today or kept by a release. */
export interface ShownChart
  extends Pick<RenderedChart, 'id' | 'title' | 'subtitle' | 'note' | 'reading' | 'description' | 'drawings' | 'columns'> {
  /** What can be chosen alone; none in releases that did not keep it. */
  readonly parts?: RenderedParts | null;
  readonly rows: readonly { readonly cells: readonly { readonly text: string; readonly numeric: boolean }[] }[];
}

export interface EmbedView {
  readonly chart: ShownChart;
  readonly words: {
    /** The line under the chart, without the link that follows it. */
    readonly line: string;
    /** The link to the chart's page. */
    readonly more: string;
    /** Over how the drawing is read. */
    readonly reading: string;
    readonly table: string;
    readonly noDrawing: string;
  };
  readonly lang: string;
  /** The number of the part that is shown from the start, from 1; 0 for all. */
  readonly part: number;
  readonly quiet: boolean;
  readonly version: string;
  /** What was found wrong after the release that it is pinned to. */
  readonly corrected: Corrected | null;
  /** The chart's own page. */
  readonly page: string;
  /** The embed's address. */
  readonly path: string;
}

/** What of an edition an embed needs, now or as of a release. */
export type EmbedEdition = Pick<Edition, 'charts' | 'data' | 'dataWords' | 'locale' | 'release' | 'sources' | 'strings'>;

/** Throws RangeError when the edition has no such chart, or the chart no such part. `edition` is that of the version chosen. */
export function embedView(edition: EmbedEdition, choice: Choice): EmbedView {
  const drawn = edition.charts.get(choice.chart);
  if (!drawn) throw new RangeError(`there is no chart "${choice.chart}"`);
  const { strings, locale, release } = edition;
  const part = choice.only ? (drawn.parts?.ids?.indexOf(choice.only) ?? -1) + 1 : 0;
  if (choice.only && part === 0) throw new RangeError(`the chart "${choice.chart}" has no part "${choice.only}"`);
  return {
    chart: choice.quiet ? quietChart(edition, drawn) : drawn,
    words: {
      line: sourceLine(edition, drawn, creditOf(edition, drawn, choice.quiet)),
      more: strings.embed.more,
      reading: strings.chart.reading,
      table: strings.chart.table(drawn.rows.length),
      noDrawing: strings.chart.noDrawing,
    },
    lang: locale.tag,
    part,
    quiet: choice.quiet,
    version: release.version,
    corrected: null,
    page: pathIn(locale.tag, `/charts/${choice.chart}/`),
    path: embedPath(choice),
  };
}

/** The title of the embed, with its part where it shows one: it tells frames of one chart apart. */
export function titleOf({ chart: { title, parts }, part }: Pick<EmbedView, 'chart' | 'part'>): string {
  return titleWith(title, parts?.names[part - 1]);
}

/** The line under the chart: whose counts, the last of them, from which version. */
export function sourceLine(
  { strings: { chart, embed, siteName }, locale, release }: Pick<EmbedEdition, 'locale' | 'release' | 'strings'>,
  { asOf }: RenderedChart,
  publishers: string,
): string {
  const date = formatDate(asOf.iso, asOf.precision, locale);
  return `${chart.sources}: ${publishers}. ${chart.dataAsOf(date)}. ${embed.madeBy(siteName, release.words)}`;
}

/** What the height of the embed's frame is reckoned from. */
export function measured(view: EmbedView): Measured {
  const { title, subtitle, note, reading, drawings, parts } = view.chart;
  const { corrected, words } = view;
  const source = `${words.line} ${view.quiet ? '' : words.more} ${corrected?.text ?? ''}`.trimEnd();
  // Each button takes the room of four letters.
  const choice = parts ? [parts.legend, parts.all, ...parts.names].join(' ····') : '';
  return { title, subtitle, note, reading, source, choice, heights: { narrow: heightOf(drawings.narrow), wide: heightOf(drawings.wide) } };
}
