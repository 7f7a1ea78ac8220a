import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { evaluateResult } from '../../functions/evaluate/evaluate-result.ts';
import { knownIncidents } from '../../shared/evaluation/incidents/known-incidents.ts';
import { aCheck } from '../support/a-check.ts';
import { aResultThatIs } from '../support/a-result.ts';
import { interruptible } from './interruptible.ts';

let folder: string;
let table: EmbeddedTable;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-evaluate-'));
  table = await openEmbeddedTable(folder);
});
afterAll(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

const timeZone = 'Europe/Kyiv';
const now = () => Date.parse('2026-11-25T00:00:00.000Z');
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const always = { from: '2000-01-01', to: '2100-01-01' };

describe('evaluating a result', () => {
  it('writes twice and reads once as long as nothing happens', async () => {
    const check = aCheck({ id: 'quiet/page-load@mobile' });
    const calls: string[] = [];
    const stores = interruptible(table.stores, (call) => calls.push(call));
    const evaluation = await evaluateResult(aResultThatIs('green', { checkId: check.id }), check, {
      stores,
      timeZone,
      now,
    });
    expect(calls).toEqual(['load', 'put', 'save']);
    expect(evaluation.step?.reason).toBe('quiet');
    expect(await table.stores.statuses.load('quiet', check.id)).toEqual(evaluation.status);
  });

  it('writes no more when a day and an incident end in one run', async () => {
    const check = aCheck({ id: 'ending/page-load@mobile' });
    const run = (light: 'red' | 'green', scheduledAt: string) =>
      aResultThatIs(light, { checkId: check.id, scheduledAt });
    for (const result of [run('red', at('09:00')), run('red', at('09:30')), run('green', at('10:00'))]) {
      await evaluateResult(result, check, { stores: table.stores, timeZone, now });
    }
    const calls: string[] = [];
    const stores = interruptible(table.stores, (call) => calls.push(call));
    const last = run('green', '2026-11-24T10:00:00.000Z');
    const { step } = await evaluateResult(last, check, { stores, timeZone, now });
    expect(calls).toEqual(['load', 'put', 'save']);
    expect(step?.reason).toBe('resolved');
    expect(await stores.days.list('ending', always)).toMatchObject([{ day: { date: '2026-11-23' } }]);
    expect(await stores.incidents.list('ending', always)).toEqual([step?.incident]);
    expect(await stores.results.list(check.id, always)).toHaveLength(4);
  });

  it('stores a late result and leaves the light alone', async () => {
    const { stores } = table;
    const check = aCheck({ id: 'late/page-load@mobile' });
    const evaluate = (result: Parameters<typeof evaluateResult>[0]) =>
      evaluateResult(result, check, { stores, timeZone, now });
    const { status } = await evaluate(aResultThatIs('green', { checkId: check.id, scheduledAt: at('10:00') }));
    const late = await evaluate(aResultThatIs('red', { checkId: check.id, scheduledAt: at('09:30') }));
    expect(late).toEqual({ status, step: null, refused: 'late', clockSetBackFrom: null });
    expect(await stores.statuses.load('late', check.id)).toEqual(status);
    expect(await stores.results.list(check.id, always)).toHaveLength(2);
  });

  it('asks for a confirmation of a suspected check, at the time of the suspicion', async () => {
    const check = aCheck({ id: 'suspected/page-load@mobile' });
    const asked: string[] = [];
    const confirmations = { send: async (_: unknown, suspectedAt: string) => void asked.push(suspectedAt) };
    for (const [time, light] of [
      ['09:00', 'green'],
      ['09:30', 'red'],
      ['09:35', 'red'],
      ['10:00', 'red'],
    ] as const) {
      const result = aResultThatIs(light, { checkId: check.id, scheduledAt: at(time) });
      await evaluateResult(result, check, { stores: table.stores, timeZone, now, confirmations });
    }
    expect(asked).toEqual([at('09:30')]);
    expect((await table.stores.statuses.load('suspected', check.id))?.incident).toMatchObject({
      state: 'open',
      suspectedAt: at('09:30'),
      openedAt: at('09:35'),
    });
  });

  it('believes the status, not what a forestalled run wrote into the history', async () => {
    const { stores } = table;
    const check = aCheck({ id: 'forestalled/page-load@mobile' });
    const deps = { stores, timeZone, now };
    const run = (light: 'red' | 'green', time: string) =>
      aResultThatIs(light, { checkId: check.id, scheduledAt: at(time) });
    for (const result of [run('red', '09:00'), run('red', '09:30'), run('green', '10:00')]) {
      await evaluateResult(result, check, deps);
    }
    // The run of 10:30 would resolve it, but the one of 11:00, which is red, is saved first.
    let rivalCame = false;
    const overtaken = interruptible(stores, () => {});
    const statuses = {
      ...stores.statuses,
      save: async (...given: Parameters<typeof stores.statuses.save>) => {
        if (!rivalCame) {
          rivalCame = true;
          await evaluateResult(run('red', '11:00'), check, deps);
        }
        return await stores.statuses.save(...given);
      },
    };
    const { step } = await evaluateResult(run('green', '10:30'), check, {
      stores: { ...overtaken, statuses },
      timeZone,
      now,
    });
    expect(step).toBeNull();
    const status = await stores.statuses.load('forestalled', check.id);
    expect(status?.incident?.state).toBe('open');
    const history = await stores.incidents.list('forestalled', always);
    expect(history).toMatchObject([{ state: 'resolved', openedAt: status?.incident?.openedAt }]);
    expect(knownIncidents(history, status === null ? [] : [status])).toEqual([status?.incident]);
  });
});
