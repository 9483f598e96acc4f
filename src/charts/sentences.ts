import type { DataPackage } from '../data/package.ts';
import { sentences as table } from '../data/tables/sentences.ts';
import { type Cell, label, number } from './kit/cells.ts';
import { type DatedRow, defineChart } from './kit/chart.ts';
import { type Attributes, element, sheet, write } from './kit/elements.ts';
import { findingLabel, findingSize } from './kit/finding.ts';
import type { Frame } from './kit/frame.ts';
import { counterColour, ink, muted } from './kit/palette.ts';
import { endSheet } from './kit/svg.ts';
import { preferred } from './kit/tables.ts';

/** The year whose kinds of sentence are all known: they add up to its total, which the rows are held to. */
const YEAR = '2022';

/** Kinds of sentence in the order of their blocks. */
const kinds = ['prison', 'home_confinement', 'open_facility', 'arrest', 'fine', 'psychiatric', 'suspended'] as const;
type Kind = (typeof kinds)[number];

interface KindRow extends DatedRow {
  readonly kind: Kind | 'convicted';
  readonly people: number;
  readonly qualifier: string;
  /** Years handed down together, where the counter gives them. */
  readonly years: number | null;
}

/** What courts handed down in one year: everyone sentenced by kind of sentence, one square a person. */
export const sentences = defineChart<KindRow>({
  id: 'sentences',
  tables: ['sentences'],
  rows: ({ data }) => ofYear(data),
  columns: [
    { key: 'column-kind', cell: (row) => label(row.kind) },
    { key: 'column-people', cell: (row) => number(row.people, row.qualifier) },
    { key: 'column-years', cell: (row): Cell => (row.years === null ? label('not-given') : number(row.years, 'exact', 0)) },
  ],
  draw: (rows, frame) => drawPeople(rows, frame),
  describe: (rows, words) => {
    const total = rows.find(({ kind }) => kind === 'convicted');
    const list = rows
      .filter(({ kind }) => kind !== 'convicted')
      .map((row) => words.label('of-kind', { kind: words.label(row.kind), people: words.number(row.people, row.qualifier) }));
    const years = rows.flatMap((row) =>
      row.years === null ? [] : [words.label('of-kind', { kind: words.label(row.kind), people: words.number(row.years) })],
    );
    return [
      words.sentence('total', { value: words.number(total?.people ?? 0, total?.qualifier), list: words.locale.list(list) }),
      words.sentence('years', { list: words.locale.list(years) }),
    ];
  },
});

/** The kinds of the year and its total. Throws where the kinds don't come to the total. */
function ofYear(data: DataPackage): KindRow[] {
  const rows = preferred(data, table).filter(
    (row) => row.series === 'annual' && row.counted_by === 'Viasna' && row.period_end === `${YEAR}-12-31`,
  );
  const years: Partial<Record<string, string>> = {
    prison: 'prison_years',
    home_confinement: 'home_confinement_years',
    open_facility: 'open_facility_years',
  };
  const made = [...kinds, 'convicted' as const].flatMap((kind): KindRow[] => {
    const row = rows.find(({ metric }) => metric === kind);
    if (!row) return [];
    const own = rows.find(({ metric }) => metric === years[kind]);
    const sources = [...new Set([row.source_id, ...(own ? [own.source_id] : [])])];
    return [
      {
        kind,
        people: row.value,
        qualifier: row.qualifier,
        years: own?.value ?? null,
        sources,
        until: { iso: row.period_end, precision: 'year' },
      },
    ];
  });
  const sum = made.reduce((all, { kind, people }) => all + (kind === 'convicted' ? 0 : people), 0);
  const total = made.find(({ kind }) => kind === 'convicted')?.people;
  if (sum !== total) throw new RangeError(`expected the kinds of sentence of ${YEAR} to add up to ${total}, found ${sum}`);
  return made;
}

