/** The declared figures, each brought to its value. */
import { knownFrom } from '../data/known.ts';
import type { DataPackage } from '../data/package.ts';
import { type Problem, ProblemsError } from '../data/problem.ts';
import { readText } from '../data/text-file.ts';
import { readYaml } from '../data/yaml.ts';
import { type Addend, checkSumOfFigures } from './addable.ts';
import { compute } from './compute.ts';
import { type Declaration, declarations, isComputedSum, isQuery, operandsOf } from './declare.ts';
import { type Figure, FigureError } from './figure.ts';
import { runQuery } from './query.ts';

export type Figures = ReadonlyMap<string, Figure>;

/** Brings every figure declared in `text` to its value. Throws ProblemsError with all faults at once. */
export function evaluateFigures(file: string, text: string, data: DataPackage): Figures {
  const { figures, problems } = tryFigures(file, text, data);
  if (problems.length > 0) throw new ProblemsError(problems);
  return figures;
}

/** The same with what goes wrong told beside the figures that hold, for data that is older than some of the declarations. */
export function tryFigures(file: string, text: string, data: DataPackage): { figures: Figures; problems: readonly Problem[] } {
  const { value: declared, problems: faults, at } = readYaml(file, text, declarations);
  if (declared === null) return { figures: new Map(), problems: faults };
  const problems: Problem[] = [];
  const known = knownFrom(data);
  const done = new Map<string, Figure | null>();

  const fail = (id: string, message: string): null => {
    problems.push({ file, ...at([id]), subject: id, message });
    return null;
  };
  const figureOf = (id: string, path: readonly string[]): Figure | null => {
    const before = done.get(id);
    if (before !== undefined) return before;
    const declaration = declared[id];
    const figure =
      declaration === undefined
        ? null
        : path.includes(id)
          ? fail(id, `expected no circle, found ${[...path, id].join(' → ')}`)
          : resolve(id, declaration, path);
    done.set(id, figure);
    return figure;
  };
  const resolve = (id: string, declaration: Declaration, path: readonly string[]): Figure | null => {
    try {
      if (isQuery(declaration)) return runQuery(id, declaration, data, known);
      const names = operandsOf(declaration);
      for (const name of names) if (!(name in declared)) fail(id, `expected a declared figure, found "${name}"`);
      const operands = names.map((name) => figureOf(name, [...path, id]));
      if (!operands.every((operand) => operand !== null)) return null;
      if (isComputedSum(declaration))
        checkSumOfFigures(
          operands.map((operand) => addendsOf(operand, data)),
          declaration,
        );
      return compute(id, declaration, operands);
    } catch (error) {
      if (error instanceof FigureError) return fail(id, error.message);
      throw error;
    }
  };

  const figures = new Map<string, Figure>();
  for (const id of Object.keys(declared)) {
    const figure = figureOf(id, []);
    if (figure) figures.set(id, figure);
  }
  return { figures, problems };
}

/** Reads and evaluates `content/figures.yml`. */
export function loadFigures(path: string, data: DataPackage, label = 'content/figures.yml'): Figures {
  return evaluateFigures(label, readText(path, label, 'the declared figures'), data);
}

/** The rows that a figure adds up, or its one row. Those of a difference or a ratio are no addends: what is left of them is something else. */
function addendsOf({ computed, field, grounds }: Figure, data: DataPackage): Addend[] {
  if (computed && computed.operands.length > 0)
    return computed.operation === 'sum' ? computed.operands.flatMap((operand) => addendsOf(operand, data)) : [];
  return grounds.flatMap(({ table, line }) => {
    const read = data.read(table);
    const row = read?.rows.find((candidate) => candidate.line === line);
    return read && row ? [{ table: read.table, row, field }] : [];
  });
}
