import { describe, expect, it } from 'vitest';
import { identify } from '../../functions/probe-social/identify.ts';
import type { WatchedTouchpoint } from '../social/support/a-touchpoint.ts';
import { openTouchpoint, underTest } from '../social/support/platforms-under-test.ts';

const monday = '2026-11-16T10:00:00Z';
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const ann = { id: '1112233', name: 'Ann' };
const bob = { id: '2223344', name: 'Bob' };
const standing = ({ store }: WatchedTouchpoint): string[] =>
  [...store.conversations.values()].map(({ author, reason }) => `${author} ${reason}`.trim()).toSorted();

describe.each(['twilio', 'zadarma'] as const)('the calls of %s', (kind) => {
  it('of 90 days are read in one go, with no more requests than are allowed', async () => {
    const touchpoint = await openTouchpoint(kind, monday);
    const { world, stub } = touchpoint;
    for (let day = 89; day > 0; day--) {
      world.at(Date.parse(monday) - day * dayMs, () => world.write({ by: { id: String(day), name: 'Ann' }, text: '' }));
    }
    const { result } = await touchpoint.poll();
    expect(result).toMatchObject({ outcome: 'measured', measurements: { unanswered: 89 } });
    expect(Object.values(stub.counts)).toEqual([3]);
    await stub.close();
  });

  it('are called back on the last day of one reading and the first of the next, and nobody seems to wait', async () => {
    const touchpoint = await openTouchpoint(kind, monday);
    const { world } = touchpoint;
    const edge = Date.parse(monday) - 60 * dayMs;
    const call = world.at(edge - 10 * minuteMs, () => world.write({ by: ann, text: '' }));
    world.at(edge + 10 * minuteMs, () => world.write({ by: 'business', text: '', replyTo: call }));
    expect((await touchpoint.poll()).light).toBe('green');
    expect(standing(touchpoint)).toEqual([]);
    await touchpoint.stub.close();
  });

  it('are found behind a gateway in a folder of its own', async () => {
    const touchpoint = await openTouchpoint(kind, monday);
    touchpoint.world.write({ by: ann, text: '' });
    touchpoint.world.now += minuteMs;
    const { url } = touchpoint.stub;
    const check = { ...touchpoint.check, options: { ...touchpoint.check.options, api: url } };
    const io = { now: () => Date.parse(monday), sleep: async () => {}, signal: AbortSignal.timeout(10_000) };
    expect(await identify(check, { read: async () => underTest[kind].secret }, io)).toMatchObject({ ok: true });
    await touchpoint.stub.close();
  });

  it('that are still going on are neither missed nor answered', async () => {
    const touchpoint = await openTouchpoint(kind, monday);
    const { world } = touchpoint;
    world.write({ by: ann, text: '', call: { rangMs: 20_000, pickedUp: true } });
    world.now += 10_000;
    await touchpoint.poll();
    expect(standing(touchpoint)).toEqual([]);
    world.now += 15 * minuteMs;
    await touchpoint.poll();
    expect(standing(touchpoint)).toEqual(['…2233 picked-up']);
    await touchpoint.stub.close();
  });

  it('keep a customer apart from staff, whose phone rings outside', async () => {
    const touchpoint = await openTouchpoint(kind, monday, { options: { staff: ['+380502223344'] } });
    const { world } = touchpoint;
    world.write({ by: ann, text: '' });
    world.write({ by: bob, text: '' });
    world.now += minuteMs;
    await touchpoint.poll();
    expect(standing(touchpoint)).toEqual(['…2233 unanswered']);
    await touchpoint.stub.close();
  });
});

it('calls of Zadarma that are too many for one poll are read by the next ones: grey until then, never red', async () => {
  const touchpoint = await openTouchpoint('zadarma', monday);
  const { world } = touchpoint;
  // Two thousand within an hour, all of them called back on the next day.
  const calls: string[] = [];
  const first = Date.parse(monday) - 20 * dayMs;
  for (let n = 0; n < 2000; n++) {
    calls.push(world.at(first + n * 1000, () => world.write({ by: { id: String(n), name: 'Ann' }, text: '' })));
  }
  for (const [n, call] of calls.entries()) {
    world.at(first + dayMs + n * 1000, () => world.write({ by: 'business', text: '', replyTo: call }));
  }
  const lights: string[] = [];
  for (let poll = 0; poll < 60 && lights.at(-1) !== 'green'; poll++) {
    touchpoint.stub.resetCounts();
    lights.push((await touchpoint.poll()).light);
    expect(touchpoint.stub.counts['statistics']).toBeLessThanOrEqual(3);
    world.now += 15 * minuteMs;
  }
  expect(new Set(lights.slice(0, -1))).toEqual(new Set(['unknown']));
  expect(lights.at(-1)).toBe('green');
  expect(standing(touchpoint).filter((each) => each.endsWith('unanswered'))).toEqual([]);
  await touchpoint.stub.close();
});
