import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/mailbox/**/*.test.ts'],
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/mailbox/support/install.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
