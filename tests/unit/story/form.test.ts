/** The form of a chapter is strict: what would be dropped, swallowed or printed as typed is told at its place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { readText } from '../../../src/data/text-file.ts';
import { evaluateFigures } from '../../../src/figures/figures.ts';
import { be } from '../../../src/figures/locales/be.ts';
import { en } from '../../../src/figures/locales/en.ts';
import { pl } from '../../../src/figures/locales/pl.ts';
import { ru } from '../../../src/figures/locales/ru.ts';
import { renderChapter } from '../../../src/story/chapter.ts';
import { smallPackage } from '../../fixtures/small-package.ts';

const figures = evaluateFigures('figures.yml', 'held: { table: counts, where: { place: Minsk }, on: 2020-08-09 }', smallPackage());
const byTag = { be, pl, ru };
const front = '---\ntitle: "A title"\nshort: "Short"\norder: 1\ndescription: "A sentence."\n---\n\n';

function render(body: string, { file = 'content/en/01-part.md', locale = en, shown = new Set<string>() } = {}) {
  return renderChapter(file, front + body, {
    locale,
    figures,
    charts: new Map([['held', [{ iso: '2020-08-09', text: '9 August 2020 25' }]]]),
    counted: new Map(),
    sourceIds: new Set(['early']),
    names: [],
    terms: null,
    shown,
    words: { note: (number: number) => `Note ${number}`, permalink: (title: string) => `Link to ${title}` },
  });
}

/** Faults with their lines below the front matter, and columns. */
const faults = (body: string, options?: Parameters<typeof render>[1]): string[] =>
  render(body, options).problems.map(({ line, column, message }) => `${line - 7}:${column} ${message}`);

const passage = ':::scrolly{chart=held}\n\n::step\n\nSome.\n\n:::\n';

describe('a passage', () => {
  it('that is whole has no fault', () => {
    expect(faults(`${passage}\nMore.`)).toEqual([]);
  });

  it.each([
    [
      'never closed',
      ':::scrolly{chart=held}\n\n::step\n\nSome.\n',
      /^1:1 expected ::: on a line of its own at the end of the passage, found none/,
    ],
    ['closed at the end of a line', ':::scrolly{chart=held}\n\n::step\n\nSome. :::\n', /^1:1 expected ::: on a line of its own/],
    [
      'inside another',
      `::::scrolly{chart=held}\n\n::step\n\n${passage}\n::::\n`,
      /expected a passage that stands by itself, found it inside another passage/,
    ],
    ['inside a quotation', '> :::scrolly{chart=held}\n>\n> ::step\n>\n> Some.\n>\n> :::\n', /found it inside a quotation/],
    [
      'with an attribute that it does not know',
      passage.replace('chart=held', 'chart=held colour=red'),
      /^1:1 expected chart, found colour/,
    ],
    ['closed twice', `${passage}\n:::\n`, /^9:1 expected ::name\{…\} or ::: on a line of its own between empty lines, found ":::"/],
  ])('%s is told', (_, body, said) => {
    expect(faults(body).join('\n')).toMatch(new RegExp(said.source, 'm'));
  });
});

describe('a directive', () => {
  it.each([
    ['with an attribute that it does not know', '::chart{id=held width=3}', /^1:1 expected id, found width/],
    ['with words', '::chart[Words]{id=held}', /^1:1 expected no words in brackets/],
    [
      'with a blank before its attributes',
      '::chart {id=held}',
      /^1:1 expected ::name\{…\} or ::: on a line of its own .*, found "::chart \{id=held\}"/,
    ],
    ['before text on its line', '::chart{id=held} Some.', /^1:1 .*on a line of its own/],
    ['in a list', '- ::chart{id=held}', /inside a list, where it would be dropped/],
    ['of a number, with an attribute too much', ':n[5]{source=early as=word} left.', /^1:1 expected source, found as/],
    ['of a source, with an attribute', 'They left.:source[early]{id=x}', /^1:11 expected no attributes, found id/],
  ])('%s is told', (_, body, said) => {
    expect(faults(body).join('\n')).toMatch(new RegExp(said.source, 'm'));
  });
});

describe('a chart', () => {
  it('stands once in the story, whatever shows it', () => {
    const shown = new Set<string>();
    expect(faults('::chart{id=held}\n', { shown })).toEqual([]);
    expect(faults(passage, { shown })).toEqual(['1:1 expected each chart once in the story, found "held" again']);
    expect(faults(`::chart{id=held}\n\n${passage}`)).toEqual(['3:1 expected each chart once in the story, found "held" again']);
  });
});

