/** The opening as a picture: its states side by side, with their numbers, sources and date. */
import type { Drawn, Provenance } from '../../charts/image/svg-file.ts';
import { sameRows } from '../../charts/opening/counts.ts';
import { openingSheet, type SheetState } from '../../charts/opening/sheet.ts';
import { formatDate } from '../../figures/format.ts';
import type { Edition } from '../edition.ts';
import { publishersOf } from './figure/publishers.ts';
import { marks, none, sentence, tellOpening } from './opening-told.ts';

/** The picture, and what it says of where it comes from; `null` where the story has no opening, or no chart of the counts. */
export function openingPicture(edition: Edition): { readonly chart: Drawn; readonly provenance: Provenance } | null {
  const { strings, locale, release, story } = edition;
  const passage = story.chapters.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'opening');
  const charts = sameRows.flatMap((id) => edition.charts.get(id) ?? []);
  const [first] = charts;
  if (passage?.kind !== 'opening' || first === undefined) return null;
  const { states: all, since, layout } = tellOpening(edition);
  const shown = passage.steps.flatMap(({ day }) => all.find(({ date }) => date === day) ?? []);
  const last = shown.at(-1);
  if (last === undefined) return null;
  const kinds = ['held', ...marks] as const;
  const states = shown.map(
    ({ date, dots, said }): SheetState => ({
      id: `opening-${date}`,
      dots,
      lines: kinds.filter((mark) => said[mark] !== none).map((mark) => ({ mark, number: said[mark][0], words: said[mark][1] })),
    }),
  );
  const together = {
    ...first,
    keys: [],
    rows: [],
    sources: [...new Set(charts.flatMap(({ sources }) => sources))],
    tables: [...new Set(charts.flatMap(({ tables }) => tables))],
  };
  return {
    chart: {
      title: first.title,
      subtitle: '',
      note: strings.opening.caption(all.length, since),
      reading: '',
      description: states.map(({ lines }) => `${lines.map(({ number, words }) => sentence([number, words])).join('. ')}.`),
      drawings: { narrow: openingSheet(states, layout, 'narrow'), wide: openingSheet(states, layout, 'wide') },
    },
    provenance: {
      siteName: strings.siteName,
      sources: `${strings.chart.sources}: ${publishersOf(together, edition)}.`,
      asOf: `${strings.chart.dataAsOf(formatDate(last.date, last.precision, locale))}.`,
      licence: 'CC BY 4.0',
      version: strings.chart.dataVersion(release.words),
    },
  };
}
