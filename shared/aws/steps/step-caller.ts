import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { StepInvoker } from '../../ports/queues.ts';

/**
 * Invokes a function and waits until it has done its work.
 * @param patienceMs after which the work goes on without being waited for
 * @throws Error in the function's words when it failed, and when it takes too long
 */
export function createStepCaller(
  functionName: string,
  patienceMs: number,
  client = new LambdaClient({ maxAttempts: 2 }),
): StepInvoker {
  return async (event) => {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'RequestResponse',
        Payload: Buffer.from(JSON.stringify(event)),
      }),
      { abortSignal: AbortSignal.timeout(patienceMs) },
    );
    if (FunctionError === undefined) return;
    throw new Error(`${functionName} failed (${FunctionError}): ${Payload?.transformToString() ?? ''}`);
  };
}
