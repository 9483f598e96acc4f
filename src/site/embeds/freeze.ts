/** What a release keeps of its charts: made when it is cut, never again. */

import { chartFiles } from '../../charts/export.ts';
import type { RenderedChart } from '../../charts/render.ts';
import { correctionRows } from '../../data/exports/marks.ts';
import type { PackageFacts } from '../../data/facts.ts';
import { formatDate } from '../../figures/format.ts';
import { creditOf, quietChart } from '../charts/quiet.ts';
import { coloursFile, FORMAT, type FrozenChart, type FrozenShown, frozenText, piecesOf } from './frozen.ts';
import { type EmbedEdition, sourceLine } from './view.ts';

/**
 * The files of the charts, by their names. Each edition is one language, with the version and the day of the release; `formerly`
 * tells the names that a chart had before; `tokens` is the sheet `tokens.css`.
 */
export function freezeCharts(
  editions: readonly EmbedEdition[],
  facts: PackageFacts,
  formerly: (id: string) => readonly string[],
  tokens: string,
): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>([[coloursFile, encoder.encode(drawingColours(tokens))]]);
  for (const edition of editions) {
    for (const drawn of edition.charts.values()) {
      const chart = frozenChart(edition, drawn, facts, formerly(drawn.id));
      files.set(`${chart.id}.${chart.language}.json`, encoder.encode(frozenText(chart)));
    }
  }
  return files;
}

function frozenChart(edition: EmbedEdition, drawn: RenderedChart, facts: PackageFacts, formerly: readonly string[]): FrozenChart {
  const { strings, locale, release } = edition;
  const { csv, metadata } = chartFiles(
    drawn,
    edition.sources,
    { ...facts, version: release.version, released: release.modified },
    correctionRows(edition.data),
  );
  // The documents are in the release itself.
  const { sources: _, ...about }: Record<string, unknown> = JSON.parse(metadata);
  const quiet = quietChart(edition, drawn);
  // The line of sources can name people where nothing else does.
  const nameless = quiet === drawn && creditOf(edition, drawn, true) === creditOf(edition, drawn, false);
  const asOf = formatDate(drawn.asOf.iso, drawn.asOf.precision, locale);
  return {
    format: FORMAT,
    id: drawn.id,
    formerly: [...formerly],
    language: locale.tag,
    version: release.version,
    released: release.modified,
    as_of: { date: drawn.asOf.iso, precision: drawn.asOf.precision, text: asOf },
    ...shownOf(edition, drawn, false),
    numeric: drawn.rows.map(({ cells }) => cells.flatMap(({ numeric }, index) => (numeric ? [index] : []))),
    parts: drawn.parts && {
      legend: drawn.parts.legend,
      all: drawn.parts.all,
      names: [...drawn.parts.names],
      rows: [...drawn.parts.rows],
    },
    tables: [...drawn.tables],
    sources: [...drawn.sources],
    words: {
      site: strings.siteName,
      sources: strings.chart.sources,
      as_of: strings.chart.dataAsOf(asOf),
      version: strings.chart.dataVersion(release.words),
      reading: strings.chart.reading,
      table: strings.chart.table(drawn.rows.length),
      more: strings.embed.more,
      no_drawing: strings.chart.noDrawing,
    },
    drawings: { ...drawn.drawings },
    quiet: nameless
      ? null
      : {
          ...shownOf(edition, quiet, true),
          drawings: {
            narrow: piecesOf(drawn.drawings.narrow, quiet.drawings.narrow),
            wide: piecesOf(drawn.drawings.wide, quiet.drawings.wide),
          },
        },
    csv,
    metadata: about,
  };
}

function shownOf(edition: EmbedEdition, chart: RenderedChart, quiet: boolean): FrozenShown {
  const publishers = creditOf(edition, chart, quiet);
  return {
    title: chart.title,
    subtitle: chart.subtitle,
    note: chart.note,
    reading: chart.reading,
    description: [...chart.description],
    line: sourceLine(edition, chart, publishers),
    publishers,
    columns: [...chart.columns],
    cells: chart.rows.map(({ cells }) => cells.map(({ text }) => text)),
  };
}

/** What drawings name of the tokens: their own colours, and the two that these may stand for. */
const used = /^--(?:paper|ink|chart-[a-z-]+)$/;

/** The blocks of `tokens.css` with what drawings use of them, in the same form. */
export function drawingColours(tokens: string): string {
  const blocks = [...tokens.matchAll(/(?:@media \(([a-z-]+: [a-z]+)\) \{\s*)?:root \{([^}]*)\}/g)].map(([, media, body = '']) => {
    const lines = [...body.matchAll(/(--[a-z-]+): ([^;]+);/g)].flatMap(([, name = '', value]) =>
      used.test(name) ? `  ${name}: ${value};` : [],
    );
    const rule = `:root {\n${lines.join('\n')}\n}`;
    return media === undefined ? rule : `@media (${media}) {\n${rule}\n}`;
  });
  return `${blocks.join('\n\n')}\n`;
}
