/** The charts, in the order in which the story meets them. A new chart is one file, its strings, and one line here. */
import { firstDays } from './first-days.ts';
import { held } from './held.ts';
import { inAndOut } from './in-and-out.ts';
import type { Chart } from './kit/chart.ts';
import { officialResults } from './official-results.ts';
import { sundays } from './sundays.ts';

export const charts: readonly Chart[] = [held, inAndOut, officialResults, firstDays, sundays];
