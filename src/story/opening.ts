/** The opening passage: each step names the figure whose people are drawn as dots, and may name one of people freed. */
import type { Parents } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { quote } from '../data/problem.ts';
import { type Figure, lastDayOf } from '../figures/figure.ts';
import type { Figures } from '../figures/figures.ts';

type Report = (offset: number, subject: string, message: string) => void;

/** What the passage may speak of. */
interface Known {
  readonly figures: Figures;
  /** The counts that can be drawn as dots, by their days. */
  readonly counted: ReadonlyMap<string, number>;
}

/** The state of the dots at a step. */
export interface OpeningState {
  readonly held: Figure;
  readonly freed: Figure | null;
  /** Day of the count of people held. */
  readonly day: string;
}

const attributes: ReadonlySet<string> = new Set(['held', 'freed']);

/** The state that a step asks for, or a sentence on why there is none. */
export function stateOf(step: LeafDirective, { figures, counted }: Known): OpeningState | string {
  const { held: heldId = '', freed: freedId } = step.attributes ?? {};
  const stray = Object.keys(step.attributes ?? {}).filter((name) => !attributes.has(name));
  if (stray.length > 0) return `expected held and freed, found ${stray.join(', ')}`;
  const held = figures.get(heldId ?? '');
  if (!held) return `expected held=id with the id of a figure in figures.yml, found ${quote(heldId ?? '')}`;
  // A dot is a person, so a bounded number can't be drawn; nor can one that stands in no count of the table.
  const day = held.computed ? undefined : held.date?.iso;
  if (day === undefined || held.qualifier !== 'exact' || counted.get(day) !== held.value)
    return `expected an exact count of people held on a day, found ${quote(held.id)}`;
  const freed = freedId ? (figures.get(freedId) ?? null) : null;
  if (freedId && !freed) return `expected freed=id with the id of a figure in figures.yml, found ${quote(freedId)}`;
  if (freed && (freed.qualifier !== 'exact' || lastDayOf(freed) === null))
    return `expected an exact number of people freed by a day, found ${quote(freed.id)}`;
  return { held, freed, day };
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
