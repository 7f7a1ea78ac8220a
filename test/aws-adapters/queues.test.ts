import http from 'node:http';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createConfirmationQueue } from '../../shared/aws/queues/confirmation-queue.ts';
import { createResultQueue } from '../../shared/aws/queues/result-queue.ts';
import { createVisitQueue } from '../../shared/aws/queues/visit-queue.ts';
import { aCheck } from '../support/a-check.ts';
import { aResult } from '../support/a-result.ts';

interface Entry {
  readonly Id: string;
  readonly MessageBody: string;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}
interface Call {
  readonly operation: string;
  readonly QueueUrl: string;
  readonly MessageBody?: string;
  readonly Entries: readonly Entry[];
}

let server: http.Server;
let client: SQSClient;
let calls: Call[];
/** Ids that the next calls refuse, one list per call. */
let refusals: string[][];

beforeEach(async () => {
  calls = [];
  refusals = [];
  const reply = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const call = { Entries: [], ...JSON.parse(body), operation: request.headers['x-amz-target'] } as Call;
    calls.push(call);
    const refused = refusals.shift() ?? [];
    const answer = {
      MessageId: 'id',
      Successful: call.Entries.filter(({ Id }) => !refused.includes(Id)).map(({ Id }) => ({ Id, MessageId: Id })),
      Failed: refused.map((Id) => ({ Id, Code: 'InternalError', Message: 'try again', SenderFault: false })),
    };
    response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(answer));
  };
  server = http.createServer((request, response) => void reply(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  client = new SQSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    md5: false,
    useQueueUrlAsEndpoint: false,
  });
});
afterEach(() => {
  client.destroy();
  server.close().closeAllConnections();
});

const urls = {
  'probe-page': 'https://sqs/page',
  'probe-lighthouse': 'https://sqs/lighthouse',
  'probe-social': 'https://sqs/social',
};
const visitOf = (...checks: ReturnType<typeof aCheck>[]) => ({
  scheduledAt: '2026-11-23T09:00:00.000Z',
  confirmation: false,
  checks,
});

describe('visits', () => {
  test('go to their probe’s queue, grouped by host, recognised by their runs', async () => {
    const availability = aCheck({ id: 'website/availability', url: 'https://coffeelab.example:8443/x' });
    const lighthouse = aCheck({ id: 'website/lighthouse' });
    await createVisitQueue(urls, client).send([visitOf(availability), visitOf(lighthouse)]);
    expect(calls.map(({ QueueUrl }) => QueueUrl).sort()).toEqual(['https://sqs/lighthouse', 'https://sqs/page']);
    expect(calls.find(({ QueueUrl }) => QueueUrl.endsWith('page'))?.Entries).toMatchObject([
      {
        MessageGroupId: 'coffeelab.example:8443',
        MessageDeduplicationId: 'website/availability#2026-11-23T09:00:00.000Z',
      },
    ]);
  });

  test('with long or foreign names are told apart by a hash that SQS accepts', async () => {
    const long = (page: string) =>
      aCheck({
        id: `website/page-load:/${page}@mobile`,
        url: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/${page}`,
      });
    await createVisitQueue(urls, client).send([visitOf(long('кава'.repeat(40))), visitOf(long('чай'.repeat(40)))]);
    const entries = calls[0]?.Entries ?? [];
    for (const { MessageGroupId, MessageDeduplicationId } of entries) {
      expect(MessageGroupId).toMatch(/^[!-~]{1,128}$/);
      expect(MessageDeduplicationId).toMatch(/^[!-~]{1,128}$/);
    }
    expect(new Set(entries.map(({ MessageDeduplicationId }) => MessageDeduplicationId)).size).toBe(2);
    expect(new Set(entries.map(({ MessageGroupId }) => MessageGroupId)).size).toBe(1);
  });

  test('of an unknown probe are refused with its name', async () => {
    const stranger = { ...aCheck(), id: 'website/horoscope', probe: 'horoscope' };
    await expect(createVisitQueue(urls, client).send([visitOf(stranger)])).rejects.toThrow(
      'No probe is called "horoscope"',
    );
  });
});

describe('results', () => {
  test('travel ten at a time', async () => {
    await createResultQueue('https://sqs/results', client).send(Array.from({ length: 23 }, () => aResult()));
    expect(calls.map(({ Entries }) => Entries.length)).toEqual([10, 10, 3]);
  });

  test('that are large travel fewer at a time, below the limit of one call', async () => {
    const large = aResult({ details: { found: 'x'.repeat(100_000) } });
    await createResultQueue('https://sqs/results', client).send([large, large, large]);
    expect(calls.map(({ Entries }) => Entries.length)).toEqual([2, 1]);
  });

  test('that a call refuses are sent again, and only those', async () => {
    refusals = [['1'], []];
    const [first, second] = [aResult({ reason: 'first' }), aResult({ reason: 'second' })];
    await createResultQueue('https://sqs/results', client).send([first, second]);
    expect(calls).toHaveLength(2);
    expect(calls[1]?.Entries.map(({ MessageBody }) => JSON.parse(MessageBody))).toEqual([second]);
  });

  test('that are refused for good fail the send: the visit stays in its queue', async () => {
    refusals = [['0'], ['0'], ['0']];
    await expect(createResultQueue('https://sqs/results', client).send([aResult()])).rejects.toThrow(
      'https://sqs/results refused 1 of 1 messages 3 times (InternalError: try again).',
    );
  });
});

test('a confirmation asks for one check and says since when it is suspected', async () => {
  await createConfirmationQueue('https://sqs/confirmations', client).send(aCheck(), '2026-11-23T09:00:00.000Z');
  expect(JSON.parse(calls[0]?.MessageBody ?? '')).toEqual({
    checkId: 'website/page-load@mobile',
    suspectedAt: '2026-11-23T09:00:00.000Z',
  });
});
