import { decideHealth, type HealthDecision, healthWeek } from '../../shared/evaluation/notifications/weekly-health.ts';
import { readersOfSome } from '../../shared/model/alert-reader.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { TopicName } from '../../shared/model/stack-health.ts';
import type { Operations } from '../../shared/ports/operations.ts';
import type { HealthLog, HealthReader } from '../../shared/ports/stack-health.ts';
import { wordHealth } from './word-health.ts';

export interface WeeklyHealthDeps {
  readonly health: HealthReader;
  readonly healthLog: HealthLog;
  /** Through either topic: where operations may get nothing, the readers of alerts are notified. */
  readonly notifyThrough: Readonly<Record<TopicName, Operations>>;
  readonly configuration: Pick<Configuration, 'timeZone' | 'touchpoints'> & {
    readonly alerts: Pick<Configuration['alerts'], 'email' | 'escalateTo'>;
  };
  readonly now: Instant;
}

/**
 * Looks once a week at what rings no alarm: lost subscriptions, messages that did not arrive, dead letters that still lie
 * there. Quiet when all is well. A week is claimed before it is looked at, so that two sweeps side by side send once; one that
 * could not send gives it back and fails, so that it is repeated.
 * @returns null when this week has been seen to
 */
export async function watchHealth(deps: WeeklyHealthDeps): Promise<HealthDecision | null> {
  const { healthLog, configuration, now } = deps;
  const week = healthWeek(now, configuration.timeZone);
  if (week === null || (await healthLog.claim(week, now)) === 'taken') return null;
  try {
    const decision = await lookAndNotify(deps);
    await healthLog.settle(week, 'sent', now);
    return decision;
  } catch (error) {
    await healthLog.settle(week, 'released', now);
    throw error;
  }
}

async function lookAndNotify({ health, notifyThrough, configuration }: WeeklyHealthDeps): Promise<HealthDecision> {
  const decision = decideHealth(await health.read(), configuration.alerts.email, readersOfSome(configuration));
  const { troubles, through } = decision;
  const attempts = await Promise.allSettled(
    through.map((topic) => notifyThrough[topic].notify('health', wordHealth(troubles, topic))),
  );
  const failures = attempts.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  // One topic is enough: nothing is sent again because the other one is broken, which is what the message says.
  if (failures.length > 0 && failures.length === attempts.length) {
    throw new AggregateError(failures, `The weekly self-check could not be sent. ${failures.map(String).join(' ')}`);
  }
  return decision;
}
