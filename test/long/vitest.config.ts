import { defineConfig } from 'vitest/config';
import { longStories } from '../../vitest.config.ts';

/** One after the other: an audit must have the machine to itself, or its times are worth nothing. */
export default defineConfig({
  test: {
    include: longStories.map((story) => `test/${story}`),
    root: new URL('../..', import.meta.url).pathname,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
