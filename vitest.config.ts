import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/aws/**'],
    // Browsers and killed processes are waited for more than they compute: three files at a time fill two cores, and a fourth only adds to their load.
    maxWorkers: 3,
    // No file changes a module for the others; a process and all its imports for each of a hundred files cost half a minute.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
