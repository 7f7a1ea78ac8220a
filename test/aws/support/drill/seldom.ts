import { InvokeCommand } from '@aws-sdk/client-lambda';
import { dueVisits } from '../../../../shared/evaluation/schedule/due-visits.ts';
import { type Instant, toInstant } from '../../../../shared/model/instant.ts';
import { functionName, type Step } from '../../../../shared/model/stack-names.ts';
import type { VisitRequest } from '../../../../shared/model/visit.ts';
import type { DrillGround } from './drill-ground.ts';

const minuteMs = 60_000;

/** Starts a step as its schedule or another step does, where waiting for that would take hours. */
export async function start({ account, stack }: DrillGround, step: Step, event: object): Promise<void> {
  const FunctionName = functionName(stack, step);
  await account.lambda.send(
    new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: JSON.stringify(event) }),
  );
}

/** The last minute in which the daily audit was due. */
export function lastAudit({ time, checks }: DrillGround): Instant {
  const audits = checks.filter(({ probe }) => probe === 'lighthouse');
  for (let at = time.now(); at > time.now() - 1440 * minuteMs; at -= minuteMs) {
    if (dueVisits(audits, toInstant(at)).length > 0) return toInstant(at);
  }
  throw new Error('No audit is due within a day.');
}

/** An audit that is over at once, because nothing answers: what it came to must be sent all the same. */
export function hopelessAudit(ground: DrillGround): VisitRequest {
  const scheduledAt = lastAudit(ground);
  const audits = ground.checks.filter(({ probe }) => probe === 'lighthouse');
  const checks = audits.map((check) => ({ ...check, url: 'http://127.0.0.1:9/' }));
  return { scheduledAt, confirmation: false, checks };
}
