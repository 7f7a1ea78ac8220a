import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/aws/**/*.test.ts'],
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/aws/support/install.ts'],
    // Each story has an emulator of its own and waits most of the time: three at once fill the pauses of two cores.
    maxWorkers: 3,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The story's steps build on each other: after a failure the rest says nothing.
    bail: 1,
  },
});
