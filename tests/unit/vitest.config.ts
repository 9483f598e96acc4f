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
    // A test left out or left alone by accident must not pass unseen.
    allowOnly: false,
    passWithNoTests: false,
  },
});
