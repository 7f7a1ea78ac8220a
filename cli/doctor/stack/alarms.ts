import { formatFor } from '../../../shared/i18n/format.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import { hourMs } from '../../../shared/model/time-spans.ts';
import type { AlarmAction, AlarmState, Answer } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, notYet, unclear, works } from '../finding.ts';
import { cannotTell, type Examination, putBack, resourcesOf, weigh } from './examination.ts';

/** CloudWatch keeps an alarm's history for 30 days. */
const historyMs = 14 * 24 * hourMs;

/** What to do when CloudWatch may not publish. */
export const publishRight =
  "The topic's policy must allow cloudwatch.amazonaws.com to publish. Restore it: npx cdk deploy --revert-drift";

export function alarmNames(examination: Examination): string[] {
  return resourcesOf(examination, 'AWS::CloudWatch::Alarm').map(({ physicalId }) => physicalId);
}

/** Are the alarms armed, is one ringing, and could the last change be published? */
export async function examineAlarms(examination: Examination): Promise<Finding[]> {
  const { inspector, now } = examination;
  const names = alarmNames(examination);
  const alarms = await inspector.alarms(names);
  if (!alarms.known) return [cannotTell('alarms', alarms.unanswered)];
  const findings: Finding[] = [];
  // One after the other: AWS answers few questions a second about the history of alarms.
  for (const alarmName of names) {
    const found = alarms.value.find(({ name }) => name === alarmName) ?? null;
    const actions = found && (await inspector.alarmActions(alarmName, toInstant(now - historyMs)));
    findings.push(judgeAlarm(shortName(alarmName, examination), found, actions, examination));
  }
  return findings;
}

/** Without the stack's name, as its heading in the runbook has it. */
export function shortName(alarmName: string, { stack }: Pick<Examination, 'stack'>): string {
  return alarmName.startsWith(`${stack}-`) ? alarmName.slice(stack.length + 1) : alarmName;
}

function judgeAlarm(
  alarm: string,
  found: AlarmState | null,
  actions: Answer<readonly AlarmAction[]> | null,
  { state, now }: Examination,
): Finding {
  const name = `alarm ${alarm}`;
  if (found === null) return broken(name, 'The alarm is missing: someone deleted it by hand.', putBack);
  const topic = state?.outputs[outputs.operationsTopic];
  return weigh(
    [
      judgeReach(name, found, topic),
      actions?.known === true ? judgeLastAction(name, actions.value[0]) : null,
      judgeState(name, alarm, found, now),
    ],
    actions?.known === false ? cannotTell(name, actions.unanswered) : null,
  );
}

/** @returns null when it would notify the topic */
function judgeReach(
  name: string,
  { actionsEnabled, whenRinging }: AlarmState,
  topic: string | undefined,
): Finding | null {
  if (!actionsEnabled) return broken(name, 'Its actions are disabled: it can fire, but notifies nobody.', putBack);
  if (topic === undefined || whenRinging.includes(topic)) return null;
  return broken(name, 'It does not notify the topic operations when it fires.', putBack);
}

/** @returns null when the last change was published, or there was none */
function judgeLastAction(name: string, last: AlarmAction | undefined): Finding | null {
  if (last === undefined || last.succeeded) return null;
  return broken(name, `CloudWatch could not publish its last change (${last.at}): ${last.summary}`, publishRight);
}

function judgeState(name: string, alarm: string, { state, stateReason, since }: AlarmState, now: number): Finding {
  const age = formatFor('en').duration(now - Date.parse(since));
  switch (state) {
    case 'OK':
      return works(name, `OK for ${age}.`);
    case 'ALARM':
      return broken(name, `Firing since ${since} (${age}): ${stateReason}`, `docs/runbook.md#alarm-${alarm}`);
    case 'INSUFFICIENT_DATA':
      return now - Date.parse(since) < hourMs
        ? notYet(name, 'CloudWatch has not evaluated it yet.', 'Run this again in ten minutes.')
        : unclear(
            name,
            `CloudWatch has had no data to evaluate it for ${age}.`,
            'Check its metric in the CloudWatch console.',
          );
  }
}
