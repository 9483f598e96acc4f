/** `/performance/` of the built site says what stands in the result files, with machine, day and command, and nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/commands/root.ts';
import type { GrowthResult, PeersResult, Reading, StarlightResult } from '../../../src/site/performance/results.ts';
import { expect, test } from '../helpers/fixtures.ts';

/** As the file has it, without the code that the page reads it with. */
const file = (name: string): string => join(projectRoot, 'content/performance', name);
const peers: PeersResult = JSON.parse(readFileSync(file('peers.json'), 'utf8'));
const growth: GrowthResult = existsSync(file('growth.json')) ? JSON.parse(readFileSync(file('growth.json'), 'utf8')) : { dimensions: [] };
const starlight: StarlightResult = JSON.parse(readFileSync(file('starlight.json'), 'utf8'));

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2;
};
const shown = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 });
const numberOf = (text: string): number => Number(text.replaceAll(',', '').trim());

test('each library has the numbers of the file', async ({ page }) => {
  await page.goto('./performance/');
  const rows = page.locator('[aria-label="Our charts beside those of libraries"]').locator('tbody tr');
  await expect(rows).toHaveCount(peers.libraries.length);
  const [ours] = peers.libraries;
  for (const [index, { id, name, version }] of peers.libraries.entries()) {
    const readings = peers.charts.map((chart) => chart.readings[id] as Reading);
    const row = rows.nth(index);
    await expect(row.locator('th')).toHaveText(`${name} ${version}`);
    const cells = await row.locator('td').allTextContents();
    const of = (key: 'bytes' | 'requests' | 'drawn' | 'script' | 'work' | 'elements' | 'memory' | 'text'): number =>
      middle(readings.map((reading) => reading[key]));
    const expected = [
      of('bytes') / 1000,
      of('requests'),
      of('drawn'),
      of('script'),
      of('work'),
      of('elements'),
      of('memory') / 1e6,
      of('text'),
      readings.reduce((sum, { axe }) => sum + axe.length, 0),
    ];
    // Rounded to a tenth or to whole ones.
    expected.forEach((value, cell) => {
      expect(Math.abs(numberOf(cells[cell] ?? '') - value), `${name}, column ${cell + 1}`).toBeLessThanOrEqual(
        [0, 6].includes(cell) ? 0.051 : 0.51,
      );
    });
    if (id === ours?.id) continue;
    for (const [cell, key] of [
      [9, 'drawn'],
      [10, 'bytes'],
    ] as const) {
      const ratios = peers.charts.map(
        (chart) => (chart.readings[id]?.[key] ?? Number.NaN) / (chart.readings[ours?.id ?? '']?.[key] ?? Number.NaN),
      );
      const [least, most] = (cells[cell] ?? '').split('–').map(numberOf);
      expect(least).toBeCloseTo(Math.min(...ratios), 0);
      expect(most).toBeCloseTo(Math.max(...ratios), 0);
    }
  }
});

test('the drawings have a bar for each library, labelled as the table is', async ({ page }) => {
  await page.goto('./performance/');
  for (const [key, column] of [
    ['drawn', 2],
    ['bytes', 0],
  ] as const) {
    const drawing = page.locator(`figure[aria-labelledby="performance-${key}"] svg:visible`);
    const table = await page
      .locator(`[aria-label="Our charts beside those of libraries"] tbody tr`)
      .evaluateAll((rows, at) => rows.map((row) => row.querySelectorAll('td')[at]?.textContent ?? ''), column);
    const labels = await drawing.locator('text').allTextContents();
    for (const { name } of peers.libraries) expect(labels).toContain(name);
    for (const label of table.slice(0, peers.libraries.length)) expect(labels).toContain(label);
    await expect(drawing.locator('rect')).toHaveCount(peers.libraries.length);
  }
});

