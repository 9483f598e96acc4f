import type { Rule } from './rules.ts';

/** Charts that don't yet hold a rule. An entry that is no longer needed fails the test. */
export const notYet: Partial<Record<Rule, readonly string[]>> = {};
