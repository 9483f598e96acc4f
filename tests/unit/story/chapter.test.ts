import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateFigures } from '../../../src/figures/figures.ts';
import { en } from '../../../src/figures/locales/en.ts';
import { bareNumbersOf } from '../../../src/story/bare-numbers.ts';
import { renderChapter } from '../../../src/story/chapter.ts';
import { smallPackage } from '../../fixtures/small-package.ts';

const figures = evaluateFigures(
  'figures.yml',
  'held: { table: counts, where: { place: Minsk }, on: 2020-08-09 }\nfew: { table: counts, where: { place: Hrodna }, on: 2020-08-09 }\nmonthly: { table: counts, where: { place: Minsk }, on: 2021-05-31 }',
  smallPackage(),
);

const chartRows = [
  { iso: '2020-08-09', text: '9 August 2020 25' },
  { iso: '2021-05-31', text: 'May 2021 436' },
];

const front = '---\ntitle: "A title"\nshort: "Short"\norder: 1\ndescription: "A sentence."\n---\n';

function render(body: string, text = front + body) {
  const words = { note: (number: number) => `Note ${number}`, permalink: (title: string) => `Link to ${title}` };
  return renderChapter('content/en/01-part.md', text, {
    locale: en,
    figures,
    charts: new Map([['held', chartRows]]),
    counted: new Map([
      ['2020-08-09', { held: 25, freed: 0, added: 0 }],
      ['2021-05-31', { held: 436, freed: 25, added: 0 }],
    ]),
    sourceIds: new Set(['early', 'late']),
    names: ['Site 97'],
    terms: null,
    words,
  });
}

function html(body: string): string {
  const { chapter, problems } = render(body);
  if (!chapter) throw new Error(JSON.stringify(problems));
  return chapter.blocks.map((block) => (block.kind === 'html' ? block.html : `[${block.kind}]`)).join('');
}

function faults(body: string): string[] {
  return render(body).problems.map(({ file, line, column, subject, message }) => `${file}:${line}:${column} ${subject}: ${message}`);
}

describe('a table in prose', () => {
  const table = '| What | In the :figure[few] news |\n| --- | --- |\n| Held | :figure[few] on a list.:source[late] |';

  it('has headings for columns and rows, and roles that outlast another layout', () => {
    const printed = html(table);
    expect(printed).toMatch(
      /^<table role="table">\s*<thead role="rowgroup">\s*<tr role="row">\s*<th scope="col" role="columnheader">What<\/th>/,
    );
    expect(printed).toContain('<th scope="row" role="rowheader">Held</th>');
    expect(printed).toMatch(/<td[^>]* role="cell"[^>]*><a [^>]*><data [^>]*>About\u00A05<\/data>/);
  });

  it('tells each cell the heading of its column as it is read, without marks of notes', () => {
    expect(html(table)).toContain('data-label="In the about 5 news"');
  });

  it('is read cell by cell, without its headings', () => {
    const { chapter } = render(table);
    expect(chapter?.prose).toEqual(['About 5 on a list.']);
  });
});

describe('a figure in prose', () => {
  it('prints its value for people and machines, as the way to its note', () => {
    expect(html('There were :figure[held] people.')).toBe(
      '<p>There were <a class="cited" href="#note-part-1" id="ref-part-1-1" role="doc-noteref" data-note="1"><data value="25" class="figure" data-figure="held">25</data></a> people.</p>',
    );
  });

  it('keeps its bound, with a capital where it begins a sentence', () => {
    expect(html(':figure[few] people. :figure[few] more, :figure[few] then.')).toMatch(/>About\u00A05<.*>About\u00A05<.*>about\u00A05</);
  });

  it('prints the date of its row, no more exactly than it is known', () => {
    expect(html('In :figure[monthly]{show=date}.')).toContain('<time datetime="2021-05">May 2021</time>');
  });

  it('shares a note between its uses, and numbers notes by first use', () => {
    const { chapter } = render('A :figure[few]. A.:source[late early] A :figure[few], :n[30%]{source=late}.');
    expect(chapter?.notes).toMatchObject([
      { id: 'part-1', number: 1, references: 2, sourceIds: ['early'] },
      { id: 'part-2', number: 2, references: 1, sourceIds: ['late', 'early'], figure: null },
      { id: 'part-3', number: 3, references: 1, sourceIds: ['late'] },
    ]);
  });
});

