import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetFunctionConfigurationCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { functionName, type Step } from '../../../shared/model/stack-names.ts';
import type { Account } from './account.ts';

interface RecordedEvent {
  readonly Records: readonly unknown[];
}

/** Lets a deployed function log each event it gets: Powertools' own switch, as one would use it to chase a fault. */
export async function recordEvents({ lambda }: Account, stack: string, step: Step): Promise<void> {
  const FunctionName = functionName(stack, step);
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  await lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName,
      Environment: { Variables: { ...Environment?.Variables, POWERTOOLS_LOGGER_LOG_EVENT: 'true' } },
    }),
  );
}

/** Every SQS and stream event that a function got since then. */
export async function recordedEvents({ logs }: Account, stack: string, step: Step): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  let nextToken: string | undefined;
  do {
    const answer = await logs.send(
      new FilterLogEventsCommand({
        logGroupName: `/aws/lambda/${functionName(stack, step)}`,
        ...(nextToken && { nextToken }),
      }),
    );
    for (const { message = '' } of answer.events ?? []) {
      if (!message.startsWith('{')) continue;
      const { event } = JSON.parse(message) as { event?: Partial<RecordedEvent> };
      if (event?.Records !== undefined) events.push({ Records: event.Records });
    }
    nextToken = answer.nextToken;
  } while (nextToken !== undefined);
  return events;
}
