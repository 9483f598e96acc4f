import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/unit/**/*.test.ts'],
    testTimeout: 20_000,
    // A test left out or left alone by accident must not pass unseen.
    allowOnly: false,
    passWithNoTests: false,
  },
});
