import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Touchpoint } from '../../shared/model/business.ts';
import { type ImportKind, importPrefix } from '../../shared/model/import-kind.ts';
import { specOf } from '../../shared/probes/index.ts';
import type { StepFunction } from './step-function.ts';

interface Import {
  readonly kind: ImportKind;
  readonly touchpointId: string;
}

/** What checks read from folders of their touchpoints. */
export function importsOf(touchpoints: readonly Touchpoint[]): Import[] {
  return touchpoints.flatMap(({ id, checks }) =>
    checks.flatMap(({ probe }) => {
      const kind = specOf(probe)?.imports;
      return kind === undefined ? [] : { kind, touchpointId: id };
    }),
  );
}

interface LandedFilesProps {
  readonly bucket: Bucket;
  readonly imports: readonly Import[];
  readonly dispatch: StepFunction;
}

/**
 * Has dispatch run a check as soon as a file for it lands in the bucket. By EventBridge, because a bucket that notified a
 * function itself would have to exist before and after it. What is lost on the way is read at the check's own cadence.
 */
export class LandedFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, imports, dispatch }: LandedFilesProps) {
    super(scope, id);
    letTell(bucket);
    const kinds = [...new Set(imports.map(({ kind }) => kind))];
    const rule = new Rule(this, 'Rule', {
      description: 'Touchlight: a file has landed that a check reads',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [bucket.bucketName] },
          object: { key: kinds.map((kind) => ({ prefix: importPrefix(kind) })) },
        },
      },
    });
    rule.addTarget(
      new LambdaFunction(dispatch.function, {
        event: RuleTargetInput.fromObject({ landed: EventField.fromPath('$.detail.object.key') }),
        retryAttempts: 5,
        maxEventAge: Duration.minutes(5),
      }),
    );
  }
}

/** CDK's own way would add a function of its own, with more rights than this needs. */
function letTell(bucket: Bucket): void {
  const resource = bucket.node.defaultChild;
  if (!CfnBucket.isCfnBucket(resource)) throw new Error('The bucket is no resource of this stack.');
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
