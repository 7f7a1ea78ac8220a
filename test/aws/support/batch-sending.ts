import {
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { z } from 'zod';
import type { Account } from './account.ts';

const statementSchema = z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.json() });
const documentSchema = z.object({ Statement: z.array(statementSchema) });

/**
 * AWS authorizes SendMessageBatch as sqs:SendMessage; the emulator asks for an action of that name, which AWS does not know.
 * Whoever may send there may send batches there.
 */
export async function allowBatchSending({ connection }: Account): Promise<void> {
  const iam = new IAMClient(connection);
  const { Roles = [] } = await iam.send(new ListRolesCommand({ MaxItems: 1000 }));
  for (const { RoleName } of Roles) {
    const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    for (const PolicyName of PolicyNames) {
      const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      const { Statement } = documentSchema.parse(JSON.parse(decodeURIComponent(PolicyDocument)));
      const sending = Statement.filter(({ Action }) => [Action].flat().includes('sqs:SendMessage'));
      if (sending.length === 0) continue;
      const batches = sending.map(({ Resource }) => ({ Effect: 'Allow', Action: 'sqs:SendMessageBatch', Resource }));
      await iam.send(
        new PutRolePolicyCommand({
          RoleName,
          PolicyName: `${PolicyName}-batches`.slice(-128),
          PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: batches }),
        }),
      );
    }
  }
}
