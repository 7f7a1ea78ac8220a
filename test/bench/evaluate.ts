import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { evaluateResult } from '../../functions/evaluate/evaluate-result.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { advanceStatus } from '../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Light } from '../../shared/model/light.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Status } from '../../shared/model/status.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import { aCheck } from '../support/a-check.ts';
import { aResultThatIs } from '../support/a-result.ts';
import { verdict } from './verdict.ts';

const check = aCheck();
const pureResults = 40_000;
const storedResults = 400;
const rounds = 5;
/** A check's life: mostly green, now and then slow, down or out of sight. */
const life: readonly Light[] = [
  ...Array<Light>(12).fill('green'),
  ...(['yellow', 'yellow', 'green', 'green', 'red', 'red', 'red', 'green', 'green', 'unknown'] as const),
];

/** How fast results are judged and advanced, and what one costs over the embedded table. */
export async function benchEvaluate(): Promise<boolean> {
  const results = aLife(pureResults);
  const perSecond = rate(results, (previous, result) => {
    const { next } = advanceStatus(previous, judge(result, check), result, check, 'Europe/Kyiv');
    return next;
  });
  // What any loop over these results costs that leaves new objects behind: shows how busy the machine is.
  const baseline = rate(results, (previous, result) => structuredClone(previous ?? firstStatus(result)));
  console.log(
    `in the pure core: ${perSecond} results a second; a loop that only clones the status: ${baseline} a second`,
  );
  const cost = await costOverTheTable(aLife(storedResults));
  console.log(
    `over the embedded table: ${cost.msPerResult} ms a result, ${cost.readsPerResult} reads and ${cost.writesPerResult} writes ` +
      `(${cost.itemsPerResult} items: the run that closes a day or an incident writes that too)`,
  );
  return [
    verdict('one result in the pure core', Math.round((1e6 / perSecond) * 10) / 10, 50, 'µs'),
    verdict('the most that any result writes', cost.mostWrites, 2, 'writes'),
  ].every(Boolean);
}

function aLife(count: number): Result[] {
  const begin = Date.parse('2026-01-01T00:00:00.000Z');
  return Array.from({ length: count }, (_, n) =>
    aResultThatIs(life[n % life.length] ?? 'green', {
      checkId: check.id,
      scheduledAt: toInstant(begin + n * check.everyMinutes * 60_000),
    }),
  );
}

/** By processor time, and the best of a few rounds: others who work on this machine are not counted. */
function rate(results: readonly Result[], step: (previous: Status | null, result: Result) => Status): number {
  let best = 0;
  for (let round = 0; round < rounds; round++) {
    let status: Status | null = null;
    const began = process.cpuUsage();
    for (const result of results) status = step(status, result);
    const { user, system } = process.cpuUsage(began);
    best = Math.max(best, results.length / ((user + system) / 1e6));
  }
  return Math.round(best);
}

function firstStatus(result: Result): Status {
  return advanceStatus(null, judge(result, check), result, check, 'UTC').next;
}

async function costOverTheTable(results: readonly Result[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-bench-evaluate-'));
  const table = await openEmbeddedTable(folder);
  const client = createDynamoClient({ endpoint: table.endpoint, accessKeyId: table.accessKeyId });
  const wire = countCalls(client);
  const deps = { stores: createStores({ client, tableName: localTableName }), timeZone: 'Europe/Kyiv', now: Date.now };
  try {
    const began = performance.now();
    let mostWrites = 0;
    let closings = 0;
    for (const result of results) {
      const before = wire.writes;
      const { step } = await evaluateResult(result, check, deps);
      mostWrites = Math.max(mostWrites, wire.writes - before);
      // What closes goes to the history together with the result, as items of one request.
      closings += Number(step?.closedDay != null) + Number(step?.incident?.state === 'resolved');
    }
    const perResult = (count: number): number => Math.round((count / results.length) * 100) / 100;
    return {
      msPerResult: perResult(performance.now() - began),
      readsPerResult: perResult(wire.reads),
      writesPerResult: perResult(wire.writes),
      itemsPerResult: perResult(wire.writes + closings),
      mostWrites,
    };
  } finally {
    client.destroy();
    await table.close();
    await rm(folder, { recursive: true });
  }
}

/** Counts every request that leaves for the table, also one that the client repeats. */
function countCalls(client: DynamoDBClient): { reads: number; writes: number } {
  const counts = { reads: 0, writes: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      (request) => {
        if (/^(Put|Update|Delete|BatchWrite)/.test(commandName ?? '')) counts.writes++;
        else counts.reads++;
        return next(request);
      },
    { name: 'count', step: 'finalizeRequest', priority: 'low' },
  );
  return counts;
}
