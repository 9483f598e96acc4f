/** Terms that the story explains: the glossary, its marks in the chapters, and what is wrong with either. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { formatProblem, ProblemsError } from '../../../src/data/problem.ts';
import { readYaml } from '../../../src/data/yaml.ts';
import { evaluateFigures } from '../../../src/figures/figures.ts';
import { en } from '../../../src/figures/locales/en.ts';
import { sourceIdsCitedIn } from '../../../src/story/citations.ts';
import { loadStory, type Story } from '../../../src/story/story.ts';
import { smallPackage } from '../../fixtures/small-package.ts';

const figures = evaluateFigures(
  'figures.yml',
  'held: { table: counts, where: { place: Minsk }, on: 2020-08-09 }\nfew: { table: counts, where: { place: Hrodna }, on: 2020-08-09 }',
  smallPackage(),
);

const GLOSSARY = `exit-poll:
  term: exit poll
  forms: [exit polls]
  text: A survey of voters.
colony:
  term: penal colony
  forms: [colonies]
  text: >-
    A camp that held
    :figure[few] people.:source[late]
`;

/** Loads a story of the given chapters; lines of a chapter begin at 7, after its front matter. */
function load(bodies: readonly string[], glossary = GLOSSARY, front = 'Before.'): Story {
  const folder = mkdtempSync(join(tmpdir(), 'terms-'));
  const write = (name: string, order: number, body: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `---\ntitle: "A title"\nshort: "Short"\norder: ${order}\ndescription: "A sentence."\n---\n${body}\n`);
  };
  try {
    write('front/before-you-read.md', 1, front);
    for (const [index, body] of bodies.entries()) write(`0${index + 1}-part${index + 1}.md`, index + 1, body);
    writeFileSync(join(folder, 'glossary.yml'), glossary);
    return loadStory(folder, 'en', {
      locale: en,
      figures,
      charts: new Map([['held', [{ iso: '2020-08-09', text: '25' }]]]),
      counted: new Map(),
      sourceIds: new Set(['early', 'late']),
      names: [],
      words: { note: (number) => `Note ${number}`, permalink: (title) => title },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function faults(bodies: readonly string[], glossary = GLOSSARY, front?: string): string[] {
  try {
    load(bodies, glossary, front);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(formatProblem);
  }
}

const sound = 'An :term[exit poll] and :term[colonies].';

describe('a term', () => {
  it('is a link from its first use to its explanation, under an id to come back to', () => {
    const [block] = load([sound]).chapters[0]?.blocks ?? [];
    expect(block?.kind === 'html' && block.html).toBe(
      '<p>An <a href="#term-exit-poll" id="term-ref-exit-poll" class="term" role="doc-glossref">exit poll</a> and <a href="#term-colony" id="term-ref-colony" class="term" role="doc-glossref">colonies</a>.</p>',
    );
  });

  it('is explained with figures and sources like the prose, in the order of the alphabet, with notes of their own', () => {
    const { terms, termNotes } = load([`${sound} Here :figure[held].`]);
    expect(terms.map(({ term }) => term)).toEqual(['exit poll', 'penal colony']);
    expect(terms[1]?.html).toMatch(
      /^A camp that held\s<a class="cited" href="#note-terms-1"[^>]*><data value="5" class="figure" data-figure="few">about\u00A05<\/data><\/a> people\.$/,
    );
    expect(terms[1]?.prose).toBe('A camp that held about 5 people.');
    expect(termNotes.map(({ number, figure, sourceIds }) => [number, figure?.id, ...sourceIds])).toEqual([[1, 'few', 'early', 'late']]);
  });

  it('may be marked under other words by its id, in any case, across a line', () => {
    expect(faults(['An :term[Exit\npoll] and :term[the camps]{id=colony}. Later exit polls and a colony.'])).toEqual([]);
  });

  it('is looked for in the cells of tables', () => {
    const table = (cell: string): string => `| What | Where |\n| --- | --- |\n| A poll | ${cell} |`;
    expect(faults([`${table('An :term[exit poll]')}\n\n:term[Colonies].`])).toEqual([]);
    expect(faults([`${table('Colonies')}\n\n${sound}`])).toEqual([
      'en/01-part1.md:9:12 term: expected :term[…] where the term "colony" is first used, found "Colonies" without it',
    ]);
  });

  it('is looked for in whole words, in the steps of a passage, and not in headings', () => {
    const step = (text: string): string => `:::scrolly{chart=held}\n\n::step\n\n${text}\n\n:::`;
    expect(faults([`### Exit polls\n\nPreexit pollster.\n\n${step(sound)}`])).toEqual([]);
    expect(faults([`${step('Colonies.')}\n\n${sound}`])).toEqual([
      'en/01-part1.md:11:1 term: expected :term[…] where the term "colony" is first used, found "Colonies" without it',
    ]);
  });
});

describe('faults of terms', () => {
  it.each([
    [
      'an unknown term',
      ['An :term[exit poll], :term[colonies], :term[Duma].'],
      'en/01-part1.md:7:39 term: expected a term of the glossary or {id=…} with its id, found "Duma"',
    ],
    [
      'an unknown id',
      [`${sound} :term[it]{id=nothing}`],
      'en/01-part1.md:7:42 term: expected a term of the glossary or {id=…} with its id, found "nothing"',
    ],
    [
      'a second mark, in another chapter',
      [sound, 'Two :term[exit polls].'],
      'en/02-part2.md:7:5 term: expected "exit poll" to be marked once, at its first use, found a second mark',
    ],
    [
      'a form that stands in an earlier chapter',
      ['First,\nthen *colonies*.', sound],
      'en/01-part1.md:8:7 term: expected :term[…] where the term "colony" is first used, found "colonies" without it',
    ],
    [
      'a form that stands earlier in the paragraph',
      ['An exit\npoll, an :term[exit poll], :term[colonies].'],
      'en/01-part1.md:7:4 term: expected :term[…] where the term "exit-poll" is first used, found "exit\\npoll" without it',
    ],
    [
      'a term inside the words of another mark',
      ['An :term[exit poll of colonies]{id=exit-poll}, :term[colonies].'],
      'en/01-part1.md:7:23 term: expected :term[…] where the term "colony" is first used, found "colonies" without it',
    ],
    [
      'a term that no chapter uses',
      ['An :term[exit poll].'],
      'en/glossary.yml:5:1 colony: expected a chapter that marks "penal colony" with :term[…], found none',
    ],
    [
      'a mark in a heading',
      [`${sound}\n\n### An :term[exit poll]`],
      'en/01-part1.md:9:8 term: expected terms to be marked in the text, found one in a heading',
    ],
  ])('name the place of %s', (_, bodies, expected) => {
    expect(faults(bodies)).toContain(expected);
  });

  it('include a mark before the story begins', () => {
    expect(faults([sound], GLOSSARY, 'An :term[exit poll].')).toEqual([
      'en/front/before-you-read.md:7:4 term: expected terms to be marked in a chapter, found one elsewhere',
    ]);
  });

  it('include what is wrong inside an explanation, at its line and column', () => {
    const glossary = GLOSSARY.replace(
      '    A camp that held\n',
      '    A camp that\n    held 30, :figure[nobody], :source[nowhere], :term[exit poll],\n',
    );
    expect(faults([sound], glossary)).toEqual([
      'en/glossary.yml:10:10 colony: expected every number as :figure[id], :n[number]{source=id} or a date, found "30"',
      'en/glossary.yml:10:14 colony figure: expected the id of a figure in figures.yml, found "nobody"',
      'en/glossary.yml:10:31 colony source: expected ids of sources.csv, found "nowhere"',
      'en/glossary.yml:10:49 colony term: expected terms to be marked in a chapter, found one elsewhere',
    ]);
  });

  it('include an explanation of more than a paragraph, a number in a form, a form that stands twice, another key', () => {
    const glossary = `${GLOSSARY}second:\n  term: exit polls\n  forms: [some 300]\n  text: "One.\\n\\nTwo."\n`;
    expect(faults([`${sound} :term[x]{id=second}`], glossary)).toEqual([
      'en/glossary.yml:11:1 second: expected each form once, found "exit polls" in the term "exit-poll" too',
      'en/glossary.yml:11:1 second: expected every number as :figure[id], :n[number]{source=id} or a date, found "300"',
      'en/glossary.yml:14:18 second: expected one paragraph, found "Two."',
    ]);
    // Nothing is said of marks in the chapters, which are right.
    expect(faults([sound], GLOSSARY.replace('text: A', 'meaning: A'))).toEqual([
      'en/glossary.yml:1:1 exit-poll.text: expected this key, found none',
      expect.stringContaining('en/glossary.yml:4:3 exit-poll.meaning: expected no such key here'),
    ]);
  });
});

it('documents that only the glossary cites count as used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cited-'));
  writeFileSync(join(folder, 'glossary.yml'), GLOSSARY);
  writeFileSync(join(folder, 'other.yml'), 'x: :source[early]');
  expect([...sourceIdsCitedIn(folder)]).toEqual(['late']);
  rmSync(folder, { recursive: true });
});

describe('a place inside the text of a YAML file', () => {
  const schema = z.strictObject({ before: z.string(), text: z.string() });
  const word = fc.stringMatching(/^[a-z’"':,#[\]éЎ-]{1,9}$/);

  it('is found for every word, however the text is folded or quoted', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN'),
        fc.integer({ min: 20, max: 60 }),
        (words, defaultStringType, lineWidth) => {
          const marked = [...words, 'MARK'];
          const text = marked.join(' ');
          const source = stringify({ before: 'x', text }, { defaultStringType, lineWidth });
          const { value, inside } = readYaml('file.yml', source, schema);
          expect(value?.text.trim()).toBe(text);
          const { line, column } = inside(['text'], (value?.text ?? '').indexOf('MARK'));
          expect(source.split('\n')[line - 1]?.slice(column - 1, column + 3)).toBe('MARK');
        },
      ),
    );
  });
});
