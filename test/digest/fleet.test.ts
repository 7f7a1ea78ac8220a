import { expect, test } from 'vitest';
import { readWeek } from '../../functions/digest/read-week.ts';
import { sendSlot } from '../../functions/digest/send-slot.ts';
import { digestSlots } from '../../shared/config/fleet/as-one.ts';
import type { DeployedBusiness } from '../../shared/config/fleet/deployed-fleet.ts';
import { weekAt } from '../../shared/evaluation/week/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { withBusiness } from '../../shared/model/check-id.ts';
import { aBusiness } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';

const alike = aBusiness();
const businesses = [
  due('bakery', 'Europe/Kyiv', 480),
  due('cafe', 'Europe/Kyiv', 480),
  due('florist', 'Asia/Almaty', 480),
  due('salon', 'Europe/Kyiv', 570),
];

test('digests are sent to the businesses of one zone and time, and no others', async () => {
  expect(await sentAt('Europe/Kyiv mon 480 0')).toEqual(['bakery', 'cafe']);
  expect(await sentAt('Asia/Almaty mon 480 0')).toEqual(['florist']);
});

test('a digest that fails keeps no other from being sent, and is named when the rest is done', async () => {
  const sent: (string | null)[] = [];
  const sending = sendSlot('Europe/Kyiv mon 480 0', businesses, async ({ id }) => {
    if (id === 'bakery') throw new Error('SES is away');
    sent.push(id);
  });
  await expect(sending).rejects.toThrow('The digests of 1 of 2 businesses may be missing: bakery (Error: SES is away)');
  expect(sent).toEqual(['cafe']);
});

test('a schedule of before, for which no business is due any more, fails by name', async () => {
  await expect(sentAt('Europe/Kyiv fri 480 0')).rejects.toThrow(
    'No business of this fleet has its digest at "Europe/Kyiv fri 480 0".',
  );
});

test('more than a thousand businesses of one time are sent by several invocations, each business by one', () => {
  const many = Array.from({ length: 2500 }, (_, n) => due(`shop-${n}`, 'UTC', 480));
  const slots = digestSlots(many);
  expect(slots.map(({ id, businesses: { length } }) => [id, length])).toEqual([
    ['UTC mon 480 0', 1000],
    ['UTC mon 480 1', 1000],
    ['UTC mon 480 2', 500],
  ]);
  expect(new Set(slots.flatMap((slot) => slot.businesses.map(({ id }) => id))).size).toBe(2500);
});

test('the mail of a fleet’s business does not say what the stack costs that it shares with others', async () => {
  const touchpoints = alike.touchpoints.map((each) => ({ ...each, id: withBusiness('bakery', each.id) }));
  const monday = '2026-11-23T08:00:00.000Z';
  const dollars = async (configuration: Configuration) => {
    const summary = await readWeek({ configuration, stores: emptyStores() }, weekAt(monday, 'UTC'), monday);
    return summary.monthlyDollars;
  };
  expect(await dollars(alike)).toBeGreaterThan(0);
  expect(await dollars({ ...alike, touchpoints })).toBeNull();
});

async function sentAt(slot: string): Promise<(string | null)[]> {
  const sent: (string | null)[] = [];
  await sendSlot(slot, businesses, async ({ id }) => void sent.push(id));
  return sent;
}

function due(id: string, timeZone: string, atMinute: number): DeployedBusiness {
  const digest = { to: [`owner@${id}.example`], from: null, weekday: 'mon' as const, atMinute, reportsUrl: null };
  return { id, configuration: { ...alike, timeZone, digest } };
}
