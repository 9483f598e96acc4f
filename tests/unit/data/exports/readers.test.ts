/**
 * The package as the programs of other people read it, each where it is found on the machine: SQLite's shell, Python's own reader,
 * pandas, Frictionless, R and DuckDB. Each says how many rows a table has and how many of its cells it takes to be empty.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../../../src/commands/root.ts';
import { writeSqlite } from '../../../../src/data/exports/sqlite.ts';
import { readFacts } from '../../../../src/data/facts.ts';
import { loadPackage } from '../../../../src/data/package.ts';

const folder = join(projectRoot, 'data');
const scratch = mkdtempSync(join(tmpdir(), 'readers-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const data = loadPackage(folder);
/** Lines of name, number of rows, number of empty cells; as the files have them, without corrections, which fill and empty none here. */
const expected = data.tables
  .map(({ table, rows }) => {
    const empty = rows.flatMap(({ values }) => Object.values(values)).filter((value) => value === null).length;
    return `${table.name} ${rows.length} ${empty}`;
  })
  .sort();
const files = data.tables.map(({ table }) => table.name);

const python = (body: string): readonly string[] => ['-c', `import sys, os\n${body}`, folder, ...files];
/** Each with what shows that it is there, and what makes it say its lines. */
const readers: readonly { name: string; program: string; probe: readonly string[]; args: readonly string[] }[] = [
  {
    name: 'Python’s csv',
    program: 'python3',
    probe: ['-c', 'import csv'],
    args: python(`import csv
for name in sys.argv[2:]:
    rows = list(csv.DictReader(open(os.path.join(sys.argv[1], name + '.csv'), encoding='utf-8', newline='')))
    print(name, len(rows), sum(cell == '' for row in rows for cell in row.values()))`),
  },
  {
    name: 'pandas, by its own guesses',
    program: 'python3',
    probe: ['-c', 'import pandas'],
    args: python(`import pandas
for name in sys.argv[2:]:
    rows = pandas.read_csv(os.path.join(sys.argv[1], name + '.csv'))
    print(name, len(rows), int(rows.isna().sum().sum()))`),
  },
  {
    name: 'Frictionless, by the descriptor',
    program: 'python3',
    probe: ['-c', 'import frictionless'],
    args: python(`from frictionless import Package
for resource in Package(os.path.join(sys.argv[1], 'datapackage.json')).resources:
    rows = resource.read_rows()
    assert all(row.valid for row in rows), [row.errors for row in rows if not row.valid][:3]
    print(resource.name, len(rows), sum(cell is None for row in rows for cell in row.values()))`),
  },
  {
    name: 'R, by its own guesses',
    program: 'Rscript',
    probe: ['--version'],
    args: [
      '-e',
      `a <- commandArgs(TRUE); for (n in a[-1]) { d <- read.csv(file.path(a[1], paste0(n, ".csv")), na.strings = c("", "NA"), encoding = "UTF-8"); cat(n, nrow(d), sum(is.na(d)), "\\n") }`,
      folder,
      ...files,
    ],
  },
  {
    name: 'DuckDB, by its own guesses',
    program: 'python3',
    probe: ['-c', 'import duckdb'],
    args: python(`import duckdb
for name in sys.argv[2:]:
    rows = duckdb.read_csv(os.path.join(sys.argv[1], name + '.csv')).fetchall()
    print(name, len(rows), sum(cell is None for row in rows for cell in row))`),
  },
];

for (const { name, program, probe, args } of readers) {
  test(`${name} reads every table, and takes no word for a missing value`, ({ skip }) => {
    if (spawnSync(program, [...probe]).status !== 0) skip(`${name} was not found on this machine`);
    const said = execFileSync(program, [...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const lines = said.split('\n').flatMap((line) => line.trim() || []);
    expect(lines.sort()).toEqual(expected);
  });
}

test('SQLite’s own shell joins all that is said of one person, without a quote around a name', ({ skip }) => {
  if (spawnSync('sqlite3', ['--version']).status !== 0) skip('the shell of SQLite was not found on this machine');
  const { facts } = readFacts(folder, 'data');
  if (facts === null) throw new Error('the facts of the package cannot be read');
  const file = join(scratch, 'package.sqlite');
  writeSqlite(data.tables, file, facts);
  const ask = (sql: string): string[] => execFileSync('sqlite3', [file, sql], { encoding: 'utf8' }).trim().split('\n');
  const about = `WITH names AS (SELECT name FROM person_names WHERE person = 'mikola-statkevich')
    SELECT 'case' FROM cases_preferred WHERE person = 'mikola-statkevich'
    UNION ALL SELECT 'vote' FROM presidential_results_preferred JOIN names ON candidate = name
    UNION ALL SELECT 'event' FROM events JOIN event_people USING (event_id) WHERE person = 'mikola-statkevich'`;
  expect(new Set(ask(about))).toEqual(new Set(['case', 'vote', 'event']));
  const coded = `SELECT DISTINCT region, iso_3166 FROM turnout_by_region JOIN place_names ON name = region ORDER BY 1`;
  expect(ask(coded)).toContain('minsk-city|BY-HM');
  expect(ask('SELECT count(*) FROM prisoner_groups_preferred WHERE group_name IS NOT NULL')[0]).not.toBe('0');
});
