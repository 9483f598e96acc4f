import type { Rule } from './rules.ts';

/** Charts that don't yet hold a rule. An entry that is no longer needed fails the test. */
export const notYet: Partial<Record<Rule, readonly string[]>> = {
  'a circle is a person': ['held', 'women-held'],
  'the line of a vote names its year': ['in-and-out', 'releases', 'road-to-2025'],
  'no words cross the line of a vote': ['lifelines'],
  'what belongs to a row fades with it': ['in-and-out', 'lifelines', 'releases', 'road-to-2025'],
  'its words are few': [
    'balance-2025',
    'deaths',
    'ever-and-still',
    'held',
    'in-and-out',
    'lifelines',
    'releases',
    'road-to-2025',
    'women-held',
  ],
  'the numbers of its title stand on it as its strongest labels': [
    'balance-2025',
    'ever-and-still',
    'held',
    'in-and-out',
    'releases',
    'road-to-2025',
    'women-held',
  ],
};
