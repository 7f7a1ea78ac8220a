import { afterAll, describe, expect, it } from 'vitest';
import { aResult } from '../support/a-result.ts';
import { anIncident } from '../support/a-status.ts';
import { aDay } from '../support/a-week.ts';
import { aStack, at, closeTable, configured, illness, of } from './a-swept-stack.ts';

afterAll(closeTable);

const keepsBoard = { keepsBoard: true };
type Stack = Awaited<ReturnType<typeof aStack>>;

/** How often the sweep reads closed days, which it does only to draw the strip. */
async function stripsDrawn(stack: Stack, now: string): Promise<number> {
  let drawn = 0;
  const { days } = stack.stores;
  const counting: typeof days = {
    async list(...args) {
      drawn++;
      return days.list(...args);
    },
  };
  await stack.sweep(now, { ...keepsBoard, stores: { ...stack.stores, days: counting } });
  return drawn;
}

describe('a sweep keeps the board', () => {
  it('of every touchpoint as it is at that moment', async () => {
    const stack = await aStack('website', 'shop');
    await stack.save(of('website', at('09:00'), illness('website', 'red', at('09:00'))));
    await stack.save(of('shop', at('09:00')));
    await stack.sweep(at('09:05'), keepsBoard);
    const board = await stack.stores.board.list();
    expect(board.map(({ touchpointId, light, openCount }) => [touchpointId, light, openCount])).toEqual([
      ['shop', 'green', 0],
      ['website', 'red', 1],
    ]);
    expect(board[1]).toMatchObject({ readAt: at('09:05'), measuredAt: at('09:00'), freshUntil: at('12:00') });
  });

  it('with the acknowledgement that holds, and without one that was taken back', async () => {
    const stack = await aStack('website');
    const ill = illness('website', 'red', at('09:00'));
    await stack.save(of('website', at('09:00'), ill));
    const word = {
      ...{ touchpointId: 'website', checkId: 'website/page-load@mobile', subjectAt: at('09:00') },
      ...{ acknowledgedAt: at('09:06'), why: 'Calling the host', by: 'olena@example.com', withdrawnAt: null },
    };
    await stack.stores.acknowledgements.put(word);
    await stack.sweep(at('09:15'), keepsBoard);
    expect((await stack.stores.board.load('website'))?.open[0]?.acknowledgement).toEqual(word);
    await stack.stores.acknowledgements.put({ ...word, withdrawnAt: at('09:20') });
    await stack.sweep(at('09:30'), keepsBoard);
    expect((await stack.stores.board.load('website'))?.open[0]?.acknowledgement).toBeNull();
  });

  it('and takes a touchpoint off it that has left the file', async () => {
    const stack = await aStack('website', 'shop');
    await stack.save(of('website', at('09:00')));
    await stack.sweep(at('09:05'), keepsBoard);
    stack.configuration = configured('shop');
    await stack.sweep(at('09:15'), keepsBoard);
    expect((await stack.stores.board.list()).map(({ touchpointId }) => touchpointId)).toEqual(['shop']);
  });

  it('not where there is no page', async () => {
    const stack = await aStack('website');
    await stack.save(of('website', at('09:00')));
    await stack.sweep(at('09:05'));
    expect(await stack.stores.board.list()).toEqual([]);
  });

  it('twice side by side without harm', async () => {
    const stack = await aStack('website');
    await stack.save(of('website', at('09:00')));
    await Promise.all([stack.sweep(at('09:05'), keepsBoard), stack.sweep(at('09:06'), keepsBoard)]);
    expect(await stack.stores.board.load('website')).toMatchObject({ readAt: at('09:06'), light: 'green' });
    await stack.sweep(at('09:05'), keepsBoard);
    expect(await stack.stores.board.load('website')).toMatchObject({ readAt: at('09:06') });
  });
});

describe('the strip on the board', () => {
  const checkId = 'website/page-load@mobile';

  /** A website that has been green for thirty days, but for one that an incident of long ago reached into. */
  async function aMonth() {
    const stack = await aStack('website');
    const days = Array.from({ length: 30 }, (_, n) =>
      new Date(Date.parse('2026-10-24') + n * 86_400_000).toISOString(),
    );
    const incident = anIncident({
      ...{ checkId, state: 'resolved', suspectedAt: '2026-10-01T09:00:00.000Z', openedAt: '2026-10-01T09:05:00.000Z' },
      resolvedAt: '2026-10-24T12:00:00.000Z',
    });
    for (const [n, day] of days.entries()) {
      const scheduledAt = `${day.slice(0, 10)}T22:00:00.000Z`;
      const runs = { green: 40, yellow: 0, red: n === 0 ? 8 : 0, unknown: 0 };
      await stack.stores.history.put(aResult({ checkId, scheduledAt }), {
        day: aDay(day.slice(0, 10), checkId, 0, { runs }),
        incident: n === 0 ? incident : null,
      });
    }
    await stack.save(of('website', at('09:00')));
    return stack;
  }

  it('knows of an incident that began long before it', async () => {
    const stack = await aMonth();
    await stack.sweep(at('09:05'), keepsBoard);
    expect((await stack.stores.board.load('website'))?.strip).toEqual({
      until: '2026-11-22',
      lights: `r${'g'.repeat(29)}`,
    });
  });

  it('is drawn once a day: again after midnight until the day is settled, then no more', async () => {
    const stack = await aMonth();
    expect(await stripsDrawn(stack, at('09:05'))).toBe(1);
    expect(await stripsDrawn(stack, at('09:20'))).toBe(0);
    const today = { date: '2026-11-23', runs: { green: 40, yellow: 0, red: 0, unknown: 0 }, values: {} };
    await stack.save(of('website', at('21:50'), { today }), at('09:00'));
    // Midnight in Kyiv is 22:00Z.
    expect(await stripsDrawn(stack, at('22:05'))).toBe(1);
    expect(await stripsDrawn(stack, at('23:50'))).toBe(1);
    // The first run of the next day closes the last.
    const closed = { day: aDay('2026-11-23', checkId), incident: null };
    await stack.stores.history.put(aResult({ checkId, scheduledAt: at('00:05', 24) }), closed);
    await stack.save(of('website', at('00:05', 24)), at('21:50'));
    expect(await stripsDrawn(stack, at('00:10', 24))).toBe(1);
    expect(await stripsDrawn(stack, at('00:25', 24))).toBe(0);
    expect((await stack.stores.board.load('website'))?.strip.until).toBe('2026-11-23');
  });

  it('is drawn again as long as its last day is grey: it may still come in', async () => {
    const stack = await aStack('website');
    await stack.save(
      of('website', at('09:00', 22), {
        today: { date: '2026-11-20', runs: { green: 1, yellow: 0, red: 0, unknown: 0 }, values: {} },
      }),
    );
    expect(await stripsDrawn(stack, at('09:05'))).toBe(1);
    expect((await stack.stores.board.load('website'))?.strip.lights.at(-1)).toBe('u');
    expect(await stripsDrawn(stack, at('09:20'))).toBe(1);
  });
});
