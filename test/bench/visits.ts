import { createDemoBusiness } from '../../examples/demo-business/demo-business.ts';
import { runRequest } from '../../functions/probe-availability/run-request.ts';
import { runAudit } from '../../functions/probe-lighthouse/run-audit.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import type { RunDeps } from '../../shared/runtime/run-checks.ts';
import { aCheck } from '../support/a-check.ts';

const rounds = 3;

/** How long each kind of visit takes on the demo business, and how large what it leaves: what docs/cost.md starts from. */
export async function benchVisits(): Promise<boolean> {
  const demo = await createDemoBusiness();
  try {
    await bench('request', runRequest, rounds, checks(demo.url, 'website/availability'));
    const onAPhone = checks(demo.url, 'website/page-load@mobile', 'website/contacts@mobile');
    await bench('load on a phone', runVisit, rounds, onAPhone);
    const onADesktop = checks(demo.url, 'website/page-load@desktop', 'website/contacts@desktop');
    await bench('load on a desktop', runVisit, rounds, onADesktop);
    await bench('form', runVisit, rounds, checks(demo.url, 'website/form'));
    await bench('audit', runAudit, 1, checks(demo.url, 'website/lighthouse'));
    return true;
  } finally {
    await demo.close();
  }
}

/** Prints the times of all rounds, and what the last one left. */
async function bench(kind: string, run: typeof runVisit, times: number, wanted: readonly Check[]): Promise<void> {
  const tookMs: number[] = [];
  let evidenceBytes = 0;
  let results: readonly Result[] = [];
  for (let round = 0; round < times; round++) {
    evidenceBytes = 0;
    const deps = depsOf((bytes) => {
      evidenceBytes += bytes;
    });
    const started = performance.now();
    results = await run({ scheduledAt: new Date().toISOString(), confirmation: false, checks: [...wanted] }, deps);
    tookMs.push(Math.round(performance.now() - started));
  }
  const median = tookMs.toSorted((a, b) => a - b)[Math.floor(tookMs.length / 2)];
  const resultBytes = results.map((result) => Buffer.byteLength(JSON.stringify(result)));
  const outcomes = results.map(({ outcome, attempts }) => `${outcome} in ${attempts}`).join(', ');
  console.log(
    `${kind.padEnd(18)} ${String(median).padStart(6)} ms  evidence ${Math.round(evidenceBytes / 1024)} KB, results ${resultBytes.join(' and ')} bytes  (${tookMs.join(', ')}; ${outcomes})`,
  );
}

function depsOf(onEvidence: (bytes: number) => void): RunDeps {
  return {
    evidence: {
      put: async (runId, { name, contentType, bytes }) => {
        onEvidence(bytes.byteLength);
        return { name, contentType, reference: `${runId}/${name}` };
      },
    },
    network: 'any',
    now: Date.now,
    progress: () => {},
    onFault: (checkId, error) => console.error(checkId, error),
  };
}

function checks(url: string, ...ids: readonly string[]): Check[] {
  return ids.map((id) => aCheck({ id, url }));
}
