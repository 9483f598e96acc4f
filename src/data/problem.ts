import { oneLine } from './safe-text.ts';

/**
 * A fault in a file that a person can mend: where it stands, what was expected, what was found.
 * `line` and `column` count from 1. In a table the column is the number of the field, because that is
 * how a reader of a CSV file counts; in prose and YAML it is the character.
 */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What stands at the place: a field, a directive, a key. Empty when the whole line or file is meant. */
  readonly subject: string;
  readonly message: string;
}

/** Thrown inside; turned into printed lines at the edge (a command, the build). */
export class ProblemsError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems).join('\n'));
    this.name = 'ProblemsError';
    this.problems = sortProblems(problems);
  }
}

/** By file, then line, then column, then text: the same faults always print in the same order. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.subject, b.subject) || order(a.message, b.message),
  );
}

/**
 * One line a problem: `data/releases.csv:14:3 released: expected a whole number, found "3O"`. One line whatever a key or a cell
 * holds: what is printed is read by terminals, by logs and in comments, where a line break or a control sign could give orders.
 */
export function formatProblem({ file, line, column, subject, message }: Problem): string {
  const named = subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1).toWellFormed()}…` : subject;
  return oneLine(`${file}:${line}:${column} ${named === '' ? '' : `${named}: `}${message}`);
}

/** Longer than any path of keys of ours. */
const LONGEST_SUBJECT = 120;

/** All problems as lines, sorted. */
export function formatProblems(problems: readonly Problem[]): string[] {
  return sortProblems(problems).map(formatProblem);
}

/** A cell or word as it is shown in a message: quoted, hidden characters visible, cut when long. */
export function quote(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 57).toWellFormed()}…` : text;
  return oneLine(JSON.stringify(shown));
}

/** Why a file could not be read, as the end of a message. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'found no such file';
  if (code === 'EISDIR') return 'found a folder';
  return code === 'ELOOP' ? 'found a link that leads back to itself' : `the file can't be read (${code || String(error)})`;
}

/** What the system refused, in a sentence; `null` for an error that is none of the system's, and so one of ours. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : null;
  // Without a path it is a port, a program or a network, and those who ask them say so themselves.
  if (path === null) return null;
  const code = String(error.code);
  const why = reasons[code] ?? code;
  return oneLine(`${path}: ${why}.`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of this path is a file and no folder',
  EISDIR: 'this is a folder, where a file was expected',
  ELOOP: 'this is a link that leads back to itself',
  EACCES: 'it may not be read or written by you',
  EPERM: 'it may not be read or written by you',
  EROFS: 'it is on a disk that takes nothing',
  ENOSPC: 'the disk is full',
  EEXIST: 'it is there already',
  ENOTEMPTY: 'it is not empty',
};
