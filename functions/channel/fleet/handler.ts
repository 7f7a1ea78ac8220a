import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { alertSchema } from '../../../shared/model/alert.ts';
import type { ChannelTarget } from '../../../shared/model/channel.ts';
import { type ChannelTask, channelTaskSchema, postPausesSeconds } from '../../../shared/model/channel-task.ts';
import { businessOf } from '../../../shared/model/check-id.ts';
import { parseJson } from '../../../shared/model/parse-json.ts';
import { tolerant } from '../../../shared/model/tolerant.ts';
import type { PostQueue } from '../../../shared/ports/queues.ts';
import type { Logger } from '../../../shared/runtime/logger.ts';
import type { Channel } from '../channel.ts';
import { deliverAlert } from '../deliver-alert.ts';
import type { DeliveryDeps } from '../deliver-notice.ts';
import type { Reader } from '../message.ts';
import { type ReportDeps, reportFault } from '../report-fault.ts';
import { type Trial, tryChannel } from '../try-channel.ts';
import { tasksOf } from './tasks-of.ts';

/** A channel of one of the businesses. */
interface FleetChannel {
  readonly target: ChannelTarget;
  /** Of its business. */
  readonly reader: Reader;
}

interface FleetChannelDeps
  extends Omit<DeliveryDeps, 'target' | 'channel' | 'reader'>,
    Omit<ReportDeps, 'target' | 'now'> {
  readonly channels: readonly FleetChannel[];
  /** For one message: its requests keep the channel's pace, and after `rest` so does the next message's first. */
  readonly open: (target: ChannelTarget) => { readonly channel: Channel; readonly rest: () => Promise<void> };
  readonly queue: PostQueue;
  /** Businesses whose files could not be deployed: their chats are not known until they are. */
  readonly paused: ReadonlySet<string>;
  readonly logger: Logger;
}

const eventSchema = z.union([
  z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string(), MessageId: z.string() }) })).min(1) }),
  /** From `touchlight alerts test --stack`. */
  z.object({ test: z.literal(true), channel: z.string() }),
]);

type Handler = (event: unknown) => Promise<SQSBatchResponse | Trial | undefined>;

/**
 * All chats of a fleet. An alert from SNS is laid into the queue, once for each chat of its business; what comes out of the queue is
 * posted. In between, each chat has a line of its own: one that is dead, slow or asks to wait holds up no other.
 */
export function createFleetHandler(deps: FleetChannelDeps): Handler {
  const byId = new Map(deps.channels.map((each) => [each.target.id, each]));
  const post = (record: SQSRecord): Promise<void> => postRecord(record, byId, deps);
  return async (event) => {
    if (isFromQueue(event)) {
      // A batch is one message, and its failure is the invocation's: it must count as an error.
      const processor = new BatchProcessor(EventType.SQS);
      return processPartialResponse(event, post, processor, { throwOnFullBatchFailure: true });
    }
    const parsed = eventSchema.parse(event);
    if ('test' in parsed) return test(parsed.channel, byId, deps);
    for (const { Sns } of parsed.Records) await layOut(Sns, deps);
    return undefined;
  };
}

const fromQueueSchema = z.object({ Records: z.array(z.object({ eventSource: z.literal('aws:sqs') })).min(1) });

function isFromQueue(event: unknown): event is SQSEvent {
  return fromQueueSchema.safeParse(event).success;
}

async function layOut(
  { Message, MessageId }: { readonly Message: string; readonly MessageId: string },
  { channels, queue, logger }: FleetChannelDeps,
): Promise<void> {
  const alert = tolerant(alertSchema).safeParse(parseJson(Message));
  if (!alert.success) {
    // The topic also carries plain text for people.
    logger.info('not an alert', { messageId: MessageId });
    return;
  }
  const targets = channels.map(({ target }) => target);
  const tasks = tasksOf(alert.data, targets);
  await queue.send(tasks);
  const { touchpointId, reason } = alert.data;
  logger.info('laid out', { touchpointId, reason, posts: tasks.length });
}

async function postRecord(
  { body, receiptHandle, attributes }: SQSRecord,
  channels: ReadonlyMap<string, FleetChannel>,
  deps: FleetChannelDeps,
): Promise<void> {
  const task = channelTaskSchema.parse(JSON.parse(body));
  const known = channels.get(task.channel);
  const isPaused = deps.paused.has(businessOf(task.channel) ?? '');
  if (known === undefined && !isPaused) {
    deps.logger.warn('This channel is not configured any more; its post is dropped.', { channel: task.channel });
    return;
  }
  try {
    // What was announced there may have ended: it is put aside, and not dropped.
    if (known === undefined) throw new Error(`The business of ${task.channel} is paused, so nothing is posted there.`);
    await deliver(task, known, deps);
  } catch (error) {
    const pause = postPausesSeconds[Number(attributes.ApproximateReceiveCount) - 1] ?? 0;
    await deps.queue.release(receiptHandle, pause);
    throw error;
  }
}

/** @throws AggregateError when the notice was not delivered */
async function deliver({ channel: id, alert }: ChannelTask, known: FleetChannel, deps: FleetChannelDeps) {
  const { target, reader } = known;
  const { touchpointId, reason } = alert;
  // Whatever laid it there: no business's alert reaches another's chat.
  if (businessOf(touchpointId) !== businessOf(id)) {
    throw new Error(`An alert about ${touchpointId} lies in the line of ${id}, the chat of another business.`);
  }
  const { channel, rest } = deps.open(target);
  try {
    const { deliveries, failures } = await deliverAlert(alert, { ...deps, target, channel, reader });
    const done = deliveries.map(({ action, reason: why }) => `${action} (${why})`);
    deps.logger.info('delivered', { channel: id, touchpointId, reason, done, failed: failures.length });
    if (failures.length === 0) return;
    await reportFault(failures, { ...deps, target });
    throw new AggregateError(failures, `An alert about ${touchpointId} was not delivered to ${id}.`);
  } finally {
    await rest();
  }
}

async function test(
  id: string,
  channels: ReadonlyMap<string, FleetChannel>,
  deps: FleetChannelDeps,
): Promise<Trial | undefined> {
  const known = channels.get(id);
  if (known === undefined) {
    const sentence = `The deployed fleet has no channel ${id}. Deploy it: npx cdk deploy -c fleet=DIR`;
    return { ok: false, sentence };
  }
  const { target, reader } = known;
  return tryChannel({ ...deps, target, reader, channel: deps.open(target).channel });
}
