import { opinionSurveys } from '../data/tables/opinion-surveys.ts';
import { vote2020Estimates } from '../data/tables/vote-2020-estimates.ts';
import { barList } from './kit/bar-list.ts';
import { type ChartContext, defineChart } from './kit/chart.ts';
import { type SurveyRow, shareOf, surveyColumns, surveyGroups } from './kit/surveys.ts';

/** Questions about the votes of 2020 and 2025, in the words of the table, with the keys of our labels. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'Whether the 2020 election was rigged': 'rigged',
  'Whether respondents will surely vote in the coming presidential election': 'sure',
  'Whether votes in 2025 will be counted fairly': 'fair',
};

/** How people say they voted in 2020, whether they think it was rigged, and what they expected of 2025. */
export const opinionVote = defineChart<SurveyRow>({
  id: 'opinion-vote',
  tables: ['vote-2020-estimates', 'opinion-surveys'],
  height: { narrow: 900, wide: 760 },
  rows: (context) => [...saidTheyVotedFor(context), ...opinions(context)],
  columns: surveyColumns,
  draw: (rows, frame) =>
    barList(frame, surveyGroups(rows, frame.words), rows, {
      unit: frame.narrow ? 1.25 : 4.2,
      labelWidth: frame.narrow ? 150 : 190,
    }),
  describe: (rows, words) =>
    ['voted', ...Object.values(QUESTIONS)].flatMap((question) => {
      const asked = rows.filter((row) => row.question === question);
      const told = asked.map(
        (row) => `${row.pollster} (${words.date(row.end.iso, row.end.precision)}), ${words.label(row.answer)}: ${shareOf(row, words)}`,
      );
      return [words.sentence('question', { question: words.label(question), list: told.join('; ') })];
    }),
});

const slug = (answer: string): string => `answer-${answer.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
const byDate = (a: SurveyRow, b: SurveyRow): number => (a.end.iso < b.end.iso ? -1 : a.end.iso > b.end.iso ? 1 : 0);

function saidTheyVotedFor({ data }: ChartContext): SurveyRow[] {
  return data
    .rows(vote2020Estimates)
    .filter((row) => row.population === 'survey_urban_internet_users' && row.status === 'preferred')
    .flatMap((row): SurveyRow[] => {
      if (row.share_percent === null || row.fieldwork_end === null) return [];
      const end = { iso: row.fieldwork_end, precision: 'day' };
      return [
        {
          question: 'voted',
          answer: slug(row.choice),
          askedOf: row.share_of === 'said_they_voted' ? 'said_they_voted' : 'all',
          start: row.fieldwork_start,
          end,
          share: row.share_percent,
          qualifier: row.qualifier === 'more_than' && row.sample_unit === 'people' && row.counted_by === 'ZOiS' ? 'exact' : row.qualifier,
          population: row.counted_by === 'ZOiS' ? 'urban_16_to_64' : 'urban_internet_users',
          mode: 'online',
          sample: row.sample_size,
          sampleQualifier: 'exact',
          pollster: row.counted_by,
          sources: [row.source_id],
          until: end,
        },
      ];
    })
    .sort(byDate);
}

function opinions({ data }: ChartContext): SurveyRow[] {
  const order = Object.keys(QUESTIONS);
  return data
    .rows(opinionSurveys)
    .filter((row) => row.question in QUESTIONS && row.asked_of === 'all' && row.status === 'preferred')
    .map((row) => {
      const end = { iso: row.date, precision: row.date_precision };
      return {
        question: QUESTIONS[row.question] ?? '',
        answer: slug(row.answer),
        askedOf: row.asked_of,
        start: row.fieldwork_start,
        end,
        share: row.share_percent,
        qualifier: row.qualifier,
        population: row.population,
        mode: row.mode,
        sample: row.sample_size,
        sampleQualifier: row.sample_qualifier ?? 'exact',
        pollster: row.counted_by,
        sources: [row.source_id],
        until: end,
      };
    })
    .sort((a, b) => Object.values(QUESTIONS).indexOf(a.question) - Object.values(QUESTIONS).indexOf(b.question) || byDate(a, b))
    .filter((row) => order.length > 0 && row.question !== '');
}
