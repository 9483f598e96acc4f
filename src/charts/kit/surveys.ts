/** Surveys as charts tell them: who was asked, when, how, by whom, and what share gave each answer. */
import type { DataPackage } from '../../data/package.ts';
import { opinionSurveys } from '../../data/tables/opinion-surveys.ts';
import { type Cell, date, label, number, percent, words as plain } from './cells.ts';
import type { Column, Dated, DrawnRow } from './chart.ts';
import { datedOf, preferred } from './tables.ts';
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

/**
 * Answers of everyone asked to the given questions: the words of the table, each with the key of the chart's label,
 * in the order in which the chart asks them. Surveys go by date, answers by share.
 */
export function surveyed(data: DataPackage, questions: Readonly<Record<string, string>>): SurveyRow[] {
  const keys = Object.values(questions);
  return preferred(data, opinionSurveys)
    .filter((row) => row.question in questions && row.asked_of === 'all')
    .map((row) => {
      const end = datedOf(row);
      return {
        question: questions[row.question] ?? '',
        answer: answerKey(row.answer),
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
    .sort(
      (a, b) =>
        keys.indexOf(a.question) - keys.indexOf(b.question) ||
        (a.end.iso < b.end.iso
          ? -1
          : a.end.iso > b.end.iso
            ? 1
            : a.pollster === b.pollster
              ? b.share - a.share
              : a.pollster < b.pollster
                ? -1
                : 1),
    );
}

/** The label of an answer: `answer-do-not-support`. */
export const answerKey = (answer: string): string => `answer-${answer.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

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
  return words.percent(row.share, digits(row), row.qualifier);
}

/** `8–18 April 2022`, or both days in full where the months differ. */
function days(start: string, end: string, words: Words): string {
  const last = words.date(end);
  return start.slice(0, 7) === end.slice(0, 7) ? `${Number(start.slice(8))}–${last}` : words.locale.period(words.date(start), last);
}

/** `Chatham House, 8–18 April 2022`. */
export function surveyName(row: SurveyRow, words: Words): string {
  const end = words.date(row.end.iso, row.end.precision);
  return `${words.named(row.pollster)}, ${row.start === null ? end : days(row.start, row.end.iso, words)}`;
}

/** `online: 823 urban internet users`. */
export function whoWasAsked(row: SurveyRow, words: Words): string {
  const whom = words.label(row.population);
  const sample =
    row.sample === null
      ? words.label('sample-unseen', { whom })
      : words.label('sample', { count: words.number(row.sample, row.sampleQualifier), whom });
  const about = words.label('survey', { how: words.label(row.mode), sample });
  return row.askedOf === 'all' ? about : `${about}; ${words.label(row.askedOf)}`;
}
