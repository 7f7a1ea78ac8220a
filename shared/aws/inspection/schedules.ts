import { GetScheduleCommand, type SchedulerClient } from '@aws-sdk/client-scheduler';
import { z } from 'zod';
import { parseJson } from '../../model/parse-json.ts';
import type { StackInspector } from '../../ports/stack-inspector.ts';
import { askFor } from '../ask.ts';

const inputSchema = z.object({ slot: z.string() });

export function inspectSchedules(client: SchedulerClient): Pick<StackInspector, 'schedule'> {
  return {
    schedule: (Name) =>
      askFor('scheduler:GetSchedule', async () => {
        const { State = 'unknown', Target } = await client.send(new GetScheduleCommand({ Name }));
        const input = inputSchema.safeParse(parseJson(Target?.Input ?? ''));
        return { state: State, slot: input.success ? input.data.slot : null };
      }),
  };
}
