import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createHandler } from '../../functions/evaluate/handler.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createRegionAsker } from '../../shared/aws/steps/region-asker.ts';
import { createRegionViews } from '../../shared/aws/stores.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import { visitRequestSchema } from '../../shared/model/visit.ts';
import type { ResultSource } from '../../shared/ports/queues.ts';
import { aCheck } from '../support/a-check.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { aResult } from '../support/a-result.ts';

const home = 'eu-west-1';
const [stockholm, paris] = ['eu-north-1', 'eu-west-3'];
const begin = Date.parse('2026-11-23T09:00:00.000Z');
const minute = (n: number) => toInstant(begin + n * 60_000);

let folder: string;
let table: EmbeddedTable;
let client: ReturnType<typeof createDynamoClient>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-regions-'));
  table = await openEmbeddedTable(folder);
  const { endpoint, accessKeyId } = table;
  client = createDynamoClient({ endpoint, accessKeyId });
});
afterAll(async () => {
  client.destroy();
  await table.close();
  await rm(folder, { recursive: true });
});

/** Evaluate over a real table, with a queue of its own and regions that are asked by name. */
function aStack(touchpointId: string, { broken = [] }: { readonly broken?: readonly string[] } = {}) {
  const check = aCheck({ id: `${touchpointId}/availability`, regions: [stockholm, paris] });
  const pageLoad = aCheck({ id: `${touchpointId}/page-load@mobile` });
  const checks = new Map([check, pageLoad].map((each): [string, Check] => [each.id, each]));
  const asked: string[] = [];
  const faults: string[] = [];
  const invokerIn = (region: string, name: string) => async (event: object) => {
    if (broken.includes(region)) throw new Error('AccessDenied');
    const { scheduledAt, confirmation, checks: sent } = visitRequestSchema.parse(event);
    asked.push(`${region} ${name} ${sent.map(({ id }) => id).join()} ${scheduledAt} ${confirmation}`);
  };
  const views = createRegionViews({ client, tableName: localTableName });
  const asker = createRegionAsker('Lab', (region, error) => faults.push(`${region}: ${String(error)}`), invokerIn);
  const evaluate = async (now: number, ...bodies: readonly unknown[]): Promise<void> => {
    const messages = bodies.map((body, index) => ({ body: JSON.stringify(body), receipt: String(index) }));
    const source: ResultSource = { receive: async () => messages.splice(0, 10), remove: async () => {} };
    const handle = createHandler({
      ...{
        checks,
        stores: table.stores,
        timeZoneOf: () => 'UTC',
        now: () => Date.parse(minute(now)),
        logger: aQuietLogger(),
      },
      results: new Map([[bodies.length > 0 && isOfPage(bodies[0]) ? 'probe-page' : 'probe-availability', source]]),
      regions: { home, views, asker, checks },
    });
    await handle({}, { getRemainingTimeInMillis: () => 60_000 });
  };
  const statusOf = async (checkId = check.id) => table.stores.statuses.load(touchpointId, checkId);
  const down = (n: number, overrides: Partial<Result> = {}): Result => ({
    ...aResult({
      checkId: check.id,
      scheduledAt: minute(n),
      outcome: 'failed',
      cause: 'unreachable',
      measurements: {},
    }),
    ...overrides,
  });
  const up = (n: number): Result => ({ ...down(n), outcome: 'measured', cause: null, measurements: { redirects: 0 } });
  return { check, pageLoad, asked, faults, views, evaluate, statusOf, down, up };
}

function isOfPage(body: unknown): boolean {
  return JSON.stringify(body).includes('page-load');
}

test('a failure asks the other regions at once, and what they saw decides the next run', async () => {
  const { evaluate, asked, views, statusOf, down, up } = aStack('cafe');
  await evaluate(0, down(0));
  expect(asked).toEqual([
    `${stockholm} Lab-${stockholm}-probe-availability cafe/availability ${minute(0)} true`,
    `${paris} Lab-${paris}-probe-availability cafe/availability ${minute(0)} true`,
  ]);
  await evaluate(1, { region: paris, result: up(0) }, { region: stockholm, result: up(0) });
  expect(await statusOf()).toMatchObject({ light: 'red', incident: { state: 'suspected' }, lastRunAt: minute(0) });
  await evaluate(5, down(5));
  expect(await statusOf()).toMatchObject({
    light: 'yellow',
    incident: {
      state: 'open',
      light: 'yellow',
      finding: { says: { params: { works: [stockholm, paris], fails: [home] } } },
    },
  });
  const seen = await views.list('cafe', { from: minute(-5), to: minute(5) });
  expect(seen.map(({ region, saw, scheduledAt }) => [region, saw, scheduledAt])).toEqual([
    [stockholm, 'works', minute(0)],
    [paris, 'works', minute(0)],
  ]);
  expect(await views.list('cafe', { from: minute(1), to: minute(5) })).toEqual([]);
});

test('the first account of a region stays, and a second delivery of anything changes nothing', async () => {
  const { evaluate, asked, statusOf, down, up } = aStack('bakery');
  await evaluate(0, down(0));
  await evaluate(1, { region: stockholm, result: down(0) }, { region: paris, result: down(0) });
  await evaluate(2, { region: stockholm, result: up(0) }, { region: paris, result: up(0) }, down(0));
  await evaluate(5, down(5), down(5));
  const status = await statusOf();
  expect(status).toMatchObject({ light: 'red', badStreak: 2, incident: { state: 'open', light: 'red' } });
  expect(asked).toHaveLength(4);
  await evaluate(6, down(5), down(0), { region: paris, result: up(0) });
  expect(await statusOf()).toEqual(status);
});

test('while all is green nobody is asked, and what comes unasked is kept out of the lights', async () => {
  const { evaluate, asked, statusOf, down, up } = aStack('florist');
  await evaluate(0, up(0));
  await evaluate(1, { region: stockholm, result: down(0) }, { region: 'us-east-1', result: down(0) });
  await evaluate(5, up(5));
  expect(await statusOf()).toMatchObject({ light: 'green', incident: null, badStreak: 0 });
  expect(asked).toEqual([]);
});

test('a region that cannot be asked is logged, and keeps nobody from anything', async () => {
  const { evaluate, asked, faults, statusOf, down } = aStack('kiosk', { broken: [stockholm] });
  await evaluate(0, down(0));
  expect(faults).toEqual([`${stockholm}: Error: AccessDenied`]);
  expect(asked).toHaveLength(1);
  await evaluate(1, { region: paris, result: down(0) });
  await evaluate(5, down(5));
  expect(await statusOf()).toMatchObject({ incident: { state: 'open', light: 'red' } });
});

test('a page load that cannot reach the site takes over what the plain request was told', async () => {
  const { evaluate, pageLoad, statusOf, down, up } = aStack('studio');
  await evaluate(0, down(0));
  await evaluate(1, down(1, { checkId: pageLoad.id }));
  await evaluate(2, { region: stockholm, result: up(0) }, { region: paris, result: up(0) });
  await evaluate(5, down(5));
  await evaluate(6, down(6, { checkId: pageLoad.id }));
  expect(await statusOf(pageLoad.id)).toMatchObject({
    light: 'yellow',
    incident: { state: 'open', light: 'yellow', finding: { says: { id: 'general/one-region' } } },
  });
});
