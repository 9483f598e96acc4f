/** All chapters of a language, in order, each with its notes. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemsError } from '../data/problem.ts';
import { readText, tryText } from '../data/text-file.ts';
import { type Chapter, renderChapter } from './chapter.ts';
import type { StoryContext } from './context.ts';
import { readGlossary, renderTerms, type Term } from './glossary.ts';
import { type Note, NoteRegister } from './notes.ts';
import { TermRegister } from './terms.ts';

export interface Story {
  /** The note that stands before the chapters. */
  readonly front: Chapter;
  readonly chapters: readonly Chapter[];
  /** The terms that the chapters mark, in the order of the alphabet. */
  readonly terms: readonly Term[];
  /** The notes of the explanations. */
  readonly termNotes: readonly Note[];
}

/** All notes of the story, in the order in which they stand. */
export function notesOf({ front, chapters, termNotes }: Pick<Story, 'front' | 'chapters' | 'termNotes'>): Note[] {
  return [...front.notes, ...chapters.flatMap(({ notes }) => notes), ...termNotes];
}

/** Reads `content/<language>/*.md` and its glossary. Throws ProblemsError with the faults of all of them. */
export function loadStory(directory: string, label: string, context: Omit<StoryContext, 'notes' | 'terms'>): Story {
  const glossaryFile = 'glossary.yml';
  const glossary = readGlossary(
    `${label}/${glossaryFile}`,
    readText(join(directory, glossaryFile), `${label}/${glossaryFile}`, 'the terms'),
    context,
  );
  const marks = new TermRegister(glossary);
  const problems: Problem[] = [...glossary.problems];
  // Where entries could not be read, a mark in the text may be right for all that is known.
  const tell = (found: readonly Problem[]): void => {
    problems.push(...found.filter(({ subject }) => glossary.problems.length === 0 || subject !== 'term'));
  };
  const chapters: Chapter[] = [];
  const shown = new Set<string>();
  const frontFile = 'front/before-you-read.md';
  const front = renderChapter(
    `${label}/${frontFile}`,
    readText(join(directory, frontFile), `${label}/${frontFile}`, 'the note before the story'),
    {
      ...context,
      terms: null,
    },
  );
  problems.push(...front.problems);
  // Terms are marked at their first use, so the files are named in the order of the chapters.
  for (const name of readdirSync(directory)
    .filter((file) => file.endsWith('.md'))
    .sort()) {
    const file = `${label}/${name}`;
    const { text, problems: unreadable } = tryText(join(directory, name), file, 'a chapter');
    problems.push(...unreadable);
    if (unreadable.length > 0) continue;
    const parsed = renderChapter(file, text, { ...context, terms: marks, shown });
    tell(parsed.problems);
    if (!parsed.chapter) continue;
    const { chapter } = parsed;
    const before = chapters.find(({ id, order }) => id === chapter.id || order >= chapter.order);
    if (before)
      problems.push({
        file,
        line: 1,
        column: 1,
        subject: 'order',
        message: `expected an order above that of "${before.id}" (${before.order}), and files named in that order, found ${chapter.order}`,
      });
    chapters.push(chapter);
  }
  const notes = new NoteRegister('terms');
  const explained = renderTerms(glossary, { ...context, notes, terms: null });
  tell([...marks.unused, ...explained.problems]);
  if (problems.length > 0 || !front.chapter) throw new ProblemsError(problems);
  return { front: front.chapter, chapters, terms: explained.terms, termNotes: notes.notes };
}
