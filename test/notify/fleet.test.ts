import { expect, test } from 'vitest';
import { type NotifiedBusiness, notifiedFleet, settingsFor, watchDigests } from '../../functions/notify/fleet.ts';
import { createHandler } from '../../functions/notify/handler.ts';
import { sweep } from '../../functions/notify/sweep.ts';
import { configurationOfFleet } from '../../shared/config/fleet/as-one.ts';
import { readFleet } from '../../shared/config/fleet/read-fleet.ts';
import type { DigestPlan } from '../../shared/model/digest-plan.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { WatchedTouchpoint } from '../../shared/model/watched-touchpoint.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { emptyStores } from '../support/empty-stores.ts';

const now = () => Date.parse('2026-11-23T09:10:00.000Z');
const businesses = ['bakery', 'cafe', 'salon'].map(aBusiness);
const configuration = configurationOfFleet(businesses);
const fleet = notifiedFleet(businesses, configuration);

test('an alert of one business is planned by its own maintenance, and no other’s', async () => {
  const sent = await swept({});
  // The bakery is in maintenance; all three are down.
  expect(sent.map(({ touchpointId }) => touchpointId)).toEqual(['cafe.website', 'salon.website']);
});

test('a business whose items cannot be read keeps no other from its alerts', async () => {
  const failing = emptyStores();
  const sent = await swept(
    {
      statuses: {
        ...failing.statuses,
        list: async (id) => {
          if (id.startsWith('cafe.')) throw new Error('a broken item');
          return [down(id)];
        },
      },
    },
    1,
  );
  expect(sent.map(({ touchpointId }) => touchpointId)).toEqual(['salon.website']);
});

test('a touchpoint of a business that has left the fleet is handled as one that was removed', () => {
  expect(fleet.configurationOf('florist.website').touchpoints).toEqual([]);
  expect(fleet.configurationOf('cafe.website').business).toBe('cafe');
});

test('the board of the live page is kept for businesses that have one, and cleared of those that have left', () => {
  const [bakery, ...others] = businesses;
  if (bakery === undefined) throw new Error('No bakery.');
  const page = { publicTouchpoints: [], url: null, atOnce: 5, signIn: null };
  const some = [{ ...bakery, configuration: { ...bakery.configuration, page } }, ...others];
  const ofSome = configurationOfFleet(some);
  const deps = { configuration: ofSome, keepsBoard: true, fleet: notifiedFleet(some, ofSome) };
  const kept = ['bakery.website', 'cafe.website', 'florist.website'].map((id) => settingsFor(id, deps).keepsBoard);
  expect(kept).toEqual([true, false, true]);
});

test('a business whose file is broken is paused: nothing of it is told as ended, and nothing as silent', async () => {
  const florist = 'florist.website';
  const announced = {
    reason: 'opened',
    subjectAt: '2026-11-23T09:05:00.000Z',
    n: 1,
    sentAt: '2026-11-23T09:06:00.000Z',
  };
  const entry = {
    touchpointId: florist,
    checks: {
      [`${florist}/availability`]: {
        since: '2026-11-01T00:00:00.000Z',
        cadence: '5m',
        cadenceSince: '2026-11-01T00:00:00.000Z',
      },
    },
    openSince: announced.subjectAt,
  };
  const saved: WatchedTouchpoint[] = [];
  const { touchpoints, sent } = emptyStores();
  const stores: Partial<Stores> = {
    touchpoints: { ...touchpoints, list: async () => [entry], save: async (each) => void saved.push(each) },
    sent: {
      ...sent,
      list: async (id) =>
        id === florist
          ? [{ ...announced, reason: 'opened', touchpointId: id, checkId: `${id}/availability`, light: 'red' }]
          : [],
    },
  };
  const paused = notifiedFleet(businesses, configuration, [
    { id: 'florist', file: 'florist.yaml', faults: 1, firstFault: 'florist.yaml: is empty', pageLanguage: null },
  ]);
  const of = (all: readonly Notification[]) => all.filter(({ touchpointId }) => touchpointId === florist);
  expect(of(await swept(stores, 0, paused))).toEqual([]);
  // When it goes on, its silence counts from here.
  expect(saved.filter(({ touchpointId }) => touchpointId === florist)).toEqual([
    {
      ...entry,
      checks: {
        [`${florist}/availability`]: {
          since: '2026-11-01T00:00:00.000Z',
          cadence: '5m',
          cadenceSince: '2026-11-23T09:10:00.000Z',
        },
      },
      pausedUntil: '2026-11-23T09:10:00.000Z',
    },
  ]);
  // Nor when somebody looks at it, or a last run has come in.
  const told: Notification[] = [];
  const handler = createHandler({
    ...{ stores: emptyStores(stores), configuration, fleet: paused, now, logger: aQuietLogger() },
    notifier: { send: async (each) => void told.push(each) },
    operations: { notify: async () => {} },
    checkItself: async () => null,
  });
  await handler({ lookAt: florist });
  expect(told).toEqual([]);
  expect(of(await swept(stores)).map(({ reason, light }) => `${reason} ${light}`)).toEqual(['resolved unknown']);
});

