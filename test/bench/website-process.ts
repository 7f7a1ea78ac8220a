import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import type { RunDeps } from '../../shared/runtime/run-checks.ts';
import { aCheck } from '../support/a-check.ts';

/** One of our contenders in a process of its own (`visit|audit <url> <browser folder>`); prints its results. */
const [kind = '', url = '', browserFolder = ''] = process.argv.slice(2);
const deps: RunDeps & { readonly browserFolder: string } = {
  // Evidence is made and handed over; where it is stored is not what is compared.
  evidence: { put: async (_, { name, contentType }) => ({ name, contentType, reference: name }) },
  network: 'any',
  now: Date.now,
  progress: () => {},
  onFault: (checkId, error) => console.error(checkId, error),
  // A deployed visit takes the marked pictures of what is fine once a day; the other 47 are compared here.
  pictures: false,
  browserFolder,
};

/** With a bound that nothing misses: a red light would be visited twice, and one visit is compared with one run. */
function unjudged(id: Check['id'], measurement: string): Check {
  return aCheck({ id, url, thresholds: { [measurement]: { green: Number.MAX_SAFE_INTEGER, red: null } } });
}

async function compete(): Promise<Result[]> {
  const frame = { scheduledAt: new Date().toISOString(), confirmation: false };
  if (kind === 'audit') {
    const { runAudit } = await import('../../functions/probe-lighthouse/run-audit.ts');
    const checks = [unjudged('website/lighthouse', 'runs')];
    return runAudit({ ...frame, checks }, deps);
  }
  const { runVisit } = await import('../../functions/probe-page/run-visit.ts');
  const checks = [
    unjudged('website/page-load@mobile', 'requests'),
    unjudged('website/contacts@mobile', 'contactsFound'),
  ];
  return runVisit({ ...frame, checks }, deps);
}

process.stdout.write(JSON.stringify(await compete()));
