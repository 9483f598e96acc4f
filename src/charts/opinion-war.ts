import { barList } from './kit/bar-list.ts';
import { defineChart } from './kit/chart.ts';
import { type SurveyRow, shareOf, surveyColumns, surveyed, surveyGroups } from './kit/surveys.ts';

/** Questions about the war, in the words of the table, with the keys of our labels. */
const QUESTIONS = {
  'Attitude to the military action of Russia in Ukraine': 'attitude',
  'Whether Belarus should send troops to fight on the side of Russia': 'troops',
} as const;

/** Parts of an answer that is drawn too: shown pale, since their shares lie within it or were asked in another way. */
const PARTS = new Set(['answer-strongly-support', 'answer-strongly-do-not-support', 'answer-hard-to-answer']);

/** What people in Belarus answer about Russia's war in Ukraine, survey by survey. */
export const opinionWar = defineChart<SurveyRow>({
  id: 'opinion-war',
  tables: ['opinion-surveys'],
  height: { narrow: 938, wide: 741 },
  rows: ({ data }) => surveyed(data, QUESTIONS),
  columns: surveyColumns,
  draw: (rows, frame) =>
    barList(
      frame,
      surveyGroups(rows, frame.words, ({ answer }) => PARTS.has(answer)),
      rows,
      {
        unit: frame.narrow ? 1.4 : 4.2,
        labelWidth: frame.narrow ? 160 : 190,
      },
    ),
  describe: (rows, words) => {
    const series = (question: string, answer: string, pollster: string): string =>
      words.locale.list(
        rows
          .filter((row) => row.question === question && row.answer === answer && row.pollster === pollster)
          .map((row) => `${shareOf(row, words)} (${words.date(row.end.iso, row.end.precision)})`),
      );
    return [
      words.sentence('against', { list: series('attitude', 'answer-do-not-support', 'Chatham House') }),
      words.sentence('telephone', {
        against: series('attitude', 'answer-oppose', 'Andrei Vardomatsky'),
        approve: series('attitude', 'answer-approve', 'Andrei Vardomatsky'),
      }),
      words.sentence('troops', {
        list: series('troops', 'answer-in-favour', 'Chatham House'),
        telephone: series('troops', 'answer-in-favour', 'Andrei Vardomatsky'),
      }),
    ];
  },
});
