/** Surveys as charts show them: each answer a bar, under who was asked, when, how, and by whom. */
import type { BarGroup } from './bar-list.ts';
import { type Cell, date, label, number, percent, words as plain } from './cells.ts';
import type { Column, Dated, DrawnRow } from './chart.ts';
import { counterColour } from './palette.ts';
import type { Words } from './words.ts';

/** The share of one answer in one survey. `question` and `answer` are keys of the chart's labels. */
export interface SurveyRow extends DrawnRow {
  readonly question: string;
  readonly answer: string;
  readonly askedOf: string;
  /** First day of asking, where the days are known. */
  readonly start: string | null;
  readonly end: Dated;
  readonly share: number;
  readonly qualifier: string;
  readonly population: string;
  readonly mode: string;
  readonly sample: number | null;
  readonly sampleQualifier: string;
  readonly pollster: string;
}

/** Columns of the table of such rows. */
export const surveyColumns: readonly Column<SurveyRow>[] = [
  { key: 'column-question', cell: (row) => label(row.question) },
  { key: 'column-answer', cell: (row) => label(row.answer) },
  { key: 'column-share', cell: (row) => percent(row.share, digits(row), row.qualifier) },
  { key: 'column-asked-of', cell: (row) => label(row.askedOf) },
  { key: 'column-start', cell: (row): Cell => (row.start === null ? plain('') : date(row.start)) },
  { key: 'column-end', cell: (row) => date(row.end.iso, row.end.precision) },
  { key: 'column-population', cell: (row) => label(row.population) },
  { key: 'column-mode', cell: (row) => label(row.mode) },
  { key: 'column-sample', cell: (row): Cell => (row.sample === null ? label('not-seen') : number(row.sample, row.sampleQualifier)) },
  { key: 'column-pollster', cell: (row) => plain(row.pollster) },
];

/** Whole shares are printed whole: no survey is drawn more exactly than it was reported. */
const digits = (row: SurveyRow): number => (Number.isInteger(row.share) ? 0 : 1);

/** `52.2%`, with its bound. */
export function shareOf(row: SurveyRow, words: Words): string {
  return `${words.number(row.share, row.qualifier, digits(row))}%`;
}

/** Bars grouped by question, and within it by survey, in the order of the rows. `faint` bars are pale. */
export function surveyGroups(rows: readonly SurveyRow[], words: Words, faint: (row: SurveyRow) => boolean = () => false): BarGroup[] {
  const surveys = Map.groupBy(rows, (row) => [row.question, row.pollster, row.end.iso].join(' '));
  let question = '';
  return [...surveys.values()].flatMap((answers) => {
    const [first] = answers;
    if (!first) return [];
    const heading = first.question === question ? '' : words.label(first.question);
    question = first.question;
    return [
      {
        heading,
        about: aboutSurvey(first, words),
        bars: answers.map((row) => ({
          row,
          label: words.label(row.answer),
          value: row.share,
          qualifier: row.qualifier,
          text: shareOf(row, words),
          fill: counterColour.media_and_pollsters,
          opacity: faint(row) ? 0.45 : 1,
        })),
      },
    ];
  });
}

/** `Chatham House, 8 April 2022 to 18 April 2022, online: 823 urban internet users`. */
export function aboutSurvey(row: SurveyRow, words: Words): string {
  const end = words.date(row.end.iso, row.end.precision);
  const when = row.start === null ? end : words.locale.period(words.date(row.start), end);
  const whom = words.label(row.population);
  const sample =
    row.sample === null
      ? words.label('sample-unseen', { whom })
      : words.label('sample', { count: words.number(row.sample, row.sampleQualifier), whom });
  const about = words.label('survey', { pollster: row.pollster, when, how: words.label(row.mode), sample });
  return row.askedOf === 'all' ? about : `${about}; ${words.label(row.askedOf)}`;
}
