import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/unit/**/*.test.ts'],
    // One thread is otherwise kept free for who works at the machine, which of two is half.
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    // As in a build: what the dev server reads once more when a file was changed is read once.
    env: { DEV: '' },
    // A test left out or left alone by accident must not pass unseen.
    allowOnly: false,
    passWithNoTests: false,
  },
});
