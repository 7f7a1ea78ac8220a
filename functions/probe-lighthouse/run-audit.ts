import type { LookupFunction } from 'node:net';
import { requireGuard } from '../../shared/browser/guarded-request.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { measureCheck, type RunDeps, runChecks } from '../../shared/runtime/run-checks.ts';
import { lighthouse } from './lighthouse/probe.ts';

export interface AuditDeps extends RunDeps {
  /** The address guard's proxy. */
  readonly proxyUrl?: string;
  /** Its resolver. */
  readonly lookup?: LookupFunction;
  readonly browserFolder?: string;
}

/** Hard deadline of one attempt, several Lighthouse runs included. */
const deadlineMs = 240_000;

/** Runs the Lighthouse checks of one page, one after the other: two at once on one machine disturb each other. */
export function runAudit(request: VisitRequest, deps: AuditDeps): Promise<Result[]> {
  requireGuard(deps.network, deps.proxyUrl, deps.lookup);
  return runChecks(request, deps, deadlineMs, async (checks, signal) => {
    const results: Measured[] = [];
    for (const check of checks)
      results.push(await measureCheck(lighthouse, check, targetOf(check, deps), signal, deps));
    return results;
  });
}

function targetOf(check: Check, { proxyUrl, lookup, browserFolder }: AuditDeps) {
  return async () => {
    if (check.url === null) throw new Error(`${check.id} has no URL to audit.`);
    const guarding = { ...(proxyUrl && { proxyUrl }), ...(lookup && { lookup }) };
    return { url: check.url, ...guarding, ...(browserFolder && { browserFolder }) };
  };
}
