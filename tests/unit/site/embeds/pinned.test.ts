/** Charts as of a release: what it kept of them, whatever tables, charts and words are now. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadFacts } from '../../../../src/data/exports/exports.ts';
import { releasedVersions } from '../../../../src/data/versions/snapshot.ts';
import { type Edition, loadEdition } from '../../../../src/site/edition.ts';
import { embedCard } from '../../../../src/site/embeds/card.ts';
import { freezeCharts } from '../../../../src/site/embeds/freeze.ts';
import { parseFrozen } from '../../../../src/site/embeds/frozen.ts';
import { loadPinned, pinnedView } from '../../../../src/site/embeds/pinned.ts';
import { embedView, measured } from '../../../../src/site/embeds/view.ts';

let root = '';
let now: Edition;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pinned-'));
  cpSync('data/releases', join(root, 'data/releases'), { recursive: true });
  now = loadEdition(process.cwd(), 'en');
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

const chartFile = (version: string, id: string): string => join(root, `data/releases/${version}/charts/${id}.en.json`);

test('releases are read from their folders alone, the newest first; a chart that one does not hold is not made up', () => {
  rmSync(chartFile('1.1.0', 'women-held'));
  const releases = loadPinned(root, 'en');
  expect(releases.map(({ release }) => release.version)).toEqual(releasedVersions(join(root, 'data')).reverse());
  const [oldest, middle] = releases.reverse();
  expect([oldest, middle].map((pinned) => pinned?.release.version)).toEqual(['1.0.0', '1.1.0']);
  expect(middle?.charts.has('women-held')).toBe(false);
  expect(oldest?.charts.has('women-held')).toBe(true);
  // This one asks for rows that only later releases have, when today's code draws it.
  expect(oldest?.charts.has('early-voting')).toBe(true);
});

test('a pinned line starts at the height of the drawing that its release froze, not at that of today', () => {
  const { variants } = embedCard(now, 'held', 'https://cells.example/');
  const [today] = variants;
  const pinned = variants.filter(({ version }) => version !== '');
  expect(pinned.length).toBeGreaterThan(0);
  for (const { version, quiet, measured: reckoned, chart = 'held' } of pinned) {
    // The quiet form differs in words alone.
    const { drawings } = JSON.parse(readFileSync(`data/releases/${version}/charts/${chart}.en.json`, 'utf8'));
    for (const size of ['narrow', 'wide'] as const) {
      const [, height] = /viewBox="\S+ \S+ \S+ ([\d.]+)"/.exec(drawings[size]) ?? [];
      expect(reckoned.heights[size], `${version} ${quiet} ${size}`).toBe(Number(height));
    }
  }
  // Else nothing would have been told apart.
  expect(pinned.some(({ measured: reckoned }) => reckoned.heights.narrow !== today?.measured.heights.narrow)).toBe(true);
}, 60_000);

test('a chart frozen today is shown as it is shown today, open and quiet', () => {
  const facts = loadFacts('data');
  const tokens = readFileSync('src/site/shell/styles/tokens.css', 'utf8');
  const files = freezeCharts([now], facts, () => [], tokens);
  const { version } = now.release;
  expect([...files.keys()].filter((name) => name.endsWith('.json'))).toHaveLength(now.charts.size);
  for (const id of now.charts.keys()) {
    const text = new TextDecoder().decode(files.get(`${id}.en.json`));
    const frozen = parseFrozen(`data/releases/${version}/charts/${id}.en.json`, text);
    for (const quiet of [false, true]) {
      const live = embedView(now, { chart: id, version: null, quiet });
      const kept = pinnedView(frozen, { chart: id, version, quiet });
      expect(kept.chart.drawings, id).toEqual(live.chart.drawings);
      expect([kept.chart.title, kept.chart.subtitle, kept.chart.note, kept.chart.description, kept.chart.columns]).toEqual([
        live.chart.title,
        live.chart.subtitle,
        live.chart.note,
        live.chart.description,
        live.chart.columns,
      ]);
      expect(kept.chart.rows).toEqual(
        live.chart.rows.map(({ cells }) => ({ cells: cells.map(({ text: shown, numeric }) => ({ text: shown, numeric })) })),
      );
      expect([kept.words, measured(kept)]).toEqual([live.words, measured(live)]);
      expect(kept.path).toBe(`/embed/${id}/${version}/${quiet ? 'quiet/' : ''}`);
    }
  }
});

test('a file that is not of the form is told by name', () => {
  const file = chartFile('1.0.0', 'held');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('"title": "', '"name": "'));
  expect(() => loadPinned(root, 'en')).toThrow(/^data\/releases\/1\.0\.0\/charts\/held\.en\.json: title: /);
  writeFileSync(file, text.replace('"id": "held"', '"id": "other"'));
  expect(() => loadPinned(root, 'en')).toThrow(
    /held\.en\.json: expected the chart that the file is named after, found other\.en\.json of 1\.0\.0/,
  );
  writeFileSync(file, text);
});
