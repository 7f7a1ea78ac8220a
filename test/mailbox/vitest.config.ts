import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/mailbox/**/*.test.ts'],
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/mailbox/support/install.ts'],
    maxWorkers: 2,
    // A story is a dozen commands one after the other, each a process of its own.
    testTimeout: 200_000,
    hookTimeout: 120_000,
  },
});
