import { Duration, Stack } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { CheckId } from '../../shared/model/check-id.ts';
import {
  evidencePrefix,
  type ProbeStep as Probe,
  resultQueueName,
  type Step,
  variables,
  visitRoute,
} from '../../shared/model/stack-names.ts';
import { probeQueues } from '../../shared/model/stack-resources.ts';
import { submissionPrefix } from '../../shared/model/submission.ts';
import { acknowledgeObjects } from './acknowledge.ts';
import { evaluateTimeout } from './evaluate-step.ts';
import { inChunks, StepFunction } from './step-function.ts';
import { type DeadLetters, workQueue } from './work-queue.ts';

export interface ProbeStepProps {
  readonly step: Probe;
  readonly bundle: (step: Step) => string;
  readonly network: 'public' | 'any';
  readonly evidence: Bucket;
  readonly deadLetters: DeadLetters;
  /** It reads files of a hundred thousand rows. */
  readonly readsFiles: boolean;
  /** Visits at the same time that come out of its queue, where a fleet needs more than one business does. */
  readonly atLeastAtOnce: number;
  /** Probes of other regions, which know its queue by name only, send results there, too. */
  readonly isConfirmedElsewhere: boolean;
}

interface Shape {
  readonly timeout: Duration;
  readonly browser: boolean;
  /** Visits at the same time, where they come out of a queue; SQS's own least is 2. */
  readonly maxConcurrency?: number;
  /** Where the probe is invoked: how often Lambda tries again, and for how long a visit is worth making. */
  readonly retryAttempts?: number;
  readonly worthRetrying?: Duration;
}

/** A visit out of a queue is tried twice: thrown back at once when it fails, after a timeout when its function was killed. */
const visitsTried = 2;
/** SQS's own limit of what Lambda takes from a queue at the same time. */
const mostAtOnce = 1000;
/** What a killed function may need to be noticed, beside its own timeout. */
const slack = Duration.seconds(30);
/** A hundred thousand answers take about 300 MB. */
const readingMb = 512;

export const probeShapes: Readonly<Record<Probe, Shape>> = {
  // Two attempts of at most 30 seconds. The next request is minutes away.
  'probe-availability': {
    timeout: Duration.seconds(75),
    browser: false,
    retryAttempts: 2,
    worthRetrying: Duration.minutes(5),
  },
  // Two attempts of at most 90 seconds, the browser's start, and some air.
  'probe-page': { timeout: Duration.minutes(4), browser: true, maxConcurrency: 5 },
  // Two attempts of at most four minutes.
  'probe-lighthouse': {
    timeout: Duration.minutes(10),
    browser: true,
    retryAttempts: 1,
    worthRetrying: Duration.hours(1),
  },
  'probe-social': { timeout: Duration.minutes(3), browser: false, maxConcurrency: 2 },
};

/**
 * A probe with its queue of results and, where visits to one host must not overlap, its queue of visits. Its role is the
 * poorest in the stack, because pages under test are hostile input: it may send results to a queue of its own, wake evaluate,
 * put evidence under one prefix, and write its log.
 */
export class ProbeStep extends Construct {
  readonly probe: Probe;
  readonly step: StepFunction;
  readonly results: Queue;
  /** Null where dispatch invokes the function. */
  readonly visits: Queue | null;
  /** What dispatch must know to send a visit here. */
  readonly target: string;

  constructor(scope: Construct, id: string, props: ProbeStepProps) {
    super(scope, id);
    const { step, bundle, network, evidence, deadLetters, readsFiles } = props;
    this.probe = step;
    const shape = probeShapes[step];
    this.results = workQueue(this, probeQueues.results, {
      // What could not be stored is tried again at the next look, and looked at for about an hour.
      visibilityTimeout: evaluateTimeout.plus(slack),
      maxReceiveCount: 30,
      deadLetters: deadLetters.work,
      ...(props.isConfirmedElsewhere && { queueName: resultQueueName(Stack.of(this).stackName, step) }),
    });
    this.step = new StepFunction(this, 'Step', {
      step,
      bundle: bundle(step),
      timeout: shape.timeout,
      browser: shape.browser,
      ...(readsFiles && { memoryMb: readingMb }),
      environment: {
        [variables.resultQueue]: this.results.queueUrl,
        [variables.evidenceBucket]: evidence.bucketName,
        [variables.network]: network,
      },
    });
    this.visits = visitRoute[step].by === 'queue' ? this.takeFromQueue(shape, props) : null;
    if (this.visits === null) this.beInvoked(shape, deadLetters);
    this.target = this.visits?.queueUrl ?? this.step.function.functionName;
    this.step.grant(['sqs:SendMessage'], [this.results.queueArn]);
    this.step.grant(['s3:PutObject'], [evidence.arnForObjects(`${evidencePrefix}*`)]);
    acknowledgeObjects(
      this.step,
      evidence,
      `${evidencePrefix}*`,
      'Each run writes new objects under this one prefix; their names are not known beforehand.',
    );
  }

