import { defineChart } from './kit/chart.ts';
import { type Side, surveyBars } from './kit/survey-bars.ts';
import { type SurveyRow, shareOf, surveyColumns, surveyed } from './kit/surveys.ts';

const QUESTION = { 'Whether respondents will surely vote in the coming presidential election': 'question' } as const;

const sides: Readonly<Record<string, Side>> = {
  'answer-sure-to-vote': 'left',
};

/** Who was sure to vote, before the election of 2020 and before that of 2025. */
export const opinionTurnout = defineChart<SurveyRow>({
  id: 'opinion-turnout',
  tables: ['opinion-surveys'],
  rows: ({ data }) => surveyed(data, QUESTION),
  columns: surveyColumns,
  draw: (rows, frame) => {
    // The title tells of the first survey and the last.
    const finding = (row: SurveyRow): boolean => row === rows[0] || row === rows.at(-1);
    return surveyBars(frame, rows, { sides, finding, heads: { left: 'head-left' } });
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
