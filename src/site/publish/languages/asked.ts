/** Asks for every word of the tables that pages say, so that what a language lacks is known before a page is made. */
import { meaningOf } from '../../../data/field.ts';
import { counters } from '../../../data/tables/counters.ts';
import { sources } from '../../../data/tables/sources.ts';
import { notesOf } from '../../../story/story.ts';
import { entriesOf } from '../../data/names/entries.ts';
import type { Edition } from '../../edition.ts';
import { basisOf } from '../../story/chapter-basis.ts';
import { publishersOf } from '../../story/figure/publishers.ts';
import { explain } from '../../story/note-text.ts';

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