const shades: Readonly<Record<Kind, Attributes>> = {
  prison: { fill: counterColour.rights_groups },
  home_confinement: { fill: counterColour.rights_groups, 'fill-opacity': 0.35 },
  open_facility: { fill: counterColour.rights_groups, 'fill-opacity': 0.6 },
  arrest: { fill: muted },
  fine: { fill: muted },
  psychiatric: { fill: muted },
  suspended: { fill: muted },
};

/** A block of squares a kind: `across` to a row, the last row shorter. */
function block(frame: Frame, count: number, across: number, cell: number, x: number, y: number, look: Attributes): Element {
  const gap = cell > 6 ? 1.2 : 1;
  const d: string[] = [];
  // A row of squares is one dashed line: as many marks as people, few nodes.
  for (let row = 0; row * across < count; row += 1) {
    const own = Math.min(across, count - row * across);
    d.push(`M${x},${(y + (row + 0.5) * cell).toFixed(1)}h${(own * cell - gap).toFixed(1)}`);
  }
  const { fill, 'fill-opacity': opacity = 1, ...rest } = look;
  const stroke = { stroke: fill ?? ink, 'stroke-opacity': opacity, 'stroke-width': cell - gap, 'stroke-dasharray': `${cell - gap} ${gap}` };
  return element(frame, 'path', { d: d.join(''), fill: 'none', ...stroke, ...rest });
}

function drawPeople(rows: readonly KindRow[], frame: Frame): SVGSVGElement {
  const svg = sheet(frame);
  const { narrow, words } = frame;
  const cell = narrow ? 7.2 : 8;
  const across = Math.floor(frame.width / cell);
  let y = 12;
  const total = rows.findIndex(({ kind }) => kind === 'convicted');
  const all = rows[total];
  if (all) {
    const number = words.number(all.people, all.qualifier);
    const beside = Math.max(narrow ? 130 : 146, Math.ceil(number.length * findingSize(frame) * 0.6) + 8);
    svg.append(
      findingLabel(frame, { x: 0, y }, number, { 'data-row': total }),
      write(frame, words.label('sentenced'), beside, y + 1, { fill: ink, 'data-row': total }),
    );
  }
  y += 34;
  const large = rows.filter(({ people, kind }) => kind !== 'convicted' && people >= across);
  const small = rows.filter(({ people, kind }) => kind !== 'convicted' && people < across);
  for (const row of large) {
    const own = { 'data-row': rows.indexOf(row) };
    const number = words.number(row.people, row.qualifier);
    const finding = row.kind === 'prison';
    const years = row.years === null ? '' : words.label('years', { years: words.number(row.years) });
    const name = words.label(row.kind);
    if (finding) svg.append(findingLabel(frame, { x: 0, y }, number, own));
    svg.append(
      write(frame, finding ? name : `${number} ${name}`, finding ? 46 : 0, y + (finding ? 1 : 0), {
        fill: ink,
        'font-weight': 600,
        ...own,
      }),
      write(frame, years, frame.width - 2, y, { fill: muted, 'text-anchor': 'end', ...own }),
    );
    y += 13;
    svg.append(block(frame, row.people, across, cell, 0, y, { ...shades[row.kind as Kind], ...own }));
    y += Math.ceil(row.people / across) * cell + 17;
  }
  let x = 0;
  for (const row of small) {
    const own = { 'data-row': rows.indexOf(row) };
    const said = `${words.number(row.people, row.qualifier)} ${words.label(row.kind)}`;
    const width = narrow ? 176 : Math.max(row.people * cell, said.length * 7.2) + 22;
    if (x > 0 && x + width - (narrow ? 8 : 22) > frame.width) {
      x = 0;
      y += 36;
    }
    svg.append(
      write(frame, said, x, y, { fill: ink, ...own }),
      block(frame, row.people, across, cell, x, y + 11, { ...shades[row.kind as Kind], ...own }),
    );
    x += width;
  }
  return endSheet(svg, y + 11 + cell + 6);
}
