import { expect, test } from 'vitest';
import type { Result } from '../../shared/model/result.ts';
import { createVisitHandler, type VisitHandlerDeps } from '../../shared/runtime/visit-handler.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { aResult } from '../support/a-result.ts';
import { anSqsEvent } from '../support/an-event.ts';

const visit = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks: [aCheck()] };

function aHandler(overrides: Partial<VisitHandlerDeps> = {}) {
  const sent: Result[] = [];
  const released: string[] = [];
  const handle = createVisitHandler({
    visit: async ({ checks }) => checks.map(({ id }) => aResult({ checkId: id })),
    results: { send: async (results) => void sent.push(...results) },
    release: async (receiptHandle) => void released.push(receiptHandle),
    logger: aQuietLogger(),
    ...overrides,
  });
  return { handle, sent, released };
}

test('a visit’s results go on before its message is gone', async () => {
  const { handle, sent, released } = aHandler();
  await expect(handle(anSqsEvent(visit))).resolves.toEqual({ batchItemFailures: [] });
  expect(sent).toMatchObject([{ checkId: 'website/page-load@mobile' }]);
  expect(released).toEqual([]);
});

test.each([['not JSON'], ['{"poison":true}'], [JSON.stringify({ ...visit, checks: [] })]])(
  'a message that is no visit (%s) goes back at once, so that its host need not wait for the visibility timeout',
  async (body) => {
    const { handle, sent, released } = aHandler();
    await expect(handle(anSqsEvent(body))).rejects.toThrow('All records failed processing');
    expect(released).toEqual(['handle of m1']);
    expect(sent).toEqual([]);
  },
);

test('results that cannot be sent keep the visit in its queue', async () => {
  const { handle, released } = aHandler({ results: { send: () => Promise.reject(new Error('no queue')) } });
  await expect(handle(anSqsEvent(visit))).rejects.toThrow('All records failed processing');
  expect(released).toEqual(['handle of m1']);
});
