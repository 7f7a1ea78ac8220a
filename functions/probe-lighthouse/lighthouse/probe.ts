import { isDeepStrictEqual, promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { RunnerResult } from 'lighthouse';
import type { EvidenceDraft, UnmadeEvidence } from '../../../shared/model/evidence.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { lighthouse as spec } from '../../../shared/probes/lighthouse/spec.ts';
import { sayLighthouse } from '../../../shared/probes/lighthouse/statements.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import { type Measured, measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { type AuditTarget, oneRun, type Run } from '../one-run.ts';
import { metricsOf } from '../reading/metrics.ts';
import { bestOpportunities, sayOpportunities } from '../reading/opportunities.ts';

type ValidRun = Extract<Run, { kind: 'valid' }>;

/**
 * Lighthouse's performance score for a phone, the median of the valid runs with their spread, and its best advice. A null
 * score, a runtime error or a slow host makes a run invalid; without a valid run the result is unknown, never 0.
 */
export const lighthouse: Probe<typeof spec, AuditTarget> = {
  spec,
  async measure(target, { options, signal, progress }) {
    const runs: Run[] = [];
    for (let n = 1; n <= options.runs; n++) {
      progress(`run ${n} of ${options.runs}`);
      const run = await oneRun(target, n === 1, signal);
      runs.push(run);
      if (run.kind === 'not-opened' || run.kind === 'crashed') break;
    }
    return conclude(runs);
  },
};

/** What several runs come to. */
export async function conclude(runs: readonly Run[]): Promise<Measured> {
  const valid = runs.filter((run) => run.kind === 'valid');
  const faults = runs.flatMap((run) => (run.kind === 'valid' ? [] : [run.why]));
  const median = medianOf(valid);
  if (median === undefined) {
    const crash = runs.find(({ kind }) => kind === 'crashed');
    if (crash?.kind === 'crashed') return unknown('page-crash', crash.why);
    return unknown('no-valid-run', sayLighthouse('lighthouse/no-valid-run', { why: eachOnce(faults) }));
  }
  const { lhr } = median.result;
  const scores = valid.map(({ score }) => score);
  const opportunities = bestOpportunities(lhr);
  const advice = sayOpportunities(opportunities);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  return measured(sayLighthouse('lighthouse/score', { score: median.score, runs: scores.length, least, most }), {
    measurements: {
      ...metricsOf(lhr),
      score: median.score,
      scoreSpread: Math.round((most - least) * 100) / 100,
      benchmarkIndex: Math.round(median.benchmarkIndex),
      runs: valid.length,
    },
    ...(advice !== undefined && { facts: { score: advice } }),
    details: {
      lighthouseVersion: lhr.lighthouseVersion,
      scores,
      opportunities,
      invalidRuns: faults,
      warnings: lhr.runWarnings,
    },
    evidence: [await reportOf(median.result)],
  });
}

/** Of an even number the worse one of the two in the middle: it was really measured, and has a report. */
function medianOf(valid: readonly ValidRun[]): ValidRun | undefined {
  return valid.toSorted((a, b) => a.score - b.score)[Math.floor((valid.length - 1) / 2)];
}

function eachOnce(faults: readonly Statement[]): Statement[] {
  return faults.filter((fault, i) => faults.findIndex((other) => isDeepStrictEqual(other, fault)) === i);
}

const packPatienceMs = 10_000;

/** Some 400 KB of JSON, a fraction of that compressed. */
async function reportOf({ report }: RunnerResult): Promise<EvidenceDraft | UnmadeEvidence> {
  const json = Array.isArray(report) ? (report[0] ?? '') : report;
  const packed = await bestEffort(() => promisify(gzip)(json), packPatienceMs);
  return { name: 'lighthouse.json.gz', contentType: 'application/gzip', bytes: packed.ok ? packed.value : null };
}
