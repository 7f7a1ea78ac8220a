/**
 * Minutes each: whole audits with Lighthouse, and pages that do their worst to a browser. `npm test` leaves them out and stays
 * quick; `npm run test:long` and `.ci/run` run them.
 */
export const longStories = ['integration/audit-of-the-demo.test.ts', 'hostile/hostile-pages.test.ts'] as const;
