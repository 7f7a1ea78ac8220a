import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import PQueue from 'p-queue';
import { z } from 'zod';
import { deployedFleetFile } from '../../shared/aws/deployed-fleet-file.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { deployedLinks } from '../../shared/aws/secrets/deployed-links.ts';
import { createHealthLog, createStores } from '../../shared/aws/stores.ts';
import { createPace, publishGapMs } from '../../shared/aws/topics/pace.ts';
import { createSnsNotifier } from '../../shared/aws/topics/sns-notifier.ts';
import { createSnsOperations } from '../../shared/aws/topics/sns-operations.ts';
import { agencyScope } from '../../shared/config/fleet/agency-mail.ts';
import { configurationOfFleet } from '../../shared/config/fleet/as-one.ts';
import { readDeployed } from '../../shared/config/fleet/deployed-businesses.ts';
import type { DeployedBusiness, DeployedFleet } from '../../shared/config/fleet/deployed-fleet.ts';
import { missedTriggers } from '../../shared/evaluation/notifications/missed-triggers.ts';
import type { HealthDecision } from '../../shared/evaluation/notifications/weekly-health.ts';
import { inTurns } from '../../shared/evaluation/schedule/in-turns.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import { fleetReaders } from '../../shared/model/fleet-readers.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Notice } from '../../shared/model/notification.ts';
import { variables } from '../../shared/model/stack-names.ts';
import { partitionKeyAttribute, touchpointPartition } from '../../shared/model/table-keys.ts';
import type { Operations } from '../../shared/ports/operations.ts';
import type { HealthReader } from '../../shared/ports/stack-health.ts';
import { readEnvironment, readOptional } from '../../shared/runtime/environment.ts';
import { createLogger, type Logger } from '../../shared/runtime/logger.ts';
import { onFirstEvent } from '../../shared/runtime/on-first-event.ts';
import { type NotifiedFleet, notifiedFleet, settingsFor, watchDigests } from './fleet.ts';
import { type NotifyDeps, notifyTouchpoint, type Outcome } from './notify-touchpoint.ts';
import { type Reader, renderNotification } from './render.ts';
import { failFor, sweep } from './sweep.ts';
import { takeTurns } from './take-turns.ts';
import { touchpointsAtOnce } from './touchpoints-at-once.ts';
import { reportMissedTriggers, watchDigest } from './watch-over.ts';
import { watchHealth } from './weekly-health.ts';

export interface NotifyHandlerDeps extends Omit<NotifyDeps, 'now' | 'entry' | 'configuration'> {
  readonly configuration: Configuration;
  /** Its businesses; absent where there is one. */
  readonly fleet?: NotifiedFleet;
  readonly operations: Operations;
  /** Touchlight's weekly self-check, due or not. */
  readonly checkItself: (now: Instant) => Promise<HealthDecision | null>;
  readonly logger: Logger;
  readonly now: () => number;
}

/** As long as a reminder of it may still come. */
const alertLinkDays = 7;

/** What dispatch sends every 15 minutes: look at every touchpoint, whether or not a run has woken you. */
const sweepSchema = z.object({ sweepAt: z.iso.datetime() });
export type Sweep = z.infer<typeof sweepSchema>;

/** What the live page sends, and waits for, after somebody has acted there. */
const lookSchema = z.object({ lookAt: z.string() });
type LookAt = z.infer<typeof lookSchema>;

type Handler = (event: DynamoDBStreamEvent | Sweep | LookAt) => Promise<DynamoDBBatchResponse>;

/** Which touchpoint a record is about is all that is read of it: what is due is derived from the table as it is now. */
export function createHandler(deps: NotifyHandlerDeps): Handler {
  return async (event) => {
    deps.logger.logEventIfEnabled(event);
    if ('Records' in event) return notifyOfRecords(event, deps);
    if ('lookAt' in event) await notifyOne(lookSchema.parse(event).lookAt, deps);
    else await sweepAll(sweepSchema.parse(event), deps);
    return { batchItemFailures: [] };
  };
}

