import http from 'node:http';
import { SNSClient } from '@aws-sdk/client-sns';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandler } from '../../functions/notify/handler.ts';
import { renderNotification } from '../../functions/notify/render.ts';
import { createPace, type Pace, publishGapMs } from '../../shared/aws/topics/pace.ts';
import { createSnsNotifier } from '../../shared/aws/topics/sns-notifier.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { cut } from '../../shared/evaluation/incidents/cut.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Sent } from '../../shared/model/notification.ts';
import { statusKey } from '../../shared/model/table-keys.ts';
import { linkTo, sign } from '../../shared/runtime/page-links.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { aCause } from '../support/said.ts';

const agencySites = Array.from({ length: 25 }, (_, n) => `site-${n}`);
const agencyPages = Array.from({ length: 20 }, (_, n) => `/page-${n}`);
/** As many as a table begins with: each feeds a notify of its own. */
const shards = 4;

/** What one publish may hold: all protocols' bodies and the attributes. */
const snsLimit = 256 * 1024;

/** Of a deployed page, as long as they are. */
const token = sign(
  { role: 'operator', who: 'alert', until: '2026-11-30T09:30:00.000Z' },
  { key: 'k'.repeat(64), audience: 'Touchlight', use: 'link' },
);
const pageAt = (path: string): string =>
  linkTo(`https://${'a'.repeat(32)}.lambda-url.ap-southeast-3.on.aws/`, path, token);

interface Publish {
  readonly at: number;
  readonly touchpoint: string;
}

/** SNS as far as a publish sees it. It fails the first `failures` requests. */
let sns: http.Server;
let publishes: Publish[];
let accepted: Publish[];
let failures: number;
/** Turns given to publishes. */
let turns: number;
let clock: { now: number; sleepers: { at: number; wake: () => void }[] };
beforeEach(async () => {
  publishes = [];
  accepted = [];
  failures = 0;
  turns = 0;
  clock = { now: Date.parse('2026-11-23T09:30:00.000Z'), sleepers: [] };
  const reply = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const publish = { at: clock.now, touchpoint: /site-\d+/.exec(body)?.[0] ?? '' };
    publishes.push(publish);
    const message = new URLSearchParams(body).get('Message') ?? '';
    if (publishes.length <= failures || Buffer.byteLength(message) > snsLimit) {
      response.statusCode = 500;
      response.end('<ErrorResponse><Error><Code>InternalError</Code></Error></ErrorResponse>');
      return;
    }
    accepted.push(publish);
    response.end('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>');
  };
  sns = http.createServer((request, response) => void reply(request, response));
  await new Promise<void>((done) => sns.listen(0, '127.0.0.1', done));
});
afterEach(() => sns.close().closeAllConnections());

interface Trouble {
  readonly sites: readonly string[];
  readonly pages: readonly string[];
  /** What is found everywhere. */
  readonly found: Partial<Incident>;
}

