/** What holds for every chart of the registry before a browser sees it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { svgFile } from '../../../src/charts/image/svg-file.ts';
import { charts } from '../../../src/charts/registry.ts';
import { projectRoot } from '../../../src/commands/root.ts';
import { coloursOf } from '../../../src/site/charts/images.ts';
import { loadEdition } from '../../../src/site/edition.ts';

const edition = loadEdition(projectRoot, 'en');
const again = loadEdition(projectRoot, 'en');
const tokens = readFileSync(join(projectRoot, 'src/site/shell/styles/tokens.css'), 'utf8');
const docs = readFileSync(join(projectRoot, 'src/charts/README.md'), 'utf8');
const sizes: { id: string; bytes: number }[] = [];

function chartOf(id: string) {
  const chart = edition.charts.get(id);
  if (!chart) throw new Error(`no chart ${id}`);
  return chart;
}

/** The words in a drawing, in order. */
function wordsIn(svg: string): string[] {
  return [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map(([, words = '']) => words.trim()).filter((words) => words !== '');
}

const coloursIn = (svg = ''): string[] => [...new Set(svg.match(/#[0-9a-f]{6}/g))];

describe.each(charts.map(({ id }) => id))('%s', (id) => {
  const chart = chartOf(id);

  it('says what it shows: a sentence for a title, what is measured, and the finding in words', () => {
    expect(chart.title).toMatch(/^[\p{Lu}\d].{15,}/u);
    expect(chart.subtitle.length).toBeGreaterThan(20);
    expect(chart.description.length).toBeGreaterThanOrEqual(2);
    for (const sentence of chart.description) expect(sentence).toMatch(/[.!?]$/);
    for (const text of [chart.title, chart.subtitle, chart.note, ...chart.description]) expect(text).not.toMatch(/[{}]|undefined|NaN|null/);
  });

  it('has rows, columns and documents behind them', () => {
    expect(chart.rows.length).toBeGreaterThan(0);
    expect(chart.columns.length).toBeGreaterThan(1);
    expect(chart.sources.length).toBeGreaterThan(0);
    for (const source of chart.sources) expect(edition.sources.has(source), source).toBe(true);
  });

  it('is drawn the same every time', () => {
    expect(again.charts.get(id)?.drawings).toEqual(chart.drawings);
  });

  it('carries no inline style, no fixed colour of its own, and no label on a plain group', () => {
    for (const svg of Object.values(chart.drawings)) {
      expect(svg).not.toMatch(/ style="|<style/);
      expect(svg).not.toMatch(/<g[^>]* aria-label/);
      const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(([, colour = '']) => colour);
      expect(colours.filter((colour) => !/^(?:var\(--chart-[a-z-]+\)|none|currentColor|url\(#[\w-]+\))$/.test(colour))).toEqual([]);
    }
  });

  it('is the same in its picture as on the page', () => {
    const height = charts.find((declared) => declared.id === id)?.height.wide ?? 0;
    const provenance = { siteName: 'No Empty Cells', sources: 'Sources: …', asOf: '', licence: 'CC BY 4.0', version: 'Data version' };
    const [light, dark] = (['light', 'dark'] as const).map((theme) => svgFile(chart, provenance, coloursOf(tokens, theme), height).svg);
    expect(light).not.toContain('var(--');
    const inFile = wordsIn(light ?? '');
    for (const words of wordsIn(chart.drawings.wide)) expect(inFile).toContain(words);
    expect(light).toContain('CC BY 4.0');
    // The dark one differs in its colours and in nothing else.
    const plain = (svg = ''): string => svg.replace(/#[0-9a-f]{6}/g, '#');
    expect(plain(dark)).toBe(plain(light));
    expect(coloursIn(light).filter((colour) => coloursIn(dark).includes(colour))).toEqual([]);
  });

  it('has its heading in the docs', () => {
    expect(docs).toContain(`\n### ${id}\n`);
  });

  it('holds what is particular to it: at most 200 lines, or a reason in the head of its file', () => {
    const lines = readFileSync(join(projectRoot, `src/charts/${id}.ts`), 'utf8')
      .trimEnd()
      .split('\n');
    const excused = /^\/\*\* Longer than 200 lines: .{20,} \*\/$/.test(lines[0] ?? '');
    expect(excused, `${lines.length} lines`).toBe(lines.length > 200);
  });

  it('weighs little', () => {
    const bytes = Math.max(...Object.values(chart.drawings).map((svg) => gzipSync(svg).length));
    sizes.push({ id, bytes });
    expect(bytes).toBeLessThan(12_000);
  });
});

describe('all charts', () => {
  it('keep nine in ten of their drawings under 6 kB', () => {
    const heavy = sizes.filter(({ bytes }) => bytes > 6000);
    expect(heavy.length, JSON.stringify(heavy)).toBeLessThanOrEqual(Math.floor(charts.length / 10));
  });

  afterAll(() => {
    const sorted = sizes.map(({ bytes }) => bytes).sort((a, b) => a - b);
    console.log(`drawings, gzip: median ${sorted[Math.floor(sorted.length / 2)]}, largest ${sorted.at(-1)} bytes`);
  });
});

describe.each([
  ['light', /:root\s*\{([^}]*)\}/],
  ['dark', /prefers-color-scheme: dark\)\s*\{\s*:root\s*\{([^}]*)\}/],
])('the %s palette', (theme, block) => {
  const light = [...(/:root\s*\{([^}]*)\}/.exec(tokens)?.[1]?.matchAll(/(--[a-z-]+):\s*([^;]+);/g) ?? [])];
  const own = [...(block.exec(tokens)?.[1]?.matchAll(/(--[a-z-]+):\s*([^;]+);/g) ?? [])];
  const values = new Map([...light, ...(theme === 'light' ? [] : own)].map(([, name = '', value = '']) => [name, value.trim()]));
  const colour = (name: string): string => (values.get(name) ?? '').replace(/var\((--[a-z-]+)\)/, (_, other: string) => colour(other));

  it.each([
    '--ink',
    '--ink-soft',
    '--link',
    '--chart-muted',
    '--chart-held',
    '--chart-rights',
    '--chart-official',
    '--chart-un',
    '--chart-media',
  ])('%s is read on its paper', (name) => {
    expect(contrast(colour(name), colour('--paper'))).toBeGreaterThanOrEqual(4.5);
  });

  it('gives no mark of people more weight than that of people held', () => {
    const weight = (name: string): number => contrast(colour(name), colour('--paper'));
    if (theme === 'dark') expect(weight('--chart-died-stroke')).toBeLessThanOrEqual(weight('--chart-held'));
    for (const name of ['--chart-freed', '--chart-died-stroke']) expect(weight(name), name).toBeGreaterThanOrEqual(3);
    // A ring is a thin line: it may be a little lighter than what is filled, in the dark not much.
    if (theme === 'dark') expect(weight('--chart-freed')).toBeLessThanOrEqual(weight('--chart-held') * 1.4);
  });
});

/** Contrast ratio of two `#rrggbb` colours as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const channels = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}
