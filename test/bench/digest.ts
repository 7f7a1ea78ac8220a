import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { weekBefore } from '../../shared/evaluation/week/week.ts';
import type { Configuration, Touchpoint } from '../../shared/model/business.ts';
import { dayKey, incidentKey, localTableName, sentKey, statusKey } from '../../shared/model/table-keys.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aDay } from '../support/a-week.ts';
import { aFleet, aFleetsWeek } from './fleet.ts';
import { verdict } from './verdict.ts';

const run = promisify(execFile);
const digestProcess = fileURLToPath(new URL('digest-process.ts', import.meta.url));
const few = 100;
const many = 1000;
const checksEach = ['availability', 'page-load@mobile', 'contacts@mobile', 'form'] as const;

const figuresSchema = z.strictObject({
  ms: z.number(),
  cpuMs: z.number(),
  peakMb: z.number(),
  reads: z.number(),
  readUnits: z.number(),
  mailKb: z.number(),
});
type DigestFigures = z.infer<typeof figuresSchema>;

/** A full week of a fleet through the embedded table, read, summarised and rendered; ten times the fleet must cost ten times as much. */
export async function benchDigest(): Promise<boolean> {
  const small = await measure(few);
  const large = await measure(many);
  for (const [count, figures] of [
    [few, small],
    [many, large],
  ] as const) {
    const { ms, cpuMs, peakMb, reads, readUnits, mailKb } = figures;
    console.log(
      `${count} touchpoints of ${checksEach.length} checks: ${ms} ms (${cpuMs} ms of them computing), ${peakMb} MB, ${reads} reads ` +
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
    verdict(
      `growth of computing time at ${times} times the touchpoints`,
      round(large.cpuMs / small.cpuMs),
      times * 1.5,
      'times',
    ),
    verdict('peak memory', large.peakMb, 512, 'MB'),
    verdict('the mail', large.mailKb, 100, 'KB'),
  ].every(Boolean);
}

async function measure(touchpoints: number): Promise<DigestFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-bench-'));
  const table = await openEmbeddedTable(folder);
  try {
    await fill(table, aFleet(touchpoints));
    // In a process of its own: what filled the table must not be counted.
    const { stdout } = await run(process.execPath, [
      digestProcess,
      table.endpoint,
      table.accessKeyId,
      String(touchpoints),
    ]);
    return figuresSchema.parse(JSON.parse(stdout));
  } finally {
    await table.close();
    rmSync(folder, { recursive: true });
  }
}

/** Two weeks of days, a status of each check, and an incident with two alerts for each touchpoint. */
async function fill({ endpoint, accessKeyId }: EmbeddedTable, { touchpoints, timeZone }: Configuration): Promise<void> {
  const week = aFleetsWeek(timeZone);
  const dates = [...weekBefore(week, timeZone).days, ...week.days].map(({ date }) => date);
  const client = DynamoDBDocumentClient.from(createDynamoClient({ endpoint, accessKeyId }));
  const items = touchpoints.flatMap((touchpoint) => itemsOf(touchpoint, dates));
  for (let next = 0; next < items.length; next += 25) {
    const some = items.slice(next, next + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [localTableName]: some } }));
  }
  client.destroy();
}

function itemsOf({ id: touchpointId, checks }: Touchpoint, dates: readonly string[]): Record<string, unknown>[] {
  const at = '2026-11-18T09:05:00.000Z';
  const incident = anIncident({
    touchpointId,
    checkId: `${touchpointId}/form`,
    suspectedAt: '2026-11-18T09:00:00.000Z',
    openedAt: at,
  });
  const alert = { touchpointId, checkId: incident.checkId, subjectAt: at, light: 'red', n: 1 } as const;
  const alerts = [
    { ...alert, reason: 'opened', sentAt: '2026-11-18T09:06:00.000Z' },
    { ...alert, reason: 'reminder', sentAt: '2026-11-19T09:06:00.000Z' },
  ] as const;
  return [
    ...checks.flatMap(({ id }) =>
      dates.map((date, n) => ({ ...dayKey(touchpointId, id, date), type: 'day', checkId: id, day: aDay(date, id, n) })),
    ),
    ...checks.map(({ id }) => ({
      ...statusKey(touchpointId, id),
      type: 'status',
      ...aStatus({ touchpointId, checkId: id }),
    })),
    { ...incidentKey(touchpointId, incident.checkId, at), type: 'incident', ...incident },
    ...alerts.map((sent) => ({ ...sentKey(sent), type: 'sent', ...sent })),
  ];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
