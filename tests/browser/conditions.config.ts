/** Runs what `npm test` leaves out for its length: every page and embed under every condition of reading. */
import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

export default defineConfig(base, { testDir: './matrix', testMatch: '*.matrix.ts' });
