import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    root: new URL('../..', import.meta.url).pathname,
    // The packing of one file would disturb that of the other.
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    bail: 1,
  },
});
