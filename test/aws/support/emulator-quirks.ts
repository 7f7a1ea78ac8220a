import {
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { z } from 'zod';
import type { Account } from './account.ts';

const statementSchema = z.object({
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.json(),
  Condition: z.json().optional(),
});
const documentSchema = z.object({ Statement: z.array(statementSchema) });
type Statement = z.infer<typeof statementSchema>;

/** Actions that AWS authorizes by the name of the single call; the emulator wants a name of their own, which AWS does not know. */
const batches = {
  'sqs:SendMessage': 'sqs:SendMessageBatch',
  'sqs:DeleteMessage': 'sqs:DeleteMessageBatch',
} as const;

/**
 * The emulator enforces IAM, with three differences. It has names of its own for batches; it asks for ses:SendEmail on no
 * identity in particular; and no condition hears from it which keys of the table a request names. A role that has the
 * permission that AWS asks for gets the emulator's one, too. (The keys are proved on the template.)
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

function quirksOf({ Action, Resource, Condition }: Statement): object[] {
  const actions = new Set([Action].flat());
  const extra: Omit<Statement, 'Condition'>[] = Object.entries(batches).flatMap(([single, batch]) =>
    actions.has(single) ? [{ Action: batch, Resource }] : [],
  );
  if (JSON.stringify(Condition ?? {}).includes('dynamodb:LeadingKeys')) extra.push({ Action, Resource });
  if (actions.has('ses:SendEmail')) extra.push({ Action: 'ses:SendEmail', Resource: '*' });
  return extra.map((statement) => ({ Effect: 'Allow', ...statement }));
}
