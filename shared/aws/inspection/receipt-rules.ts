import { DescribeActiveReceiptRuleSetCommand, type ReceiptRule, type SESClient } from '@aws-sdk/client-ses';
import type { ReceivingRule, StackInspector } from '../../ports/stack-inspector.ts';
import { ask } from '../ask.ts';

export function inspectReceiptRules(client: SESClient): Pick<StackInspector, 'receivingRules'> {
  return {
    receivingRules: () =>
      ask('ses:DescribeActiveReceiptRuleSet', async () => {
        const { Metadata, Rules = [] } = await client.send(new DescribeActiveReceiptRuleSetCommand({}));
        return Metadata?.Name === undefined ? null : { name: Metadata.Name, rules: Rules.map(toRule) };
      }),
  };
}

function toRule({ Name = '', Enabled = false, Recipients = [], Actions = [] }: ReceiptRule): ReceivingRule {
  const isEnd = Actions.some(({ StopAction, BounceAction }) => StopAction !== undefined || BounceAction !== undefined);
  return { name: Name, isEnabled: Enabled, recipients: Recipients, isEnd };
}
