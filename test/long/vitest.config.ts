import { defineConfig } from 'vitest/config';
import { longStories, storiesAlone } from '../../vitest.config.ts';

const root = new URL('../..', import.meta.url).pathname;
/** Two attempts of a form visit, each ended by its own deadline of 90 s: a slow machine gets the visit's own word for what held it up. */
const patience = { testTimeout: 200_000, hookTimeout: 120_000 };
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
        test: {
          ...patience,
          name: 'together',
          include: at(longStories),
          maxWorkers: 3,
          // A form visit computes for four of its twenty-five seconds: twelve at once fill two cores.
          maxConcurrency: 4,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
