import { knownIncidents } from '../../shared/evaluation/known-incidents.ts';
import { historySince, type Plan, planNotifications } from '../../shared/evaluation/plan-notifications.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Notifier } from '../../shared/ports/notifier.ts';
import { longestMaintenanceDays, type Range, type Stores } from '../../shared/ports/stores.ts';

export interface NotifyDeps {
  readonly stores: Stores;
  readonly notifier: Notifier;
  readonly configuration: Pick<Configuration, 'touchpoints' | 'calendar' | 'maintenance'>;
  readonly now: Instant;
}

const endOfTime = '9999-12-31T23:59:59.999Z';

/**
 * Tells what is worth telling about one touchpoint now. Level-triggered: a lost call is made good by the next one, and a
 * repeated one finds everything told. The log is written after the send, so what was sent and not logged is sent again:
 * better twice than never.
 */
export async function notifyTouchpoint(touchpointId: string, deps: NotifyDeps): Promise<Plan> {
  const { stores, notifier, configuration, now } = deps;
  // Statuses first: an incident that ends in between is then in the history at the latest.
  const statuses = await stores.statuses.list(touchpointId);
  const since = { from: historySince(statuses, now), to: endOfTime };
  const [history, sent, acknowledgements, announced] = await Promise.all([
    stores.incidents.list(touchpointId, since),
    stores.sent.list(touchpointId, since),
    stores.acknowledgements.list(touchpointId, since),
    stores.maintenance.list(touchpointId, mayStillHold(now)),
  ]);
  const plan = planNotifications({
    touchpointId,
    statuses,
    incidents: knownIncidents(history, statuses),
    sent,
    checks: configuration.touchpoints.flatMap(({ checks }) => checks),
    calendar: configuration.calendar,
    maintenance: [...configuration.maintenance, ...announced],
    acknowledgements: acknowledgements.filter(({ withdrawnAt }) => withdrawnAt === null),
    now,
  });
  if (plan.notification === null) return plan;
  await notifier.send(plan.notification);
  for (const { checkId, subjectAt, reason, n, light } of plan.notification.notices) {
    await stores.sent.record({ touchpointId, checkId, subjectAt, reason, n, light, sentAt: now });
  }
  return plan;
}

/** When a window must have begun to hold now. */
function mayStillHold(now: Instant): Range {
  const nowMs = Date.parse(now);
  return { from: toInstant(nowMs - longestMaintenanceDays * 24 * 3_600_000), to: toInstant(nowMs + 1) };
}
