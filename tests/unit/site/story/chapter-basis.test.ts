/** What a chapter rests on: documents, doubts, and where counters differ. */
import { describe, expect, it } from 'vitest';
import { confidence, countedBy, qualifier, reportedIn, sourceId, status, statusNote } from '../../../../src/data/common.ts';
import { day, oneOf, text, wholeNumber } from '../../../../src/data/field.ts';
import { DataPackage } from '../../../../src/data/package.ts';
import { readTable } from '../../../../src/data/read.ts';
import { defineTable } from '../../../../src/data/table.ts';
import { sources } from '../../../../src/data/tables/sources.ts';
import { disagreementOf } from '../../../../src/figures/disagreement.ts';
import { evaluateFigures } from '../../../../src/figures/figures.ts';
import type { Edition } from '../../../../src/site/edition.ts';
import { basisOf } from '../../../../src/site/story/chapter-basis.ts';
import type { Chapter } from '../../../../src/story/chapter.ts';
import { NoteRegister } from '../../../../src/story/notes.ts';

const held = defineTable({
  name: 'held',
  title: 'People held',
  description: 'Counts for tests.',
  primaryKey: ['date', 'metric', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  fields: {
    date: day({ description: 'Day.' }),
    metric: oneOf({ description: 'What.' }, { now: 'held', ever: 'ever held' }),
    value: wholeNumber({ description: 'People.', unit: 'people' }),
    qualifier: qualifier(),
    counted_by: countedBy(),
    reported_in: reportedIn(),
    source_id: sourceId(),
    confidence: confidence(),
    status: status(),
    status_note: statusNote(),
  },
});

const crowds = defineTable({
  name: 'crowds',
  title: 'Crowds',
  description: 'Crowds for tests.',
  primaryKey: ['date', 'event', 'value', 'counted_by', 'source_id'],
  valueField: 'value',
  dateField: 'date',
  fields: {
    date: day({ description: 'Day.' }),
    event: text({ description: 'Event.' }),
    value: wholeNumber({ description: 'People.', unit: 'people' }),
    qualifier: qualifier(),
    counted_by: countedBy(),
    source_id: sourceId(),
    confidence: confidence(),
    status: status(),
    status_note: statusNote(),
  },
});

const heldText = `date,metric,value,qualifier,counted_by,reported_in,source_id,confidence,status,status_note
2024-09-04,now,1371,exact,Viasna,report,own,high,preferred,
2024-09-04,now,1371,exact,Viasna,report,copy,high,repeated,The same.
2024-09-04,now,1300,exact,Viasna,report,chart,high,superseded,Interim.
2024-09-04,now,1400,about,Viasna,report,agency,medium,conflicting,Rounded.
2024-09-04,now,1700,exact,Dissidentby,report,other,high,preferred,
2024-09-04,ever,4000,exact,Viasna,report,own,high,preferred,
2024-09-05,now,1372,exact,Viasna,report,own,low,preferred,
2026-07-08,now,900,more_than,European Union,digest,digest,medium,preferred,
`;
const crowdsText = `date,event,value,qualifier,counted_by,source_id,confidence,status,status_note
2020-08-16,March,200000,about,Reuters,agency,high,preferred,
2020-08-16,March,100000,more_than,AFP,copy,high,preferred,
2020-08-16,March,100000,more_than,AFP,other,high,preferred,
2020-08-16,March,400000,up_to,Reuters,agency,low,conflicting,Upper end of the range.
2020-08-16,Rally,65000,up_to,Reuters,agency,high,preferred,
`;
const head = Object.keys(sources.fields).join(',');
const source = (id: string, publisher: string, host: string, state = 'no'): string =>
  `${id},${publisher},Title,https://example.org/${id},2021-06-05,day,seen,,,2026-11-22,page,en,primary,${host},${state},,`;
const sourcesText = `${[
  head,
  source('own', 'Viasna', 'own'),
  source('copy', 'Viasna', 'mirror'),
  source('agency', 'BelTA', 'repost', 'yes'),
  source('other', 'Dissidentby', 'own'),
  source('digest', 'Digest', 'archive'),
  source('chart', 'Viasna', 'own'),
].join('\n')}\n`;

const read = [
  readTable(held, 'data/held.csv', Buffer.from(heldText)),
  readTable(crowds, 'data/crowds.csv', Buffer.from(crowdsText)),
  readTable(sources, 'data/sources.csv', Buffer.from(sourcesText)),
];
const data = new DataPackage(read);
const figures = evaluateFigures(
  'figures.yml',
  `held: { table: held, where: { metric: now, counted_by: Viasna }, on: 2024-09-04 }
known: { table: held, where: { metric: now, counted_by: Viasna }, on: 2024-09-04, known-by: 2024-09-04 }
rounded: { table: held, where: { metric: now, status: conflicting }, on: 2024-09-04 }
wider: { table: held, where: { metric: now, counted_by: Dissidentby }, on: 2024-09-04 }
next: { table: held, where: { metric: now }, on: 2024-09-05 }
ever: { table: held, where: { metric: ever }, on: 2024-09-04 }
lately: { table: held, where: { metric: now }, on: 2026-07-08 }
fall: { difference: [held, next] }
march: { table: crowds, where: { event: March, counted_by: Reuters }, on: 2020-08-16 }
rally: { table: crowds, where: { event: Rally }, on: 2020-08-16 }
`,
  data,
);

const figure = (id: string) => {
  const found = figures.get(id);
  if (!found) throw new RangeError(id);
  return found;
};
const othersOf = (id: string): string[] | undefined =>
  disagreementOf(figure(id), data)?.others.map(({ value, qualifier: bound, countedBy: by, line }) => `${bound} ${value} ${by} ${line}`);

it('the fixture is sound', () => {
  expect(read.flatMap(({ problems }) => problems)).toEqual([]);
});

describe('rows that disagree with a figure', () => {
  it('are those in conflict and those of other counters, of the same thing and day', () => {
    expect(othersOf('held')).toEqual(['about 1400 Viasna 5', 'exact 1700 Dissidentby 6']);
  });

  it('are the preferred ones where the figure itself is the other', () => {
    expect(othersOf('rounded')).toEqual(['exact 1371 Viasna 2', 'exact 1700 Dissidentby 6']);
    expect(disagreementOf(figure('rounded'), data)?.own).toMatchObject({ line: 5, statusNote: 'Rounded.' });
  });

  it('are told once a counter and value, where the value is part of the key too, and not for the other end of a range', () => {
    expect(othersOf('march')).toEqual(['more_than 100000 AFP 4']);
  });

  it('are none for another day, another thing, a computed figure, or what was known earlier', () => {
    for (const id of ['next', 'ever', 'rally', 'fall', 'known']) expect(disagreementOf(figure(id), data), id).toBeNull();
  });

  it('come with the words of the table for what is counted', () => {
    expect(disagreementOf(figure('held'), data)?.subject).toBe('held');
    expect(disagreementOf(figure('march'), data)?.subject).toBe('Crowds: March');
  });
});

describe('what a chapter rests on', () => {
  const basis = (...ids: string[]) => {
    const notes = new NoteRegister('part');
    notes.forSources(['chart']);
    for (const id of ids) figures.has(id) ? notes.forFigure(figure(id)) : notes.forSources([id]);
    const chapter = { notes: notes.notes.slice(1), blocks: [{ kind: 'chart', id: 'chart' }] } as unknown as Chapter;
    const edition = {
      data,
      charts: new Map([['chart', { sources: ['own', 'chart'] }]]),
      sources: new Map(data.rows(sources).map((row) => [row.source_id, row])),
    } as unknown as Edition;
    return basisOf(chapter, edition);
  };

  it('counts the documents of its text and its charts, each once, by publisher', () => {
    expect(basis('held', 'copy', 'agency', 'copy')).toMatchObject({
      documents: 4,
      cited: 3,
      publishers: [
        { name: 'Viasna', documents: 3 },
        { name: 'BelTA', documents: 1 },
      ],
      copies: 2,
      state: 1,
    });
  });

  it('counts the figures that rest on doubtful rows or on digests, each by its least sure row', () => {
    expect(basis('held', 'next', 'fall', 'lately', 'lately')).toMatchObject({ figures: 4, low: 2, medium: 1, digest: 1 });
  });

  it('tells a conflict once for all figures of the thing, with what the text leaves out', () => {
    const { conflicts } = basis('rounded', 'ever', 'held', 'march');
    expect(conflicts.map(({ subject }) => subject)).toEqual(['held', 'Crowds: March']);
    expect(conflicts[0]?.printed.map(({ value, footnote }) => [value, footnote.number])).toEqual([
      [1400, 2],
      [1371, 4],
    ]);
    expect(conflicts[0]?.others.map(({ value }) => value)).toEqual([1700]);
  });
});
