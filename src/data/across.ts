/**
 * Rules that span rows or tables: what one row says must be possible beside what the others say. They look at
 * the tables as they are used, with the corrections applied, and blame a cell, as the rules of a row do.
 */
import { lastDayOfMonth } from './days.ts';
import type { Problem } from './problem.ts';
import { quote } from './problem.ts';
import type { ReadTable, Row } from './read.ts';

type Find = (name: string) => ReadTable | undefined;

/**
 * Every contradiction between rows, in the order of the rules. Tables that are missing are passed over. Of a
 * package as of a day, in which rows are left out, what is derived from other rows is not looked at.
 */
export function checkAcross(tables: readonly ReadTable[], { partial = false } = {}): Problem[] {
  const find: Find = (name) => tables.find(({ table }) => table.name === name);
  return [
    ...tables.flatMap((read) => datesOfSources(read, find('sources'))),
    ...totals.flatMap((rule) => partsOf(rule, find(rule.table))),
    ...fallingTotals(find('political-prisoners')),
    ...courseOfCases(find('cases')),
    ...agesOfTheDead(find('deaths-in-custody')),
    ...daysOfDeath(find('deaths-in-custody'), find('cases'), find('people')),
    ...(partial ? [] : derivedTimes(find('time-served'), find('cases'))),
  ];
}

const text = (row: Row, field: string): string => String(row.values[field] ?? '');
const preferred = (row: Row): boolean => row.values['status'] === 'preferred';

function at(read: ReadTable, row: Row, field: string, message: string): Problem {
  return { file: read.file, line: row.line, column: Object.keys(read.table.fields).indexOf(field) + 1, subject: field, message };
}

/** The first day that a date known to the month or year can mean. */
function earliest(row: Row, date: string): string {
  const from = row.values['date_from'];
  if (typeof from === 'string') return from;
  const precision = text(row, 'date_precision') || text(row, 'period');
  return precision === 'year'
    ? `${date.slice(0, 4)}-01-01`
    : precision === 'month' || precision === 'quarter'
      ? `${date.slice(0, 7)}-01`
      : date;
}

/** No row speaks of a day after the day on which its source was read, nor counts one after the last day on which it can have been published. */
function datesOfSources(read: ReadTable, sources: ReadTable | undefined): Problem[] {
  const { dateField } = read.table;
  if (!sources || dateField === undefined || read === sources || !('source_id' in read.table.fields)) return [];
  const byId = new Map(sources.rows.map((row) => [text(row, 'source_id'), row]));
  return read.rows.flatMap((row): Problem[] => {
    const date = row.values[dateField];
    const source = byId.get(text(row, 'source_id'));
    if (typeof date !== 'string' || source === undefined) return [];
    const first = earliest(row, date);
    const accessed = text(source, 'accessed');
    if (first > accessed)
      return [at(read, row, dateField, `expected a day until ${accessed}, when its source was read, found ${quote(date)}`)];
    const published = text(source, 'published');
    const whole: Record<string, string> = { month: lastDayOfMonth(published || '2000-01-01'), year: `${published.slice(0, 4)}-12-31` };
    const known = published === '' ? text(source, 'not_after') : (whole[text(source, 'published_precision')] ?? published);
    // Laws take effect, and events are announced, after the text that says so; a count is not.
    const exact = row.values['date_precision'] === 'day' && 'counted_by' in read.table.fields;
    return exact && known !== '' && date > known
      ? [at(read, row, dateField, `expected a day until ${known}, when its source was published, found ${quote(date)}`)]
      : [];
  });
}

interface Total {
  readonly table: string;
  /** Fields that say which count it is; rows that agree in them are compared. */
  readonly key: readonly string[];
  readonly total: string;
  readonly parts: readonly string[];
}

