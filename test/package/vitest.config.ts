import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    root: new URL('../..', import.meta.url).pathname,
    // One Node after the other: both visit a site, and would disturb each other's measurements.
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    bail: 1,
  },
});
