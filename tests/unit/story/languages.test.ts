/** Every figure in its sentence, in every language, for reading; and what holds for each language's charts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/commands/root.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { formatDate, formatNumber } from '../../../src/figures/format.ts';
import { dateForms } from '../../../src/figures/locales/locale.ts';
import { splitSentences } from '../../../src/figures/split-sentences.ts';
import { loadEdition } from '../../../src/site/edition.ts';
import { languages, unfinishedLanguages } from '../../../src/site/languages.ts';
import { checkLanguage } from '../../../src/site/publish/languages/check.ts';
import type { Chapter } from '../../../src/story/chapter.ts';
import { notesOf } from '../../../src/story/story.ts';

const first = loadEdition(projectRoot, 'en');
// A translation is read as soon as it is whole, also before it is published.
const whole = unfinishedLanguages.filter((tag) => checkLanguage(projectRoot, tag, first).length === 0);
const editions = [...languages.map(({ tag }) => tag), ...whole].map((tag) => loadEdition(projectRoot, tag, first));
const folder = join(projectRoot, 'test-results');
mkdirSync(folder, { recursive: true });

const sentencesOf = (prose: readonly string[], edition: (typeof editions)[number]): string[] =>
  prose.flatMap((paragraph) => splitSentences(paragraph, edition.locale).map(({ segment }) => segment.trim()));

/** Whether a word or number stands in a text by itself: 25 is not in 2025. */
function isIn(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const [before = '', after = ''] = [text.slice(0, at).at(-1), text.slice(at + form.length)];
    if (!/[\p{L}\p{N}.,]/u.test(before) && !/^(?:[\p{L}\p{N}]|[.,]\p{N})/u.test(after)) return true;
  }
  return false;
}

describe.each(editions.map((edition) => [edition.locale.tag, edition] as const))('%s', (tag, edition) => {
  const { locale, story, charts } = edition;
  const lines: string[] = [];
  afterAll(() => writeFileSync(join(folder, `figures-${tag}.txt`), `${lines.join('\n')}\n`));

  it('prints each figure of the story in a sentence, which is written down for reading', () => {
    const parts: readonly Pick<Chapter, 'id' | 'prose' | 'notes'>[] = [
      story.front,
      ...story.chapters,
      { id: 'terms', prose: story.terms.map(({ prose }) => prose), notes: story.termNotes },
    ];
    const printedOf = ({ value, digits, as }: Figure): string[] => [
      formatNumber(value, locale, digits),
      ...(as === 'word' ? Object.values(locale.words).flatMap((list) => list[value] ?? []) : []),
    ];
    const missing: string[] = [];
    for (const { id, prose, notes } of parts) {
      const sentences = sentencesOf(prose, edition);
      for (const figure of new Set(notes.flatMap((note) => note.figure ?? []))) {
        const forms = printedOf(figure).map((form) => form.replaceAll(/\s/g, ' ').toLocaleLowerCase(tag));
        const days = [undefined, ...dateForms].flatMap((form) =>
          figure.date ? formatDate(figure.date.iso, figure.date.precision, locale, form).replaceAll(/\s/g, ' ').toLocaleLowerCase(tag) : [],
        );
        const found = sentences.filter((sentence) => {
          const text = sentence.replaceAll(/\s/g, ' ').toLocaleLowerCase(tag);
          return [...forms, ...days].some((form) => isIn(text, form));
        });
        lines.push(`${id} ${figure.id}`, ...found.map((sentence) => `  ${sentence}`));
        // The figure that carries a chapter stands in words beside it, and headings of rows are in no sentence.
        const inHeading = new RegExp(`<th\\b(?:(?!</th>).)*data-figure="${figure.id}"`, 's');
        const apart = story.chapters.some(
          ({ finding, blocks }) =>
            finding?.figure === figure || blocks.some((block) => block.kind === 'html' && inHeading.test(block.html)),
        );
        if (found.length === 0 && !apart) missing.push(`${id} ${figure.id}`);
      }
    }
    for (const chapter of story.chapters)
      if (chapter.finding) lines.push(`${chapter.id} ${chapter.finding.figure.id}`, `  … ${chapter.finding.words}`);
    expect(missing).toEqual([]);
    expect(lines.length).toBeGreaterThan(notesOf(story).filter(({ figure }) => figure).length);
  });

  it('has for every chart a title, what is measured, and whole sentences', () => {
    for (const chart of charts.values()) {
      expect(chart.title, chart.id).toMatch(/^[«„“]?[\p{Lu}\p{N}].{15,}/u);
      expect(chart.subtitle.length, chart.id).toBeGreaterThan(20);
      for (const sentence of chart.description) expect(sentence, chart.id).toMatch(/[.!?][”»]?$/);
      for (const text of [chart.title, chart.subtitle, chart.note, chart.reading, ...chart.description, ...chart.columns])
        expect(text, chart.id).not.toMatch(/[{}|#]|undefined|NaN|null/);
    }
  });

  it('is written in its own letters', () => {
    const cyrillic = new Intl.Locale(tag).maximize().script === 'Cyrl';
    const strange = cyrillic ? /^[A-Za-z][a-z]+(?: [a-z]+){3,}/ : /[а-яёіў]{3,}/i;
    for (const sentence of story.chapters.flatMap(({ prose }) => sentencesOf(prose, edition))) expect(sentence).not.toMatch(strange);
  });
});
