import type { DataPackage } from '../data/package.ts';
import { chargesByArticle } from '../data/tables/charges-by-article.ts';
import { type BarGroup, barList } from './kit/bar-list.ts';
import { date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { counterColour } from './kit/palette.ts';
import { attested, preferred } from './kit/tables.ts';
import type { Words } from './kit/words.ts';

/** The article that one counter counted in one way in both years. */
const BOTH_YEARS = '342';

/** `compared`: people, in both years. `people`: people, in 2023 only. `sentences`: sentences, by another counter, in 2024 only. */
const sections = ['compared', 'people', 'sentences'] as const;
type Section = (typeof sections)[number];

interface ArticleRow extends DatedRow {
  readonly section: Section;
  readonly article: string;
  readonly year: string;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
}

/** Articles of the Criminal Code behind the convictions of 2023 and 2024: only what is counted alike stands together. */
export const articles = defineChart<ArticleRow>({
  id: 'articles',
  tables: ['charges-by-article'],
  height: { narrow: 575, wide: 400 },
  rows: ({ data }) =>
    sections.flatMap((section) =>
      ofYears(data)
        .filter((row) => row.section === section)
        .sort((a, b) => (section === 'compared' ? Number(a.year > b.year) - Number(a.year < b.year) : b.value - a.value)),
    ),
  columns: [
    { key: 'column-year', cell: (row) => date(row.until.iso, 'year') },
    { key: 'column-article', cell: (row) => plain(row.article) },
    { key: 'column-offence', cell: (row) => label(`offence-${row.article}`) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-unit', cell: (row) => label(`unit-${row.section}`) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => {
    const { narrow, words } = frame;
    const groups = sections.map(
      (section): BarGroup => ({
        heading: words.label(`section-${section}`),
        about: words.label(`about-${section}`, { article: BOTH_YEARS, offence: words.label(`offence-${BOTH_YEARS}`) }),
        stacked: narrow && section !== 'compared',
        bars: rows
          .filter((row) => row.section === section)
          .map((row) => ({
            row,
            value: row.value,
            qualifier: row.qualifier,
            text: words.number(row.value, row.qualifier),
            label: section === 'compared' ? row.year : named(row, words),
            fill: counterColour.rights_groups,
            // Another unit by another counter: paler, so that it is not read on with the bars above.
            opacity: section === 'sentences' ? 0.7 : 1,
          })),
      }),
    );
    const max = Math.max(...rows.map(({ value }) => value));
    return barList(frame, groups, rows, { unit: (narrow ? 258 : 356) / max, labelWidth: narrow ? 48 : 310 });
  },
  describe: (rows, words) => {
    const list = (section: Section): string =>
      words.locale.list(
        rows
          .filter((row) => row.section === section)
          .map((row) =>
            words.label('counted', {
              value: words.number(row.value, row.qualifier),
              offence: words.label(`offence-${row.article}`),
              article: row.article,
            }),
          ),
      );
    const compared = rows.filter(({ section }) => section === 'compared');
    const [before, after] = compared;
    if (!before || !after) throw new RangeError('no article counted alike in both years');
    return [
      words.sentence('compared', {
        article: words.label(`offence-${BOTH_YEARS}`),
        before: words.number(before.value, before.qualifier),
        after: words.number(after.value, after.qualifier),
      }),
      words.sentence('people', { list: list('people') }),
      words.sentence('sentences', { list: list('sentences') }),
      words.sentence('gaps'),
    ];
  },
});

function ofYears(data: DataPackage): ArticleRow[] {
  return preferred(data, chargesByArticle)
    .filter((row) => row.period === 'year' && (row.period_end === '2023-12-31' || row.period_end === '2024-12-31'))
    .map((row) => ({
      section: row.metric === 'sentences' ? 'sentences' : row.article === BOTH_YEARS ? 'compared' : 'people',
      article: row.article,
      year: row.period_end.slice(0, 4),
      value: row.value,
      ...attested(row),
      until: { iso: row.period_end, precision: 'year' },
    }));
}

/** `342: group actions that breach public order`. */
function named(row: ArticleRow, words: Words): string {
  return words.label('article', { article: row.article, offence: words.label(`offence-${row.article}`) });
}
