import type { DynamoDBStreamEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createHandler, type NotifyHandlerDeps } from '../../functions/notify/handler.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { statusKey } from '../../shared/model/table-keys.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { emptyStores } from '../support/empty-stores.ts';

function aNotify(
  list: (touchpointId: string) => Promise<never[]>,
  checkItself: NotifyHandlerDeps['checkItself'] = async () => null,
) {
  const reading = parseConfiguration(
    'business: A\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]',
    'a.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return createHandler({
    configuration: reading.configuration,
    notifier: { send: async () => {} },
    operations: { notify: async () => {} },
    checkItself,
    stores: emptyStores({ statuses: { ...emptyStores().statuses, list } }),
    logger: aQuietLogger(),
    now: () => Date.parse('2026-11-23T09:00:00Z'),
  });
}

function records(...checkIds: readonly string[]): DynamoDBStreamEvent {
  return {
    Records: checkIds.map((checkId, n) => {
      const { PK, SK } = statusKey(checkId.slice(0, checkId.indexOf('/')), checkId);
      return { eventID: `e${n}`, dynamodb: { SequenceNumber: `s${n}`, Keys: { PK: { S: PK }, SK: { S: SK } } } };
    }),
  };
}

test('the live page has it look at one touchpoint, and hears when that fails', async () => {
  const asked: string[] = [];
  const handle = aNotify(async (touchpointId) => {
    asked.push(touchpointId);
    if (touchpointId === 'shop') throw new Error('the table is away');
    return [];
  });
  expect(await handle({ lookAt: 'website' })).toEqual({ batchItemFailures: [] });
  await expect(handle({ lookAt: 'shop' })).rejects.toThrow('the table is away');
  expect(asked).toEqual(['website', 'shop']);
});

test('many records of one touchpoint are one question', async () => {
  const asked: string[] = [];
  const handle = aNotify(async (touchpointId) => {
    asked.push(touchpointId);
    return [];
  });
  const answer = await handle(records('website/form', 'website/availability', 'shop/availability', 'website/form'));
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(asked).toEqual(['website', 'shop']);
});

test('a touchpoint whose alert cannot be sent is tried again from its first record; the others are sent', async () => {
  const asked: string[] = [];
  const handle = aNotify(async (touchpointId) => {
    asked.push(touchpointId);
    if (touchpointId === 'website') throw new Error('SNS is unreachable');
    return [];
  });
  const { batchItemFailures } = await handle(
    records('shop/availability', 'website/form', 'cafe/form', 'website/availability'),
  );
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['s1', 's3']);
  expect(asked).toEqual(['shop', 'website', 'cafe']);
});

test('a record that is about no touchpoint is a fault of ours and says so', async () => {
  const stranger = {
    Records: [
      { eventID: 'e0', dynamodb: { SequenceNumber: 's0', Keys: { PK: { S: 'CHECK#x' }, SK: { S: 'RUN#y' } } } },
    ],
  };
  // It is all of its batch, so the invocation fails as a whole, and counts as an error.
  await expect(aNotify(async () => [])(stranger)).rejects.toThrow('All records failed processing');
});

test('each sweep asks, after the touchpoints, whether the weekly self-check is due; a run asks nothing', async () => {
  const order: string[] = [];
  const handle = aNotify(
    async (touchpointId) => {
      order.push(touchpointId);
      return [];
    },
    async (now) => {
      order.push(`self-check ${now}`);
      return null;
    },
  );
  await handle(records('website/form'));
  expect(order).toEqual(['website']);
  await handle({ sweepAt: '2026-11-23T09:00:00.000Z' });
  expect(order.slice(1)).toEqual(['website', 'self-check 2026-11-23T09:00:00.000Z']);
});

test('a self-check that could not be sent fails the sweep, so that it is repeated', async () => {
  const handle = aNotify(
    async () => [],
    () => Promise.reject(new Error('The weekly self-check could not be sent.')),
  );
  await expect(handle({ sweepAt: '2026-11-23T09:00:00.000Z' })).rejects.toThrow('self-check could not be sent');
});
