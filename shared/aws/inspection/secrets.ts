import { DescribeSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { secretId } from '../../model/stack-names.ts';
import type { StackInspector } from '../../ports/stack-inspector.ts';
import { askFor } from '../ask.ts';

export function inspectSecrets(client: SecretsManagerClient, stackName: string): Pick<StackInspector, 'secret'> {
  return {
    secret: (name) =>
      askFor('secretsmanager:DescribeSecret', async () => {
        const { DeletedDate } = await client.send(new DescribeSecretCommand({ SecretId: secretId(stackName, name) }));
        return DeletedDate === undefined ? ('there' as const) : ('being-deleted' as const);
      }),
  };
}
