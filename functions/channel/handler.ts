import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { deployedFleetFile } from '../../shared/aws/deployed-fleet-file.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createS3EvidenceReader } from '../../shared/aws/evidence-bucket/s3-evidence-reader.ts';
import { createPostQueue } from '../../shared/aws/queues/post-queue.ts';
import { createSecretReader } from '../../shared/aws/secrets/secrets-manager-reader.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { createSnsOperations } from '../../shared/aws/topics/sns-operations.ts';
import { guardedLookup } from '../../shared/browser/public-addresses.ts';
import { readDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import { readDeployed } from '../../shared/config/fleet/deployed-businesses.ts';
import { alertSchema } from '../../shared/model/alert.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { parseJson } from '../../shared/model/parse-json.ts';
import { variables } from '../../shared/model/stack-names.ts';
import { tolerant } from '../../shared/model/tolerant.ts';
import { readEnvironment, readNetwork } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { deliverAlert } from './deliver-alert.ts';
import type { DeliveryDeps } from './deliver-notice.ts';
import { createFleetHandler } from './fleet/handler.ts';
import { createTransport } from './http.ts';
import { openChannel } from './open-channel.ts';
import { type ReportDeps, reportFault } from './report-fault.ts';
import { type Trial, tryChannel } from './try-channel.ts';

export interface ChannelHandlerDeps extends DeliveryDeps, Omit<ReportDeps, 'target' | 'now'> {
  readonly logger: Logger;
}

const eventSchema = z.union([
  z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string(), MessageId: z.string() }) })).min(1) }),
  /** From `touchlight alerts test --stack`. */
  z.object({ test: z.literal(true) }),
]);

type Handler = (event: unknown) => Promise<Trial | undefined>;

/** Takes alerts from SNS. What is not delivered fails the invocation, so that Lambda repeats it, and then puts it aside. */
export function createHandler(deps: ChannelHandlerDeps): Handler {
  return async (event) => {
    const parsed = eventSchema.parse(event);
    if ('test' in parsed) return tryChannel(deps);
    const failures: unknown[] = [];
    for (const { Sns } of parsed.Records) failures.push(...(await deliver(Sns, deps)));
    if (failures.length === 0) return undefined;
    await reportFault(failures, deps);
    throw new AggregateError(failures, `${failures.length} notices were not delivered to ${deps.target.id}.`);
  };
}

async function deliver({ Message, MessageId }: { Message: string; MessageId: string }, deps: ChannelHandlerDeps) {
  // The topic also carries plain text for people: a digest that SES did not take, and what is wrong with Touchlight.
  const alert = tolerant(alertSchema).safeParse(parseJson(Message));
  if (!alert.success) {
    deps.logger.info('not an alert', { messageId: MessageId });
    return [];
  }
  const { deliveries, failures } = await deliverAlert(alert.data, deps);
  const { touchpointId, reason } = alert.data;
  const done = deliveries.map(({ action, reason: why }) => `${action} (${why})`);
  deps.logger.info('delivered', { touchpointId, reason, done, failed: failures.length });
  return failures;
}

export const handler = onFirstEvent<[event: unknown], unknown>(async () => {
  const environment = readEnvironment([
    variables.table,
    variables.stack,
    variables.operationsTopic,
    variables.evidenceBucket,
    variables.network,
  ] as const);
  const clock = { now: Date.now, sleep };
  const { channelPosts } = createStores({ client: createDynamoClient(), tableName: environment[variables.table] });
  const isGuarded = readNetwork(environment[variables.network]) === 'public';
  const io = {
    transport: createTransport({ now: Date.now, ...(isGuarded && { lookup: guardedLookup() }) }),
    secrets: createSecretReader(environment[variables.stack]),
    evidence: createS3EvidenceReader(environment[variables.evidenceBucket]),
  };
  const open = (target: ChannelTarget) => openChannel(target, io, clock);
  const shared = {
    ...{ posts: channelPosts, reports: channelPosts, newToken: randomUUID },
    ...clock,
    operations: createSnsOperations(environment[variables.operationsTopic]),
    logger: createLogger('channel'),
  };
  const fleet = deployedFleetFile();
  if (fleet !== null) {
    const { [variables.postQueue]: queueUrl } = readEnvironment([variables.postQueue]);
    const { businesses, leftOut } = await readDeployed(fleet);
    // Of thousands of businesses, nothing else stays in memory.
    const channels = businesses.flatMap(({ configuration: { business, language, timeZone, alerts } }) =>
      alerts.channels.map((target) => ({ target, reader: { business, language, timeZone } })),
    );
    const paused = new Set(leftOut.map(({ id }) => id));
    return createFleetHandler({ ...shared, channels, paused, open, queue: createPostQueue(queueUrl) });
  }
  const { [variables.channel]: id } = readEnvironment([variables.channel]);
  const reader = readDeployedConfiguration();
  const target = reader.alerts.channels.find((each) => each.id === id);
  if (target === undefined) throw new Error(`The configuration has no channel ${id}.`);
  return createHandler({ ...shared, target, reader, channel: open(target).channel });
});
