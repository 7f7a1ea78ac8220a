import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface WorkQueueProps {
  readonly fifo?: boolean;
  /** Of the function that empties it. */
  readonly functionTimeout: Duration;
  /** How often a message is tried before it goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
  /** Holds each message back. Default none. */
  readonly delay?: Duration;
  /** After which an unread message is worth nothing any more. Default: SQS's four days. */
  readonly retention?: Duration;
}

/** A queue between two steps, with the dead-letter queue that takes what cannot be worked off. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.deadLetters = createDeadLetterQueue(this, props.fifo);
    this.queue = new Queue(this, 'Queue', {
      ...(props.fifo && { fifo: true }),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS's advice for Lambda: six times the function's timeout, so that a throttled function is not tried in parallel.
      visibilityTimeout: Duration.seconds(6 * props.functionTimeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceiveCount },
      ...(props.delay && { deliveryDelay: props.delay }),
      ...(props.retention && { retentionPeriod: props.retention }),
    });
  }
}

/** For what a function or a stream gives up; SQS itself knows nothing of that. */
export function deadLetterQueue(scope: Construct): Queue {
  const queue = createDeadLetterQueue(scope);
  acknowledge(
    queue,
    'AwsSolutions-SQS3',
    'It is a dead-letter queue: of a function or a stream, not of another queue.',
  );
  return queue;
}

/** Two weeks, the longest SQS allows: time enough for a person to come back from holiday. */
function createDeadLetterQueue(scope: Construct, fifo = false): Queue {
  return new Queue(scope, 'DeadLetters', {
    ...(fifo && { fifo: true }),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}
