import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createHandler } from '../../functions/dispatch/handler.ts';
import { createVisitQueue } from '../../shared/aws/queues/visit-queue.ts';
import { readFleet } from '../../shared/config/fleet/read-fleet.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { onlyChecks } from '../support/only-checks.ts';

const sentSchema = z.object({ Entries: z.array(z.object({ MessageGroupId: z.string(), MessageBody: z.string() })) });

test('a business of five hundred sites on one host waits in a group of its own, and each other business in another', async () => {
  const flood = Array.from(
    { length: 500 },
    (_, n) => `{ id: part-${n}, kind: website, url: "https://mall.example/${n}", checks: ${everyMinute} }`,
  );
  const sent = await groupsOfAMinute({
    mall: flood.join(', '),
    bakery: `{ id: website, kind: website, url: "https://bakery.example", checks: ${everyMinute} }`,
    salon: `{ id: website, kind: website, url: "https://salon.example", checks: ${everyMinute} }`,
  });
  const waiting = Map.groupBy(sent, (group) => group);
  expect([...waiting.keys()].toSorted()).toEqual(['bakery.example', 'mall.example', 'salon.example']);
  expect(waiting.get('mall.example')?.length).toBe(500);
  expect(waiting.get('bakery.example')).toHaveLength(1);
});

test('a business whose file is broken is not dispatched, and all the others are', async () => {
  const site = (name: string) =>
    `{ id: website, kind: website, url: "https://${name}.example", checks: ${everyMinute} }`;
  const sent = await groupsOfAMinute({ bakery: site('bakery'), broken: '{ id: website }', salon: site('salon') });
  expect(sent.toSorted()).toEqual(['bakery.example', 'salon.example']);
});

const everyMinute = onlyChecks({ 'page-load': '{ every: 1m, devices: [mobile] }' });

/** The FIFO groups of all visits that dispatch sends in one minute. */
async function groupsOfAMinute(touchpoints: Readonly<Record<string, string>>): Promise<string[]> {
  const { businesses } = readFleet(
    Object.entries(touchpoints).map(([business, list]) => ({
      business,
      fileName: `${business}.yaml`,
      content: { text: `business: ${business}\ntimeZone: UTC\ntouchpoints: [${list}]` },
    })),
    '2026-11-22',
  );
  const groups: string[] = [];
  const client = new SQSClient({ region: 'eu-central-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  client.middlewareStack.add(
    () =>
      async ({ input }) => {
        groups.push(...sentSchema.parse(input).Entries.map(({ MessageGroupId }) => MessageGroupId));
        return { output: { $metadata: {}, Successful: [], Failed: [] }, response: {} };
      },
    { step: 'initialize', name: 'keep' },
  );
  const handler = createHandler({
    checks: businesses.flatMap(({ configuration }) => configuration.touchpoints.flatMap(({ checks }) => checks)),
    visits: createVisitQueue('https://sqs.example/1/Visits.fifo', client),
    confirmations: { list: async () => [], remove: async () => {} },
    confirmationDelaySeconds: 300,
    wakeEvaluate: async () => {},
    wakeNotify: async () => {},
    logger: aQuietLogger(),
    now: () => Date.parse('2026-11-23T09:00:00Z'),
  });
  await handler({ scheduledAt: '2026-11-23T09:01:00Z' });
  return groups;
}
