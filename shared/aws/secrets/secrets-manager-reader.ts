import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SecretFault } from '../../model/secret-fault.ts';
import { secretId } from '../../model/stack-names.ts';
import type { SecretReader } from '../../ports/secret-reader.ts';
import { sayResponses } from '../../probes/responses/statements.ts';

/**
 * Asks Secrets Manager each time: a rotated token is used at once, and polls are minutes apart.
 * @param stackName whose secrets: two stacks in one account keep theirs apart
 */
export function createSecretReader(
  stackName: string,
  client = new SecretsManagerClient({ maxAttempts: 6 }),
): SecretReader {
  return {
    async read(name) {
      const SecretId = secretId(stackName, name);
      try {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
        if (SecretString !== undefined) return SecretString;
      } catch (error) {
        const says = { id: SecretId, says: messageOf(error) };
        throw new SecretFault(sayResponses('responses/unreadable-secret', says), { cause: error });
      }
      throw new SecretFault(sayResponses('responses/binary-secret', { id: SecretId }));
    },
    keeper: (name) => async (SecretString) => {
      const SecretId = secretId(stackName, name);
      try {
        await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
      } catch (error) {
        const says = { id: SecretId, says: messageOf(error) };
        throw new SecretFault(sayResponses('responses/unkept-token', says), { cause: error });
      }
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
