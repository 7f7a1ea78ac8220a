import { setTimeout as sleep } from 'node:timers/promises';
import { subscriptionHealth } from '../../../shared/evaluation/notifications/subscription-health.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import { hourMs } from '../../../shared/model/time-spans.ts';
import type { AlarmAction, AlarmState, StackInspector } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, unclear, works } from '../finding.ts';
import { alarmNames, publishRight, shortName } from './alarms.ts';
import { cannotTell, type Examination } from './examination.ts';

const name = 'test alarm';
const testReason = 'Test by "touchlight doctor --alarm". Nothing is wrong, no action needed.';

/** How long CloudWatch may take to record that it has notified the topic. */
export interface Patience {
  readonly tries: number;
  readonly pauseMs: number;
}
export const usualPatience: Patience = { tries: 30, pauseMs: 2_000 };

/**
 * Rings a quiet alarm, looks up in its history whether CloudWatch could publish it, and ends it. Only the subscriber can see
 * whether the mail arrived.
 */
export async function ringTestAlarm(
  examination: Examination,
  patience: Patience,
  signal: AbortSignal,
): Promise<Finding> {
  const { inspector, state } = examination;
  const topic = state?.outputs[outputs.operationsTopic];
  const alarms = await inspector.alarms(alarmNames(examination));
  if (!alarms.known) return cannotTell(name, alarms.unanswered);
  const fit = alarms.value.filter((each) => isFitForTest(each, topic));
  // Right after a deployment CloudWatch has not judged any yet.
  const alarm = fit.find(({ state: alarmState }) => alarmState === 'OK') ?? fit[0];
  if (alarm === undefined || topic === undefined) {
    return unclear(
      name,
      'No test alarm was sent: no quiet alarm notifies the topic operations both when it fires and when it clears.',
      'Fix what the alarm findings say, then try again.',
    );
  }
  const before = await inspector.alarmActions(alarm.name, toInstant(examination.now - hourMs));
  if (!before.known) return cannotTell(name, before.unanswered);
  const rung = await inspector.setAlarm(alarm.name, 'ALARM', testReason);
  if (!rung.known) return cannotTell(name, rung.unanswered);
  let ended: Awaited<ReturnType<StackInspector['setAlarm']>> | undefined;
  let action: AlarmAction | null = null;
  try {
    action = await nextAction(alarm.name, before.value[0], examination, patience, signal);
  } finally {
    ended = await inspector.setAlarm(alarm.name, 'OK', testReason);
  }
  if (!ended.known) {
    return broken(
      name,
      `Set off ${alarm.name} but could not reset it (${ended.unanswered.message}).`,
      'CloudWatch ends it at its next evaluation, within minutes. Let operations know that it was a test.',
    );
  }
  return judgeArrival(alarm, action, topic, examination);
}

/** A real alarm is left alone, and both mails of the test must be sent. */
function isFitForTest(
  { state, actionsEnabled, whenRinging, whenOver }: AlarmState,
  topic: string | undefined,
): boolean {
  if (topic === undefined || !actionsEnabled || state === 'ALARM') return false;
  return whenRinging.includes(topic) && whenOver.includes(topic);
}

/** @returns null when CloudWatch has not recorded any in time */
async function nextAction(
  alarmName: string,
  last: AlarmAction | undefined,
  { inspector, now }: Examination,
  { tries, pauseMs }: Patience,
  signal: AbortSignal,
): Promise<AlarmAction | null> {
  for (let attempt = 0; attempt < tries; attempt++) {
    await sleep(pauseMs, undefined, { signal });
    const actions = await inspector.alarmActions(alarmName, toInstant(now - hourMs));
    const newest = actions.known ? actions.value[0] : undefined;
    if (newest !== undefined && newest.at !== last?.at) return newest;
  }
  return null;
}

async function judgeArrival(
  alarm: AlarmState,
  action: AlarmAction | null,
  topic: string,
  { inspector, configuration, ...rest }: Examination & { readonly stack: string },
): Promise<Finding> {
  const called = shortName(alarm.name, rest);
  if (action === null) {
    return unclear(
      name,
      `Set off ${called}, but its history in CloudWatch does not show whether it was published.`,
      `Check the inbox of operations for mails about ${alarm.name}; if there are none, try again.`,
    );
  }
  if (!action.succeeded) {
    return broken(name, `Set off ${called}, but CloudWatch could not publish it: ${action.summary}`, publishRight);
  }
  const subscriptions = await inspector.subscriptions(topic);
  if (!subscriptions.known) return cannotTell(name, subscriptions.unanswered);
  const { confirmed } = subscriptionHealth(subscriptions.value ?? [], configuration?.alerts.email ?? null);
  if (confirmed.length === 0) {
    return broken(
      name,
      `Set off ${called}, which CloudWatch published at ${action.at}, but nobody receives it: operations has no confirmed subscriber.`,
      'See the finding for the topic operations.',
    );
  }
  return works(
    name,
    `Set off ${called}, and CloudWatch published it at ${action.at}. Now check the inbox of ${confirmed.join(', ')} for two mails: ` +
      `'ALARM: "${alarm.name}"' and 'OK: "${alarm.name}"'.`,
  );
}
