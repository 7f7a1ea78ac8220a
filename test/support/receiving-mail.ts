import { type AwsReply, xmlReply } from './aws-requests.ts';

/** What SES does with the mail that it receives. */
export interface Receiving {
  name: string;
  rules: { name: string; enabled: boolean; recipients: string[]; stops?: boolean }[];
}

/** @param receiving null where no rule set is active */
export function receivingReply(receiving: Receiving | null): AwsReply {
  return xmlReply('DescribeActiveReceiptRuleSet', {
    Metadata: receiving === null ? undefined : { Name: receiving.name },
    Rules: receiving?.rules.map(({ name, enabled, recipients, stops }) => ({
      Name: name,
      Enabled: String(enabled),
      Recipients: recipients,
      Actions: [stops === true ? { StopAction: { Scope: 'RuleSet' } } : { S3Action: { BucketName: 'mails' } }],
    })),
  });
}
