/** Who stands behind a chart, as its source line says it: who counted first, then how much was read. */
import type { RenderedChart } from '../../../charts/render.ts';
import type { Edition } from '../../edition.ts';

/** Names that a line has room for. */
const MOST = 3;

/** `Viasna, BAJ and 2 others, read in 121 documents`: who counted; where nobody did, who published. The oftener a name, the earlier. */
export function publishersOf(chart: RenderedChart, edition: Pick<Edition, 'data' | 'sources' | 'strings' | 'dataWords'>): string {
  const counters = countersOf(chart, edition);
  const publishers = byFrequency(chart.sources.map((id) => edition.sources.get(id)?.publisher ?? ''))
    .filter((name) => !isAccount(name))
    .map((name) => edition.dataWords.find(name) ?? name);
  const names = counters.length > 0 ? counters : publishers;
  const words = edition.strings.chart;
  const who = names.length > MOST + 1 ? [...names.slice(0, MOST), words.others(names.length - MOST)] : names;
  return words.readIn(words.names(who), chart.sources.length);
}

/** Counters of the drawn rows; where the chart's table does not name them, those of the rows that its documents carry. */
function countersOf({ keys, rows, sources, tables }: RenderedChart, { data, dataWords }: Pick<Edition, 'data' | 'dataWords'>): string[] {
  const column = keys.indexOf('column-counted-by');
  if (column >= 0) return byFrequency(rows.map(({ cells }) => cells[column]?.text ?? ''));
  const read = new Set(sources);
  const counted = tables.flatMap((table) => data.read(table)?.rows ?? []).filter(({ values }) => read.has(String(values['source_id'])));
  return byFrequency(counted.map(({ values }) => String(values['counted_by'] ?? ''))).map(dataWords.say);
}

/** Each name once, that of most rows first. */
function byFrequency(names: readonly string[]): string[] {
  const counts = Map.groupBy(
    names.filter((name) => name !== ''),
    (name) => name,
  );
  return [...counts].sort(([, a], [, b]) => b.length - a.length).map(([name]) => name);
}

/** An account is where something was found, and no one's name. */
function isAccount(publisher: string): boolean {
  return /\buser\b|^@/.test(publisher);
}
