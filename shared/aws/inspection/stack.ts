import {
  type CloudFormationClient,
  ListStackResourcesCommand,
  type ListStackResourcesCommandOutput,
} from '@aws-sdk/client-cloudformation';
import type { StackInspector, StackResource } from '../../ports/stack-inspector.ts';
import { ask } from '../ask.ts';
import { describeStack } from '../deployed-stack.ts';

export function inspectStack(
  client: CloudFormationClient,
  StackName: string,
): Pick<StackInspector, 'stack' | 'resources'> {
  return {
    stack: () => ask('cloudformation:DescribeStacks', () => describeStack(client, StackName)),

    resources: () =>
      ask('cloudformation:ListStackResources', async () => {
        const found: StackResource[] = [];
        let NextToken: string | undefined;
        do {
          const page: ListStackResourcesCommandOutput = await client.send(
            new ListStackResourcesCommand({ StackName, NextToken }),
          );
          for (const { LogicalResourceId, PhysicalResourceId, ResourceType } of page.StackResourceSummaries ?? []) {
            // What could not be created has no physical id.
            if (PhysicalResourceId === undefined || PhysicalResourceId === '') continue;
            found.push({
              logicalId: LogicalResourceId ?? '',
              physicalId: PhysicalResourceId,
              type: ResourceType ?? '',
            });
          }
          NextToken = page.NextToken;
        } while (NextToken !== undefined);
        return found;
      }),
  };
}
