import http from 'node:http';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPostQueue } from '../../shared/aws/queues/post-queue.ts';
import { createReportQueue, createResultQueue } from '../../shared/aws/queues/result-queue.ts';
import { createResultSource } from '../../shared/aws/queues/result-source.ts';
import { createVisitQueue } from '../../shared/aws/queues/visit-queue.ts';
import { createVisitSender } from '../../shared/aws/steps/visit-sender.ts';
import { channelTaskSchema } from '../../shared/model/channel-task.ts';
import { storedResult } from '../../shared/model/stored-shapes.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { anAlert } from '../channel/a-channel-story.ts';
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

const visitOf = (...checks: ReturnType<typeof aCheck>[]) => ({
  scheduledAt: '2026-11-23T09:00:00.000Z',
  confirmation: false,
  checks,
});

describe('visits', () => {
  test('are grouped by host and recognised by their runs', async () => {
    const load = aCheck({ url: 'https://coffeelab.example:8443/x' });
    await createVisitQueue('https://sqs/page', client).send([visitOf(load)]);
    expect(calls).toMatchObject([
      {
        QueueUrl: 'https://sqs/page',
        Entries: [
          {
            MessageGroupId: 'coffeelab.example:8443',
            MessageDeduplicationId: 'website/page-load@mobile#2026-11-23T09:00:00.000Z',
          },
        ],
      },
    ]);
  });

  test('with long or foreign names are told apart by a hash that SQS accepts', async () => {
    const long = (page: string) =>
      aCheck({
        id: `website/page-load:/${page}@mobile`,
        url: `https://${'a'.repeat(60)}.${'b'.repeat(60)}.example/${page}`,
      });
    await createVisitQueue('https://sqs/page', client).send([
      visitOf(long('кава'.repeat(40))),
      visitOf(long('чай'.repeat(40))),
    ]);
    const entries = calls[0]?.Entries ?? [];
    for (const { MessageGroupId, MessageDeduplicationId } of entries) {
      expect(MessageGroupId).toMatch(/^[!-~]{1,128}$/);
      expect(MessageDeduplicationId).toMatch(/^[!-~]{1,128}$/);
    }
    expect(new Set(entries.map(({ MessageDeduplicationId }) => MessageDeduplicationId)).size).toBe(2);
    expect(new Set(entries.map(({ MessageGroupId }) => MessageGroupId)).size).toBe(1);
  });
});

describe('posts to the chats of a fleet', () => {
  const task = { id: 'bakery.telegram opened', channel: 'bakery.telegram', alert: anAlert() };

  test('are grouped by chat and recognised by what they say', async () => {
    await createPostQueue('https://sqs/posts', client).send([task]);
    const [entry] = calls[0]?.Entries ?? [];
    expect(entry).toMatchObject({ MessageGroupId: 'bakery.telegram' });
    expect(entry?.MessageDeduplicationId).toMatch(/^[0-9a-f]{64}$/);
    expect(channelTaskSchema.parse(JSON.parse(entry?.MessageBody ?? ''))).toEqual(task);
  });

  test('that failed are handed back with a pause', async () => {
    await createPostQueue('https://sqs/posts', client).release('a receipt', 60);
    expect(calls).toMatchObject([
      { operation: 'AmazonSQS.ChangeMessageVisibility', ReceiptHandle: 'a receipt', VisibilityTimeout: 60 },
    ]);
  });
});

describe('visits to several probes', () => {
  function aSender(targets: Parameters<typeof createVisitSender>[0], unreachable = '') {
    const sent: string[] = [];
    const take = async (place: string, visits: readonly VisitRequest[]): Promise<void> => {
      if (place === unreachable) throw new Error(`${place} cannot be reached`);
      for (const { checks } of visits) sent.push(`${place}: ${checks.map(({ id }) => id).join()}`);
    };
    const sender = createVisitSender(targets, {
      queue: (url) => ({ send: (visits) => take(url, visits) }),
      invocation: (name) => (visit) => take(name, [visit as VisitRequest]),
    });
    return { sent, sender };
  }

  const targets = {
    'probe-availability': 'availability()',
    'probe-page': 'page-queue',
    'probe-lighthouse': 'lighthouse()',
  };
  const visits = ['website/availability', 'website/page-load@mobile', 'website/lighthouse'].map((id) =>
    visitOf(aCheck({ id })),
  );

  test('take each probe’s own way', async () => {
    const { sent, sender } = aSender(targets);
    await sender.send(visits);
    expect(sent.toSorted()).toEqual([
      'availability(): website/availability',
      'lighthouse(): website/lighthouse',
      'page-queue: website/page-load@mobile',
    ]);
  });

  test('reach the others when one probe cannot be reached, which is then named', async () => {
    for (const [step, target] of Object.entries(targets)) {
      const { sent, sender } = aSender(targets, target);
      // What AWS says does not always tell what it refused.
      await expect(sender.send(visits)).rejects.toThrow(
        `The visits to ${step} could not be sent. Error: ${target} cannot be reached`,
      );
      expect(sent).toHaveLength(2);
    }
  });

  test('of a probe that this stack was built without say what to do', async () => {
    const { sent, sender } = aSender({ 'probe-page': 'page-queue' });
    await expect(sender.send(visits.slice(0, 2))).rejects.toThrow(
      'This stack has no probe-availability, so its checks are not run. Deploy the configuration again.',
    );
    expect(sent).toEqual(['page-queue: website/page-load@mobile']);
  });

  test('of an unknown probe are refused with its name', async () => {
    const stranger = { ...aCheck(), id: 'website/horoscope', probe: 'horoscope' };
    await expect(aSender(targets).sender.send([visitOf(stranger)])).rejects.toThrow('There is no probe "horoscope"');
  });
});

describe('results', () => {
  test('travel ten at a time', async () => {
    await createResultQueue('https://sqs/results', client).send(Array.from({ length: 23 }, () => aResult()));
    expect(calls.map(({ Entries }) => Entries.length)).toEqual([10, 10, 3]);
  });

  test('of another region travel home in an envelope that says from where, which nobody takes for a result of home', async () => {
    const queue = 'https://sqs.eu-west-1.amazonaws.com/123456789012/Lab-probe-page-results';
    const result = aResult();
    await createReportQueue(queue, { region: 'eu-north-1', homeRegion: 'eu-west-1' }, client).send([result]);
    expect(calls[0]?.QueueUrl).toBe(queue);
    const [sent] = calls[0]?.Entries.map(({ MessageBody }) => JSON.parse(MessageBody)) ?? [];
    expect(sent).toEqual({ region: 'eu-north-1', result });
    expect(storedResult.safeParse(sent).success).toBe(false);
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

test('results are taken ten at a time, waited for, and deleted together once they are stored', async () => {
  const source = createResultSource('https://sqs/results', client);
  await expect(source.receive(1)).resolves.toEqual([]);
  await source.remove([]);
  await source.remove([
    { body: '', receipt: 'first' },
    { body: '', receipt: 'second' },
  ]);
  expect(calls).toMatchObject([
    { operation: 'AmazonSQS.ReceiveMessage', MaxNumberOfMessages: 10, WaitTimeSeconds: 1 },
    {
      operation: 'AmazonSQS.DeleteMessageBatch',
      Entries: [
        { Id: '0', ReceiptHandle: 'first' },
        { Id: '1', ReceiptHandle: 'second' },
      ],
    },
  ]);
});
