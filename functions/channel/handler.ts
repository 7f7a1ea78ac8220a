import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createS3EvidenceReader } from '../../shared/aws/evidence-bucket/s3-evidence-reader.ts';
import { createSecretReader } from '../../shared/aws/secrets/secrets-manager-reader.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { createPace } from '../../shared/aws/topics/pace.ts';
import { createSnsOperations } from '../../shared/aws/topics/sns-operations.ts';
import { guardedLookup } from '../../shared/browser/public-addresses.ts';
import { readDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import { alertSchema } from '../../shared/model/alert.ts';
import { parseJson } from '../../shared/model/parse-json.ts';
import { variables } from '../../shared/model/stack-names.ts';
import { tolerant } from '../../shared/model/tolerant.ts';
import { readEnvironment, readNetwork } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { createChannel } from './channels/index.ts';
import { deliverAlert } from './deliver-alert.ts';
import type { DeliveryDeps } from './deliver-notice.ts';
import { createTransport } from './http.ts';
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

export const handler = onFirstEvent(() => {
  const environment = readEnvironment([
    variables.table,
    variables.channel,
    variables.stack,
    variables.operationsTopic,
    variables.evidenceBucket,
    variables.network,
  ] as const);
  const configuration = readDeployedConfiguration();
  const target = configuration.alerts.channels.find(({ id }) => id === environment[variables.channel]);
  if (target === undefined) throw new Error(`The configuration has no channel ${environment[variables.channel]}.`);
  const clock = { now: Date.now, sleep };
  const { channelPosts } = createStores({ client: createDynamoClient(), tableName: environment[variables.table] });
  const isGuarded = readNetwork(environment[variables.network]) === 'public';
  const gap = { pace: async (): Promise<void> => {} };
  const channel = createChannel(target, {
    transport: createTransport({ now: Date.now, ...(isGuarded && { lookup: guardedLookup() }) }),
    secrets: createSecretReader(environment[variables.stack]),
    evidence: createS3EvidenceReader(environment[variables.evidenceBucket]),
    pace: () => gap.pace(),
    now: Date.now,
  });
  gap.pace = createPace(channel.gapMs, clock);
  return createHandler({
    ...{ target, channel, posts: channelPosts, reports: channelPosts, reader: configuration, newToken: randomUUID },
    ...clock,
    operations: createSnsOperations(environment[variables.operationsTopic]),
    logger: createLogger('channel'),
  });
});
