/** The line under a pinned chart that was found wrong later. */
import { expect, test } from 'vitest';
import type { Erratum } from '../../../../src/data/errata.ts';
import { correctedLine, mistakesIn } from '../../../../src/site/embeds/corrected.ts';
import { readFrozen } from '../../../../src/site/embeds/frozen.ts';
import { en } from '../../../../src/site/strings/en.ts';

const frozen = (version: string) => {
  const chart = readFrozen('.', version, 'en').get('held');
  if (!chart) throw new Error('the release has no such chart');
  return chart;
};
const chart = frozen('1.0.0');
const [line = ''] = chart.csv.split('\n').slice(1);
const source = line.slice(line.lastIndexOf(',') + 1).split(';')[0] ?? '';
const [date = ''] = line.split(',');
const mistake = (where: Erratum['where'], more: Partial<Erratum> = {}): Erratum => ({
  id: 'x',
  found: '2026-11-26',
  since: '1.0.0',
  where,
  was: 'Wrong.',
  now: 'Right',
  source: [source],
  version: '2.0.0',
  ...more,
});

test('a chart shows the mistakes that name it, by any of its names, and those of rows that it drew', () => {
  const own = mistake([{ chart: 'held-people' }]);
  const ofRow = mistake([{ table: 'political-prisoners', key: { date, source_id: source }, field: 'value' }]);
  const others = [
    mistake([{ chart: 'deaths' }]),
    mistake([{ chapter: 'opening', anchor: '' }]),
    mistake([{ table: 'political-prisoners', key: { date: '1999-01-01', source_id: source }, field: 'value' }]),
    mistake([{ table: 'sanctions', key: { date, source_id: source }, field: 'value' }]),
    mistake([{ chart: 'held' }], { since: '1.2.0' }),
    mistake([{ chart: 'held' }], { version: '1.0.0' }),
  ];
  expect(/^\d{4}-\d{2}-\d{2}$/.test(date)).toBe(true);
  expect(mistakesIn(chart, ['held', 'held-people'], [own, ofRow, ...others])).toEqual([own, ofRow]);
  expect(mistakesIn(frozen('1.2.0'), ['held'], [others[4] ?? own])).toHaveLength(1);
});

test('the line says what stands now; a quiet form names nobody and has no link', () => {
  const mistakes = [mistake([{ chart: 'held' }]), mistake([{ chart: 'held' }])];
  expect(correctedLine([], en, 'en', false)).toBeNull();
  expect(correctedLine(mistakes, en, 'en', false)).toEqual({ text: 'Corrected since: Right. And 1 more.', link: '/corrections/' });
  expect(correctedLine(mistakes, en, 'en', true)).toEqual({ text: 'Corrected since in 2 points.', link: null });
});
