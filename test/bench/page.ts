import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { aBoard } from '../support/a-board.ts';
import { aFleet } from './fleet.ts';
import { verdict } from './verdict.ts';

const run = promisify(execFile);
const pageProcess = fileURLToPath(new URL('page-process.ts', import.meta.url));
const few = 10;
const many = 1000;
/** Of so many touchpoints one has an open incident of each of its checks. */
const illOneIn = 10;

const figuresSchema = z.strictObject({
  firstMs: z.number(),
  ms: z.number(),
  cpuMs: z.number(),
  reads: z.number(),
  pageKb: z.number(),
});
type PageFigures = z.infer<typeof figuresSchema>;

/** The overview of the live page, from the embedded table to the last byte: a thousand touchpoints beside ten. */
export async function benchPage(): Promise<boolean> {
  const small = await measure(few);
  const large = await measure(many);
  for (const [count, { firstMs, ms, cpuMs, reads, pageKb }] of [
    [few, small],
    [many, large],
  ] as const) {
    console.log(
      `${count} touchpoints: ${ms} ms (median; ${cpuMs} ms of them computing; the first of a process ${firstMs} ms), ${reads} reads, ${pageKb} KB`,
    );
  }
  return [
    verdict('server time of the overview', large.ms, 300, 'ms'),
    verdict('its page', large.pageKb, 200, 'KB'),
    // A key range comes in pages of 1 MB.
    verdict('reads', large.reads, 5, ''),
  ].every(Boolean);
}

async function measure(touchpoints: number): Promise<PageFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-bench-'));
  const table = await openEmbeddedTable(folder);
  try {
    for (const entry of aBoard(aFleet(touchpoints), illOneIn)) await table.stores.board.save(entry);
    // In a process of its own, with React as it is deployed: what filled the table must not be counted.
    const { stdout } = await run(
      process.execPath,
      [pageProcess, table.endpoint, table.accessKeyId, String(touchpoints)],
      { env: { ...process.env, NODE_ENV: 'production' } },
    );
    return figuresSchema.parse(JSON.parse(stdout));
  } finally {
    await table.close();
    rmSync(folder, { recursive: true });
  }
}
