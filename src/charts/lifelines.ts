/** Longer than 200 lines: thirty lines of five kinds, with what a script needs to sort them. */

import { scale } from '@observablehq/plot';
import { decimalsOf } from '../data/field.ts';
import type { DataPackage } from '../data/package.ts';
import { cases } from '../data/tables/cases.ts';
import { people } from '../data/tables/people.ts';
import { votes } from './kit/annotations.ts';
import { yearLines } from './kit/calendar.ts';
import { type Cell, date, label, words as plain, terms } from './kit/cells.ts';
import { type Dated, defineChart } from './kit/chart.ts';
import { element, sheet } from './kit/elements.ts';
import { extremes } from './kit/findings.ts';
import type { Frame } from './kit/frame.ts';
import { wrap } from './kit/labels.ts';
import { type Life, lifeLine } from './kit/life-lines.ts';
import { ink, paper } from './kit/palette.ts';
import { type Fate, fateMark } from './kit/person-marks.ts';
import { by, datedOf, preferred } from './kit/tables.ts';
import { utc } from './kit/time.ts';
import type { Words } from './kit/words.ts';

const FIRST_DAY = '2020-05-01';
/** The years that begin on the calendar, up to the given one. */
const yearsTo = (last: number): number[] => Array.from({ length: last - 2020 }, (_, index) => 2021 + index);
/** Room of the question mark at the end of an open line. */
const QUESTION = 20;
/** The cases drawn: a choice of widely named people among the public cases of the table, with every kind of end. */
const CHOSEN = new Set(
  `ales-bialiatski ales-pushkin aliaksandr-yarashuk andrei-aliaksandrau andrzej-poczobut darya-chultsova ihar-iliash ihar-karnei
  ihar-losik katsiaryna-andreyeva kseniya-lutskina liudmila-chekina maksim-znak marfa-rabkova maria-kalesnikava maryna-zolatava
  mikalai-autukhovich mikola-statkevich nasta-lojka pavel-seviarynets raman-pratasevich ryhor-kastusiou siarhei-tsikhanouski
  sofia-sapega sviatlana-tsikhanouskaya vadzim-khrasko valery-tsapkala valiantsin-stefanovich viktar-babaryka vitold-ashurak`.split(/\s+/),
);

/** How a case ended, in the order of the drawing. `open`: no end is known. `exiled`: never held, sentenced while abroad. */
const ends = ['released', 'abroad', 'died', 'open', 'exiled'] as const;
type End = (typeof ends)[number];
const endOf: Readonly<Record<string, End>> = {
  released: 'released',
  expelled: 'abroad',
  exchanged: 'abroad',
  died: 'died',
  exiled: 'exiled',
};

/** Who was forced abroad is drawn like who was taken there. */
const fateOf = (end: End): Fate => (end === 'exiled' ? 'abroad' : end);

/** Room of the name of a group: on a phone it has two lines, between the lines of the two votes. */
const HEADING = { narrow: 52, wide: 38 } as const;

/** From one line to the next. */
const PITCH = { narrow: 36, wide: 20 } as const;

interface LifeRow extends Life {
  readonly name: string;
  readonly role: string;
  readonly end: End;
  /** The event that ended custody, or the last one known. */
  readonly last: Dated & { readonly event: string; readonly country: string | null };
  readonly sources: readonly string[];
  readonly until: Dated;
  readonly votes: readonly string[];
  /** All events of the case, by the preferred accounts. */
  readonly events: readonly CaseEvent[];
}

interface CaseEvent {
  readonly day: Dated;
  readonly event: string;
  readonly years: number | null;
  readonly country: string | null;
  readonly source: string;
}

