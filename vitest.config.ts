import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest. A fresh clone has no memory of that, and what begins last is waited for alone. */
const longest = [
  'test/integration/',
  'test/hostile/',
  'test/cli/killed-run',
  'test/local/',
  'test/probes/form-',
  'test/cli/init',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.includes(name));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/aws/**'],
    // Browsers and killed processes are waited for more than they compute: three files at a time fill two cores, and a fourth only adds to their load.
    maxWorkers: 3,
    // No file changes a module for the others; a process and all its imports for each of a hundred files cost half a minute.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
