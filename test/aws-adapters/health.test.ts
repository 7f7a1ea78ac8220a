import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createHealthReader } from '../../shared/aws/health/health-reader.ts';
import { createHealthLog } from '../../shared/aws/stores.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import {
  type AccountWorld,
  aDeployedAccount,
  type DeployedAccount,
  queueUrl,
  topicArns,
} from '../support/deployed-account.ts';
import { aHealthyWorld, deployedYaml, hourMs } from '../support/healthy-account.ts';

const now = Date.parse('2026-11-25T12:00:00.000Z');

describe('the state of a stack, out of its account', () => {
  let account: DeployedAccount;
  let world: AccountWorld;
  beforeAll(async () => {
    account = await aDeployedAccount();
  });
  beforeEach(() => {
    const reading = parseConfiguration(deployedYaml, 'touchpoints.yaml', '2026-11-25');
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    world = aHealthyWorld(reading.configuration, now);
    account.become(world);
  });
  afterAll(() => account.close());

  const read = () =>
    createHealthReader({
      topics: topicArns,
      deadLetters: { work: queueUrl('work'), visits: queueUrl('visits.fifo') },
      now: () => now,
      connection: account.connection,
    }).read();

  it('has subscribers, what was not delivered within a week, and dead letters', async () => {
    world.metrics['NumberOfNotificationsFailed Bakery-TopicsAlerts'] = [
      { at: now - 8 * 24 * hourMs, value: 5 },
      { at: now - 6 * 24 * hourMs, value: 1 },
      { at: now - hourMs, value: 2 },
    ];
    world.queues[queueUrl('work')] = { visible: 2, hidden: 1, messages: [] };
    const ops = { protocol: 'email', endpoint: 'ops@bakery.example', state: 'confirmed' };
    expect(await read()).toEqual({
      topics: [
        { topic: 'alerts', subscriptions: [ops], undelivered: 3 },
        { topic: 'operations', subscriptions: [ops], undelivered: 0 },
      ],
      deadLetters: [
        { queue: 'work', count: 3 },
        { queue: 'visits', count: 0 },
      ],
      unanswered: [],
    });
    expect(account.asked.map(({ action }) => action)).not.toContain('sqs:ReceiveMessage');
  });

  it('says what it could not find out, once for each right', async () => {
    account.fail('sns:ListSubscriptionsByTopic', 'denied');
    delete world.queues[queueUrl('visits.fifo')];
    const { topics, deadLetters, unanswered } = await read();
    expect(topics.map(({ subscriptions }) => subscriptions)).toEqual([null, null]);
    expect(deadLetters[1]).toEqual({ queue: 'visits', count: null });
    expect(unanswered.map(({ action }) => action)).toEqual(['sns:ListSubscriptionsByTopic', 'sqs:GetQueueAttributes']);
  });

  it('takes a metric that CloudWatch fails at for no zero', async () => {
    world.unreadable = ['NumberOfNotificationsFailed Bakery-TopicsAlerts'];
    const { topics, unanswered } = await read();
    expect(topics.map(({ undelivered }) => undelivered)).toEqual([null, null]);
    expect(unanswered).toMatchObject([{ action: 'cloudwatch:GetMetricData' }]);
  });

  it('takes a topic that is gone for one that nobody hears', async () => {
    delete world.subscriptions[topicArns.operations];
    expect((await read()).topics[1]?.subscriptions).toEqual([]);
  });
});

describe('the log of weekly looks', () => {
  let folder: string;
  let table: Awaited<ReturnType<typeof openEmbeddedTable>>;
  let log: ReturnType<typeof createHealthLog>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'touchlight-health-'));
    table = await openEmbeddedTable(folder);
    const client = createDynamoClient({ endpoint: table.endpoint, accessKeyId: table.accessKeyId });
    log = createHealthLog({ client, tableName: localTableName });
  });
  afterAll(async () => {
    await table.close();
    await rm(folder, { recursive: true });
  });
  const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

  it('gives a week to one of many', async () => {
    const claims = await Promise.all(Array.from({ length: 8 }, () => log.claim('2026-W01', at(0))));
    expect(claims.filter((claim) => claim === 'ours')).toHaveLength(1);
  });

  it('a week whose findings were sent is never given again', async () => {
    await log.claim('2026-W02', at(0));
    await log.settle('2026-W02', 'sent', at(1));
    expect(await log.claim('2026-W02', at(9999))).toBe('taken');
    expect(await log.claim('2026-W03', at(0))).toBe('ours');
  });

  it('gives it again when it was released, or when the process that took it was killed', async () => {
    await log.claim('2026-W04', at(0));
    await log.settle('2026-W04', 'released', at(1));
    expect(await log.claim('2026-W04', at(2))).toBe('ours');
    expect(await log.claim('2026-W04', at(17))).toBe('taken');
    expect(await log.claim('2026-W04', at(33))).toBe('ours');
  });
});
