import { defineChart } from './kit/chart.ts';
import { type Side, surveyBars } from './kit/survey-bars.ts';
import { type SurveyRow, shareOf, surveyColumns, surveyed } from './kit/surveys.ts';

const QUESTION = { 'Whether the 2020 election was rigged': 'question' } as const;

const sides: Readonly<Record<string, Side>> = {
  'answer-rigged': 'left',
  'answer-partly-or-fully-agree': 'left',
  'answer-no-opinion': 'middle',
  'answer-not-rigged': 'right',
};

/** Whether people in towns think that the vote of 2020 was rigged. */
export const opinionRigged = defineChart<SurveyRow>({
  id: 'opinion-rigged',
  tables: ['opinion-surveys'],
  rows: ({ data }) => surveyed(data, QUESTION),
  columns: surveyColumns,
  draw: (rows, frame) => {
    // The title tells of the first survey.
    const finding = (row: SurveyRow): boolean => row === rows[0];
    return surveyBars(frame, rows, { sides, finding, heads: { left: 'head-left', right: 'head-right' } });
  },
  describe: (rows, words) => [
    words.sentence('series', {
      list: rows
        .map(
          (row) =>
            `${words.named(row.pollster)} (${words.date(row.end.iso, row.end.precision)}), ${words.label(row.answer)}: ${shareOf(row, words)}`,
        )
        .join('; '),
    }),
    words.sentence('gaps'),
  ],
});
