import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretId } from '../../model/stack-names.ts';
import type { SecretReader } from '../../ports/secret-reader.ts';

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
        if (SecretString === undefined) throw new Error('it holds no text');
        return SecretString;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(
          `The secret "${SecretId}" could not be read: ${why}. Create it with: aws secretsmanager create-secret --name ${SecretId} --secret-string <token>`,
          { cause: error },
        );
      }
    },
    keeper: (name) => async (SecretString) => {
      const SecretId = secretId(stackName, name);
      try {
        await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`the renewed token could not be stored in the secret "${SecretId}": ${why}`, { cause: error });
      }
    },
  };
}
