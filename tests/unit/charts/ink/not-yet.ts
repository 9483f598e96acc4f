import type { Rule } from './rules.ts';

/** Charts that don't yet hold a rule. An entry that is no longer needed fails the test. */
export const notYet: Partial<Record<Rule, readonly string[]>> = {
  'a circle is a person': ['ngos-and-press', 'protest-map'],
  'no words cross the line of a vote': ['lifelines'],
  'what belongs to a row fades with it': ['lifelines', 'sentences', 'sundays'],
  'its words are few': [
    'arrest-counts',
    'arrests-by-month',
    'articles',
    'convictions',
    'exile',
    'first-days',
    'ngos-and-press',
    'protest-map',
    'sanctions',
    'sentences',
    'sundays',
  ],
  'the numbers of its title stand on it as its strongest labels': [
    'arrest-counts',
    'arrests-by-month',
    'articles',
    'convictions',
    'exile',
    'first-days',
    'ngos-and-press',
    'sanctions',
    'sentences',
    'sundays',
  ],
};