/** Every check of every site has been red for half an hour. */
function aBurst({ sites, pages, found }: Trouble = { sites: agencySites, pages: agencyPages, found: {} }): {
  readonly checks: readonly Check[];
  readonly log: readonly Sent[];
  notify(): Promise<void>;
} {
  const reading = parseConfiguration(
    `business: Agency\ntimeZone: UTC\ntouchpoints: [${sites.map((id) => `{ id: ${id}, kind: website, url: "https://${id}.example" }`).join(', ')}]`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const checksOf = (id: string): Check[] => pages.map((page) => aCheck({ id: `${id}/page-load:${page}@mobile` }));
  const touchpoints = reading.configuration.touchpoints.map((each) => ({ ...each, checks: checksOf(each.id) }));
  const configuration = { ...reading.configuration, touchpoints };
  const log: Sent[] = [];
  const stores = emptyStores({
    statuses: {
      ...emptyStores().statuses,
      list: async (touchpointId) =>
        checksOf(touchpointId).map(({ id: checkId }) =>
          aStatus({
            ...{ touchpointId, checkId, light: 'red', badStreak: 2, goodStreak: 0 },
            incident: anIncident({ touchpointId, checkId, ...found }),
          }),
        ),
    },
    sent: {
      record: async (sent) => void log.push(sent),
      list: async (touchpointId) => log.filter((sent) => sent.touchpointId === touchpointId),
    },
  });
  const handlers = Array.from({ length: shards }, () =>
    createHandler({
      ...{ stores, configuration, logger: aQuietLogger(), now: () => clock.now },
      operations: { notify: async () => {} },
      checkItself: async () => null,
      notifier: createSnsNotifier({
        topicArn: 'arn:aws:sns:us-east-1:000000000000:alerts',
        render: (notification) => renderNotification(notification, { ...configuration, pageAt }),
        pace: aPace(),
        client: aClient(),
      }),
    }),
  );
  return {
    checks: touchpoints.flatMap(({ checks }) => checks),
    log,
    async notify() {
      const answers = await Promise.all(
        handlers.map((handle, shard) => handle(records(touchpoints.filter((_, n) => n % shards === shard)))),
      );
      expect(answers.flatMap(({ batchItemFailures }) => batchItemFailures)).toEqual([]);
    },
  };
}

function aPace(): Pace {
  const pace = createPace(publishGapMs, { now: () => clock.now, sleep });
  return async () => {
    await pace();
    turns++;
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((wake) => clock.sleepers.push({ at: clock.now + ms, wake }));
}

function aClient(): SNSClient {
  const address = sns.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return new SNSClient({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials, maxAttempts: 6 });
}

function records(touchpoints: readonly { readonly checks: readonly Check[] }[]): DynamoDBStreamEvent {
  const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks);
  return {
    Records: checks.map(({ id, touchpointId }, n) => {
      const { PK, SK } = statusKey(touchpointId, id);
      return { eventID: `e${n}`, dynamodb: { SequenceNumber: `s${n}`, Keys: { PK: { S: PK }, SK: { S: SK } } } };
    }),
  };
}

/** Does the work while time passes: only when every publish whose turn it was has reached SNS, the next sleeper is woken. */
async function pass(work: Promise<void>): Promise<void> {
  let isOver = false;
  const end = work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((done) => setTimeout(done, 1));
    const [next] = clock.sleepers.toSorted((a, b) => a.at - b.at);
    if (publishes.length < turns || next === undefined) continue;
    clock.sleepers.splice(clock.sleepers.indexOf(next), 1);
    clock.now = Math.max(clock.now, next.at);
    next.wake();
  }
  await end;
}

function mostWithinASecond(): number {
  return Math.max(
    ...publishes.map(({ at }) => publishes.filter((other) => at <= other.at && other.at < at + 1000).length),
  );
}

test('500 checks that fail within a minute are one mail for each touchpoint, at most ten a second', async () => {
  const burst = aBurst();
  expect(burst.checks).toHaveLength(500);
  await pass(burst.notify());
  expect(accepted.map(({ touchpoint }) => touchpoint).toSorted()).toEqual(agencySites.toSorted());
  expect(mostWithinASecond()).toBeLessThanOrEqual(10);
  // Their statuses are written again: nothing is due.
  await pass(burst.notify());
  expect(accepted).toHaveLength(agencySites.length);
});

test('what SNS refuses at first is repeated at the same pace, and still sent once', async () => {
  failures = 5;
  await pass(aBurst().notify());
  expect(publishes).toHaveLength(agencySites.length + failures);
  expect(accepted.map(({ touchpoint }) => touchpoint).toSorted()).toEqual(agencySites.toSorted());
  expect(mostWithinASecond()).toBeLessThanOrEqual(10);
});

test('what is more than SNS takes in one message is sent in the next ones, the worst first, and nothing is lost', async () => {
  const long = `"${'Основний вміст сторінки видно надто пізно. '.repeat(9)}`;
  const evidence = ['page', 'screenshot', 'requests'].map((name) => `evidence/site-0/${'x'.repeat(200)}/${name}.json`);
  const burst = aBurst({
    sites: ['site-0'],
    pages: Array.from({ length: 100 }, (_, n) => `/a-page-with-a-name-of-its-own-${n}`),
    found: { finding: cut(aCause(long)), evidence },
  });
  for (const messages of [1, 2, 3, 3]) {
    await pass(burst.notify());
    expect(publishes).toHaveLength(messages);
    expect(accepted).toHaveLength(messages);
  }
  expect(burst.log.map(({ checkId }) => checkId).toSorted()).toEqual(burst.checks.map(({ id }) => id).toSorted());
});