test('operations are told of every business whose digest is missing, even if another cannot be checked', async () => {
  const told: string[] = [];
  const late: Partial<NotifiedBusiness['stores']['operations']> = {
    loadDigestPlan: async () => ({
      ...{ weekday: 'mon', atMinute: 480, timeZone: 'UTC', since: '2026-11-01T00:00:00.000Z' },
      readers: { 'owner@shop.example': '2026-11-01T00:00:00.000Z' },
    }),
    wasSent: async () => false,
  };
  const { digests, operations } = emptyStores();
  const watched = businesses.map((business) => ({
    ...business,
    stores: {
      digests,
      operations:
        business.id === 'cafe'
          ? { ...operations, loadDigestPlan: () => Promise.reject(new Error('the table is away')) }
          : { ...operations, ...late },
    },
  }));
  const failures = await watchDigests(notifiedFleet(watched, configuration), {
    operations: { notify: async (_, text) => void told.push(text) },
    now: '2026-11-23T14:00:00.000Z',
  });
  expect(failures.map(String)).toEqual(['Error: the table is away']);
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/^bakery: The weekly digest of 2026-W47 was due/);
  expect(told[1]).toMatch(/^salon: /);
});

test('a digest that was due while its business was paused is not missed when it goes on', async () => {
  const told: string[] = [];
  const { digests, operations } = emptyStores();
  let plan: DigestPlan = {
    ...{ weekday: 'mon', atMinute: 480, timeZone: 'UTC', since: '2026-11-01T00:00:00.000Z' },
    readers: { 'owner@shop.example': '2026-11-01T00:00:00.000Z' },
  };
  const stores = {
    digests,
    operations: {
      ...operations,
      loadDigestPlan: async () => plan,
      saveDigestPlan: async (saved: DigestPlan) => {
        plan = saved;
      },
    },
  };
  const deps = { operations: { notify: async (_: string, text: string) => void told.push(text) } };
  const [salon] = businesses;
  if (salon === undefined) throw new Error('No salon.');
  await watchDigests(
    { ...notifiedFleet([], configuration), pausedDigests: [{ stores }] },
    {
      ...deps,
      now: '2026-11-25T10:00:00.000Z',
    },
  );
  const resumed = notifiedFleet([{ ...salon, stores }], configuration);
  await watchDigests(resumed, { ...deps, now: '2026-11-25T10:15:00.000Z' });
  expect(told).toEqual([]);
  // The next one is expected again.
  await watchDigests(resumed, { ...deps, now: '2026-11-30T14:15:00.000Z' });
  expect(told).toEqual([expect.stringContaining('The weekly digest of 2026-W48 was due')]);
});

test('the agency’s own mail is watched over like a digest', async () => {
  const told: string[] = [];
  const { digests, operations } = emptyStores();
  const plan: DigestPlan = {
    ...{ weekday: 'mon', atMinute: 480, timeZone: 'UTC', since: '2026-11-01T00:00:00.000Z' },
    readers: { 'lead@north.example': '2026-11-01T00:00:00.000Z' },
  };
  const digest = { to: ['lead@north.example'], from: null, weekday: 'mon', atMinute: 480, reportsUrl: null } as const;
  const agency = {
    id: 'agency',
    configuration: { digest: { ...digest, to: [...digest.to] }, timeZone: 'UTC' },
    stores: { digests, operations: { ...operations, loadDigestPlan: async () => plan } },
  };
  await watchDigests(
    { ...notifiedFleet([], configuration), agency },
    { operations: { notify: async (_, text) => void told.push(text) }, now: '2026-11-23T14:00:00.000Z' },
  );
  expect(told).toEqual([expect.stringMatching(/^agency: The weekly digest of 2026-W47 was due .*lead@north\.example/)]);
});

async function swept(overrides: Partial<Stores>, failing = 0, of = fleet): Promise<Notification[]> {
  const sent: Notification[] = [];
  const { statuses } = emptyStores();
  const stores = emptyStores({ statuses: { ...statuses, list: async (id) => [down(id)] }, ...overrides });
  const notifier = { send: async (each: Notification) => void sent.push(each) };
  const failures = await sweep({ stores, configuration, fleet: of, now, notifier }, () => {});
  expect(failures.map(({ touchpointId }) => touchpointId)).toHaveLength(failing);
  return sent;
}

function down(touchpointId: string) {
  const checkId = `${touchpointId}/availability`;
  return aStatus({
    touchpointId,
    checkId,
    light: 'red',
    badStreak: 2,
    goodStreak: 0,
    incident: anIncident({ touchpointId, checkId }),
  });
}

function aBusiness(id: string): NotifiedBusiness & { readonly id: string } {
  const maintenance =
    id === 'bakery'
      ? 'maintenance: [{ touchpoint: website, from: 2026-11-23T08:00, to: 2026-11-23T12:00, why: a new shop }]\n'
      : '';
  const text = `business: ${id}\ntimeZone: UTC\n${maintenance}digest: { to: [owner@shop.example] }\ntouchpoints: [{ id: website, kind: website, url: "https://${id}.example" }]`;
  const { businesses: read, broken } = readFleet(
    [{ business: id, fileName: `${id}.yaml`, content: { text } }],
    '2026-11-22',
  );
  const [business] = read;
  if (business === undefined) throw new Error(JSON.stringify(broken));
  return { id, configuration: business.configuration, stores: emptyStores() };
}
