import { Stack, Validations } from 'aws-cdk-lib';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';

/** Accepts one finding of cdk-nag's AwsSolutions below a construct, with the reason that makes it right here. */
export function acknowledge(construct: IConstruct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions::${rule}`, reason });
}

/** Accepts that a role may touch every object below one prefix, such as `evidence/*`. */
export function acknowledgeObjects(construct: IConstruct, bucket: Bucket, objects: string, reason: string): void {
  const arn = `<${Stack.of(construct).getLogicalId(bucket.node.defaultChild as CfnBucket)}.Arn>`;
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${arn}/${objects}]`, reason);
}