test('the story and the page of Starlight have the numbers of the file', async ({ page }) => {
  await page.goto('./performance/');
  const table = page.locator('[aria-label="The story beside the same chapters in Starlight"]');
  const heads = await table.locator('thead th').allTextContents();
  expect(heads.slice(1)).toEqual(starlight.pages.map(({ name, version }) => `${name} ${version}`));
  for (const [index, { reading }] of starlight.pages.entries()) {
    const { lighthouse } = reading;
    const shownRows = await table
      .locator('tbody tr')
      .evaluateAll(
        (rows, at) => rows.map((row) => [row.querySelector('th')?.textContent, row.querySelectorAll('td')[at]?.textContent]),
        index,
      );
    expect(shownRows).toEqual([
      ['Transferred at first, kB', shown(reading.bytes / 1000)],
      ['Requests at first', shown(reading.requests)],
      ['Transferred when read to the end, kB', shown(reading.bytesRead / 1000)],
      ['Requests when read to the end', shown(reading.requestsRead)],
      ['First paint after, ms', shown(reading.painted)],
      ['Largest part of the first screen after, ms', shown(reading.largest)],
      ['In scripts, ms', shown(reading.script)],
      ['Main thread, ms', shown(reading.work)],
      ['Elements', shown(reading.elements)],
      ['Letters without scripts', shown(reading.text)],
      ['Findings of axe', shown(reading.axe.length)],
      ['Lighthouse, performance', shown(lighthouse.performance)],
      ['Lighthouse, accessibility', shown(lighthouse.accessibility)],
      ['Lighthouse, best practices', shown(lighthouse.bestPractices)],
      ['Lighthouse, search engines', shown(lighthouse.seo)],
    ]);
  }
});

test('machine, day, command and what was measured are said', async ({ page }) => {
  await page.goto('./performance/');
  const main = page.locator('main');
  for (const result of [peers, starlight, ...growth.dimensions]) {
    await expect(main).toContainText(result.machine.processor);
    await expect(main).toContainText(`Node ${result.machine.node}`);
    await expect(main).toContainText(
      `${result.machine.load.before.toFixed(1)} at the start, ${result.machine.load.after.toFixed(1)} at the end`,
    );
    await expect(main).toContainText(`${result.measured.version} (${result.measured.commit}`);
    await expect(main.locator('code', { hasText: result.command }).first()).toBeVisible();
    const day = new Date(`${result.day}T00:00:00Z`).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    await expect(main).toContainText(day);
  }
});

test('each way of growth has its steps and its exponents', async ({ page }) => {
  await page.goto('./performance/');
  await expect(page.locator('[aria-labelledby^="growth-"]')).toHaveCount(growth.dimensions.length);
  // Without a measurement the page says how to make one.
  await expect(page.locator('#growth ~ p', { hasText: 'has not been measured yet' })).toHaveCount(growth.dimensions.length > 0 ? 0 : 1);
  for (const { of, steps } of growth.dimensions) {
    const rows = page.locator(`[aria-labelledby="growth-${of}"] tbody tr`);
    await expect(rows).toHaveCount(steps.length + 1);
    for (const [index, step] of steps.entries())
      expect((await rows.nth(index).locator('th, td').allTextContents()).map(numberOf)).toEqual([
        step.count,
        Math.round(step.seconds),
        step.megabytesOfMemory,
        step.files,
        Math.round(step.bytes / 1e6),
      ]);
    const [small, large] = [steps[0], steps.at(-1)];
    if (!small || !large) throw new Error(`${of}: no steps`);
    const exponents = (await rows.last().locator('td').allTextContents()).map((text) => Number(text.replace('−', '-')));
    const keys = ['seconds', 'megabytesOfMemory', 'files', 'bytes'] as const;
    keys.forEach((key, index) => {
      const exponent = Math.log(large[key] / small[key]) / Math.log(large.count / small.count);
      expect(Math.abs((exponents[index] ?? Number.NaN) - exponent)).toBeLessThanOrEqual(0.0051);
    });
  }
});

test('it is found from the foot of every page and from the page for editors', async ({ page }) => {
  await page.goto('./embed/');
  await page.locator('main a[href*="performance/"]').first().click();
  await expect(page.locator('h1')).toHaveText('Performance');
  await page.goto('./');
  await expect(page.locator('footer a[href*="performance/"]')).toHaveCount(1);
});
