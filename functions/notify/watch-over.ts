import {
  dueDigest,
  isSamePlan,
  missedReaders,
  planDigest,
} from '../../shared/evaluation/notifications/digest-watch.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Notice } from '../../shared/model/notification.ts';
import type { Operations } from '../../shared/ports/operations.ts';
import type { Stores } from '../../shared/ports/stores.ts';

export interface WatchDeps {
  readonly stores: Pick<Stores, 'operations' | 'digests'>;
  readonly operations: Operations;
  readonly configuration: Pick<Configuration, 'digest' | 'timeZone'>;
  readonly now: Instant;
}

/** Notifies operations that alerts were sent only by a sweep; once a day. */
export async function reportMissedTriggers(missed: readonly Notice[], deps: WatchDeps): Promise<void> {
  if (missed.length === 0) return;
  const [first] = missed;
  const others = missed.length === 1 ? '' : ` and ${missed.length - 1} more`;
  await notifyOnce('notify', deps.now.slice(0, 10), deps, [
    `An alert was late: ${first?.checkId} (${first?.reason})${others}. No run has woken notify for it; a sweep found it and sent it now.`,
    'Either the stream of the table does not reach notify, or notify failed each time. Until that is repaired, alerts come up to 15 minutes late.',
  ]);
}

/** The digest's dead man's switch: notifies operations once a week when it may not have reached everybody. */
export async function watchDigest(deps: WatchDeps): Promise<void> {
  const { stores, configuration, now } = deps;
  const { digest, timeZone } = configuration;
  if (digest === null) return;
  const known = await stores.operations.loadDigestPlan();
  const plan = planDigest(digest, timeZone, known, now);
  if (!isSamePlan(known, plan)) await stores.operations.saveDigestPlan(plan);
  const due = dueDigest(plan, now);
  if (due === null) return;
  const missed = missedReaders(due, await stores.digests.list(due.weekId));
  if (missed.length === 0) return;
  await notifyOnce('digest', due.weekId, deps, [
    `The weekly digest of ${due.weekId} was due at ${due.dueAt} and may not have reached ${missed.length} of ${due.readers.length} readers: ${missed.join(', ')}.`,
  ]);
}

/** What is due while it is paused is not missed: mails are to be expected from then on. */
export async function pauseDigest({ operations }: Pick<Stores, 'operations'>, now: Instant): Promise<void> {
  const plan = await operations.loadDigestPlan();
  if (plan !== null) await operations.saveDigestPlan({ ...plan, since: now });
}

async function notifyOnce(
  name: string,
  period: string,
  { stores, operations, now }: WatchDeps,
  sentences: readonly string[],
): Promise<void> {
  if (await stores.operations.wasSent(name, period)) return;
  await operations.notify(name, [...sentences, `What to do: docs/runbook.md#operations-${name}`].join(' '));
  await stores.operations.recordSent(name, period, now);
}
