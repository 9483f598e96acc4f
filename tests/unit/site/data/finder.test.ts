/** The index finds names as whole words. */
import { describe, expect, it } from 'vitest';
import { Finder } from '../../../../src/site/data/names/finder.ts';

const names = new Finder([
  ['Maria Kalesnikava', 'maria'],
  ['Kalesnikava', 'maria'],
  ['Brest', 'brest'],
  ['Brest region', 'brest-region'],
  ['Мінск', 'minsk'],
]);
const terms = new Finder([['Exit polls', 'exit-poll']], { anyCase: true });

describe('a name', () => {
  it('is found as a whole word, with what is written after it', () => {
    expect([...names.in('Then Kalesnikava’s lawyer spoke.')]).toEqual(['maria']);
    expect([...names.in('Kalesnikavas of Brestskaya')]).toEqual([]);
    expect([...names.in('У Мінску; Мінск.')]).toEqual(['minsk']);
  });

  it('of several words is found with the shorter one inside it', () => {
    expect([...names.in('in Brest\nregion')].sort()).toEqual(['brest', 'brest-region']);
  });

  it('keeps its case, and a term does not', () => {
    expect([...names.in('brest')]).toEqual([]);
    expect([...terms.in('EXIT-POLLS')]).toEqual(['exit-poll']);
  });
});
