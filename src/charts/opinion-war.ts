import { defineChart } from './kit/chart.ts';
import { type Side, surveyBars } from './kit/survey-bars.ts';
import { type SurveyRow, shareOf, surveyColumns, surveyed } from './kit/surveys.ts';

const QUESTION = { 'Attitude to the military action of Russia in Ukraine': 'attitude' } as const;

/** Who is against stands at the left, who is for at the right. */
const sides: Readonly<Record<string, Side>> = {
  'answer-do-not-support': 'left',
  'answer-oppose': 'left',
  'answer-strongly-do-not-support': 'part',
  'answer-hard-to-answer': 'middle',
  'answer-support': 'right',
  'answer-approve': 'right',
  'answer-support-fully-or-partly': 'right',
  'answer-partly-support': 'rightPale',
  'answer-strongly-support': 'rightPale',
};

/** The lowest and the highest share against, in the surveys of one pollster, are what the title tells. */
const TOLD = 'Chatham House';

/** Who in Belarus is for and who is against Russia's war in Ukraine, survey by survey. */
export const opinionWar = defineChart<SurveyRow>({
  id: 'opinion-war',
  tables: ['opinion-surveys'],
  rows: ({ data }) => surveyed(data, QUESTION),
  columns: surveyColumns,
  draw: (rows, frame) => {
    const against = rows.filter((row) => row.answer === 'answer-do-not-support' && row.pollster === TOLD);
    const shares = against.map(({ share }) => share);
    const ends = [Math.min(...shares), Math.max(...shares)];
    const finding = (row: SurveyRow): boolean => ends.some((end) => row === against.find(({ share }) => share === end));
    return surveyBars(frame, rows, { sides, finding, heads: { left: 'head-against', right: 'head-for' } });
  },
  describe: (rows, words) => {
    const series = (answer: string, pollster: string): string =>
      words.locale.list(
        rows
          .filter((row) => row.answer === answer && row.pollster === pollster)
          .map((row) => `${shareOf(row, words)} (${words.date(row.end.iso, row.end.precision)})`),
      );
    return [
      words.sentence('against', { list: series('answer-do-not-support', TOLD) }),
      words.sentence('telephone', {
        against: series('answer-oppose', 'Andrei Vardomatsky'),
        approve: series('answer-approve', 'Andrei Vardomatsky'),
      }),
    ];
  },
});
