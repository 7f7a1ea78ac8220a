import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { z } from 'zod';
import { functionName, type Step } from '../../../shared/model/stack-names.ts';
import type { Account } from './account.ts';
import { changeEnvironment } from './environment.ts';

const lineSchema = z.object({ event: z.looseObject({ Records: z.array(z.json()).optional() }) });

export interface RecordedEvent {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly event: z.infer<typeof lineSchema>['event'];
}

/** Lets a deployed function log each event it gets: Powertools' own switch, as one would use it to chase a fault. */
export async function recordEvents(account: Account, stack: string, step: Step): Promise<void> {
  await changeEnvironment(account, stack, step, { POWERTOOLS_LOGGER_LOG_EVENT: 'true' });
}

/** Every event that a function got since then; of a batch, each record on its own. */
export async function recordedEvents({ logs }: Account, stack: string, step: Step): Promise<RecordedEvent[]> {
  const recorded: RecordedEvent[] = [];
  let nextToken: string | undefined;
  do {
    const answer = await logs.send(
      new FilterLogEventsCommand({
        logGroupName: `/aws/lambda/${functionName(stack, step)}`,
        ...(nextToken && { nextToken }),
      }),
    );
    for (const { message = '', timestamp: at = 0 } of answer.events ?? []) {
      const line = message.startsWith('{') ? lineSchema.safeParse(JSON.parse(message)).data : undefined;
      if (line === undefined) continue;
      const records = line.event.Records?.map((record) => ({ Records: [record] })) ?? [line.event];
      recorded.push(...records.map((event) => ({ at, event })));
    }
    nextToken = answer.nextToken;
  } while (nextToken !== undefined);
  return recorded;
}