describe('the sources of a sentence', () => {
  /** The numbers of notes as the marks of a paragraph have them: a raised one in brackets. */
  const marks = (body: string): string[] =>
    [...html(body).matchAll(/(<sup class="note">)?<a (?:class="cited" )?href="#note-part-(\d+)"/g)].map(([, raised, number]) =>
      raised ? `(${number})` : `${number}`,
    );
  const notes = (body: string) => render(body).chapter?.notes.map(({ sourceIds, restIds }) => [sourceIds, restIds]);

  it('are told by the note of its number, those of the rest of the sentence after its own', () => {
    expect(marks('First came :figure[few] people, and then others.:source[late] They left.:source[early]')).toEqual(['1', '(2)']);
    expect(notes('First came :figure[few] people, and then others.:source[late] They left.:source[early]')).toEqual([
      [['early', 'late'], ['late']],
      [['early'], []],
    ]);
    expect(notes('They,:source[late] :figure[few] in all, left.')).toEqual([[['early', 'late'], ['late']]]);
    expect(notes('They were :n[30%]{source=late}.:source[late] Others were :figure[few].')).toEqual([
      [['late'], []],
      [['early'], []],
    ]);
  });

  it('have one mark where there is no number, at the last of them', () => {
    expect(marks('He,:source[late] a *poet*, left.:source[early] So did she.:source[late]')).toEqual(['(1)', '(2)']);
    expect(notes('He,:source[late] a *poet*, left.:source[early] So did she.:source[late]')).toEqual([
      [['late', 'early'], []],
      [['late'], []],
    ]);
  });

  it('leave no mark in its text', () => {
    const text = html('He left.:source[late] Then :figure[held] did.:source[late]').replace(/<[^>]*>/g, '');
    expect(text).toBe('He left. Then 25 did.');
  });
});

describe('the words of a chapter', () => {
  it('are those that a reader reads: figures printed, no ids, no marks', () => {
    const { chapter } = render(
      '### Two *words*\n\nThere were :figure[few] people.:source[late early]\n\n- On :figure[monthly]{show=date} :n[30%]{source=late}.',
    );
    expect(chapter?.prose).toEqual(['There were about 5 people.', 'On May 2021 30%.']);
    // "A title", "Two words", "There were about 5 people", "On May 2021 30%".
    expect(chapter?.words).toBe(2 + 2 + 5 + 4);
  });

  it('are counted in the steps of a passage too', () => {
    expect(render(':::scrolly{chart=held}\n::step\nOne two.\n\n::step\nThree.\n:::').chapter?.prose).toEqual(['One two.', 'Three.']);
  });

  it('come with their notes, each once', () => {
    const { chapter } = render('A.:source[early]\n\nB.:source[late]\n\nC.:source[early]');
    expect(chapter?.notes.map(({ number, sourceIds }) => [number, ...sourceIds])).toEqual([
      [1, 'early'],
      [2, 'late'],
    ]);
  });
});

describe('the number that carries a chapter', () => {
  const head = (finding: string) => front.replace('description:', `finding: ${finding}\ndescription:`);

  it('has the first note, and its mark', () => {
    const { chapter } = render('Then :figure[few].', `${head('{ figure: held, mark: held, words: "people held" }')}Then :figure[few].`);
    expect(chapter?.finding).toMatchObject({
      figure: { value: 25 },
      mark: 'held',
      words: 'people held',
      note: { number: 1, reference: 1 },
    });
    expect(chapter?.notes.map(({ figure }) => figure?.id)).toEqual(['held', 'few']);
  });

  it('is a figure, told in words without a number of their own', () => {
    const { problems } = render('', head('{ figure: lost, words: "of 30 people" }'));
    expect(problems.map(({ line, subject, message }) => [line, subject, message.slice(0, 40)])).toEqual([
      [5, 'finding.words', 'expected every number as :figure[id], :n'],
      [5, 'finding.figure', 'expected the id of a figure in figures.y'],
    ]);
  });
});

