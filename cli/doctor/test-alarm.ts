import { setTimeout as sleep } from 'node:timers/promises';
import { subscriptionHealth } from '../../shared/evaluation/subscription-health.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { outputs } from '../../shared/model/stack-names.ts';
import type { AlarmAction, AlarmState, StackInspector } from '../../shared/ports/stack-inspector.ts';
import { broken, type Finding, unclear, works } from '../local/doctor/finding.ts';
import { alarmNames, shortName } from './alarms.ts';
import { cannotTell, type Examination } from './examination.ts';

const name = 'test alarm';
const testReason = 'Test by "touchlight doctor --alarm". Nothing is wrong, and nothing need be done.';
const hourMs = 3_600_000;

/** How long CloudWatch may take to write down that it has told the topic. */
export interface Patience {
  readonly tries: number;
  readonly pauseMs: number;
}
export const usualPatience: Patience = { tries: 30, pauseMs: 2_000 };

/**
 * Rings one alarm that is quiet, looks in its history whether CloudWatch could publish it, and ends it. Whether the mail is
 * in the mailbox only its owner can see.
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
  const alarm = alarms.value.find((each) => isFitForTest(each, topic));
  if (alarm === undefined || topic === undefined) {
    return unclear(
      name,
      'No alarm was rung: none is quiet and tells the topic operations both when it rings and when it is over.',
      'Mend what the findings on alarms say, then try again.',
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
      `${alarm.name} was rung and could not be ended (${ended.unanswered.message}).`,
      'CloudWatch ends it by itself when it judges it next, within minutes. Tell operations that it was a test.',
    );
  }
  return judgeArrival(alarm, action, topic, examination);
}

/** A real alarm is not disturbed, and both mails of the test must be seen. */
function isFitForTest(
  { state, actionsEnabled, whenRinging, whenOver }: AlarmState,
  topic: string | undefined,
): boolean {
  if (topic === undefined || !actionsEnabled || state !== 'OK') return false;
  return whenRinging.includes(topic) && whenOver.includes(topic);
}

/** @returns null when CloudWatch has not written any in time */
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
      `${called} was rung and ended, and CloudWatch's history does not say whether it told the topic.`,
      `Look for mails about ${alarm.name} in the mailbox of operations; if none is there, try again.`,
    );
  }
  if (!action.succeeded) {
    return broken(
      name,
      `${called} was rung and CloudWatch could not publish it: ${action.summary}`,
      "The topic's policy must let cloudwatch.amazonaws.com publish: npx cdk deploy --revert-drift puts it back.",
    );
  }
  const subscriptions = await inspector.subscriptions(topic);
  if (!subscriptions.known) return cannotTell(name, subscriptions.unanswered);
  const { confirmed } = subscriptionHealth(subscriptions.value ?? [], configuration?.alerts.email ?? null);
  if (confirmed.length === 0) {
    return broken(
      name,
      `${called} was rung and published at ${action.at}, and nobody hears it: no subscription of operations is confirmed.`,
      'See the finding on the topic operations.',
    );
  }
  return works(
    name,
    `${called} was rung and published at ${action.at}. Now look into the mailbox of ${confirmed.join(', ')}: two mails, ` +
      `'ALARM: "${alarm.name}"' and 'OK: "${alarm.name}"', must be there.`,
  );
}
