import { expect, test } from 'vitest';
import { createHandler } from '../../functions/evaluate/handler.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { aResult } from '../support/a-result.ts';
import { anSqsEvent } from '../support/an-event.ts';
import { emptyStores } from '../support/empty-stores.ts';

const check = aCheck();

function anEvaluate({ put = async () => 'stored' }: { put?: Stores['results']['put'] } = {}) {
  const counted: Record<string, number> = {};
  const stored: Result[] = [];
  const handle = createHandler({
    checks: [check],
    timeZone: 'UTC',
    stores: emptyStores({
      results: {
        put: async (result) => {
          const answer = await put(result);
          stored.push(result);
          return answer;
        },
        list: async () => [],
      },
    }),
    logger: aQuietLogger(),
    count: ({ name }, value) => {
      counted[name] = (counted[name] ?? 0) + value;
    },
  });
  return { handle, stored, counted };
}

test('each result is stored, judged and counted', async () => {
  const { handle, stored, counted } = anEvaluate();
  const later = aResult({ scheduledAt: '2026-11-23T09:30:00.000Z' });
  await expect(handle(anSqsEvent(aResult(), later))).resolves.toEqual({ batchItemFailures: [] });
  expect(stored).toEqual([aResult(), later]);
  expect(counted).toEqual({ ResultsEvaluated: 2 });
});

test('a poison message stays in the queue alone', async () => {
  const { handle, stored } = anEvaluate();
  const answer = await handle(anSqsEvent('{"poison":true}', aResult()));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
  expect(stored).toHaveLength(1);
});

test('while the table is throttled, every result stays in the queue', async () => {
  const { handle, counted } = anEvaluate({ put: () => Promise.reject(new Error('throttled')) });
  const answer = await handle(anSqsEvent(aResult(), aResult()));
  expect(answer.batchItemFailures).toHaveLength(2);
  expect(counted).toEqual({});
});

test('a late result of a check that was removed meanwhile is dropped', async () => {
  const { handle, stored } = anEvaluate();
  const answer = await handle(anSqsEvent(aResult({ checkId: 'website/form' })));
  expect(answer).toEqual({ batchItemFailures: [] });
  expect(stored).toEqual([]);
});

test('a grey light is counted as one', async () => {
  const { handle, counted } = anEvaluate();
  await handle(anSqsEvent(aResult({ outcome: 'unknown', cause: 'probe-fault', measurements: {} })));
  expect(counted).toEqual({ ResultsEvaluated: 1, UnknownResults: 1 });
});
