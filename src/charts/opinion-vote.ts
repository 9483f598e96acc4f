import { opinionSurveys } from '../data/tables/opinion-surveys.ts';
import { vote2020Estimates } from '../data/tables/vote-2020-estimates.ts';
import { type ChartContext, defineChart } from './kit/chart.ts';
import { type Side, surveyBars } from './kit/survey-bars.ts';
import { answerKey, type SurveyRow, shareOf, surveyColumns } from './kit/surveys.ts';
import { by, onDay, preferred } from './kit/tables.ts';

const sides: Readonly<Record<string, Side>> = {
  'answer-sviatlana-tsikhanouskaya': 'left',
  'answer-against-all': 'middle',
  'answer-refused-to-say': 'middle',
  'answer-alexander-lukashenko': 'right',
};

/** Whom people in towns say they voted for in 2020, survey by survey. */
export const opinionVote = defineChart<SurveyRow>({
  id: 'opinion-vote',
  tables: ['vote-2020-estimates', 'opinion-surveys'],
  rows: (context) => saidTheyVotedFor(context),
  columns: surveyColumns,
  draw: (rows, frame) => {
    const [first] = rows;
    // The title tells of the first survey.
    const finding = (row: SurveyRow): boolean => row.end.iso === first?.end.iso;
    return surveyBars(frame, rows, { sides, finding, heads: { left: 'head-left', right: 'head-right' } });
  },
  describe: (rows, words) => {
    const surveys = Map.groupBy(rows, (row) => `${row.pollster} ${row.end.iso}`);
    return [...surveys.values()].flatMap((answers) => {
      const [first] = answers;
      if (!first) return [];
      return [
        words.sentence('survey', {
          pollster: first.pollster,
          when: words.date(first.end.iso, 'month'),
          list: words.locale.list(answers.map((row) => `${words.label(row.answer)} ${shareOf(row, words)}`)),
        }),
      ];
    });
  },
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
