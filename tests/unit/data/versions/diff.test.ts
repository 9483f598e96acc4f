/** Two versions compared: rows by key, cells, descriptions; and the release that the difference calls for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Diff, diffSnapshots } from '../../../../src/data/versions/diff.ts';
import { diffText } from '../../../../src/data/versions/diff-text.ts';
import { bumped, compareVersions } from '../../../../src/data/versions/semver.ts';
import type { Cells, Descriptor, FieldDescriptor, Snapshot } from '../../../../src/data/versions/snapshot.ts';

const fields: readonly FieldDescriptor[] = [
  { name: 'date', type: 'date', description: 'Day.', constraints: { required: true } },
  { name: 'place', type: 'string', description: 'Place.', constraints: { required: true, enum: ['Minsk', 'Brest'] } },
  { name: 'value', type: 'integer', description: 'People.', unit: 'people', constraints: { minimum: 0 } },
  { name: 'source_id', type: 'string', description: 'Document.' },
];
const rows: readonly Cells[] = [
  { date: '2020-08-09', place: 'Minsk', value: '25', source_id: 'a' },
  { date: '2020-08-10', place: 'Brest', value: '30', source_id: 'b' },
];

interface Parts {
  name?: string;
  title?: string;
  fields?: readonly FieldDescriptor[];
  primaryKey?: string[];
  foreign?: boolean;
  counts?: readonly Cells[];
  sources?: readonly string[];
  more?: Record<string, unknown>;
}

function snapshot(name: string, parts: Parts = {}): Snapshot {
  const sourceField = { name: 'source_id', type: 'string' };
  const reference = { fields: ['source_id'], reference: { resource: 'sources', fields: ['source_id'] } };
  const descriptor: Descriptor = {
    name: 'test',
    title: parts.title ?? 'Test',
    version: name,
    resources: [
      {
        name: 'counts',
        bytes: name.length,
        schema: {
          fields: [...(parts.fields ?? fields)],
          primaryKey: parts.primaryKey ?? ['date', 'place'],
          ...(parts.foreign === false ? {} : { foreignKeys: [reference] }),
        },
        ...parts.more,
      },
      { name: 'sources', schema: { fields: [sourceField], primaryKey: ['source_id'] } },
    ],
  };
  const sources = (parts.sources ?? ['a', 'b', 'c']).map((source_id) => ({ source_id }));
  return {
    name,
    descriptor,
    rows: new Map<string, readonly Cells[]>([
      ['counts', parts.counts ?? rows],
      ['sources', sources],
    ]),
    sums: new Map(),
    corrections: [],
  };
}

const compare = (b: Parts, a: Parts = {}): Diff => diffSnapshots(snapshot('1.0.0', a), snapshot('working', b));
const field = (name: string, changes: Record<string, unknown>): FieldDescriptor[] =>
  fields.map((found) => (found.name === name ? { ...found, ...changes } : found));
const [first = {}, second = {}] = rows;

describe('a difference calls for', () => {
  const cases: readonly [string, Diff['calls_for'], Parts, Parts?][] = [
    ['nothing, when only the order of rows differs', null, { counts: [second, first] }],
    ['patch: a changed value', 'patch', { counts: [{ ...first, value: '26' }, second] }],
    ['patch: the title of the package', 'patch', { title: 'Another' }],
    ['patch: the description of a field', 'patch', { fields: field('value', { description: 'Persons.' }) }],
    ['patch: the description of a table', 'patch', { more: { description: 'Words.' } }],
    ['minor: a row added', 'minor', { counts: [...rows, { ...first, date: '2021-01-01' }] }],
    ['minor: a row removed to which none refers', 'minor', { counts: [first] }],
    ['minor: a source removed that no row used', 'minor', { sources: ['a', 'b'] }],
    ['major: a source removed that rows used', 'major', { sources: ['a', 'c'], counts: [first, { ...second, source_id: 'c' }] }],
    [
      'minor: a value more that a field allows',
      'minor',
      { fields: field('place', { constraints: { required: true, enum: ['Minsk', 'Brest', 'Homel'] } }) },
    ],
    ['major: a value less that a field allows', 'major', { fields: field('place', { constraints: { required: true, enum: ['Minsk'] } }) }],
    ['minor: a field that may now be empty', 'minor', { fields: field('date', { constraints: {} }) }],
    ['major: a field that may no longer be empty', 'major', { fields: field('source_id', { constraints: { required: true } }) }],
    ['minor: a lower minimum', 'minor', { fields: field('value', { constraints: { minimum: -5 } }) }],
    ['major: a higher minimum', 'major', { fields: field('value', { constraints: { minimum: 5 } }) }],
    ['major: a maximum', 'major', { fields: field('value', { constraints: { minimum: 0, maximum: 100 } }) }],
    ['major: a pattern', 'major', { fields: field('source_id', { constraints: { pattern: '[a-z]' } }) }],
    ['major: another type', 'major', { fields: field('value', { type: 'number' }) }],
    ['major: another unit', 'major', { fields: field('value', { unit: 'cases' }) }],
    ['major: a field added', 'major', { fields: [...fields, { name: 'note', type: 'string' }] }],
    ['major: a field removed', 'major', { fields: fields.slice(0, 3) }],
    ['major: fields in another order', 'major', { fields: [...fields].reverse() }],
    ['major: another key', 'major', { primaryKey: ['date', 'place', 'source_id'] }],
    ['major: a foreign key added', 'major', {}, { foreign: false }],
    ['minor: a foreign key removed', 'minor', { foreign: false }],
    [
      'patch: a dialect that says what held before',
      'patch',
      { more: { dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, header: true } } },
      { more: { dialect: { header: true } } },
    ],
    ['major: another delimiter', 'major', { more: { dialect: { delimiter: ';' } } }, { more: { dialect: { header: true } } }],
    ['patch: the key of a fact, where none was said', 'patch', { more: { factKey: ['date'] } }],
    ['major: another key of a fact', 'major', { more: { factKey: ['date'] } }, { more: { factKey: ['place'] } }],
    ['major: another path', 'major', { more: { path: 'else.csv' } }],
  ];
  test.each(cases)('%s', (_, bump, b, a) => {
    expect(compare(b, a).calls_for).toBe(bump);
  });

  test('major, when it is the first release', () => {
    expect(diffSnapshots(null, snapshot('working')).calls_for).toBe('major');
  });

  test('minor for a new table, major for one that is gone', () => {
    const less = snapshot('working');
    const descriptor = { ...less.descriptor, resources: less.descriptor.resources.slice(1) };
    expect(diffSnapshots({ ...less, descriptor }, snapshot('x')).calls_for).toBe('minor');
    expect(diffSnapshots(snapshot('x'), { ...less, descriptor }).calls_for).toBe('major');
  });

  test('patch for a correction that came, went or changed', () => {
    const correction = {
      table: 'counts',
      key: { date: '2020-08-09' },
      field: 'value',
      expect: '25',
      action: 'flag',
      reason: 'A.',
      status: 'open',
      date: '2026-01-01',
    } as const;
    const [none, one, other] = [[], [correction], [{ ...correction, reason: 'B.' }]].map((corrections) => ({
      ...snapshot('x'),
      corrections,
    }));
    if (!none || !one || !other) throw new Error('three versions');
    for (const [a, b] of [
      [none, one],
      [one, none],
      [one, other],
    ] as const) {
      expect(diffSnapshots(a, b)).toMatchObject({ calls_for: 'patch', corrections: [{ table: 'counts', field: 'value' }] });
    }
    expect(diffSnapshots(one, one).calls_for).toBeNull();
  });
});

test('the text has a line for each row and cell', () => {
  const text = diffText(
    compare({
      counts: [
        { ...first, value: '26' },
        { ...first, date: '2021-01-01' },
      ],
    }),
  );
  expect(text.split('\n')).toEqual([
    '1.0.0 -> working: calls for a minor release',
    '',
    'counts: 1 row added, 1 cell changed, 1 row removed',
    '  + date 2021-01-01, place Minsk',
    '  ~ date 2020-08-09, place Minsk: value "25" -> "26"',
    '  - date 2020-08-10, place Brest',
    '',
  ]);
  expect(diffText(compare({}))).toBe('1.0.0 -> working: no difference\n');
});

describe('for any two versions', () => {
  const cell = fc.constantFrom('', '1', '2', 'a,b', 'x"y', 'ў');
  const row = fc.record({
    date: fc.constantFrom('2020-01-01', '2020-01-02', '2020-01-03'),
    place: fc.constantFrom('Minsk', 'Brest', 'Hrodna'),
    value: cell,
    source_id: fc.constantFrom('a', 'b'),
  });
  const table = fc.uniqueArray(row, { selector: ({ date, place }) => `${date} ${place}`, maxLength: 9 });
  const id = ({ date, place }: Cells): string => `${date} ${place}`;
  const sorted = (found: readonly Cells[]): Cells[] => [...found].sort((a, b) => (id(a) < id(b) ? -1 : 1));

  test('a version does not differ from itself', () => {
    fc.assert(
      fc.property(table, (counts) => {
        expect(compare({ counts }, { counts })).toMatchObject({ calls_for: null, package: [], tables: [], corrections: [] });
      }),
    );
  });

  test('applying the difference from a to b to a gives b', () => {
    fc.assert(
      fc.property(table, table, (a, b) => {
        const diff = compare({ counts: b }, { counts: a }).tables.find((found) => found.table === 'counts');
        const result = new Map<string, Record<string, string>>(a.map((found) => [id(found), { ...found }]));
        for (const { key } of diff?.removed ?? []) result.delete(id(key));
        for (const { key, field: name, old, new: now } of diff?.changed ?? []) {
          const changed = result.get(id(key)) ?? {};
          expect(changed[name]).toBe(old);
          changed[name] = now;
        }
        for (const { key, cells } of diff?.added ?? []) {
          expect(result.has(id(key))).toBe(false);
          result.set(id(key), { ...cells });
        }
        expect(sorted([...result.values()])).toEqual(sorted(b));
      }),
    );
  });

  test('the way back is the way there, turned round', () => {
    fc.assert(
      fc.property(table, table, (a, b) => {
        const [there] = compare({ counts: b }, { counts: a }).tables;
        const [back] = compare({ counts: a }, { counts: b }).tables;
        const plain = (found: readonly { key: Cells; cells: Cells }[] = []) => sorted(found.map(({ cells }) => cells));
        expect(plain(there?.added)).toEqual(plain(back?.removed));
        expect(plain(there?.removed)).toEqual(plain(back?.added));
        expect(there?.changed.length ?? 0).toBe(back?.changed.length ?? 0);
      }),
    );
  });
});

describe('versions', () => {
  const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((parts) => parts.join('.'));

  test('are ordered by number, not by letter', () => {
    expect(['1.10.0', '1.9.0', '0.10.1', '10.0.0'].sort(compareVersions)).toEqual(['0.10.1', '1.9.0', '1.10.0', '10.0.0']);
  });

  test('grow with every bump, the more the larger it is', () => {
    fc.assert(
      fc.property(version, (found) => {
        const order = [found, bumped(found, 'patch'), bumped(found, 'minor'), bumped(found, 'major')];
        expect([...order].sort(compareVersions)).toEqual(order);
      }),
    );
  });

  test('begin with 1.0.0', () => {
    expect(bumped('0.0.0', 'major')).toBe('1.0.0');
  });
});
