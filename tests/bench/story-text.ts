/**
 * How much there is to read and how hard it is: prints words, minutes, length of sentences and reading ease of
 * each chapter as it is printed, and fails where a chapter is harder than the others or the text too long.
 */
import { flesch } from 'flesch';
import { syllable } from 'syllable';
import { loadEdition } from '../../src/site/edition.ts';
import { minutesOf } from '../../src/site/story/reading-time.ts';

/**
 * Flesch reading ease runs from about 100 (very easy) down; 60 to 70 is called plain English, 50 to 60 fairly
 * difficult, below 50 difficult, below 30 very difficult.
 * The floor keeps each chapter out of the last two.
 */
const EASE = { floor: 50, belowMedian: 12 };

/** The chapters that tell the story; what follows them is looked up rather than read through. */
const TOLD = 10;
/** Words of those chapters together. */
const WORDS = { from: 5_000, to: 7_000 };

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

interface Ease {
  readonly words: number;
  readonly sentences: number;
  readonly score: number;
}

/** Paragraphs are looked at one by one, so that a heading or an item without a full stop ends its sentence. */
function easeOf(paragraphs: readonly string[]): Ease {
  const counts = { word: 0, sentence: 0, syllable: 0 };
  for (const paragraph of paragraphs) {
    counts.sentence += [...sentences.segment(paragraph)].length;
    for (const { segment, isWordLike } of words.segment(paragraph)) {
      if (!isWordLike) continue;
      counts.word += 1;
      // A number is read at a glance: one word of one syllable.
      counts.syllable += /\d/.test(segment) ? 1 : Math.max(1, syllable(segment));
    }
  }
  return { words: counts.word, sentences: counts.sentence, score: flesch(counts) };
}

const { story } = loadEdition(process.cwd(), 'en');
const chapters = story.chapters.map((chapter) => ({ name: chapter.short, read: chapter.words, ease: easeOf(chapter.prose) }));
const scores = chapters.map(({ ease }) => ease.score).sort((a, b) => a - b);
const median = scores[Math.floor(scores.length / 2)] ?? 0;
const least = Math.max(EASE.floor, median - EASE.belowMedian);

const line = (name: string, read: number, { words, sentences, score }: Ease): string =>
  `${String(read).padStart(7)} words ${String(minutesOf(read)).padStart(3)} min ${(words / sentences).toFixed(1).padStart(5)} words a sentence  ease ${score.toFixed(1)}  ${name}`;

for (const { name, read, ease } of chapters) {
  const hard = ease.score < least;
  console.log(`${line(name, read, ease)}${hard ? `: expected at least ${least.toFixed(1)}` : ''}`);
  if (hard) process.exitCode = 1;
}
const terms = story.terms.map(({ prose }) => prose);
console.log(line('Terms', terms.join(' ').split(' ').length, easeOf(terms)));
const total = (some: readonly { read: number }[]): number => some.reduce((sum, { read }) => sum + read, 0);
console.log(line('all chapters', total(chapters), easeOf(story.chapters.flatMap(({ prose }) => prose))));
const told = total(chapters.slice(0, TOLD));
const fits = told >= WORDS.from && told <= WORDS.to;
console.log(
  `${String(told).padStart(7)} words in the first ${TOLD} chapters: ${WORDS.from} to ${WORDS.to}${fits ? '' : ', which they miss'}`,
);
if (!fits) process.exitCode = 1;
