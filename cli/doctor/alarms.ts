import { formatDuration } from '../../shared/evaluation/format-measurement.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { outputs } from '../../shared/model/stack-names.ts';
import type { AlarmAction, AlarmState, Answer } from '../../shared/ports/stack-inspector.ts';
import { broken, type Finding, notYet, unclear, works } from '../local/doctor/finding.ts';
import { cannotTell, type Examination, putBack, resourcesOf, weigh } from './examination.ts';

const hourMs = 3_600_000;
/** CloudWatch forgets an alarm's history after a month. */
const historyMs = 14 * 24 * hourMs;

export function alarmNames(examination: Examination): string[] {
  return resourcesOf(examination, 'AWS::CloudWatch::Alarm').map(({ physicalId }) => physicalId);
}

/** Do the alarms watch, is one ringing, and did the last one that rang reach the topic? */
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
  if (found === null) return broken(name, 'The alarm is gone: somebody has deleted it by hand.', putBack);
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

/** @returns null when it would tell the topic */
function judgeReach(
  name: string,
  { actionsEnabled, whenRinging }: AlarmState,
  topic: string | undefined,
): Finding | null {
  if (!actionsEnabled) return broken(name, 'Its actions are switched off: it may ring, and tells nobody.', putBack);
  if (topic === undefined || whenRinging.includes(topic)) return null;
  return broken(name, 'It does not tell the topic operations when it rings.', putBack);
}

/** @returns null when the last try reached the topic, or there was none */
function judgeLastAction(name: string, last: AlarmAction | undefined): Finding | null {
  if (last === undefined || last.succeeded) return null;
  return broken(
    name,
    `When it changed at ${last.at}, CloudWatch could not publish it: ${last.summary}`,
    "The topic's policy must let cloudwatch.amazonaws.com publish: npx cdk deploy --revert-drift puts it back.",
  );
}

function judgeState(name: string, alarm: string, { state, stateReason, since }: AlarmState, now: number): Finding {
  const age = formatDuration(now - Date.parse(since));
  switch (state) {
    case 'OK':
      return works(name, `Watches, and has been quiet for ${age}.`);
    case 'ALARM':
      return broken(name, `Rings since ${since} (${age}): ${stateReason}`, `docs/runbook.md#alarm-${alarm}`);
    case 'INSUFFICIENT_DATA':
      return now - Date.parse(since) < hourMs
        ? notYet(name, 'CloudWatch has not judged it yet.', 'Run this again in an hour.')
        : unclear(
            name,
            `CloudWatch has not been able to judge it for ${age}.`,
            'Look at its metric in the CloudWatch console.',
          );
  }
}
