/**
 * How smoothly the dots of the opening move: frames a second, script time a frame and long frames, in Chromium with and
 * without its CPU slowed down four times. It reports and judges nothing. Needs the built site.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../browser/helpers/browser.ts';
import { serveFolder } from '../browser/helpers/static-server.ts';

interface Frame {
  readonly begun: number;
  /** Milliseconds that the scripts of the frame took. */
  readonly script: number;
}

/** Milliseconds after which a frame is long: three were due. */
const LONG = 50;
/** Milliseconds after which the page stands where the jump to a step put it, and only dots move. */
const STANDS = 100;
/** There and back between few dots, the most, and fewer with the most rings. */
const way = ['opening-2023-05-22', 'opening-2026-03-31', 'opening-2023-05-22', 'opening-2020-08-09'];
const ROUNDS = 3;
const windows = [
  { name: 'phone, 390 by 844 at 2x', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  { name: 'desk, 1280 by 800 at 1x', viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
];

const site = await serveFolder();
const browser = await chromium.launch(await findBrowser());
const { renderer } = await graphics(browser);
console.log(`${browser.browserType().name()} ${browser.version()}, drawing by ${renderer}`);
for (const { name, ...options } of windows) {
  for (const slowdown of [1, 4]) {
    const page = await browser.newPage(options);
    const session = await page.context().newCDPSession(page);
    await record(page);
    await page.goto(site.url);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForFunction(() => !document.documentElement.classList.contains('is-fresh'));
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const runs: Frame[][] = [];
    for (let round = 0; round < ROUNDS; round++) for (const step of way) runs.push(await move(page, step));
    report(`${name}, CPU ${slowdown === 1 ? 'as it is' : `slowed ${slowdown} times`}`, runs);
    await page.close();
  }
}
await browser.close();
await site.close();

/** Notes each frame in which the canvas is drawn, from before any script of the page runs. */
async function record(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const frames: { begun: number; script: number }[] = [];
    Object.assign(globalThis, { frames });
    let drawn = false;
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      drawn = true;
      clear.apply(this, box);
    };
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      ask((time) => {
        drawn = false;
        const before = performance.now();
        callback(time);
        if (drawn) frames.push({ begun: time, script: performance.now() - before });
      });
  });
}

/** Goes to a step at once, and returns the frames in which the dots went to their places. */
async function move(page: Page, step: string): Promise<Frame[]> {
  return page.evaluate(async (id) => {
    const { frames } = globalThis as unknown as { frames: Frame[] };
    frames.length = 0;
    document.getElementById(id)?.scrollIntoView({ behavior: 'instant' });
    let before = -1;
    // The dots rest when no frame was drawn for a while.
    while (frames.length !== before) {
      before = frames.length;
      await new Promise((done) => setTimeout(done, 1200));
    }
    return [...frames];
  }, step);
}

function report(title: string, runs: readonly (readonly Frame[])[]): void {
  const timed = runs.flatMap((frames) =>
    frames.slice(1).map(({ begun }, index) => {
      const before = frames[index]?.begun ?? begun;
      return { gap: begun - before, since: before - (frames[0]?.begun ?? before) };
    }),
  );
  const gaps = timed.map(({ gap }) => gap);
  const standing = timed.filter(({ since }) => since > STANDS).map(({ gap }) => gap);
  const scripts = runs.flatMap((frames) => frames.map(({ script }) => script));
  console.log(`\n${title}: ${scripts.length} frames in ${runs.length} moves`);
  console.log(`  ${rate(standing)} frames a second while dots move, ${rate(gaps)} with the jump of the page to the step`);
  console.log(`  script time a frame: median ${at(scripts, 0.5).toFixed(2)} ms, 95th percentile ${at(scripts, 0.95).toFixed(2)} ms`);
  console.log(
    `  ${gaps.filter((gap) => gap > LONG).length} frames longer than ${LONG} ms; the longest ${Math.max(0, ...gaps).toFixed(0)} ms`,
  );
}

/** Frames a second. */
function rate(gaps: readonly number[]): string {
  return ((1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0)).toFixed(1);
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What draws: a graphics card, or a program in its place. */
async function graphics(of: Browser): Promise<{ renderer: string }> {
  const page = await of.newPage();
  const renderer = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('webgl');
    const named = context?.getExtension('WEBGL_debug_renderer_info');
    return context && named ? String(context.getParameter(named.UNMASKED_RENDERER_WEBGL)) : 'a program, without a graphics card';
  });
  await page.close();
  return { renderer };
}