const period = ['period_start', 'period_end', 'counted_by'];
const totals: readonly Total[] = [
  { table: 'political-prisoners', key: ['date', 'counted_by'], total: 'currently_held', parts: ['women_held'] },
  {
    table: 'political-prisoners',
    key: ['date', 'counted_by'],
    total: 'recognised_since_2020',
    parts: ['currently_held', 'former_political_prisoners'],
  },
  {
    table: 'convictions',
    key: period,
    total: 'convicted',
    parts: ['imprisoned', 'women_convicted', 'convicted_article_342', 'convicted_over_protests'],
  },
  { table: 'convictions', key: period, total: 'prosecuted', parts: ['convicted'] },
  {
    table: 'sentences',
    key: [...period, 'series'],
    total: 'convicted',
    parts: [
      'women',
      'men',
      'minors',
      'pensioners',
      'prison',
      'open_facility',
      'home_confinement',
      'arrest',
      'psychiatric',
      'suspended',
      'ten_years_or_more',
    ],
  },
  { table: 'convictions', key: period, total: 'women_convicted', parts: ['women_imprisoned'] },
  { table: 'convictions', key: period, total: 'imprisoned', parts: ['women_imprisoned'] },
  ...['prison', 'open_facility', 'home_confinement', 'arrest', 'psychiatric'].map((kind) => ({
    table: 'sentences',
    key: [...period, 'series'],
    total: kind,
    parts: [`women_${kind}`],
  })),
  { table: 'release-totals', key: period, total: 'released', parts: ['served_full_term', 'pardoned'] },
  { table: 'release-totals', key: period, total: 'pardoned', parts: ['pardoned_known_by_name'] },
  { table: 'detention-totals', key: [...period, 'place'], total: 'detained', parts: ['detained_children'] },
  { table: 'protest-harm', key: ['date', 'place', 'counted_by'], total: 'torture_complaints', parts: ['torture_complaints_by_minors'] },
  { table: 'monitoring-2020', key: ['region', 'date', 'counted_by'], total: 'platform_users', parts: ['platform_users_at_a_station'] },
  {
    table: 'monitoring-2020',
    key: ['region', 'date', 'counted_by'],
    total: 'stations_total',
    parts: ['stations_with_proven_fraud', 'stations_photos_exceed_votes'],
  },
];

/** A part is not greater than its whole, both as the same counter gives them for the same time. */
function partsOf({ key, total, parts }: Total, read: ReadTable | undefined): Problem[] {
  if (!read) return [];
  const named = (row: Row): string => key.map((field) => text(row, field)).join('\n');
  const used = read.rows.filter(preferred);
  const wholes = new Map(used.filter((row) => row.values['metric'] === total).map((row) => [named(row), row]));
  return used.flatMap((row): Problem[] => {
    const whole = wholes.get(named(row));
    if (!whole || !parts.includes(text(row, 'metric'))) return [];
    const [part, limit] = [Number(row.values['value']), Number(whole.values['value'])];
    return part > limit
      ? [at(read, row, 'value', `expected at most ${limit}, the whole in line ${whole.line}, found ${quote(String(part))}`)]
      : [];
  });
}

/** What was counted since a first day never falls, as long as the counter gives exact numbers. */
function fallingTotals(read: ReadTable | undefined): Problem[] {
  if (!read) return [];
  const rows = read.rows
    .filter((row) => preferred(row) && row.values['metric'] === 'recognised_since_2020' && row.values['qualifier'] === 'exact')
    .sort((a, b) => (text(a, 'date') < text(b, 'date') ? -1 : 1));
  return rows.flatMap((row, i): Problem[] => {
    const before = rows.slice(0, i).findLast((other) => other.values['counted_by'] === row.values['counted_by']);
    return before && Number(before.values['value']) > Number(row.values['value'])
      ? [
          at(
            read,
            row,
            'value',
            `expected at least ${String(before.values['value'])}, the running total of line ${before.line}, found ${quote(text(row, 'value'))}`,
          ),
        ]
      : [];
  });
}

const ends = new Set(['released', 'expelled', 'exchanged', 'died']);
const verdicts = new Set(['sentenced', 'sentence_upheld', 'sentence_reduced', 'resentenced', 'transferred', 'incommunicado']);

