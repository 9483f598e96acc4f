/** The publishers behind a chart, as its source line names them. */
import type { RenderedChart } from '../../../charts/render.ts';
import type { Edition } from '../../edition.ts';

const MOST = 6;

/** `Viasna, Reform.news, Belsat +29`: each publisher once, in the order of use. */
export function publishersOf(chart: RenderedChart, edition: Pick<Edition, 'sources'>): string {
  const publishers = [...new Set(chart.sources.flatMap((id) => edition.sources.get(id)?.publisher ?? []))];
  if (publishers.length <= MOST) return publishers.join(', ');
  return `${publishers.slice(0, MOST - 1).join(', ')} +${publishers.length - MOST + 1}`;
}
