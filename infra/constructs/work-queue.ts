import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deadLetterQueues } from '../../shared/model/stack-resources.ts';
import { acknowledge } from './acknowledge.ts';

export interface WorkQueueProps {
  readonly fifo?: boolean;
  /** How long a message that was taken and not deleted stays hidden: near the time its function may run. */
  readonly visibilityTimeout: Duration;
  /** How often a message is tried before it goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
  readonly deadLetters: Queue;
  /** After which an unread message is worth nothing any more. Default: SQS's four days. */
  readonly retention?: Duration;
  /** For a queue that is known by its name elsewhere. Default: a name of CloudFormation's. */
  readonly queueName?: string;
}

/** A queue between two steps. */
export function workQueue(scope: Construct, id: string, props: WorkQueueProps): Queue {
  return new Queue(scope, id, {
    ...(props.fifo && { fifo: true }),
    ...(props.queueName !== undefined && { queueName: props.queueName }),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    visibilityTimeout: props.visibilityTimeout,
    deadLetterQueue: { queue: props.deadLetters, maxReceiveCount: props.maxReceiveCount },
    ...(props.retention && { retentionPeriod: props.retention }),
  });
}

/**
 * Where everything ends up that nobody could work off. Two queues serve the whole stack, because each one that rings costs an
 * alarm a month: what lies in them names its step (docs/runbook.md says where to look).
 */
export class DeadLetters extends Construct {
  /** Results, minutes, visits by invocation, touchpoints that could not be notified, digests. */
  readonly work: Queue;
  private fifo?: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.work = this.queue(deadLetterQueues.work, false);
  }

  /** Visits out of FIFO queues: SQS asks that their dead letters are FIFO, too. Built with the first probe that needs it. */
  get visits(): Queue {
    this.fifo ??= this.queue(deadLetterQueues.visits, true);
    return this.fifo;
  }

  get hasVisits(): boolean {
    return this.fifo !== undefined;
  }

  /** Two weeks, the longest SQS allows: time enough for a person to come back from holiday. */
  private queue(id: string, fifo: boolean): Queue {
    const queue = new Queue(this, id, {
      ...(fifo && { fifo: true }),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(queue, 'AwsSolutions-SQS3', 'It is a dead-letter queue.');
    return queue;
  }
}
