import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    root: new URL('../..', import.meta.url).pathname,
    // The packing of one file would disturb that of the other.
    maxWorkers: 1,
    fileParallelism: false,
    // A synthesis and a deployment each, while the stories in AWS work beside them.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    bail: 1,
  },
});
