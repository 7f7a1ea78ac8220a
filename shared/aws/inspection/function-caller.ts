import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

export type CallAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly sentence: string };

/** Invokes a function, waits for it, and gives back what it answers, or why there is no answer. */
export function createFunctionCaller(client = new LambdaClient({ maxAttempts: 3 })) {
  return async (functionName: string, event: object): Promise<CallAnswer> => {
    try {
      const Payload = Buffer.from(JSON.stringify(event));
      const answer = await client.send(new InvokeCommand({ FunctionName: functionName, Payload }));
      const text = Buffer.from(answer.Payload ?? []).toString('utf8');
      if (answer.FunctionError === undefined) return { ok: true, value: text === '' ? null : JSON.parse(text) };
      return { ok: false, sentence: `The function ${functionName} failed: see its log, /aws/lambda/${functionName}.` };
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException')
        return { ok: false, sentence: `The stack has no function ${functionName}: deploy this touchpoints.yaml.` };
      const says = error instanceof Error ? error.message : String(error);
      return { ok: false, sentence: `The function ${functionName} cannot be invoked: ${says}` };
    }
  };
}
