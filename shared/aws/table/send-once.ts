import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { UpdateCommand } from '@aws-sdk/lib-dynamodb';

/**
 * An addition is not the same when it is repeated, and the client repeats a request whose answer was lost. This one reaches the table at
 * most once; whether it did is unknown when it fails.
 */
export function sendOnce(command: UpdateCommand): UpdateCommand {
  command.middlewareStack.add(
    (next) => async (request) => {
      try {
        return await next(request);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) throw error;
        // Without a cause: the client would look into it for what may be repeated.
        throw new Error(`The table may not have taken it, and it is not sent again: ${String(error)}`);
      }
    },
    // Inside the client's own loop of attempts, which is of high priority. The document client adds a command's middleware twice.
    { name: 'sendOnce', step: 'finalizeRequest', priority: 'low', override: true },
  );
  return command;
}
