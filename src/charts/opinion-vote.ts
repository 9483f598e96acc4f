import { opinionSurveys } from '../data/tables/opinion-surveys.ts';
import { vote2020Estimates } from '../data/tables/vote-2020-estimates.ts';
import { barList } from './kit/bar-list.ts';
import { type ChartContext, defineChart } from './kit/chart.ts';
import { answerKey, type SurveyRow, shareOf, surveyColumns, surveyed, surveyGroups } from './kit/surveys.ts';
import { by, onDay, preferred } from './kit/tables.ts';

/** Questions about the votes of 2020 and 2025, in the words of the table, with the keys of our labels. */
const QUESTIONS = {
  'Whether the 2020 election was rigged': 'rigged',
  'Whether respondents will surely vote in the coming presidential election': 'sure',
  'Whether votes in 2025 will be counted fairly': 'fair',
} as const;

/** How people say they voted in 2020, whether they think it was rigged, and what they expected of the vote of 2025. */
export const opinionVote = defineChart<SurveyRow>({
  id: 'opinion-vote',
  tables: ['vote-2020-estimates', 'opinion-surveys'],
  height: { narrow: 836, wide: 706 },
  rows: (context) => [...saidTheyVotedFor(context), ...surveyed(context.data, QUESTIONS)],
  columns: surveyColumns,
  draw: (rows, frame) =>
    barList(frame, surveyGroups(rows, frame.words), rows, { unit: frame.narrow ? 1.25 : 4.2, labelWidth: frame.narrow ? 150 : 190 }),
  describe: (rows, words) =>
    ['voted', ...Object.values(QUESTIONS)].map((question) =>
      words.sentence('question', {
        question: words.label(question),
        list: rows
          .filter((row) => row.question === question)
          .map(
            (row) => `${row.pollster} (${words.date(row.end.iso, row.end.precision)}), ${words.label(row.answer)}: ${shareOf(row, words)}`,
          )
          .join('; '),
      }),
    ),
});

/** Surveys only: what was counted, and who voted abroad, is another chart's. */
function saidTheyVotedFor({ data }: ChartContext): SurveyRow[] {
  const surveys = data.rows(opinionSurveys);
  return preferred(data, vote2020Estimates)
    .filter((row) => row.population === 'survey_urban_internet_users')
    .flatMap((row): SurveyRow[] => {
      if (row.share_percent === null || row.fieldwork_end === null) return [];
      const end = onDay(row.fieldwork_end);
      // The other table tells more of the same survey: whom it asked, how, and how exactly its size is known.
      const same = surveys.find((survey) => survey.counted_by === row.counted_by && survey.date === row.fieldwork_end);
      return [
        {
          question: 'voted',
          answer: answerKey(row.choice),
          askedOf: row.share_of === 'said_they_voted' ? 'said_they_voted' : 'all',
          start: row.fieldwork_start,
          end,
          share: row.share_percent,
          qualifier: row.qualifier,
          population: same?.population ?? 'urban_internet_users',
          mode: same?.mode ?? 'not_stated',
          sample: row.sample_size,
          sampleQualifier: same?.sample_qualifier ?? 'exact',
          pollster: row.counted_by,
          sources: [row.source_id],
          until: end,
        },
      ];
    })
    .sort(by((row) => row.end.iso));
}