/** Thirty public cases, each a line from detention through sentence to release, expulsion or death, or to the last report. */
export const lifelines = defineChart<LifeRow>({
  id: 'lifelines',
  tables: ['cases', 'people'],
  height: {
    narrow: 66 + PITCH.narrow * CHOSEN.size + HEADING.narrow * ends.length,
    wide: 66 + PITCH.wide * CHOSEN.size + HEADING.wide * ends.length,
  },
  rows: ({ data }) => {
    const rows = data
      .rows(people)
      .filter(({ person }) => CHOSEN.has(person))
      .map(({ person, name, role }) => lifeOf(data, person, name, role));
    return rows.sort(
      (a, b) =>
        ends.indexOf(a.end) - ends.indexOf(b.end) ||
        (a.last.iso < b.last.iso ? -1 : a.last.iso > b.last.iso ? 1 : a.name < b.name ? -1 : 1),
    );
  },
  columns: [
    { key: 'column-name', cell: (row) => plain(row.name) },
    { key: 'column-role', cell: (row) => plain(row.role) },
    { key: 'column-detained', cell: (row) => day(row.detained) },
    { key: 'column-sentenced', cell: (row) => day(row.verdicts[0] ?? null) },
    { key: 'column-years', cell: (row) => terms(row.verdicts.map(({ years }) => years)) },
    { key: 'column-end', cell: (row) => label(`event-${row.last.event}`) },
    { key: 'column-end-date', cell: (row) => date(row.last.iso, row.last.precision) },
    { key: 'column-country', cell: (row) => plain(row.last.country ?? '') },
  ],
  history: (row, words) => ({
    name: words.named(row.name),
    events: row.events.map(({ day, event, years, country, source }) => ({ day, source, text: told(event, years, country, words) })),
  }),
  draw: (rows, frame) => {
    const svg = sheet(frame);
    const left = frame.narrow ? 8 : 204;
    const pitch = PITCH[frame.size];
    const lastYear = Math.max(...rows.flatMap((row) => [row.last, ...row.verdicts]).map(({ iso }) => Number(iso.slice(0, 4))));
    const x = scale({ x: { type: 'utc', domain: [utc(FIRST_DAY), utc(`${lastYear}-12-31`)], range: [left, frame.width - 8] } });
    const at = (iso: string): number => Number(x.apply(utc(iso)));
    const elections = (rows[0]?.votes ?? []).filter((vote) => vote >= FIRST_DAY);
    svg.append(...yearLines(frame, at, yearsTo(lastYear), elections));
    // On a phone names begin beside the line of the first vote, off it.
    const nameX = frame.narrow ? Math.ceil(Math.max(left, ...elections.slice(0, 1).map(at))) + 6 : left;
    let y = 44;
    for (const end of ends) {
      const group = rows.filter((row) => row.end === end);
      svg.append(heading(frame, end, y + HEADING[frame.size] - 14, nameX));
      y += HEADING[frame.size];
      for (const row of group) {
        svg.append(line(frame, row, rows.indexOf(row), y + pitch / 2, at, nameX, elections.map(at)));
        y += pitch;
      }
    }
    return svg;
  },
  describe: (rows, words) => {
    const of = (end: End): readonly LifeRow[] => rows.filter((row) => row.end === end);
    const held = rows.filter((row) => row.detained && row.end !== 'open');
    const days = (row: LifeRow): number => (row.detained ? utc(row.last.iso).getTime() - utc(row.detained.iso).getTime() : 0);
    const { highest: longest } = extremes(held, days, 'cases');
    if (!longest.detained) throw new RangeError('no cases to describe');
    return [
      words.sentence('range', {
        count: words.number(rows.length),
        ...Object.fromEntries(ends.map((end) => [end, words.number(of(end).length)])),
      }),
      words.sentence('longest', {
        name: longest.name,
        from: words.date(longest.detained.iso, longest.detained.precision),
        to: words.date(longest.last.iso, longest.last.precision),
      }),
      ...(['died', 'open'] as const).map((end) =>
        words.sentence(end, {
          list: words.locale.list(of(end).map(({ name, last }) => `${words.named(name)} (${words.date(last.iso, last.precision)})`)),
        }),
      ),
    ];
  },
});

