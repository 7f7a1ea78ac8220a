import { stepOfResource, workerOfTrigger } from '../../../shared/model/stack-resources.ts';
import type { ScheduleState, StackResource, TriggerState } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, notYet, works } from '../finding.ts';
import { type Examination, judged, putBack, resourcesOf } from './examination.ts';

/** What starts the steps: schedules, and triggers on queues and on the table's stream. */
export async function examineStarters(examination: Examination): Promise<Finding[]> {
  const { inspector } = examination;
  const [schedules, triggers] = await Promise.all([
    Promise.all(
      schedulesOf(examination).map(async (resource) => {
        const name = `schedule ${stepOfResource(resource.logicalId) ?? resource.logicalId}`;
        const answer = await inspector.schedule(resource.physicalId);
        return judged(name, answer, (found) => judgeSchedule(name, found, resource.physicalId));
      }),
    ),
    Promise.all(
      resourcesOf(examination, 'AWS::Lambda::EventSourceMapping').map(async (resource) => {
        const name = `trigger ${workerOfTrigger(resource.logicalId) ?? resource.logicalId}`;
        const answer = await inspector.trigger(resource.physicalId);
        return judged(name, answer, (state) => judgeTrigger(name, state, resource.physicalId));
      }),
    ),
  ]);
  return [...schedules, ...triggers];
}

/** A fleet's digest has many, which are looked at by the businesses that they are for. */
function schedulesOf(examination: Examination): readonly StackResource[] {
  const all = resourcesOf(examination, 'AWS::Scheduler::Schedule');
  return examination.fleet === undefined ? all : all.filter(({ logicalId }) => stepOfResource(logicalId) !== 'digest');
}

export function judgeSchedule(name: string, found: ScheduleState | null, schedule: string): Finding {
  if (found === null) return broken(name, 'The schedule is missing: someone deleted it by hand.', putBack);
  const { state } = found;
  if (state === 'ENABLED') return works(name, 'Enabled.');
  return broken(
    name,
    `The schedule is off (${state}), so nothing starts this step on time.`,
    `Enable ${schedule} in the EventBridge Scheduler console, or run: npx cdk deploy --revert-drift`,
  );
}

function judgeTrigger(name: string, found: TriggerState | null, uuid: string): Finding {
  if (found === null) return broken(name, 'The trigger is missing: someone deleted it by hand.', putBack);
  const { state, stateReason, lastResult } = found;
  if (/^(Creating|Enabling|Updating)$/.test(state)) {
    return notYet(name, `Lambda is still changing it (${state}).`, 'Run this again in a minute.');
  }
  if (state !== 'Enabled') {
    const because = stateReason === null ? '' : `, ${stateReason}`;
    return broken(
      name,
      `The trigger is off (${state}${because}), so this step gets no work.`,
      `Switch it on again: aws lambda update-event-source-mapping --uuid ${uuid} --enabled`,
    );
  }
  if (lastResult === null || /^(OK|No records processed)/.test(lastResult)) {
    return works(name, `Enabled${lastResult === null ? '' : `; last result: ${lastResult}`}.`);
  }
  return broken(
    name,
    `Enabled, but the last batch failed: ${lastResult}.`,
    "Check this step's log; a permission missing from its role is the usual cause.",
  );
}
