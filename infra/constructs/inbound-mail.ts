import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { ReceiptRule, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import { type Configuration, inboundAddress } from '../../shared/model/business.ts';
import { inboxPrefix, receiptRuleSetName } from '../../shared/model/stack-names.ts';

export interface InboundMailProps {
  readonly inbound: NonNullable<Configuration['inbound']>;
  /** Touchpoints whose mail SES receives. */
  readonly mailboxes: readonly string[];
  readonly evidence: Bucket;
  readonly stackName: string;
}

/**
 * Copies of mail, each mailbox's received at an address of its own and put below a prefix of its own. An account has one active rule set
 * in a region. A set that is named is somebody else's: our rules are added to it, take nothing but our addresses, and end nothing.
 * Otherwise the set is ours, and a person activates it: CloudFormation cannot, and switching sets would switch off somebody's mail.
 */
export class InboundMail extends Construct {
  constructor(scope: Construct, id: string, { inbound, mailboxes, evidence, stackName }: InboundMailProps) {
    super(scope, id);
    const ruleSet =
      inbound.ruleSet === null
        ? new ReceiptRuleSet(this, 'RuleSet', { receiptRuleSetName: receiptRuleSetName(stackName) })
        : ReceiptRuleSet.fromReceiptRuleSetName(this, 'RuleSet', inbound.ruleSet);
    let after = inbound.after === null ? undefined : ReceiptRule.fromReceiptRuleName(this, 'LastRule', inbound.after);
    for (const touchpointId of mailboxes) {
      after = new ReceiptRule(this, `Rule-${touchpointId}`, {
        ruleSet,
        ...(after && { after }),
        recipients: [inboundAddress(touchpointId, inbound)],
        // Without it, SES writes no verdicts.
        scanEnabled: true,
        // A forwarder without TLS would lose mails that nobody misses.
        tlsPolicy: TlsPolicy.OPTIONAL,
        actions: [new S3({ bucket: evidence as IBucket, objectKeyPrefix: `${inboxPrefix}${touchpointId}/` })],
      });
    }
  }
}
