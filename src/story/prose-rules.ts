/** What a language has of numbers that are no digits, and of years that may be counts. A language without rules here is looked at for digits only. */
import { en } from '../figures/locales/en.ts';

export interface ProseRules {
  /** Numbers in words that prose must bind like any other. */
  readonly numberWords: RegExp;
  /** What may stand before a year that is alone: a year after anything else may be a count. */
  readonly beforeYear: RegExp;
}

// Up to twelve, words are part of the language; what is more is a number.
const above =
  '(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|(?:hundred|thousand|million|billion|dozen)s?)';
const upToTwelve = '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const joint = `(?: and | of | |-)(?:${above}|${upToTwelve}(?= ${above}))`;
const time =
  'in|of|since|by|from|until|till|after|before|to|and|or|between|through|during|for|than|early|late|mid|year|years|end|spring|summer|autumn|winter';

/** By the tag of the language. */
export const proseRules: ReadonlyMap<string, ProseRules> = new Map([
  [
    en.tag,
    {
      numberWords: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${upToTwelve} )?${above}(?:${joint})*(?![\\p{L}\\p{N}])`, 'giu'),
      beforeYear: new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${time}|${en.months.join('|')})\\s$|[(|]\\s*$|\\d{4},?\\s$`, 'iu'),
    },
  ],
]);
