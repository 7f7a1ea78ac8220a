import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Lets the owner of an endpoint say why it does not answer: what `explain` returns is thrown in place of the client's error. */
export function explainFailures(client: DynamoDBClient, explain: (error: unknown) => Promise<unknown>): void {
  client.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw await explain(error);
      }
    },
    { step: 'initialize', name: 'explainFailures', priority: 'high' },
  );
}
