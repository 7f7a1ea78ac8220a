import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** An audit must have the machine to itself, or its times are worth nothing; a hostile page takes all of it. */
export const storiesAlone = [
  'integration/audit-of-the-demo.test.ts',
  'hostile/hostile-pages.test.ts',
  'page/own-checks.test.ts',
] as const;

/**
 * Half a minute to minutes each: visits and commands one after the other, forms filled in at a person's pace. `npm test` leaves
 * all of these out and stays quick; `npm run test:long` and `.ci/run` run them.
 */
export const longStories = [
  'integration/several-forms.test.ts',
  'browser/guarded-forms.test.ts',
  'probes/form-submission.test.ts',
  'probes/form-rehearsal.test.ts',
  'probes/form-elsewhere.test.ts',
  'cli/foreign-pages.test.ts',
  'cli/killed-run.test.ts',
  'cli/private-folder.test.ts',
  'probes/foreign-forms.test.ts',
  'probes/named-forms.test.ts',
  'probes/marks.test.ts',
  'config/what-is-accepted.test.ts',
  'probes/listed-forms.test.ts',
  'probes/unsendable-forms.test.ts',
  'probes/live-chat.test.ts',
  'probes/live-chat-surroundings.test.ts',
  'probes/chat-question.test.ts',
  'probes/chat-question-manners.test.ts',
  'probes/competitor-visits.test.ts',
  'loyalty/large-files.test.ts',
  'probes/corrected-forms.test.ts',
  'probes/sent-twice.test.ts',
  'probes/reloading-forms.test.ts',
  'probes/dead-emails.test.ts',
  'cli/score/form-on-any-phone.test.ts',
  'evaluation/invariants-of-regions.test.ts',
  'probes/sleeping-forms.test.ts',
  'probes/late-forms.test.ts',
  'probes/untried-forms.test.ts',
  'probes/walking-walls.test.ts',
  'probes/drawn-numbers.test.ts',
  'social/long-threads.test.ts',
  'social/weeks.test.ts',
  'social/budgets.test.ts',
  'cli/foreign-text.test.ts',
  'probes/form-at-a-service.test.ts',
  'probes/form-enquiry.test.ts',
  'probes/needless-fields.test.ts',
  'probes/reported-pages.test.ts',
  'probes/walking-submenus.test.ts',
  'probes/contacts-silenced.test.ts',
  'probes/walking-forms.test.ts',
  'probes/scroll-lock.test.ts',
  'probes/walking-no-form.test.ts',
  'probes/odd-answers.test.ts',
  'probes/contacts-kept-away.test.ts',
  'probes/pictured-contacts.test.ts',
  'probes/page-load-first-screen.test.ts',
  'probes/contacts-late.test.ts',
  'evaluation/shopper/plan-enquiry.test.ts',
  'channel/crashes.test.ts',
  'channel/faults.test.ts',
] as const;

/**
 * What takes long, in the order in which it begins, so that nothing long is left for one process in the end.
 */
const longFiles = [
  'probes/contacts',
  'cli/watch',
  'architecture/lint',
  'browser/guarded-visit',
  'browser/guarded-detours',
  'browser/closing',
  'browser/page-activity',
  'cli/init/init',
  'cli/stack-doctor/unanswered',
  'probes/page-load',
  'probes/walking-contacts',
  'local/embedded-table',
  'cli/bad-input',
  'evaluate/interruptions',
  'sandbox/browser-handler',
  'demo/in-a-browser',
  'docs/commands',
  'digest/mail',
  'config/any-configuration',
  'infra/touchlight-stack',
  'evaluation/invariants',
  'cli/incidents',
].map((name) => `/test/${name}.test.ts`);

class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = longFiles.findIndex((name) => moduleId.endsWith(name));
      return index === -1 ? longFiles.length : index;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/aws/**',
      'test/package/**',
      'test/mailbox/**',
      ...[...storiesAlone, ...longStories].map((story) => `test/${story}`),
    ],
    // Browsers and killed processes are waited for more than they compute: three files at a time fill two cores, and a fourth only adds to their load.
    maxWorkers: 3,
    // No file changes a module for the others; a process and all its imports for each of a hundred files cost half a minute.
    isolate: false,
    sequence: { sequencer: LongFilesFirst },
    // Longer than a page visit's own deadline of 90 s, which says what held it up.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
