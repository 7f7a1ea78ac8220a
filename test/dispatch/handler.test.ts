import { describe, expect, test } from 'vitest';
import { createHandler, type DispatchDeps } from '../../functions/dispatch/handler.ts';
import { scheduledTimePlaceholder } from '../../shared/model/stack-names.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { Suspicion } from '../../shared/ports/queues.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';

const everyMinute = aCheck({ id: 'website/availability', everyMinutes: 1 });
const load = aCheck({ id: 'website/page-load@mobile', everyMinutes: 1440 });
const contacts = aCheck({ id: 'website/contacts@mobile', everyMinutes: 1440 });
const desktop = aCheck({ id: 'website/contacts@desktop', everyMinutes: 1440 });
const suspectedAt = '2026-11-23T09:00:00.000Z';
const tick = { scheduledAt: '2026-11-23T09:06:00Z' };

function aDispatch(overrides: Partial<DispatchDeps> = {}, waiting: Suspicion[] = []) {
  const sent: VisitRequest[] = [];
  const woken: string[] = [];
  const handler = createHandler({
    checks: [load, contacts, desktop],
    visits: { send: async (requests) => void sent.push(...requests) },
    confirmations: {
      list: async (until) => waiting.filter((suspicion) => suspicion.suspectedAt <= until),
      remove: async (done) => {
        for (const suspicion of done) waiting.splice(waiting.indexOf(suspicion), 1);
      },
    },
    confirmationDelaySeconds: 300,
    wakeEvaluate: async () => void woken.push('evaluate'),
    wakeNotify: async (event) => void woken.push(`notify ${JSON.stringify(event)}`),
    logger: aQuietLogger(),
    now: () => Date.parse('2026-11-23T10:17:42.000Z'),
    ...overrides,
  });
  return { sent, woken, waiting, handler };
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

  test('wakes evaluate every five minutes and a sweep of notify every fifteen, however late it is invoked', async () => {
    const { woken, handler } = aDispatch({ checks: [] });
    for (let minute = 0; minute < 60; minute++) {
      await handler({ scheduledAt: `2026-11-23T09:${String(minute).padStart(2, '0')}:00Z` });
    }
    expect(woken.filter((step) => step === 'evaluate')).toHaveLength(12);
    expect(woken.filter((step) => step !== 'evaluate')).toEqual(
      ['00', '15', '30', '45'].map((minute) => `notify {"sweepAt":"2026-11-23T09:${minute}:00.000Z"}`),
    );
  });
});

test('a file that has landed sends the visit that reads it, and nothing that a minute would bring', async () => {
  const floor = aCheck({ id: 'floor/scorecard', url: null });
  const { sent, woken, handler } = aDispatch({ checks: [everyMinute, floor] });
  await handler({ landed: 'scorecards/floor/may.csv' });
  expect(sent).toEqual([{ scheduledAt: '2026-11-23T10:17:42.000Z', confirmation: false, checks: [floor] }]);
  expect(woken).toEqual([]);
});

describe('confirmations', () => {
  test('of one page are one visit, under their own run: the suspicion’s time plus the delay', async () => {
    const suspicions = [load, contacts, desktop].map(({ id }) => ({ checkId: id, suspectedAt }));
    const { sent, waiting, handler } = aDispatch({}, suspicions);
    await handler(tick);
    expect(sent).toEqual([
      { scheduledAt: '2026-11-23T09:05:00.000Z', confirmation: true, checks: [load, contacts] },
      { scheduledAt: '2026-11-23T09:05:00.000Z', confirmation: true, checks: [desktop] },
    ]);
    expect(waiting).toEqual([]);
  });

  test('are not made before the delay has passed', async () => {
    const { sent, waiting, handler } = aDispatch({}, [{ checkId: load.id, suspectedAt }]);
    await handler({ scheduledAt: '2026-11-23T09:04:00Z' });
    expect(sent).toEqual([]);
    expect(waiting).toHaveLength(1);
  });

  test('whose minute was lost are made by the next one', async () => {
    const { sent, handler } = aDispatch({}, [{ checkId: load.id, suspectedAt }]);
    await handler({ scheduledAt: '2026-11-23T09:25:00Z' });
    expect(sent).toMatchObject([{ scheduledAt: '2026-11-23T09:05:00.000Z', confirmation: true }]);
  });

  test('are not needed where the check’s own cadence has answered by then, nor for a check that is gone', async () => {
    const { sent, waiting, handler } = aDispatch({ checks: [everyMinute] }, [
      { checkId: everyMinute.id, suspectedAt },
      { checkId: 'website/form', suspectedAt },
    ]);
    await handler(tick);
    expect(sent.filter(({ confirmation }) => confirmation)).toEqual([]);
    expect(waiting).toEqual([]);
  });

  test('of a form that is really sent wait for business hours: its next run confirms', async () => {
    const form = aCheck({ id: 'website/form', onlyWithin: weekdaysNineToSix, everyMinutes: 1440 });
    const late = aDispatch({ checks: [form] }, [{ checkId: form.id, suspectedAt: '2026-11-23T15:56:00.000Z' }]);
    await late.handler({ scheduledAt: '2026-11-23T16:01:00Z' });
    expect(late.sent.filter(({ confirmation }) => confirmation)).toEqual([]);
    const early = aDispatch({ checks: [form] }, [{ checkId: form.id, suspectedAt: '2026-11-23T15:50:00.000Z' }]);
    await early.handler({ scheduledAt: '2026-11-23T15:55:00Z' });
    expect(early.sent).toMatchObject([{ scheduledAt: '2026-11-23T15:55:00.000Z', checks: [{ id: form.id }] }]);
  });

  test('that cannot be sent go on waiting, and the minute fails', async () => {
    const { waiting, handler } = aDispatch(
      { visits: { send: () => Promise.reject(new Error('the queue is unreachable')) } },
      [{ checkId: load.id, suspectedAt }],
    );
    await expect(handler(tick)).rejects.toThrow('unreachable');
    expect(waiting).toHaveLength(1);
  });
});

test('what fails keeps nothing else from being done, and the minute fails by name', async () => {
  const { sent, woken, handler } = aDispatch({
    checks: [everyMinute],
    confirmations: { list: () => Promise.reject(new Error('the table is not to be read')), remove: async () => {} },
    wakeEvaluate: () => Promise.reject(new Error('that is not allowed')),
    wakeNotify: () => Promise.reject(new Error('nor is this')),
  });
  const failing = handler({ scheduledAt: '2026-11-23T09:00:00Z' });
  await expect(failing).rejects.toThrow('Not everything of 2026-11-23T09:00:00.000Z was dispatched.');
  await expect(failing).rejects.toThrow(
    /the table is not to be read.*evaluate could not be woken\. Error: that is not allowed.*notify could not be woken\. Error: nor is this/,
  );
  expect(sent).toHaveLength(1);
  expect(woken).toEqual([]);
});
