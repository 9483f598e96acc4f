/** What a language has of numbers that are no digits, and of years that may be counts. A language without rules here is looked at for digits only. */
import { be } from '../figures/locales/be.ts';
import { en } from '../figures/locales/en.ts';
import { dateForms, type Locale } from '../figures/locales/locale.ts';
import { pl } from '../figures/locales/pl.ts';
import { ru } from '../figures/locales/ru.ts';

export interface ProseRules {
  /** Numbers in words that prose must bind like any other. */
  readonly numberWords: RegExp;
  /** What may stand before a year that is alone, or after it: a year beside anything else may be a count. */
  readonly beforeYear: RegExp;
  readonly afterYear?: RegExp;
}

// Up to twelve, words are part of the language; what is more is a number.
const above =
  '(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|(?:hundred|thousand|million|billion|dozen)s?)';
const upToTwelve = '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const joint = `(?: and | of | |-)(?:${above}|${upToTwelve}(?= ${above}))`;
const time =
  'in|of|since|by|from|until|till|after|before|to|and|or|between|through|during|for|than|early|late|mid|year|years|end|spring|summer|autumn|winter';

/** Numerals of a language that declines them, each with its endings, one or more in a row. */
const numerals = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?:[ \\u00A0](?:${words.join('|')}))*(?![\\p{L}\\p{N}-])`, 'giu');

const russian = [
  '(?:три|четыр|пят|шест|сем|восем|девят)надцат(?:ь|и|ью)',
  '(?:два|три)дцат(?:ь|и|ью)',
  'сорока?',
  '(?:пять|шесть|семь|восемь)десят',
  '(?:пяти|шести|семи|восьми)десяти',
  '(?:пятью|шестью|семью|восемью)десятью',
  'девяност[оа]',
  'ст[оа]',
  '(?:двест|трист|четырест)[иа]',
  '(?:двух|тр[её]х|четыр[её]х)сот',
  '(?:двум|тр[её]м|четыр[её]м)стам',
  '(?:пять|шесть|семь|восемь|девять|пяти|шести|семи|восьми|девяти)сот',
  'сот(?:н[яиюе]|ней|ен|ням|нями|нях)',
  'тысяч(?:[аиуе]|ей|ью|ам|ами|ах)?',
  'милли(?:он|ард)(?:[аыуе]|ов|ом|ам|ами|ах)?',
  'десятк(?:[аиуе]|ов|ом|ам|ами|ах)',
  'дюжин(?:[аыуе]|ой|ам|ами|ах)?',
];
const belarusian = [
  '(?:трын|чатырн|пятн|шасн|семн|васямн|дзевятн)аццац(?:ь|і|цю)',
  '(?:два|тры)ццац(?:ь|і|цю)',
  'сорак|сарака',
  '(?:пяць|шэсць|сем|восем)дзесят',
  '(?:пяці|шасці|сямі|васьмі)дзесяці',
  '(?:пяццю|шасцю|сямю|васьмю)дзесяццю',
  'дзевяност[аы]',
  'ст[оа]',
  'дзвесце|(?:трыст|чатырыст)а',
  '(?:двух|трох|чатырох)сот',
  '(?:двум|тром|чатыром)стам',
  '(?:пяць|шэсць|сем|восем|дзевяць|пяці|шасці|сямі|васьмі|дзевяці)сот',
  'сот(?:н[яіюе]|няй|няў|ням|нямі|нях)|соцень',
  'тысяч(?:[аыуі]|ай|аю|ам|амі|ах)?',
  'мільён(?:[аыуе]|аў|ам|ом|амі|ах)?|мільярд(?:[аыуе]|аў|ам|ом|амі|ах)?',
  'дзясятк(?:[аіу]|аў|ам|амі|ах)',
  'тузін(?:[аыуе]|аў|ам|амі|ах)?',
];
const polish = [
  '(?:trzy|czter|pięt|szes|siedem|osiem|dziewięt)na(?:ście|stu|stoma)',
  'dwadzieścia|(?:trzy|czter)dzieści|(?:dwu|trzy|czter)dziest(?:u|oma)',
  '(?:pięć|sześć|siedem|osiem|dziewięć)dziesiąt',
  '(?:pięć|sześć|siedem|osiem|dziewięć)dziesięci(?:u|oma)',
  'kilka(?:dziesiąt|set)|kilku(?:dziesięciu|set)',
  'sto|stu|stoma',
  'dwieście|dwustu|(?:trzy|cztery)sta|(?:trzy|cztery)stu',
  '(?:pięć|sześć|siedem|osiem|dziewięć|pięciu|sześciu|siedmiu|ośmiu|dziewięciu)set',
  'set(?:k[aięą]|ce|ek|kom|kami|kach)',
  'tysi(?:ąc|ąca|ące|ącom|ącami|ącach|ącem|ącu|ęcy)',
  'mili(?:on|ard)(?:[ayu]|ów|em|om|ami|ach|zie)?',
  'dziesiąt(?:ki|ek|kom|kami|kach)',
  'tuzin(?:[ayu]|ów|em|om|ami|ach)?',
];

/** The name of each month in every case that dates have. */
const monthsOf = (locale: Locale): string[] =>
  [undefined, ...dateForms].flatMap((form) =>
    locale.months.map((name, index) => locale.date(2000, index + 1, 1, 'month', form).split(/\s/)[0] ?? name),
  );

/** Prepositions and months before a year, in languages that mostly have their word for "year" after it. */
const after = (words: string, locale: Locale): RegExp =>
  new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${words}|${monthsOf(locale).join('|')})[\\s\\u00A0]$|[(|]\\s*$|\\d{4},?\\s$`, 'iu');
/** The word for "year" in any case, also after a second year that is joined by one of these words, or an ending. */
const before = (joints: string, year: string): RegExp =>
  new RegExp(`^(?:[\\s\\u00A0](?:${joints})[\\s\\u00A0]\\d{4}|,[\\s\\u00A0]\\d{4})*(?:[\\s\\u00A0](?:${year})|-\\p{L})`, 'iu');

/** By the tag of the language. */
export const proseRules: ReadonlyMap<string, ProseRules> = new Map([
  [
    en.tag,
    {
      numberWords: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${upToTwelve} )?${above}(?:${joint})*(?![\\p{L}\\p{N}])`, 'giu'),
      beforeYear: new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${time}|${en.months.join('|')})\\s$|[(|]\\s*$|\\d{4},?\\s$`, 'iu'),
    },
  ],
  [
    be.tag,
    {
      numberWords: numerals(belarusian),
      beforeYear: after('у|ў|з|са|да|па|пасля|перад|на|за|ад|між|і|або|год|годзе|года|гады', be),
      afterYear: before('і|й|ды|да|па|або|–|—', 'год|гады|гадоў|гг?\\.'),
    },
  ],
  [
    ru.tag,
    {
      numberWords: numerals(russian),
      beforeYear: after('в|во|с|со|до|по|после|перед|на|за|от|между|и|или|год|году|года|годы', ru),
      afterYear: before('и|до|по|или|–|—', 'год|гг?\\.'),
    },
  ],
  [
    pl.tag,
    {
      numberWords: numerals(polish),
      beforeYear: after('w|z|od|do|po|przed|na|za|między|i|lub|albo|rok|roku|lata|latach', pl),
      afterYear: before('i|a|do|lub|albo|–|—', 'r\\.|rok|lat'),
    },
  ],
]);
