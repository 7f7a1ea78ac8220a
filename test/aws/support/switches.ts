import { ListEventSourceMappingsCommand, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import {
  GetScheduleCommand,
  type GetScheduleCommandOutput,
  ListSchedulesCommand,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { functionName, type Step, variables } from '../../../shared/model/stack-names.ts';
import type { Account } from './account.ts';
import { changeEnvironment } from './environment.ts';

/**
 * The emulator has no batching window, so notify would hear of two checks that break together one after the other. Holding
 * its event source for a while is that window. A sweep that falls into it goes to evaluate, to which it is a wake-up like any.
 */
export async function holdNotify(account: Account, stack: string, held: boolean): Promise<void> {
  const swept = functionName(stack, held ? 'evaluate' : 'notify');
  await changeEnvironment(account, stack, 'dispatch', { [variables.notifyFunction]: swept });
  await switchSource(account, stack, 'notify', !held);
}

/** Connects a function to the queue or stream that starts it, or cuts it off. */
export async function switchSource({ lambda }: Account, stack: string, step: Step, on: boolean): Promise<void> {
  const FunctionName = functionName(stack, step);
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({ FunctionName }));
  if (EventSourceMappings.length === 0) throw new Error(`${step} has no event source.`);
  for (const { UUID } of EventSourceMappings) {
    await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled: on }));
  }
}

/** Stops or starts the clock of the whole flow. */
export async function switchSchedules(account: Account, on: boolean): Promise<void> {
  for (const schedule of await schedulesOf(account)) {
    await changeSchedule(account, schedule, { State: on ? 'ENABLED' : 'DISABLED' });
  }
}

export async function schedulesOf({ scheduler }: Account): Promise<GetScheduleCommandOutput[]> {
  const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({}));
  return Promise.all(
    Schedules.map(({ Name, GroupName }) => scheduler.send(new GetScheduleCommand({ Name, GroupName }))),
  );
}

/** An update replaces a schedule: what it does not name is gone. */
export async function changeSchedule(
  { scheduler }: Account,
  schedule: GetScheduleCommandOutput,
  changes: { readonly State?: 'ENABLED' | 'DISABLED'; readonly StartDate?: Date },
): Promise<void> {
  const { Name, GroupName, FlexibleTimeWindow, ScheduleExpression, ScheduleExpressionTimezone, Target } = schedule;
  const { State, StartDate } = schedule;
  await scheduler.send(
    new UpdateScheduleCommand({
      ...{ Name, GroupName, FlexibleTimeWindow, ScheduleExpression, ScheduleExpressionTimezone, Target },
      ...{ State, ...(StartDate && { StartDate }), ...changes },
    }),
  );
}
