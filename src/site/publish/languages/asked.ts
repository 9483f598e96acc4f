/** Asks for every word of the tables that pages say, so that what a language lacks is known before a page is made. */
import { charts } from '../../../charts/registry.ts';
import { meaningOf } from '../../../data/field.ts';
import { counters } from '../../../data/tables/counters.ts';
import { sources } from '../../../data/tables/sources.ts';
import { type DataWords, readDataWords } from '../../../figures/data-words.ts';
import { notesOf } from '../../../story/story.ts';
import { entriesOf } from '../../data/names/entries.ts';
import { type Edition, renderOne } from '../../edition.ts';
import { basisOf } from '../../story/chapter-basis.ts';
import { publishersOf } from '../../story/figure/publishers.ts';
import { explain } from '../../story/note-text.ts';

/** The words of the tables in a language, after everything that the first one says has been asked for. */
export function askedOf(root: string, tag: string, first: Edition): DataWords {
  const dataWords = readDataWords(root, tag, first.data);
  const asking: Edition = { ...first, dataWords };
  for (const chart of charts) renderOne(chart, root, asking);
  askAll(asking);
  return dataWords;
}

/** The charts have asked when they were drawn. */
export function askAll(edition: Edition): void {
  const { dataWords, story } = edition;
  for (const note of notesOf(story)) if (note.figure) explain(note.figure, edition);
  for (const chapter of story.chapters)
    for (const { subject, printed, others } of basisOf(chapter, edition).conflicts)
      for (const text of [subject, ...[...printed, ...others].map(({ countedBy }) => countedBy ?? '')]) dataWords.say(text);
  for (const chart of edition.charts.values()) publishersOf(chart, edition);
  entriesOf(edition);
  for (const field of [counters.fields.counter_group, sources.fields.read_as, sources.fields.kind])
    for (const { label } of meaningOf(field).categories ?? []) dataWords.say(label);
}
