import type { Result as LighthouseResult } from 'lighthouse';
import type { Statement } from '../../../shared/model/finding.ts';
import { type AdvisedAudit, advisedAudits, sayLighthouse } from '../../../shared/probes/lighthouse/statements.ts';

export interface Opportunity {
  /** Lighthouse's id of the audit, to find it in the full report. */
  readonly id: AdvisedAudit;
  /** How much sooner the first or the main content is visible. */
  readonly savedMs: number;
  /** How much sooner the page reacts to taps. */
  readonly savedBlockingMs: number;
  /** How much less there is to download. */
  readonly savedBytes: number;
}

const worthBytes = 10_000;
const most = 3;

/** The three that save most: time first, then data. */
export function bestOpportunities({ audits }: Pick<LighthouseResult, 'audits'>): Opportunity[] {
  const all = advisedAudits.flatMap((id) => {
    const audit = audits[id];
    if (audit === undefined || audit.score === 1) return [];
    const { LCP = 0, FCP = 0, TBT = 0 } = audit.metricSavings ?? {};
    const savedMs = Math.round(Math.max(LCP, FCP));
    const savedBlockingMs = Math.round(TBT);
    return [{ id, savedMs, savedBlockingMs, savedBytes: savedBytesOf(audit) }];
  });
  const time = (each: Opportunity): number => each.savedMs + each.savedBlockingMs;
  return all
    .filter((each) => time(each) > 0 || each.savedBytes >= worthBytes)
    .toSorted((a, b) => time(b) - time(a) || b.savedBytes - a.savedBytes)
    .slice(0, most);
}

/** Older audits say a sum, the newer ones only what each file wastes. */
function savedBytesOf({ details }: LighthouseResult['audits'][string]): number {
  const said = numberAt(details, 'overallSavingsBytes');
  if (said !== null) return Math.round(said);
  const items = details !== undefined && 'items' in details && Array.isArray(details.items) ? details.items : [];
  return Math.round(items.reduce<number>((sum, item) => sum + (numberAt(item, 'wastedBytes') ?? 0), 0));
}

function numberAt(holder: unknown, name: string): number | null {
  const value: unknown = typeof holder === 'object' && holder !== null ? Reflect.get(holder, name) : null;
  return typeof value === 'number' ? value : null;
}

/** Undefined when there is nothing to gain. */
export function sayOpportunities(best: readonly Opportunity[]): Statement | undefined {
  if (best.length === 0) return undefined;
  const worth = best.map((each) => ({ ...each, savedBytes: each.savedBytes >= worthBytes ? each.savedBytes : 0 }));
  return sayLighthouse('lighthouse/advice', { best: worth });
}
