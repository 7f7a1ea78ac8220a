import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { StepInvoker } from '../../ports/queues.ts';

/**
 * Invokes a function without waiting for it. Lambda keeps the event, retries it as the stack says, and puts what it gives up
 * into the dead-letter queue; nothing is polled meanwhile.
 */
export function createStepInvoker(functionName: string, client = new LambdaClient({ maxAttempts: 6 })): StepInvoker {
  return async (event) => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: Buffer.from(JSON.stringify(event)),
      }),
    );
  };
}
