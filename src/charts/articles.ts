import type { DataPackage } from '../data/package.ts';
import { chargesByArticle } from '../data/tables/charges-by-article.ts';
import { boundTick } from './kit/bounds.ts';
import { date, label, number, words as plain } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { element, sheet, write } from './kit/elements.ts';
import { findingLabel } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { attested, preferred } from './kit/tables.ts';

const YEAR = '2024';

interface ArticleRow extends DatedRow {
  /** `sentences`: of the year, by one counter. `people`: people of another year, by another counter, under the article used most. */
  readonly unit: 'sentences' | 'people';
  readonly article: string;
  readonly year: string;
  readonly value: number;
  readonly qualifier: string;
  readonly counter: string;
}

/** Articles of the Criminal Code behind the sentences of one year, and other years of the one used most. */
export const articles = defineChart<ArticleRow>({
  id: 'articles',
  tables: ['charges-by-article'],
  rows: ({ data }) => ofArticles(data),
  columns: [
    { key: 'column-year', cell: (row) => date(row.until.iso, 'year') },
    { key: 'column-article', cell: (row) => plain(row.article) },
    { key: 'column-offence', cell: (row) => label(`offence-${row.article}`) },
    { key: 'column-value', cell: (row) => number(row.value, row.qualifier) },
    { key: 'column-unit', cell: (row) => label(`unit-${row.unit}`) },
    { key: 'column-counted-by', cell: (row) => plain(row.counter) },
  ],
  draw: (rows, frame) => drawBars(rows, frame),
  describe: (rows, words) => {
    const value = (row: ArticleRow): string => words.number(row.value, row.qualifier);
    const of = (unit: ArticleRow['unit']): readonly ArticleRow[] => rows.filter((row) => row.unit === unit);
    return [
      words.sentence('sentences', {
        year: YEAR,
        list: words.locale.list(
          of('sentences').map((row) =>
            words.label('counted', { value: value(row), offence: words.label(`offence-${row.article}`), article: row.article }),
          ),
        ),
      }),
      words.sentence('people', {
        article: of('people')[0]?.article ?? '',
        list: words.locale.list(of('people').map((row) => words.label('of-year', { value: value(row), year: row.year }))),
      }),
    ];
  },
});

function ofArticles(data: DataPackage): ArticleRow[] {
  const all = preferred(data, chargesByArticle)
    .filter((row) => row.period === 'year')
    .map((row) => ({
      unit: row.metric === 'sentences' ? ('sentences' as const) : ('people' as const),
      article: row.article,
      year: row.period_end.slice(0, 4),
      value: row.value,
      ...attested(row),
      until: { iso: row.period_end, precision: 'year' },
    }));
  const sentences = all.filter((row) => row.unit === 'sentences' && row.year === YEAR).sort((a, b) => b.value - a.value);
  const [most] = sentences;
  const people = all.filter((row) => row.unit === 'people' && row.article === most?.article && row.counter === 'Viasna');
  return [...sentences, ...people.sort((a, b) => Number(a.year) - Number(b.year))];
}

/** A bar an article; under the first one, thin bars for the people of each year, by another counter. */
function drawBars(rows: readonly ArticleRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { narrow, words } = frame;
  const left = narrow ? 0 : 308;
  const unit = (frame.width - left - (narrow ? 84 : 86)) / Math.max(...rows.map(({ value }) => value));
  const fill = counterColour.rights_groups;
  let y = 8;
  for (const row of rows.filter(({ unit }) => unit === 'sentences')) {
    const own = { 'data-row': rows.indexOf(row) };
    const first = row === rows[0];
    const name = words.label('article', { article: row.article, offence: words.label(`offence-${row.article}`) });
    if (narrow) {
      svg.append(write(frame, name, 0, y, { fill: ink, ...own }));
      y += 18;
    } else svg.append(write(frame, name, left - 12, y + 2, { fill: ink, 'text-anchor': 'end', ...own }));
    const height = first ? 22 : 14;
    const box = { x: left, y: y - 5 - (first ? 4 : 0), width: row.value * unit, height };
    const said = words.number(row.value, row.qualifier);
    svg.append(element(frame, 'rect', { ...box, fill, ...own }), ...boundTick(frame, box, { ...row, fill }, 'right', own));
    svg.append(
      first
        ? findingLabel(frame, { x: left + box.width + 8, y: y + 2 }, said, own)
        : write(frame, said, left + box.width + 7, y + 2, { fill: ink, 'font-weight': 600, ...own }),
    );
    y += first ? 26 : narrow ? 24 : 27;
    if (!first) continue;
    svg.append(write(frame, words.label('thin'), left, y + 2, { fill: muted, 'font-size': 12 }));
    y += 19;
    for (const other of rows.filter(({ unit }) => unit === 'people')) {
      const own = { 'data-row': rows.indexOf(other) };
      const thin = { x: left, y: y - 3, width: other.value * unit, height: 7 };
      const said = words.label('people-of-year', { year: other.year, value: words.number(other.value, other.qualifier) });
      svg.append(
        element(frame, 'rect', { ...thin, fill, 'fill-opacity': 0.35, ...own }),
        ...boundTick(frame, thin, { ...other, fill }, 'right', own),
        write(frame, said, left + thin.width + 8, y, { fill: muted, 'font-size': 12, ...own }),
      );
      y += 17;
    }
    y += 12;
  }
  return endSheet(svg, y - 6);
}
