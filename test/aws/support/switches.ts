import { ListEventSourceMappingsCommand, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { GetScheduleCommand, ListSchedulesCommand, UpdateScheduleCommand } from '@aws-sdk/client-scheduler';
import { functionName } from '../../../shared/model/stack-names.ts';
import type { Account } from './account.ts';

/**
 * The emulator has no batching window, so notify would hear of two checks that break together one after the other. Holding
 * its event source for a while is that window.
 */
export async function holdNotify({ lambda }: Account, stack: string, held: boolean): Promise<void> {
  const FunctionName = functionName(stack, 'notify');
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName }));
  for (const { UUID } of EventSourceMappings) {
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: !held }));
  }
}

/** Stops or starts the clock of the whole flow. */
export async function switchSchedules({ scheduler }: Account, on: boolean): Promise<void> {
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({}));
  for (const { Name, GroupName } of Schedules) {
    const { FlexibleTimeWindow, ScheduleExpression, ScheduleExpressionTimezone, Target } = await scheduler.send(
      new GetScheduleCommand({ Name, GroupName }),
    );
    await scheduler.send(
      new UpdateScheduleCommand({
        Name,
        GroupName,
        FlexibleTimeWindow,
        ScheduleExpression,
        ScheduleExpressionTimezone,
        Target,
        State: on ? 'ENABLED' : 'DISABLED',
      }),
    );
  }
}
