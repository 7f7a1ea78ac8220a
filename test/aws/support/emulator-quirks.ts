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
type Statement = z.infer<typeof statementSchema>;

/**
 * The emulator enforces IAM but for two things. AWS authorizes SendMessageBatch as sqs:SendMessage, the emulator wants an
 * action of that name, which AWS does not know. And it asks for ses:SendEmail on no identity in particular. Whoever has the
 * right one gets the emulator's one, too.
 */
export async function allowForQuirks({ connection }: Account): Promise<void> {
  const iam = new IAMClient(connection);
  const { Roles = [] } = await iam.send(new ListRolesCommand({ MaxItems: 1000 }));
  for (const { RoleName } of Roles) {
    const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    for (const PolicyName of PolicyNames) {
      const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      const extra = documentSchema
        .parse(JSON.parse(decodeURIComponent(PolicyDocument)))
        .Statement.flatMap((statement) => quirksOf(statement));
      if (extra.length === 0) continue;
      await iam.send(
        new PutRolePolicyCommand({
          RoleName,
          PolicyName: `${PolicyName}-quirks`.slice(-128),
          PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: extra }),
        }),
      );
    }
  }
}

function quirksOf({ Action, Resource }: Statement): (Statement & { Effect: 'Allow' })[] {
  const actions = [Action].flat();
  return [
    ...(actions.includes('sqs:SendMessage')
      ? [{ Effect: 'Allow' as const, Action: 'sqs:SendMessageBatch', Resource }]
      : []),
    ...(actions.includes('ses:SendEmail')
      ? [{ Effect: 'Allow' as const, Action: 'ses:SendEmail', Resource: '*' }]
      : []),
  ];
}