/** One case out of its dated events, each by the account that the table prefers. */
function lifeOf(data: DataPackage, person: string, name: string, role: string): LifeRow {
  const events = preferred(data, cases)
    .filter((row) => row.person === person)
    .sort(by((row) => row.date));
  const detained = events.find(({ event }) => event === 'detained');
  const last = events.findLast(({ event }) => event in endOf) ?? events.at(-1);
  if (!last) throw new RangeError(`no events in the case of ${person}`);
  const end = endOf[last.event] ?? 'open';
  return {
    name,
    role,
    end,
    detained: detained ? datedOf(detained) : null,
    verdicts: events.flatMap((row) => (row.years_of_prison === null ? [] : [{ ...datedOf(row), years: row.years_of_prison }])),
    // Nothing that came after the last event known says how the case stands: whatever it is, it is the last report.
    last: { ...datedOf(last), event: end === 'open' ? 'last_report' : last.event, country: last.country },
    sources: [...new Set(events.map(({ source_id }) => source_id))],
    until: datedOf(events.at(-1) ?? last),
    votes: votes(data),
    events: events.map((row) => ({
      day: datedOf(row),
      event: row.event,
      years: row.years_of_prison,
      country: row.country,
      source: row.source_id,
    })),
  };
}

/** `sentenced: 10 years of prison`, `freed and taken abroad: Poland`. */
function told(event: string, years: number | null, country: string | null, words: Words): string {
  const what = words.label(`event-${event}`);
  if (years !== null)
    return words.label('event-with', {
      what,
      more: words.label('years', { years: words.number(years, 'exact', decimalsOf(years)) }),
    });
  return country === null ? what : words.label('event-with', { what, more: words.named(country) });
}

const day = (dated: Dated | null): Cell => (dated ? date(dated.iso, dated.precision) : label('none'));

/** The name of a group with the mark that ends its lines. A script that sorts the lines hides it. */
function heading(frame: Frame, end: End, y: number, x: number): Element {
  const look = { x: x + 28, fill: ink, 'font-weight': 600, stroke: paper, 'stroke-width': 4, 'paint-order': 'stroke' };
  const lines = frame.narrow ? wrap(frame.words.label(`group-${end}`), 180, frame.fontSize) : [frame.words.label(`group-${end}`)];
  return element(
    frame,
    'g',
    { transform: `translate(0,${y})`, 'data-sort-heading': end },
    element(frame, 'g', { class: 'key' }, ...fateMark(frame, fateOf(end), x + 5, x + 20)),
    ...lines.map((line, nth) => element(frame, 'text', { ...look, y: 4 - (lines.length - 1 - nth) * 17 }, line)),
  );
}

/** A case: its name and its line, with what a script needs to sort the cases. */
function line(
  frame: Frame,
  row: LifeRow,
  index: number,
  y: number,
  at: (iso: string) => number,
  nameX: number,
  elections: readonly number[],
): Element {
  const below = frame.narrow ? 6 : 0;
  const edge = row.end === 'open' ? frame.width - QUESTION : frame.width;
  const name = {
    x: frame.narrow ? nameX : nameX - 12,
    y: frame.narrow ? -6 : 4,
    fill: ink,
    stroke: 'none',
    'text-anchor': frame.narrow ? 'start' : 'end',
  };
  return element(
    frame,
    'g',
    {
      transform: `translate(0,${y})`,
      'data-row': index,
      'data-sort-name': row.name,
      'data-sort-detained': row.detained?.iso ?? '',
      'data-sort-sentence': Math.round(row.verdicts.reduce((sum, { years }) => sum + years, 0) * 100) / 100,
      'data-sort-released': row.end === 'open' ? '' : row.last.iso,
    },
    element(frame, 'text', name, frame.words.named(row.name)),
    element(frame, 'g', { transform: `translate(0,${below})` }, ...lifeLine(frame, row, fateOf(row.end), at, edge, elections)),
  );
}