/** Nobody is freed or sentenced before being seized, nor lives on after death, nor is last seen in custody before being freed. */
function courseOfCases(read: ReadTable | undefined): Problem[] {
  if (!read) return [];
  const used = read.rows.filter(preferred);
  return used.flatMap((row): Problem[] => {
    const event = text(row, 'event');
    const others = used.filter((other) => other.values['person'] === row.values['person'] && other !== row);
    const date = text(row, 'date');
    const seized = others.filter((other) => other.values['event'] === 'detained').map((other) => earliest(other, text(other, 'date')));
    const first = seized.sort()[0];
    if ((ends.has(event) || verdicts.has(event)) && first !== undefined && date < first)
      return [at(read, row, 'date', `expected a day from ${first}, when the person was detained, found ${quote(date)}`)];
    const died = others.find((other) => other.values['event'] === 'died');
    if (died && earliest(row, date) > text(died, 'date'))
      return [at(read, row, 'date', `expected a day until ${text(died, 'date')}, when the person died, found ${quote(date)}`)];
    const freed = others.find((other) => ends.has(text(other, 'event')) && text(other, 'date') >= date);
    return event === 'last_report' && freed
      ? [at(read, row, 'status', `expected "superseded", since the person was freed on ${text(freed, 'date')}, found "preferred"`)]
      : [];
  });
}

/** Reports of one death that agree give one age. */
function agesOfTheDead(read: ReadTable | undefined): Problem[] {
  if (!read) return [];
  const agreed = read.rows.filter((row) => row.values['status'] !== 'conflicting' && row.values['age'] !== null);
  return agreed.flatMap((row): Problem[] => {
    const other = agreed.find(({ values }) => values['name'] === row.values['name'] && values['status'] === 'preferred');
    return other && other.values['age'] !== row.values['age']
      ? [
          at(
            read,
            row,
            'age',
            `expected ${text(other, 'age')}, as in line ${other.line}, or the status "conflicting", found ${quote(text(row, 'age'))}`,
          ),
        ]
      : [];
  });
}

/** Who died in custody and stands among the public cases died on the same day in both tables. */
function daysOfDeath(deaths: ReadTable | undefined, cases: ReadTable | undefined, people: ReadTable | undefined): Problem[] {
  if (!deaths || !cases || !people) return [];
  const names = new Map(people.rows.map((row) => [text(row, 'person'), text(row, 'name')]));
  return cases.rows
    .filter((row) => preferred(row) && row.values['event'] === 'died')
    .flatMap((row): Problem[] => {
      const death = deaths.rows.find((other) => preferred(other) && other.values['name'] === names.get(text(row, 'person')));
      return death && death.values['date'] !== row.values['date']
        ? [
            at(
              cases,
              row,
              'date',
              `expected ${text(death, 'date')}, as in line ${death.line} of ${deaths.file}, found ${quote(text(row, 'date'))}`,
            ),
          ]
        : [];
    });
}

/** What is derived from the cases follows them: a changed case leaves no old time behind. */
function derivedTimes(times: ReadTable | undefined, cases: ReadTable | undefined): Problem[] {
  if (!times || !cases) return [];
  const used = cases.rows.filter(preferred);
  const events = (row: Row, event: string): Row[] =>
    used.filter((other) => other.values['person'] === row.values['person'] && other.values['event'] === event);
  const years = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + Number(row.values['years_of_prison'] ?? 0), 0);
  return times.rows.flatMap((row): Problem[] => {
    const found: Problem[] = [];
    for (const [field, event] of [
      ['detained', 'detained'],
      ['ended', text(row, 'end')],
    ] as const) {
      if (!events(row, event).some((other) => other.values['date'] === row.values[field]))
        found.push(at(times, row, field, `expected the day of "${event}" in cases.csv, found ${quote(text(row, field))}`));
    }
    const reduced = events(row, 'sentence_reduced');
    const given = years(reduced.length > 0 ? reduced : events(row, 'sentenced')) + years(events(row, 'resentenced'));
    if (row.values['years_of_prison'] !== null && Math.abs(given - Number(row.values['years_of_prison'])) > 0.005)
      found.push(
        at(times, row, 'years_of_prison', `expected ${given}, as cases.csv adds up to, found ${quote(text(row, 'years_of_prison'))}`),
      );
    return found;
  });
}
