import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { aResult } from '../support/a-result.ts';
import { aSaying } from '../support/a-saying.ts';

let folder: string;
let table: EmbeddedTable | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-table-'));
});

afterEach(async () => {
  await table?.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<EmbeddedTable> {
  table = await openEmbeddedTable(folder);
  return table;
}

const always = { from: '2000-01-01', to: '2100-01-01' };

describe('the embedded table', () => {
  it('removes what has expired, and nothing else', async () => {
    const { stores, removeExpired } = await open();
    const checkId = 'website/form';
    const runs = ['2025-10-01T08:00:00.000Z', '2025-10-19T08:00:00.000Z', '2026-11-22T07:00:00.000Z'];
    for (const scheduledAt of runs) await stores.results.put(aResult({ checkId, scheduledAt }));
    await stores.results.put(aResult({ checkId: 'other/form', scheduledAt: '2025-10-01T08:00:00.000Z' }));
    const watched = [{ id: 'website', checks: [{ id: checkId }] }];
    expect(await removeExpired(watched, Date.parse('2026-11-22T08:00:00.000Z'))).toBe(1);
    expect((await stores.results.list(checkId, always)).map(({ scheduledAt }) => scheduledAt)).toEqual(runs.slice(1));
    expect(await stores.results.list('other/form', always)).toHaveLength(1);
  });

  it('removes what customers said longer ago than it is kept', async () => {
    const { stores, removeExpired } = await open();
    const [old, young] = [aSaying({ at: '2025-10-01T08:00:00.000Z' }), aSaying({ at: '2026-10-01T08:00:00.000Z' })];
    await stores.conversations.putSayings([old, young]);
    const watched = [{ id: 'google-reviews', checks: [{ id: young.checkId }] }];
    expect(await removeExpired(watched, Date.parse('2026-11-22T08:00:00.000Z'))).toBe(1);
    expect(await stores.conversations.listSayings(young.checkId)).toEqual([young]);
  });

  it('removes what has expired of the plan', async () => {
    const { stores, removeExpired } = await open();
    const step = { id: 'website/form', kind: 'trouble', touchpointId: 'website', probe: 'form' } as const;
    const years = ['2025', '2026'] as const;
    for (const year of years) {
      const changedAt = `${year}-10-01T08:00:00.000Z`;
      await stores.plan.put({ ...step, id: `website/${year}`, taken: null, closed: null, changedAt }, null);
      await stores.plan.remember({ weekId: `${year}-W40`, at: changedAt, planned: [] });
    }
    expect(await removeExpired([], Date.parse('2026-11-22T08:00:00.000Z'))).toBe(2);
    expect((await stores.plan.list()).map(({ id }) => id)).toEqual(['website/2026']);
    expect(await stores.plan.newest('2026-W01')).toBeNull();
    expect((await stores.plan.newest('2027-W01'))?.weekId).toBe('2026-W40');
  });
});
