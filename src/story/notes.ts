/** The numbered notes of one part of the story: a chapter, the text before them, the terms. A note used again keeps its number. */
import type { Figure } from '../figures/figure.ts';
import { sourceIdsOf } from '../figures/figure.ts';

export interface Note {
  /** From 1 in each part. */
  readonly number: number;
  /** Fragment of its address: the part and the number. */
  readonly id: string;
  /** Ids of the documents, in the order in which they are cited. */
  readonly sourceIds: readonly string[];
  /** Those among them, at the end, that say the rest of the sentence in which the number stands. */
  readonly restIds: readonly string[];
  /** The figure that the note explains; `null` for the source of a claim or of a cited number. */
  readonly figure: Figure | null;
  /** How often the text refers to it; the references are named by `referenceId`. */
  readonly references: number;
}

/** Where a reference is told from the others to the same note: `which` counts from 1. */
export const referenceId = (note: string, which: number): string => `ref-${note}-${which}`;

/** A use of a note: what the mark in the text needs to know. */
export type NoteUse = Pick<Note, 'number' | 'id'> & { readonly reference: number };

export class NoteRegister {
  readonly #part: string;
  readonly #notes = new Map<string, Note>();

  /** `part` is the id of the chapter, as it stands in addresses. */
  constructor(part: string) {
    this.#part = part;
  }

  /** Notes a use of a figure. `rest` are documents for the rest of its sentence. */
  forFigure(figure: Figure, rest: readonly string[] = []): NoteUse {
    return this.#use(`figure ${figure.id}`, sourceIdsOf(figure), rest, figure);
  }

  /** Notes a use of documents. */
  forSources(sourceIds: readonly string[], rest: readonly string[] = []): NoteUse {
    return this.#use(`sources ${sourceIds.join(' ')}`, sourceIds, rest, null);
  }

  #use(key: string, own: readonly string[], rest: readonly string[], figure: Figure | null): NoteUse {
    const restIds = [...new Set(rest)].filter((id) => !own.includes(id));
    const whole = [key, ...restIds].join(' + ');
    const number = this.#notes.get(whole)?.number ?? this.#notes.size + 1;
    const note = {
      number,
      id: `${this.#part}-${number}`,
      sourceIds: [...own, ...restIds],
      restIds,
      figure,
      references: (this.#notes.get(whole)?.references ?? 0) + 1,
    };
    this.#notes.set(whole, note);
    return { number, id: note.id, reference: note.references };
  }

  /** All notes so far, by number, which is the order of their first use. */
  get notes(): readonly Note[] {
    return [...this.#notes.values()];
  }
}