function notifyOfRecords(event: DynamoDBStreamEvent, deps: NotifyHandlerDeps): Promise<DynamoDBBatchResponse> {
  const queue = new PQueue({ concurrency: touchpointsAtOnce });
  // Many records of one touchpoint are one question; all of them share its answer, a failure too.
  const asked = new Map<string, Promise<void>>();
  const notify = (record: DynamoDBRecord): Promise<void> => {
    const touchpointId = touchpointOf(record);
    const answer = asked.get(touchpointId) ?? queue.add(() => notifyOne(touchpointId, deps));
    asked.set(touchpointId, answer);
    return answer;
  };
  // Many records of one business do not hold up those of the others.
  const Records = inTurns(event.Records, (record) =>
    businessOf(touchpointIn(keySchema.safeParse(keyOf(record)).data?.S ?? '')),
  );
  return processPartialResponse({ ...event, Records }, notify, new BatchProcessor(EventType.DynamoDBStreams), {
    // A failure of the whole batch is the invocation's: it must count as an error.
    throwOnFullBatchFailure: true,
  });
}

async function notifyOne(touchpointId: string, { logger, now, ...deps }: NotifyHandlerDeps): Promise<void> {
  if (deps.fleet?.isPaused(touchpointId)) return;
  const settings = settingsFor(touchpointId, deps);
  const outcome = await notifyTouchpoint(touchpointId, { ...deps, ...settings, now: toInstant(now()) });
  logOutcome(outcome, logger);
}

async function sweepAll({ sweepAt }: Sweep, deps: NotifyHandlerDeps): Promise<void> {
  const { logger, now } = deps;
  const missed: Notice[] = [];
  const failures = await sweep(deps, (outcome) => {
    if (outcome.notification !== null) logOutcome(outcome, logger);
    missed.push(...missedTriggers(outcome.situation, outcome.notification));
  });
  logger.info('swept', { sweepAt, failed: failures.length });
  const watch = { ...deps, now: toInstant(now()) };
  await reportMissedTriggers(missed, watch);
  const unwatched = deps.fleet === undefined ? [] : await watchDigests(deps.fleet, watch);
  if (deps.fleet === undefined) await watchDigest(watch);
  const health = await deps.checkItself(watch.now);
  if (health !== null) logger.info('checked itself', { troubles: health.troubles.map(({ kind }) => kind) });
  failFor(failures);
  if (unwatched.length > 0)
    throw new AggregateError(
      unwatched,
      `Touchlight could not check whether the digests of ${unwatched.length} businesses were sent. ${unwatched[0]}`,
    );
}

function logOutcome({ situation, notification }: Outcome, logger: Logger): void {
  logger.info('notified', { touchpointId: situation.touchpointId, sent: notification?.reason ?? 'nothing due' });
}

const keySchema = z.object({ S: z.string().startsWith(touchpointPartition('')) });

function keyOf({ dynamodb }: Pick<DynamoDBRecord, 'dynamodb'>): unknown {
  return dynamodb?.Keys?.[partitionKeyAttribute];
}

function touchpointOf(record: DynamoDBRecord): string {
  return touchpointIn(keySchema.parse(keyOf(record)).S);
}

function touchpointIn(partition: string): string {
  return partition.slice(touchpointPartition('').length);
}

