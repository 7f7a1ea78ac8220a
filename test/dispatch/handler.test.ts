import { describe, expect, test } from 'vitest';
import { createHandler, type DispatchDeps } from '../../functions/dispatch/handler.ts';
import { scheduledTimePlaceholder } from '../../shared/model/stack-names.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';
import { anSqsEvent } from '../support/an-event.ts';

const everyMinute = aCheck({ id: 'website/availability', everyMinutes: 1 });
const load = aCheck({ id: 'website/page-load@mobile', everyMinutes: 30 });
const contacts = aCheck({ id: 'website/contacts@mobile', everyMinutes: 30 });
const desktop = aCheck({ id: 'website/contacts@desktop', everyMinutes: 30 });
const suspectedAt = '2026-11-23T09:00:00.000Z';

function aDispatch(overrides: Partial<DispatchDeps> = {}) {
  const sent: VisitRequest[] = [];
  const handler = createHandler({
    checks: [everyMinute, load, contacts, desktop],
    visits: { send: async (requests) => void sent.push(...requests) },
    confirmationDelaySeconds: 300,
    logger: aQuietLogger(),
    count: () => {},
    now: () => Date.parse('2026-11-23T10:17:42.000Z'),
    ...overrides,
  });
  return { sent, handler };
}

describe('the minute schedule', () => {
  test('is taken at its word, not at the clock’s: a late or repeated invocation finds the same runs', async () => {
    const { sent, handler } = aDispatch({ checks: [everyMinute] });
    await handler({ scheduledAt: '2026-11-23T09:00:00Z' });
    await handler({ scheduledAt: '2026-11-23T09:00:00Z' });
    expect(sent.map(({ scheduledAt }) => scheduledAt)).toEqual([suspectedAt, suspectedAt]);
  });

  test('that hands over the words instead of the time (an emulator) means the present minute', async () => {
    const { sent, handler } = aDispatch({ checks: [everyMinute] });
    await handler({ scheduledAt: scheduledTimePlaceholder });
    expect(sent).toMatchObject([{ scheduledAt: '2026-11-23T10:17:00.000Z', confirmation: false }]);
  });
});

describe('confirmations', () => {
  test('of one page come out as one visit, under their own run: the suspicion’s time plus the delay', async () => {
    const { sent, handler } = aDispatch();
    const suspicions = [load, contacts, desktop].map(({ id }) => ({ checkId: id, suspectedAt }));
    await handler(anSqsEvent(...suspicions));
    expect(sent).toEqual([
      { scheduledAt: '2026-11-23T09:05:00.000Z', confirmation: true, checks: [load, contacts] },
      { scheduledAt: '2026-11-23T09:05:00.000Z', confirmation: true, checks: [desktop] },
    ]);
  });

  test('delivered twice in one batch are one', async () => {
    const { sent, handler } = aDispatch();
    const suspicion = { checkId: load.id, suspectedAt };
    await handler(anSqsEvent(suspicion, suspicion));
    expect(sent).toMatchObject([{ checks: [{ id: load.id }] }]);
  });

  test('are not needed where the check’s own cadence has answered by then, nor for a check that is gone', async () => {
    const { sent, handler } = aDispatch();
    const gone = 'website/form';
    await handler(anSqsEvent({ checkId: everyMinute.id, suspectedAt }, { checkId: gone, suspectedAt }));
    expect(sent).toEqual([]);
  });

  test('of a form that is really sent wait for business hours: its next run confirms', async () => {
    const form = aCheck({ id: 'website/form', onlyWithin: weekdaysNineToSix });
    const { sent, handler } = aDispatch({ checks: [form] });
    await handler(anSqsEvent({ checkId: form.id, suspectedAt: '2026-11-23T15:56:00.000Z' }));
    expect(sent).toEqual([]);
    await handler(anSqsEvent({ checkId: form.id, suspectedAt: '2026-11-23T15:50:00.000Z' }));
    expect(sent).toMatchObject([{ scheduledAt: '2026-11-23T15:55:00.000Z', checks: [{ id: form.id }] }]);
  });

  test('a poison message is handed back alone; the others of its batch are confirmed', async () => {
    const { sent, handler } = aDispatch();
    const answer = await handler(anSqsEvent('not JSON', { checkId: load.id, suspectedAt }));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(sent).toHaveLength(1);
  });

  test('that cannot be sent stay in the queue', async () => {
    const { handler } = aDispatch({ visits: { send: () => Promise.reject(new Error('the queue is unreachable')) } });
    await expect(handler(anSqsEvent({ checkId: load.id, suspectedAt }))).rejects.toThrow('unreachable');
  });
});
