import { defineConfig } from '@playwright/test';
import { findBrowser } from './helpers/browser.ts';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  // Where nobody watches, a machine that stands still for a moment is told as "flaky" and not as a fault; at a desk nothing is tried twice.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  // A machine that is busy may take its time to show what it will show.
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: await findBrowser(),
    locale: 'en-GB',
    timezoneId: 'Europe/Minsk',
    screenshot: 'only-on-failure',
  },
});