describe('the opening', () => {
  it('becomes steps that name their day, each with its state and its notes', () => {
    const { chapter } = render(
      ':::opening\n::step{held=held}\n\nThen :figure[held].\n\n::step{held=monthly freed=held}\n\nLater :source[early].\n:::\n\nAfter.',
    );
    expect(chapter?.blocks).toMatchObject([
      {
        kind: 'opening',
        steps: [
          { id: 'part-2020-08-09', held: { value: 25 }, day: '2020-08-09', html: expect.stringContaining('href="#note-part-1"') },
          { id: 'part-2021-05-31', held: { value: 436 }, day: '2021-05-31', html: expect.stringContaining('href="#note-part-2"') },
        ],
      },
      { kind: 'html', html: '<p>After.</p>' },
    ]);
  });

  it('lets no bare number pass', () => {
    expect(faults(':::opening\n::step{held=held}\n\nSome 25.\n:::')).toEqual([expect.stringContaining('10:6 : expected every number as')]);
  });
});

describe('faults of a chapter', () => {
  it.each([
    ['an unknown figure', 'Text\nand :figure[nobody].', '8:5 figure: expected the id of a figure in figures.yml, found "nobody"'],
    ['an unknown source', 'So :source[early nowhere].', '7:4 source: expected ids of sources.csv, found "nowhere"'],
    ['a number without source', 'So :n[30].', '7:4 n: expected source=id with an id of sources.csv, found ""'],
    ['a cited word', 'So :n[many]{source=late}.', '7:4 n: expected a number as the language writes it, found "many"'],
    ['an unknown chart', '::chart{id=nothing}', '7:1 chart: expected the id of a chart, found "nothing"; there are held'],
    [
      'an unknown directive',
      'So :shout[loud].',
      '7:4 shout: expected :figure, :n, :source, :term or :words, found an unknown directive (a colon before a word must be written as \\:)',
    ],
    ['an unknown block', ':::box\nText\n:::', '7:1 box: expected :::scrolly or :::opening, found an unknown directive'],
    [
      'a passage about no chart',
      ':::scrolly{chart=nothing}\n::step\nText\n:::',
      '7:1 scrolly: expected chart=id with the id of a chart, found "nothing"; there are held',
    ],
    ['a passage without steps', ':::scrolly{chart=held}\nText\n:::', '7:1 scrolly: expected ::step before the text, found text'],
    [
      'a step that shows nothing',
      ':::scrolly{chart=held}\n::step{from=2022-01-01}\nText\n:::',
      '8:1 step: expected a row of the chart held in front, found none that matches',
    ],
    [
      'a step with another word',
      ':::scrolly{chart=held}\n::step{form=2020-01-01}\nText\n:::',
      '8:1 step: expected from, to or match, found form',
    ],
    [
      'an opening that comes late',
      'Text\n\n:::opening\n::step{held=held}\nText\n:::',
      '9:1 opening: expected :::opening before all else in its chapter, found it later',
    ],
    ['an opening without steps', ':::opening\nText\n:::', '7:1 opening: expected ::step before the text, found none'],
    [
      'a step of the opening with no count',
      ':::opening\n::step{held=nobody}\nText\n:::',
      '8:1 step: expected held=id with the id of a figure in figures.yml, found "nobody"',
    ],
    [
      'a step of the opening with a bounded count',
      ':::opening\n::step{held=few}\nText\n:::',
      '8:1 step: expected an exact count of people held on a day, found "few"',
    ],
    [
      'a step of the opening with unknown people freed',
      ':::opening\n::step{held=held freed=nobody}\nText\n:::',
      '8:1 step: expected freed=id with the id of a figure in figures.yml, found "nobody"',
    ],
    [
      'a step of the opening with another number of people added than the dots show',
      ':::opening\n::step{held=held added=monthly}\nText\n:::',
      '8:1 step: expected the 0 people added whom the dots show by 2020-08-09, found "monthly", which is 436',
    ],
    [
      'a step of the opening with another word',
      ':::opening\n::step{on=2020-08-09}\nText\n:::',
      '8:1 step: expected held, freed and added, found on',
    ],
    [
      'steps of the opening out of order',
      ':::opening\n::step{held=monthly}\nText\n\n::step{held=held}\nText\n:::',
      '11:1 step: expected a count of a later day than 2021-05-31, found one of 2020-08-09',
    ],
    ['the date of a computed or undated figure', 'So :figure[held]{show=colour}.', '7:4 figure: expected show=date, found show=colour'],
    ['a heading of another level', '## Large', '7:1 : expected section headings of the third level (###), found level 2'],
    [
      'a bare number in a cell',
      '| What | News |\n| --- | --- |\n| Held | 300 |',
      '9:10 : expected every number as :figure[id], :n[number]{source=id} or a date, found "300"',
    ],
    ['a bare number', 'Some 300 people.', '7:6 : expected every number as :figure[id], :n[number]{source=id} or a date, found "300"'],
  ])('name the place of %s', (_, body, expected) => {
    expect(faults(body)).toEqual([`content/en/01-part.md:${expected}`]);
  });

  it('are told all at once', () => {
    expect(faults('300 :figure[nobody]\n\n### Over 9\n')).toHaveLength(3);
  });

  it('include the front matter, with its line', () => {
    const { problems } = render('', '---\ntitle: "1,400 people"\norder: 1\ndescription: "x"\n---\n');
    expect(problems).toMatchObject([{ line: 1, subject: 'short' }]);
    expect(render('', '---\ntitle: "1,400 people"\nshort: "x"\norder: 1\ndescription: "x"\n---\n').problems).toMatchObject([
      { line: 2, column: 1, subject: 'title' },
    ]);
    expect(render('', 'no front matter').problems).toMatchObject([{ line: 1, column: 1 }]);
  });
});

