/** Where each recipe of the page on embedding was last seen to hold: in which version, on which day, and how. Whoever looks again sets both. */
import { formatDate } from '../../figures/format.ts';
import type { Edition } from '../edition.ts';

export interface Seen {
  /** Run by tests of ours; read in the code; read in the documentation; the same of services that number no versions. */
  readonly how: 'run' | 'code' | 'documentation' | 'service';
  /** What was looked at, with its version. Of packages of npm both are as in `package.json`, which a test holds. */
  readonly what: readonly string[];
  readonly day: string;
}

/** By the recipe: `{seen-<recipe>}` in the text. */
export const seen: Readonly<Record<string, readonly Seen[]>> = {
  wordpress: [{ how: 'documentation', what: ['WordPress 7.1'], day: '2026-11-27' }],
  ghost: [{ how: 'code', what: ['Ghost 6.65.0'], day: '2026-11-26' }],
  react: [
    { how: 'run', what: ['@types/react 19.3.0'], day: '2026-11-27' },
    { how: 'documentation', what: ['React 19', 'Next.js 16.2'], day: '2026-11-27' },
  ],
  vue: [{ how: 'documentation', what: ['Vue 3', 'Svelte 5'], day: '2026-11-27' }],
  drupal: [{ how: 'documentation', what: ['Drupal 11'], day: '2026-11-27' }],
  newsletters: [
    { how: 'documentation', what: ['MJML 4.15'], day: '2026-11-27' },
    { how: 'service', what: ['Mailchimp'], day: '2026-11-27' },
  ],
  slides: [{ how: 'service', what: ['PowerPoint (Microsoft 365)', 'Google Docs'], day: '2026-11-27' }],
  blocks: [{ how: 'service', what: ['Arc XP'], day: '2026-11-27' }],
  substack: [{ how: 'service', what: ['Substack'], day: '2026-11-27' }],
  hand: [{ how: 'run', what: ['Chromium 156'], day: '2026-11-27' }],
  amp: [{ how: 'documentation', what: ['amp-iframe 0.1'], day: '2026-11-27' }],
  rtl: [{ how: 'run', what: ['Chromium 156'], day: '2026-11-27' }],
  feeds: [{ how: 'run', what: ['sanitize-html 2.18.1', '@mozilla/readability 0.6.0'], day: '2026-11-27' }],
  paper: [{ how: 'run', what: ['Chromium 156'], day: '2026-11-27' }],
};

/** The sentences about each recipe in the language of the edition, by the names of their gaps in the text. */
export function seenValues({ strings, locale }: Pick<Edition, 'strings' | 'locale'>): [string, string][] {
  return Object.entries(seen).map(([recipe, looks]) => [
    `seen-${recipe}`,
    looks.map(({ how, what, day }) => strings.embedDocs.seen[how](what.join(', '), formatDate(day, 'day', locale))).join(' '),
  ]);
}
