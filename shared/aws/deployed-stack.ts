import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { z } from 'zod';
import { toInstant } from '../model/instant.ts';
import { outputs } from '../model/stack-names.ts';
import type { StackState } from '../ports/stack-inspector.ts';

/** Where a deployed stack keeps and sends things, from its own outputs. */
export interface DeployedStack {
  readonly tableName: string;
  readonly evidenceBucket: string;
  readonly alertsTopicArn: string;
}

/** The stack cannot be used; the message says why and what to do. */
export class DeployedStackError extends Error {
  override readonly name = 'DeployedStackError';
}

const outputsSchema = z.object({
  [outputs.table]: z.string(),
  [outputs.evidenceBucket]: z.string(),
  [outputs.alertsTopic]: z.string(),
});

/**
 * @param name as given to `cdk deploy`, such as `Touchlight`
 * @throws DeployedStackError when there are no credentials or region, no such stack, or a stack of something else
 */
export async function findDeployedStack(name: string): Promise<DeployedStack> {
  const client = new CloudFormationClient({ maxAttempts: 3 });
  try {
    const reading = outputsSchema.safeParse((await describeStack(client, name)).outputs);
    if (!reading.success) {
      throw new DeployedStackError(
        `The stack "${name}" is not one of Touchlight, or its deployment has not ended: it lacks the output ` +
          `${reading.error.issues.map(({ path }) => path.join('.')).join(', ')}. Look at it with "npx cdk diff".`,
      );
    }
    const { data } = reading;
    return {
      tableName: data[outputs.table],
      evidenceBucket: data[outputs.evidenceBucket],
      alertsTopicArn: data[outputs.alertsTopic],
    };
  } catch (error) {
    if (error instanceof DeployedStackError || !(error instanceof Error)) throw error;
    throw new DeployedStackError(`The stack "${name}" cannot be looked up: ${error.message}`, { cause: error });
  } finally {
    client.destroy();
  }
}

/**
 * @throws DeployedStackError when there are no credentials or region, or no such stack
 * @throws Error in the SDK's words when CloudFormation refuses to say
 */
export async function describeStack(client: CloudFormationClient, StackName: string): Promise<StackState> {
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName })).catch((error: unknown) => {
    throw explain(StackName, error);
  });
  const [found] = Stacks;
  const changedAt = found?.LastUpdatedTime ?? found?.CreationTime;
  if (found === undefined || changedAt === undefined) throw new Error(`CloudFormation says nothing of ${StackName}`);
  return {
    status: found.StackStatus ?? 'unknown',
    statusReason: found.StackStatusReason ?? null,
    deployedAt: toInstant(changedAt.getTime()),
    outputs: Object.fromEntries((found.Outputs ?? []).map((each) => [each.OutputKey, each.OutputValue ?? ''])),
  };
}

/** What a person can mend at once gets a sentence that says how. */
function explain(name: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { message } = error;
  if (/does not exist/.test(message)) {
    return new DeployedStackError(
      `There is no stack "${name}" in this account and region. "aws cloudformation list-stacks" lists what is there; ` +
        'AWS_PROFILE and AWS_REGION choose another account and region.',
      { cause: error },
    );
  }
  if (error.name === 'CredentialsProviderError' || /Region is missing/.test(message)) {
    return new DeployedStackError(
      `The stack "${name}" cannot be looked up: ${message}. Set AWS_PROFILE (or AWS_ACCESS_KEY_ID and ` +
        'AWS_SECRET_ACCESS_KEY) and AWS_REGION, as for "npx cdk deploy".',
      { cause: error },
    );
  }
  if (/ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AuthFailure/.test(error.name)) {
    return new DeployedStackError(
      `The stack "${name}" cannot be looked up, because AWS does not accept these credentials: ${message} Sign in again.`,
      { cause: error },
    );
  }
  return error;
}
