import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/aws/**/*.test.ts'],
    root: new URL('../..', import.meta.url).pathname,
    globalSetup: ['test/aws/support/install.ts'],
    // Each story has an emulator of its own and waits for minutes most of the time.
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The story's steps build on each other: after a failure the rest says nothing.
    bail: 1,
  },
});
