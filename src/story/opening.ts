/** The opening passage: each step names the figure whose people are drawn as dots, and may name those of people freed and added, which must be what the dots show. */
import type { Parents } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { quote } from '../data/problem.ts';
import type { Figure } from '../figures/figure.ts';
import type { Figures } from '../figures/figures.ts';

type Report = (offset: number, subject: string, message: string) => void;

/** What the passage may speak of. */
interface Known {
  readonly figures: Figures;
  /** The counts that can be drawn as dots, by their days. */
  readonly counted: ReadonlyMap<string, Counted>;
}

/** How many people are drawn at a count, and how many had been freed and added by its day. */
export interface Counted {
  readonly held: number;
  readonly freed: number;
  readonly added: number;
}

/** The state of the dots at a step. */
export interface OpeningState {
  readonly held: Figure;
  /** Day of the count of people held. */
  readonly day: string;
}

const attributes: ReadonlySet<string> = new Set(['held', 'freed', 'added']);

/** The state that a step asks for, or a sentence on why there is none. */
export function stateOf(step: LeafDirective, { figures, counted }: Known): OpeningState | string {
  const given = step.attributes ?? {};
  const stray = Object.keys(given).filter((name) => !attributes.has(name));
  if (stray.length > 0) return `expected held, freed and added, found ${stray.join(', ')}`;
  const held = figures.get(given['held'] ?? '');
  if (!held) return `expected held=id with the id of a figure in figures.yml, found ${quote(given['held'] ?? '')}`;
  // A dot is a person, so a bounded number can't be drawn; nor can one that stands in no count of the table.
  const day = held.computed ? undefined : held.date?.iso;
  const count = day === undefined ? undefined : counted.get(day);
  if (day === undefined || held.qualifier !== 'exact' || count?.held !== held.value)
    return `expected an exact count of people held on a day, found ${quote(held.id)}`;
  for (const name of ['freed', 'added'] as const) {
    const id = given[name];
    if (!id) continue;
    const figure = figures.get(id);
    if (!figure) return `expected ${name}=id with the id of a figure in figures.yml, found ${quote(id)}`;
    if (figure.value !== count[name])
      return `expected the ${count[name]} people ${name} whom the dots show by ${day}, found ${quote(id)}, which is ${figure.value}`;
  }
  return { held, day };
}

/** Reports what is wrong with the passage: its place, its steps, their order. */
export function checkOpening(passage: ContainerDirective, parent: Parents | undefined, known: Known, report: Report): void {
  const at = passage.position?.start.offset ?? 0;
  const first = parent?.children.find((node) => node.type !== 'yaml');
  if (first !== passage) report(at, 'opening', 'expected :::opening before all else in its chapter, found it later');
  if (passage.children[0]?.type !== 'leafDirective') report(at, 'opening', 'expected ::step before the text, found none');
  let before = '';
  for (const node of passage.children) {
    if (node.type !== 'leafDirective') continue;
    const offset = node.position?.start.offset ?? 0;
    const state = node.name === 'step' ? stateOf(node, known) : 'expected ::step, found an unknown directive';
    if (typeof state === 'string') report(offset, node.name, state);
    else {
      if (state.day <= before) report(offset, 'step', `expected a count of a later day than ${before}, found one of ${state.day}`);
      before = state.day;
    }
  }
}