describe('the bare-number check', () => {
  it.each([
    'on 9 August 2020',
    '9–12 August',
    '9 and 10 August 2020',
    'August 2020',
    'in 2020',
    '2020–2025',
    'the 1990s',
    'from 30 August to 20 December 2020',
  ])('lets the date "%s" pass', (text) => {
    expect(bareNumbersOf(text, en)).toEqual([]);
  });

  it.each([
    ['1,400 people', '1,400'],
    ['on 9 August 2020 some 300', '300'],
    ['2020 and 14%', '14'],
    ['19.5 years', '19.5'],
    ['99 August', '99'],
    ['in 2020.5', '2020.5'],
    ['in 1600', '1600'],
    ['½ of them', '½'],
    ['A4 paper', '4'],
  ])('sees the number in "%s"', (text, number) => {
    expect(bareNumbersOf(text, en)).toEqual([{ offset: text.indexOf(number), found: number }]);
  });

  it('sees numbers in links, emphasis, code, lists and image texts', () => {
    expect(faults('*5* and [6](https://example.org) and `7` and ![8](/x.svg)\n\n- 9')).toHaveLength(5);
  });

  it('takes the digits of a name for a name, and no others', () => {
    expect(faults('It was Site 97, and Site 97’s own.')).toEqual([]);
    expect(faults('Site 975, Site 9, Website 97, 97 sites.')).toHaveLength(4);
  });

  it('looks into the words that mark a term', () => {
    expect(faults('A :term[group of 5].')).toContain(
      'content/en/01-part.md:7:18 : expected every number as :figure[id], :n[number]{source=id} or a date, found "5"',
    );
  });

  it('finds every run of digits that is no part of a date, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z ,]{0,20}$/),
        fc.integer({ min: 2050, max: 999_999 }),
        fc.stringMatching(/^[a-z ,]{0,20}$/),
        (before, number, after) => {
          const text = `${before} ${number} ${after}`;
          expect(bareNumbersOf(text, en)).toEqual([{ offset: before.length + 1, found: String(number) }]);
        },
      ),
    );
  });
});
