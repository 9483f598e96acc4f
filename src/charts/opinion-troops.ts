import { defineChart } from './kit/chart.ts';
import { sheet } from './kit/elements.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, counterSymbol } from './kit/palette.ts';
import { type SurveyRow, shareOf, surveyColumns, surveyed, surveyName, whoWasAsked } from './kit/surveys.ts';
import { endSheet } from './kit/svg.ts';
import { type ValueRow, valueFoot, valueRows } from './kit/value-rows.ts';

const QUESTION = { 'Whether Belarus should send troops to fight on the side of Russia': 'troops' } as const;
const IN_FAVOUR = 'answer-in-favour';

/** Who is in favour of sending troops to Russia's war in Ukraine, survey by survey. */
export const opinionTroops = defineChart<SurveyRow>({
  id: 'opinion-troops',
  tables: ['opinion-surveys'],
  rows: ({ data }) => surveyed(data, QUESTION).filter(({ answer }) => answer === IN_FAVOUR),
  columns: surveyColumns,
  draw: (rows, frame) => {
    const svg = sheet(frame);
    // The shares are small: an axis up to all who were asked would leave them in one corner.
    const most = Math.ceil((Math.max(...rows.map(({ share }) => share)) + 1) / 5) * 5;
    const options = {
      domain: [0, most] as const,
      ticks: Array.from({ length: most / 5 + 1 }, (_, index) => index * 5),
      tickText: (value: number) => frame.words.percent(value, 0),
      left: frame.narrow ? 8 : 346,
      right: frame.narrow ? 20 : 26,
      top: 4,
      step: frame.narrow ? 46 : 36,
    };
    const shown = rows.map((row) => valueRow(row, rows, frame));
    svg.append(...valueRows(frame, shown, rows, options));
    return endSheet(svg, valueFoot(frame, shown, options));
  },
  describe: (rows, words) => {
    const said = rows.map((row) => `${shareOf(row, words)} (${words.named(row.pollster)}, ${words.date(row.end.iso, row.end.precision)})`);
    return [words.sentence('series', { list: words.locale.list(said) }), words.sentence('gaps')];
  },
});

/** A survey; the lowest and the highest share, which the title names, stand out. */
function valueRow(row: SurveyRow, rows: readonly SurveyRow[], { words, narrow }: Frame): ValueRow {
  const shares = rows.map(({ share }) => share);
  const finding = row.share === Math.min(...shares) || row.share === Math.max(...shares);
  return {
    row,
    name: surveyName(row, words),
    ...(narrow ? {} : { detail: whoWasAsked(row, words) }),
    marks: [
      {
        low: row.share,
        high: row.share,
        qualifier: row.qualifier,
        shape: counterSymbol.media_and_pollsters,
        fill: counterColour.media_and_pollsters,
        text: shareOf(row, words),
        finding,
      },
    ],
  };
}
