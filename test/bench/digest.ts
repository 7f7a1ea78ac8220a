import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openEmbeddedTable } from '../../cli/local/embedded-table.ts';
import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { parseWeek, type Week, weekBefore } from '../../shared/evaluation/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aDay } from '../support/a-week.ts';
import { verdict } from './verdict.ts';

const few = 100;
const many = 1000;
const checksEach = ['availability', 'page-load@mobile', 'contacts@mobile', 'form'] as const;
const now = '2026-11-23T06:00:00.000Z';

const pricedSchema = z.object({ ConsumedCapacity: z.object({ CapacityUnits: z.number() }) });

interface DigestFigures {
  readonly ms: number;
  readonly peakMb: number;
  readonly reads: number;
  readonly readUnits: number;
  readonly mailKb: number;
}

/** A full week of a fleet through the embedded table, read, summarised and rendered; ten times the fleet must cost ten times as much. */
export async function benchDigest(): Promise<boolean> {
  const small = await measure(few);
  const large = await measure(many);
  for (const [count, figures] of [
    [few, small],
    [many, large],
  ] as const) {
    const { ms, peakMb, reads, readUnits, mailKb } = figures;
    console.log(
      `${count} touchpoints of ${checksEach.length} checks: ${ms} ms, ${peakMb} MB with the table itself, ${reads} reads ` +
        `(${(reads / count).toFixed(1)} per touchpoint), ${readUnits} read units (${(readUnits / count).toFixed(1)} per touchpoint), a mail of ${mailKb} KB`,
    );
  }
  const times = many / few;
  return [
    verdict('reads per touchpoint', large.reads / many, 4, ''),
    verdict('read units per touchpoint', Math.round(large.readUnits / many), 20, ''),
    verdict(
      `growth of read units at ${times} times the touchpoints`,
      round(large.readUnits / small.readUnits),
      times * 1.02,
      'times',
    ),
    verdict(`growth of time at ${times} times the touchpoints`, round(large.ms / small.ms), times * 1.5, 'times'),
    verdict('peak memory', large.peakMb, 512, 'MB'),
    verdict('the mail', large.mailKb, 100, 'KB'),
  ].every(Boolean);
}

async function measure(touchpoints: number): Promise<DigestFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-bench-'));
  const table = await openEmbeddedTable(folder);
  try {
    const configuration = aFleet(touchpoints);
    const week = parseWeek('2026-W47', configuration.timeZone);
    if (week === null) throw new Error('2026-W47 is a week.');
    await fill(table.stores, configuration, week);
    const counted = countingStores(table);
    const memory = watchMemory();
    const startedAt = performance.now();
    const summary = await readWeek({ configuration, stores: counted.stores }, week, now);
    const { html } = renderMail(summary, { language: 'en', reportUrl: null });
    const ms = Math.round(performance.now() - startedAt);
    const peakMb = await memory.stop();
    if (summary.runs === 0) throw new Error('The benchmark has read nothing.');
    return { ms, peakMb, ...counted.sum(), mailKb: Math.ceil(Buffer.byteLength(html) / 1000) };
  } finally {
    await table.close();
    rmSync(folder, { recursive: true });
  }
}

function aFleet(count: number): Configuration {
  const sites = Array.from(
    { length: count },
    (_, n) =>
      `  - { id: site-${n}, kind: website, url: "https://site-${n}.example", checks: { page-load: { devices: [mobile] }, contacts: { devices: [mobile] }, lighthouse: false } }`,
  );
  const reading = parseConfiguration(
    `business: Agency\ntimeZone: Europe/Kyiv\ntouchpoints:\n${sites.join('\n')}\n`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok)
    throw new Error(`The benchmark's configuration is broken: ${JSON.stringify(reading.faults.slice(0, 1))}`);
  return reading.configuration;
}

/** Two weeks of days, a status of each check, and an incident with two alerts for each touchpoint. */
async function fill(stores: Stores, { touchpoints, timeZone }: Configuration, week: Week): Promise<void> {
  const dates = [...weekBefore(week, timeZone).days, ...week.days].map(({ date }) => date);
  for (const { id: touchpointId, checks } of touchpoints) {
    const incident = anIncident({
      touchpointId,
      checkId: `${touchpointId}/form`,
      suspectedAt: '2026-11-18T09:00:00.000Z',
      openedAt: '2026-11-18T09:05:00.000Z',
    });
    const alert = {
      touchpointId,
      checkId: incident.checkId,
      subjectAt: '2026-11-18T09:05:00.000Z',
      light: 'red',
      n: 1,
    } as const;
    await Promise.all([
      ...checks.flatMap(({ id }) => dates.map((date, n) => stores.days.put(touchpointId, id, aDay(date, id, n)))),
      ...checks.map(({ id }) => stores.statuses.save(aStatus({ touchpointId, checkId: id }), null)),
      stores.incidents.put(incident),
      stores.sent.record({ ...alert, reason: 'opened', sentAt: '2026-11-18T09:06:00.000Z' }),
      stores.sent.record({ ...alert, reason: 'reminder', sentAt: '2026-11-19T09:06:00.000Z' }),
    ]);
  }
}

/** The same table through a client that asks for the price of every read. */
function countingStores({ endpoint, accessKeyId }: { readonly endpoint: string; readonly accessKeyId: string }) {
  const client = createDynamoClient({ endpoint, accessKeyId });
  let reads = 0;
  let readUnits = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(args);
      reads += 1;
      readUnits += pricedSchema.parse(answer.output).ConsumedCapacity.CapacityUnits;
      return answer;
    },
    { step: 'initialize', name: 'countReads', priority: 'high' },
  );
  const stores = createStores({ client, tableName: localTableName });
  return { stores, sum: () => ({ reads, readUnits: Math.round(readUnits) }) };
}

function watchMemory() {
  let isRunning = true;
  const watching = (async () => {
    let peak = 0;
    while (isRunning) {
      peak = Math.max(peak, process.memoryUsage.rss());
      await sleep(20);
    }
    return Math.round(peak / 1024 ** 2);
  })();
  return {
    stop: () => {
      isRunning = false;
      return watching;
    },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
