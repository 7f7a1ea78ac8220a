import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { at } from './stores-under-test.ts';

let folder: string;
let table: EmbeddedTable;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-businesses-'));
  table = await openEmbeddedTable(folder);
});
afterAll(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

const step = (changedAt: string) => ({
  ...({ id: 'own:write-a-script', kind: 'own', touchpointId: null, probe: null, taken: null, closed: null } as const),
  changedAt,
});

test('the same reader, week and action of two businesses are two of each', async () => {
  const [coffee, bakery, alone] = [table.storesOf('coffee-lab'), table.storesOf('bakery'), table.stores];
  expect(await coffee.digests.claim('2026-W47', 'owner@x.example', at('08:00'))).toBe('ours');
  expect(await bakery.digests.claim('2026-W47', 'owner@x.example', at('08:01'))).toBe('ours');
  expect(await alone.digests.claim('2026-W47', 'owner@x.example', at('08:02'))).toBe('ours');
  expect(await coffee.digests.list('2026-W47')).toMatchObject([{ at: at('08:00') }]);
  await coffee.operations.recordSent('digest', '2026-W47', at('09:00'));
  expect(await coffee.operations.wasSent('digest', '2026-W47')).toBe(true);
  expect(await bakery.operations.wasSent('digest', '2026-W47')).toBe(false);
  expect(await coffee.plan.put(step(at('10:00')), null)).toBe('saved');
  expect(await bakery.plan.put(step(at('10:01')), null)).toBe('saved');
  expect(await bakery.plan.list()).toMatchObject([{ changedAt: at('10:01') }]);
  expect(await alone.plan.list()).toEqual([]);
});

test('each sees its own touchpoints; coffee is not coffee-lab, and a file of its own sees no business', async () => {
  const watched = (touchpointId: string) => ({ touchpointId, checks: {}, openSince: null });
  for (const id of ['coffee.website', 'coffee-lab.website', 'coffee-lab.shop', 'website']) {
    await table.stores.touchpoints.save(watched(id));
  }
  const listed = async (business: string | null): Promise<string[]> =>
    (await table.storesOf(business).touchpoints.list()).map(({ touchpointId }) => touchpointId);
  expect(await listed('coffee')).toEqual(['coffee.website']);
  expect(await listed('coffee-lab')).toEqual(['coffee-lab.shop', 'coffee-lab.website']);
  expect(await listed(null)).toEqual(['website']);
});

test('what has expired of the plan of each business is removed', async () => {
  const watched = [{ id: 'coffee-lab.website', checks: [] }];
  expect(await table.removeExpired(watched, Date.parse(at('10:00')) + 399 * dayMs)).toBe(0);
  expect(await table.removeExpired(watched, Date.parse(at('10:00')) + 500 * dayMs)).toBe(1);
  expect(await table.storesOf('coffee-lab').plan.list()).toEqual([]);
  expect(await table.storesOf('bakery').plan.list()).toHaveLength(1);
});
