import { createDemoBusiness } from '../../examples/demo-business/demo-business.ts';
import { runRequest } from '../../functions/probe-availability/run-request.ts';
import { runAudit } from '../../functions/probe-lighthouse/run-audit.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import type { Check } from '../../shared/model/check.ts';
import type { RunDeps } from '../../shared/runtime/run-checks.ts';
import { aCheck } from '../support/a-check.ts';

const rounds = 3;

/** How long each kind of visit takes on the demo business, and how large what it leaves: what docs/cost.md starts from. */
export async function benchVisits(): Promise<boolean> {
  const demo = await createDemoBusiness();
  let evidenceBytes = 0;
  const deps: RunDeps = {
    evidence: {
      put: async (runId, { name, contentType, bytes }) => {
        evidenceBytes += bytes.byteLength;
        return { name, contentType, reference: `${runId}/${name}` };
      },
    },
    network: 'any',
    now: Date.now,
    progress: () => {},
    onFault: (checkId, error) => console.error(checkId, error),
  };
  try {
    const kinds: Readonly<Record<string, readonly Check[]>> = {
      request: checks(demo.url, 'website/availability'),
      'load on a phone': checks(demo.url, 'website/page-load@mobile', 'website/contacts@mobile'),
      'load on a desktop': checks(demo.url, 'website/page-load@desktop', 'website/contacts@desktop'),
      form: checks(demo.url, 'website/form'),
      audit: checks(demo.url, 'website/lighthouse'),
    };
    for (const [kind, wanted] of Object.entries(kinds)) {
      const run = kind === 'audit' ? runAudit : kind === 'request' ? runRequest : runVisit;
      const times: number[] = [];
      let bytes = 0;
      let outcomes = '';
      let resultBytes: number[] = [];
      for (let round = 0; round < (kind === 'audit' ? 1 : rounds); round++) {
        evidenceBytes = 0;
        const started = performance.now();
        const results = await run(
          { scheduledAt: new Date().toISOString(), confirmation: false, checks: [...wanted] },
          deps,
        );
        times.push(Math.round(performance.now() - started));
        bytes = evidenceBytes;
        resultBytes = results.map((result) => Buffer.byteLength(JSON.stringify(result)));
        outcomes = results.map(({ outcome, attempts }) => `${outcome} in ${attempts}`).join(', ');
      }
      const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
      console.log(
        `${kind.padEnd(18)} ${String(median).padStart(6)} ms  evidence ${Math.round(bytes / 1024)} KB, results ${resultBytes.join(' and ')} bytes  (${times.join(', ')}; ${outcomes})`,
      );
    }
    return true;
  } finally {
    await demo.close();
  }
}

function checks(url: string, ...ids: readonly string[]): Check[] {
  return ids.map((id) => aCheck({ id, url }));
}
