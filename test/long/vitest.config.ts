import { defineConfig } from 'vitest/config';
import { longStories, storiesAlone } from '../../vitest.config.ts';

const root = new URL('../..', import.meta.url).pathname;
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };
const at = (stories: readonly string[]): string[] => stories.map((story) => `test/${story}`);

/** Those that need the machine to themselves one after the other, then the rest side by side. */
export default defineConfig({
  test: {
    projects: [
      {
        root,
        test: { ...patience, name: 'alone', include: at(storiesAlone), maxWorkers: 1, sequence: { groupOrder: 0 } },
      },
      {
        root,
        test: { ...patience, name: 'together', include: at(longStories), maxWorkers: 3, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
