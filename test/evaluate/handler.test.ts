import { expect, test } from 'vitest';
import { createHandler, type EvaluateHandlerDeps } from '../../functions/evaluate/handler.ts';
import type { Result } from '../../shared/model/result.ts';
import type { ProbeStep } from '../../shared/model/stack-names.ts';
import type { ReceivedResult, ResultSource } from '../../shared/ports/queues.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { aResult } from '../support/a-result.ts';
import { emptyStores } from '../support/empty-stores.ts';

const load = aCheck();
const availability = aCheck({ id: 'website/availability' });

/** A queue that hands out what lies in it, ten at a time, and hides it until it is removed. */
function aQueue(...bodies: (object | string)[]) {
  const visible: ReceivedResult[] = bodies.map((body, index) => ({
    body: typeof body === 'string' ? body : JSON.stringify(body),
    receipt: String(index),
  }));
  const hidden = new Map<string, ReceivedResult>();
  const source: ResultSource = {
    async receive() {
      const taken = visible.splice(0, 10);
      for (const each of taken) hidden.set(each.receipt, each);
      return taken;
    },
    async remove(received) {
      for (const { receipt } of received) hidden.delete(receipt);
    },
  };
  return { source, left: () => [...visible, ...hidden.values()].map(({ body }) => body) };
}

function anEvaluate(
  queues: readonly (readonly [ProbeStep, ResultSource])[],
  { put = async () => 'stored', ...overrides }: Partial<EvaluateHandlerDeps> & { put?: Stores['results']['put'] } = {},
) {
  const stored: Result[] = [];
  const handle = createHandler({
    checks: new Map([load, availability].map((check) => [check.id, check])),
    results: new Map(queues),
    timeZoneOf: () => 'UTC',
    now: () => Date.parse('2026-12-31T00:00:00.000Z'),
    stores: emptyStores({
      results: {
        put: async (result) => {
          const answer = await put(result);
          stored.push(result);
          return answer;
        },
        list: async () => [],
        newest: async () => [],
      },
    }),
    logger: aQuietLogger(),
    ...overrides,
  });
  return {
    stored,
    wake: (event: object = {}, msLeft: number | (() => number) = 60_000) =>
      handle(event, { getRemainingTimeInMillis: typeof msLeft === 'number' ? () => msLeft : msLeft }),
  };
}

const at = (minute: number) => ({ scheduledAt: `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z` });

test('woken by nobody in particular, it empties every queue to its end', async () => {
  const page = aQueue(...Array.from({ length: 23 }, (_, minute) => aResult(at(minute))));
  const plain = aQueue(aResult({ checkId: availability.id }));
  const { stored, wake } = anEvaluate([
    ['probe-page', page.source],
    ['probe-availability', plain.source],
  ]);
  await wake();
  expect(stored).toHaveLength(24);
  expect([...page.left(), ...plain.left()]).toEqual([]);
});

test('woken by a probe, it looks into that one’s queue only; words it does not know mean all of them', async () => {
  const page = aQueue(aResult(at(1)));
  const plain = aQueue(aResult({ checkId: availability.id }));
  const { stored, wake } = anEvaluate([
    ['probe-page', page.source],
    ['probe-availability', plain.source],
  ]);
  await wake({ from: 'probe-availability' });
  expect(stored.map(({ checkId }) => checkId)).toEqual([availability.id]);
  await wake({ from: 'somebody', Records: 'nonsense' });
  expect(stored).toHaveLength(2);
});

test('a poison message stays in its queue alone, and the invocation fails so that it counts', async () => {
  const { source, left } = aQueue('{"poison":true}', 'not JSON', aResult());
  const { stored, wake } = anEvaluate([['probe-page', source]]);
  await expect(wake()).rejects.toThrow('2 results stay in their queue and are tried again.');
  expect(stored).toHaveLength(1);
  expect(left()).toEqual(['{"poison":true}', 'not JSON']);
});

test('while the table is throttled every result stays, and is not asked for again and again', async () => {
  const { source, left } = aQueue(...Array.from({ length: 30 }, (_, minute) => aResult(at(minute))));
  const { wake } = anEvaluate([['probe-page', source]], { put: () => Promise.reject(new Error('throttled')) });
  await expect(wake()).rejects.toThrow(/10 results stay in their queue.*throttled/);
  expect(left()).toHaveLength(30);
});

test('a late result of a check that was removed meanwhile is dropped', async () => {
  const { source, left } = aQueue(aResult({ checkId: 'website/form' }));
  const { stored, wake } = anEvaluate([['probe-page', source]]);
  await wake();
  expect(stored).toEqual([]);
  expect(left()).toEqual([]);
});

test('a browser that was taken over cannot speak for a check of another step', async () => {
  const forged = aQueue(aResult({ checkId: availability.id }));
  const { stored, wake } = anEvaluate([['probe-page', forged.source]]);
  await expect(wake()).rejects.toThrow(
    'probe-page sent a result of website/availability, which probe-availability measures: it was forged or sent by mistake.',
  );
  expect(stored).toEqual([]);
  expect(forged.left()).toHaveLength(1);
});

test('with little time left it takes nothing that it could not finish', async () => {
  const { source, left } = aQueue(aResult());
  const { stored, wake } = anEvaluate([['probe-page', source]]);
  await wake({}, 15_000);
  expect(stored).toEqual([]);
  expect(left()).toHaveLength(1);
});

test('where results take long, it stops in time, and leaves no finished one to be evaluated again', async () => {
  const { source, left } = aQueue(...Array.from({ length: 10 }, (_, minute) => aResult(at(minute))));
  const { stored, wake } = anEvaluate([['probe-page', source]]);
  let msLeft = 60_000;
  await wake({}, () => {
    msLeft -= 10_000;
    return msLeft;
  });
  expect(stored).toHaveLength(2);
  expect(left()).toHaveLength(8);
});