describe('a number in words, and a year that may be a count', () => {
  it.each([
    ['fourteen hundred', 'There were fourteen hundred of them.', '1:12', 'fourteen hundred'],
    ['hundreds of thousands', 'Hundreds of thousands left.', '1:1', 'Hundreds of thousands'],
    ['one thousand', 'About one thousand and twenty-one left.', '1:7', 'one thousand and twenty-one'],
    ['a year before people', 'There were 2024 people held.', '1:12', '2024'],
    ['a year before names', 'It had 1999 names.', '1:8', '1999'],
    ['a year at the beginning', '2024 people were held.', '1:1', '2024'],
  ])('%s is told', (_, body, place, found) => {
    const [fault = '', ...others] = faults(body);
    expect(others).toEqual([]);
    expect(fault).toMatch(new RegExp(`^${place} expected .*:words\\[…\\]\\{why="…"\\} around what is none, found "${found}"$`));
  });

  it.each([
    'In 2020, 2021 and 2022 they left.',
    'Since August 2020, and until the end of 2024, two of them left.',
    'From 2020 to 2025, and in the years 2020–2022 (2021).',
    'The ninth of the weightiest, of one kind.',
    'It had :n[1.24]{source=early} million users.',
  ])('%s has none', (body) => {
    expect(faults(body)).toEqual([]);
  });

  it('may be marked as an exception, with its reason, of which readers see nothing', () => {
    const { chapter, problems } = render('They were over :words[sixty]{why="the name of the group"}, :words[2024]{why="a model"} too.');
    expect(problems).toEqual([]);
    expect(chapter?.blocks).toEqual([{ kind: 'html', html: '<p>They were over sixty, 2024 too.</p>' }]);
    expect(faults('They were over :words[sixty].')).toEqual(['1:16 expected words in brackets and why="…", found one of them missing']);
    expect(faults('They were :words[60]{why="so"}.')).toEqual([expect.stringContaining('expected every number as :figure[id]')]);
  });

  it.each([
    ['ru', 'Их было двадцать один, а потом тринадцать тысяч.', ['двадцать', 'тринадцать тысяч']],
    ['ru', 'Десятки людей, сотни тысяч, девяносто и сто шестьдесят.', ['Десятки', 'сотни тысяч', 'девяносто', 'сто шестьдесят']],
    ['ru', 'Их было 2024 человека, 1999 имён.', ['2024', '1999']],
    ['be', 'Іх было дваццаць, потым трынаццаць тысяч і сорак.', ['дваццаць', 'трынаццаць тысяч', 'сорак']],
    ['be', 'Дзясяткі людзей, сотні тысяч, дзевяноста і дзвесце мільёнаў.', ['Дзясяткі', 'сотні тысяч', 'дзевяноста', 'дзвесце мільёнаў']],
    ['be', 'Іх было 2024 чалавекі.', ['2024']],
    ['pl', 'Było ich dwadzieścia, potem trzynaście tysięcy i stu.', ['dwadzieścia', 'trzynaście tysięcy', 'stu']],
    ['pl', 'Setki tysięcy, kilkadziesiąt osób i pięćset milionów.', ['Setki tysięcy', 'kilkadziesiąt', 'pięćset milionów']],
    ['pl', 'Było ich 2024 osoby.', ['2024']],
  ] as const)('in %s: %s', (tag, body, found) => {
    const said = faults(body, { locale: byTag[tag] });
    expect(said.map((fault) => /found "(.*)"$/.exec(fault)?.[1])).toEqual(found);
  });

  it.each([
    ['ru', 'В 2020 году и с 2021 до 2024 года; весной 2025-го, в августе 2020, в 2021 и 2022 годах. Стоят столько, сколько стол.'],
    ['ru', 'Двенадцать из них, двое и третий. У него было :n[1,24]{source=early} миллиона.'],
    ['be', 'У 2020 годзе, з 2021 да 2024 года, у 2021 і 2022 гадах. Стаяць столькі, колькі стол; дванаццаць з іх.'],
    ['pl', 'W 2020 roku, od 2021 do 2024 roku, w latach 2021 i 2022, latem 2025 r. Na czym to stoi: dwanaście osób.'],
  ] as const)('in %s there is none in: %s', (tag, body) => {
    expect(faults(body, { locale: byTag[tag] })).toEqual([]);
  });
});

test('a chapter is named by small letters, holds text, starts its lists at one and has no number in the title of a link', () => {
  expect(faults('Some.', { file: 'content/en/13-в x.md' })).toEqual([
    expect.stringMatching(/expected a name such as 04-arrests\.md, .*found "13-в x\.md"/),
  ]);
  expect(faults('')).toEqual([expect.stringMatching(/expected text under the front matter, found none/)]);
  expect(faults('30. item')).toEqual([expect.stringMatching(/^1:1 expected every number as .*found "30"/)]);
  expect(faults('[a](https://example.org "its 30 names")')).toEqual([expect.stringMatching(/found "30"/)]);
});

describe('a text file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'text-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (bytes: Uint8Array | string): string => {
    writeFileSync(join(folder, 'a.md'), bytes);
    return readText(join(folder, 'a.md'), 'content/en/a.md');
  };

  it.each([
    ['cp1251', Buffer.concat([Buffer.from('Первая\nстрока и '), Buffer.from([0xcf, 0xf0, 0xe8]), Buffer.from('\n')]), '2:10'],
    ['a character that is cut', Buffer.from([0x61, 0xd0]), '1:2'],
    ['UTF-16', Buffer.from('\uFEFFa', 'utf16le'), '1:1'],
  ])('that is no UTF-8 is told at its first wrong byte: %s', (_, bytes, place) => {
    expect(() => read(bytes)).toThrow(`content/en/a.md:${place} expected UTF-8, found bytes that are none; save the file in that encoding`);
  });

  it('is read as it is', () => {
    expect(read('Ёлка\n')).toBe('Ёлка\n');
  });

  it('that is a folder or is not there is told', () => {
    expect(() => readText(folder, 'content/en/a.md', 'a chapter')).toThrow('content/en/a.md:1:1 expected a chapter, found a folder');
    expect(() => readText(join(folder, 'b'), 'content/en/b.md', 'a chapter')).toThrow(
      'content/en/b.md:1:1 expected a chapter, found no such file',
    );
  });
});
