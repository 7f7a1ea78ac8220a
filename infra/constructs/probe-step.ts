import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { CheckId } from '../../shared/model/check-id.ts';
import { evidencePrefix, type ProbeStep as Probe, type Step, variables } from '../../shared/model/stack-names.ts';
import { submissionPrefix } from '../../shared/model/submission.ts';
import { acknowledgeObjects } from './acknowledge.ts';
import { StepFunction } from './step-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface ProbeStepProps {
  readonly step: Probe;
  readonly bundle: (step: Step) => string;
  readonly network: 'public' | 'any';
  readonly results: Queue;
  readonly evidence: Bucket;
  readonly timeout: Duration;
  readonly browser: boolean;
  /** Visits at the same time; SQS's own least is 2. */
  readonly maxConcurrency: number;
}

/**
 * A probe with its queue of visits. Its role is the poorest in the stack, because pages under test are hostile input: beside
 * reading its own queue and writing its log it may send results and put evidence under one prefix.
 */
export class ProbeStep extends Construct {
  /** Two attempts of at most 90 seconds, the browser's start, and some air. */
  static readonly page = { timeout: Duration.minutes(4), browser: true, maxConcurrency: 5 };
  /** Two attempts of at most four minutes. */
  static readonly lighthouse = { timeout: Duration.minutes(10), browser: true, maxConcurrency: 2 };
  static readonly social = { timeout: Duration.minutes(3), browser: false, maxConcurrency: 2 };

  readonly visits: WorkQueue;
  readonly step: StepFunction;

  constructor(scope: Construct, id: string, props: ProbeStepProps) {
    super(scope, id);
    this.visits = new WorkQueue(this, 'Visits', {
      fifo: true,
      functionTimeout: props.timeout,
      maxReceiveCount: 3,
      // A visit that nobody could make for four hours is worth nothing: the next ones stand behind it already.
      retention: Duration.hours(4),
    });
    this.step = new StepFunction(this, 'Step', {
      step: props.step,
      bundle: props.bundle(props.step),
      timeout: props.timeout,
      browser: props.browser,
      environment: {
        [variables.visitQueue]: this.visits.queue.queueUrl,
        [variables.resultQueue]: props.results.queueUrl,
        [variables.evidenceBucket]: props.evidence.bucketName,
        [variables.network]: props.network,
      },
    });
    this.step.function.addEventSource(
      new SqsEventSource(this.visits.queue, {
        batchSize: 1,
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    );
    this.step.grant(['sqs:SendMessage'], [props.results.queueArn]);
    this.step.grant(['s3:PutObject'], [props.evidence.arnForObjects(`${evidencePrefix}*`)]);
    acknowledgeObjects(
      this.step,
      props.evidence,
      `${evidencePrefix}*`,
      'Each run writes new objects under this one prefix; their names are not known beforehand.',
    );
  }

  /**
   * For checks that really send a form: it writes down that a run has sent before it sends, and looks up whether it has, so
   * that a run which is delivered twice sends once. Of the bucket it sees those checks' own lists and nothing else.
   */
  letSend(checkIds: readonly CheckId[], evidence: Bucket): void {
    const lists = checkIds.map((id) => `${submissionPrefix(id)}*`);
    if (lists.length === 0) return;
    this.step.grant(
      ['s3:GetObject', 's3:PutObject'],
      lists.map((list) => evidence.arnForObjects(list)),
    );
    this.step.grant(['s3:ListBucket'], [evidence.bucketArn], { StringLike: { 's3:prefix': lists } });
    for (const list of lists)
      acknowledgeObjects(this.step, evidence, list, 'One object per run of this check; runs are not known beforehand.');
  }
}