export const handler = onFirstEvent(async () => {
  const environment = readEnvironment([
    variables.table,
    variables.alertsTopic,
    variables.operationsTopic,
    variables.evidenceBucket,
    variables.workDeadLetters,
  ] as const);
  const { businesses, leftOut, agency } = await readDeployed(deployedFleetFile());
  // A link that works without access to AWS would work for everybody who gets hold of the mail, or be dead by the morning.
  const evidenceAt = (reference: string): string => `s3://${environment[variables.evidenceBucket]}/${reference}`;
  const table = { client: createDynamoClient(), tableName: environment[variables.table] };
  const stores = createStores(table);
  const operations = createSnsOperations(environment[variables.operationsTopic]);
  const logger = createLogger('notify');
  const [first] = businesses;
  const isFleet = first?.id !== null;
  const configuration = isFleet ? configurationOfFleet(businesses) : first.configuration;
  const linksFor = linksOfBusinesses(businesses);
  const fleet = isFleet ? withOwnStores({ businesses, leftOut, agency }, configuration, table) : undefined;
  return createHandler({
    stores,
    exclusively: takeTurns({ turns: stores.turns, now: Date.now, sleep, newOwner: randomUUID }),
    notifier: createSnsNotifier({
      topicArn: environment[variables.alertsTopic],
      render: async (notification) =>
        renderNotification(notification, {
          ...(fleet?.configurationOf(notification.touchpointId) ?? configuration),
          evidenceAt,
          ...(await linkedBy(linksFor(notification.touchpointId), logger)),
        }),
      pace: createPace(publishGapMs, { now: Date.now, sleep }),
    }),
    configuration,
    ...(fleet && { fleet }),
    keepsBoard: configuration.page !== null,
    operations,
    checkItself: (now) =>
      watchHealth({
        health: healthReader(environment),
        healthLog: createHealthLog(table),
        notifyThrough: { operations, alerts: createSnsOperations(environment[variables.alertsTopic]) },
        configuration: isFleet ? heardBy(businesses, configuration) : configuration,
        now,
      }),
    logger,
    now: Date.now,
  });
});

/** Whom the self-check expects to hear of a fleet: each of their own businesses. */
function heardBy(businesses: readonly DeployedBusiness[], configuration: Configuration): Configuration {
  const named = businesses.flatMap(({ id, configuration: own }) => (id === null ? [] : [{ id, configuration: own }]));
  const escalateTo = fleetReaders(named).map(({ email }) => email);
  return { ...configuration, touchpoints: [], alerts: { ...configuration.alerts, escalateTo } };
}

function withOwnStores(
  { businesses, leftOut, agency }: DeployedFleet,
  configuration: Configuration,
  table: Parameters<typeof createStores>[0],
): NotifiedFleet {
  const withStores = <Some extends { readonly id: string | null }>(scope: Some) => ({
    ...scope,
    stores: createStores({ ...table, business: scope.id }),
  });
  const own = { id: agencyScope };
  // A folder of a business called "agency" is refused, and the agency's own mail goes on.
  const paused = leftOut.filter(({ id }) => id !== agencyScope);
  return {
    ...notifiedFleet(businesses.map(withStores), configuration, leftOut),
    ...(agency !== null && { agency: withStores({ ...own, configuration: agency }) }),
    pausedDigests: [...paused, ...(agency === null ? [own] : [])].map(withStores),
  };
}

type MakeLinks = ReturnType<ReturnType<typeof deployedLinks>>;

/** A business that has left the fleet has no page any more. */
function linksOfBusinesses(businesses: readonly DeployedBusiness[]): (touchpointId: string) => MakeLinks {
  const linksOf = deployedLinks(Date.now);
  const byId = new Map(businesses.map((business) => [business.id, linksOf(business)]));
  return (touchpointId) => byId.get(byId.has(null) ? null : businessOf(touchpointId)) ?? null;
}

/** An alert without a link is better than none. */
async function linkedBy(links: MakeLinks, logger: Logger): Promise<Pick<Reader, 'pageAt'>> {
  try {
    const linkFor = await links?.();
    // Who reads an alert is known to SNS alone; what they do on the page, they do as "alert".
    return linkFor === undefined ? {} : { pageAt: linkFor({ role: 'operator', who: 'alert', days: alertLinkDays }) };
  } catch (error) {
    logger.error('The alert is sent without a link to the live page.', { error: error as Error });
    return {};
  }
}

type Places = Readonly<Record<(typeof variables)['alertsTopic' | 'operationsTopic' | 'workDeadLetters'], string>>;

/** Its clients are loaded once a week, not with every status. */
function healthReader(environment: Places): HealthReader {
  const visits = readOptional(variables.visitDeadLetters);
  return {
    async read() {
      const { createHealthReader } = await import('../../shared/aws/health/health-reader.ts');
      const reader = createHealthReader({
        topics: {
          alerts: environment[variables.alertsTopic],
          operations: environment[variables.operationsTopic],
        },
        deadLetters: { work: environment[variables.workDeadLetters], ...(visits !== null && { visits }) },
        now: Date.now,
      });
      return reader.read();
    },
  };
}