  private takeFromQueue(
    { timeout, maxConcurrency = 2 }: Shape,
    { deadLetters, atLeastAtOnce }: Pick<ProbeStepProps, 'deadLetters' | 'atLeastAtOnce'>,
  ): Queue {
    const visits = workQueue(this, probeQueues.visits, {
      fifo: true,
      // A killed visit keeps its host's other visits waiting for as long as this, at most `visitsTried` times.
      visibilityTimeout: timeout.plus(slack),
      maxReceiveCount: visitsTried,
      deadLetters: deadLetters.visits,
      // A visit that nobody could make for four hours is worth nothing: the next ones stand behind it already.
      retention: Duration.hours(4),
    });
    this.step.function.addEnvironment(variables.visitQueue, visits.queueUrl);
    this.step.function.addEventSource(
      new SqsEventSource(visits, {
        batchSize: 1,
        maxConcurrency: Math.min(Math.max(maxConcurrency, atLeastAtOnce), mostAtOnce),
        reportBatchItemFailures: true,
      }),
    );
    return visits;
  }

  private beInvoked({ retryAttempts = 2, worthRetrying = Duration.hours(1) }: Shape, { work }: DeadLetters): void {
    this.step.retry({ retryAttempts, worthRetrying, deadLetters: work });
  }

  /**
   * For checks that really send a form: it writes down that a run has sent before it sends, and looks up whether it has, so
   * that a run which is delivered twice sends once. Of the bucket it sees those checks' own lists and nothing else.
   */
  letSend(checkIds: readonly CheckId[], evidence: Bucket): void {
    this.letUseLists(['s3:GetObject', 's3:PutObject'], checkIds, evidence);
  }

  /** For checks that look whether what a form sent has arrived: it reads what those forms have sent, and writes nothing there. */
  letFollow(checkIds: readonly CheckId[], evidence: Bucket): void {
    this.letUseLists(['s3:GetObject'], checkIds, evidence);
  }

  /** For a mystery shopper that asks through forms: it has the probe with the browser send them. */
  letAsk({ visits }: ProbeStep): void {
    if (visits === null) return;
    this.step.grant(['sqs:SendMessage'], [visits.queueArn]);
    this.step.function.addEnvironment(visitRoute['probe-page'].variable, visits.queueUrl);
  }

  private letUseLists(actions: readonly string[], checkIds: readonly CheckId[], evidence: Bucket): void {
    const lists = checkIds.map((id) => `${submissionPrefix(id)}*`);
    const why = 'One object per run of this check; runs are not known beforehand.';
    this.letUse(actions, lists, evidence, why);
  }

  /** @param prefixes in the bucket, where somebody else puts what is read */
  letRead(prefixes: readonly string[], evidence: Bucket): void {
    const lists = prefixes.map((prefix) => `${prefix}*`);
    this.letUse(['s3:GetObject'], lists, evidence, 'The names of the files are chosen by those who put them there.');
  }

  private letUse(actions: readonly string[], lists: readonly string[], evidence: Bucket, why: string): void {
    this.step.grant(
      actions,
      lists.map((list) => evidence.arnForObjects(list)),
    );
    for (const some of inChunks(lists)) {
      this.step.grant(['s3:ListBucket'], [evidence.bucketArn], { StringLike: { 's3:prefix': some } });
    }
    for (const list of lists) acknowledgeObjects(this.step, evidence, list, why);
  }
}
