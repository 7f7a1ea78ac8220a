import { GetScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler';
import type { StackInspector } from '../../ports/stack-inspector.ts';
import { askFor } from '../ask.ts';

export function inspectSchedules(client: SchedulerClient): Pick<StackInspector, 'scheduleState'> {
  return {
    scheduleState: (Name) =>
      askFor('scheduler:GetSchedule', async () => {
        const { State } = await client.send(new GetScheduleCommand({ Name }));
        return State ?? 'unknown';
      }),
  };
}
