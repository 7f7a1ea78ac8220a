import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { type ImportKind, importKinds, importPrefix } from '../../shared/model/import-kind.ts';
import { keepEvidenceDays, keepIncomingDays, keepLongDays } from '../../shared/model/keep-days.ts';
import { evidencePrefix, inboxPrefix, reportsPrefix, submissionsPrefix } from '../../shared/model/stack-names.ts';
import { expiryAttribute, partitionKeyAttribute, sortKeyAttribute } from '../../shared/model/table-keys.ts';
import { acknowledge } from './acknowledge.ts';

const kinds = Object.keys(importKinds) as ImportKind[];
const readOnce = kinds.filter((kind) => importKinds[kind].isReadOnce).map((kind) => importPrefix(kind));
const readAgain = kinds.filter((kind) => !importKinds[kind].isReadOnce).map((kind) => importPrefix(kind));

/** The one table. It outlives the stack and cannot be deleted by accident: it is the history. */
export function createTable(scope: Construct): TableV2 {
  return new TableV2(scope, 'Table', {
    partitionKey: { name: partitionKeyAttribute, type: AttributeType.STRING },
    sortKey: { name: sortKeyAttribute, type: AttributeType.STRING },
    billing: Billing.onDemand(),
    // AWS's own key: no monthly fee, and no second policy that could lock the history away.
    encryption: TableEncryptionV2.dynamoOwnedKey(),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: expiryAttribute,
    dynamoStream: StreamViewType.NEW_IMAGE,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** Screenshots and reports: private, encrypted, TLS only, gone after three months. It outlives the stack. */
export function createEvidenceBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, 'Evidence', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    lifecycleRules: [
      {
        prefix: evidencePrefix,
        expiration: Duration.days(keepEvidenceDays),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      { prefix: submissionsPrefix, expiration: Duration.days(keepLongDays) },
      { prefix: reportsPrefix, expiration: Duration.days(keepLongDays) },
      ...readAgain.map((prefix) => ({ prefix, expiration: Duration.days(keepLongDays) })),
      ...[...readOnce, inboxPrefix].map((prefix) => ({
        prefix,
        expiration: Duration.days(keepIncomingDays),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      })),
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(
    bucket,
    'AwsSolutions-S1',
    'Access logs would need a second bucket to keep and to pay; only the probes and the digest come here, each held to its own prefixes.',
  );
  return bucket;
}
