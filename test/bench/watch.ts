import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { startDemoBusiness } from '../../cli/local/demo-business.ts';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { verdict } from './verdict.ts';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const minuteMs = 60_000;

const forecastSchema = z.object({ next24Hours: z.array(z.object({ at: z.string(), checks: z.array(z.string()) })) });
const eventSchema = z.looseObject({ event: z.string(), confirmation: z.boolean().optional() });

/**
 * Three minutes of the real watch with real visits, then three more with a `kill -9` in the middle of one: exactly the runs
 * that `validate` forecast are stored, each once.
 */
export async function benchWatch(): Promise<boolean> {
  const business = await startDemoBusiness();
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-bench-watch-'));
  writeFileSync(path.join(folder, 'touchpoints.yaml'), touchpoints(business.url));
  try {
    const calm = await watched(folder, null);
    const killed = await watched(folder, 90_000);
    return [
      verdict('runs that were forecast and not made', calm.missing + killed.missing, 0, 'runs'),
      verdict('runs that were made and not forecast', calm.strange + killed.strange, 0, 'runs'),
    ].every(Boolean);
  } finally {
    await business.close();
    rmSync(folder, { recursive: true });
  }
}

function touchpoints(url: string): string {
  return `business: Bench
timeZone: UTC
touchpoints:
  - id: website
    kind: website
    url: ${url}
    checks: ${onlyChecks({
      availability: '{ every: 1m }',
      'page-load': '{ every: 2m, devices: [mobile] }',
      contacts: '{ every: 3m, devices: [desktop] }',
      form: '{ every: 3m }',
    })}
`;
}

/** @param killAfterMs when the process is killed and started again at once; null for never */
async function watched(folder: string, killAfterMs: number | null): Promise<{ missing: number; strange: number }> {
  const forecast = forecastSchema.parse(JSON.parse((await touchlight(folder, 'validate', '--json')).join('\n')));
  const from = Date.now();
  const first = watch(folder, '3m');
  let confirmations = 0;
  if (killAfterMs === null) confirmations += (await first.ended).filter(isConfirmation).length;
  else {
    await sleep(killAfterMs);
    first.process.kill('SIGKILL');
    await first.ended;
    confirmations += (await watch(folder, '2m').ended).filter(isConfirmation).length;
  }
  const to = killAfterMs === null ? from + 3 * minuteMs : from + killAfterMs + 2 * minuteMs;
  const forecastRuns = forecast.next24Hours
    .filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= to)
    .flatMap(({ at, checks }) => checks.map((check) => `${check} ${at}`));
  const made = await stored(folder, [...new Set(forecast.next24Hours.flatMap(({ checks }) => checks))], from, to);
  console.log(`${made.length} runs made, ${forecastRuns.length} forecast, ${confirmations} confirmations`);
  return {
    missing: forecastRuns.filter((run) => !made.includes(run)).length,
    strange: made.filter((run) => !forecastRuns.includes(run)).length - confirmations,
  };
}

function isConfirmation(line: string): boolean {
  const { event, confirmation } = eventSchema.parse(JSON.parse(line));
  return event === 'run' && confirmation === true;
}

async function stored(folder: string, checks: readonly string[], from: number, to: number): Promise<string[]> {
  const table = await openEmbeddedTable(path.join(folder, '.touchlight'));
  try {
    const range = { from: new Date(from).toISOString(), to: new Date(to + 1).toISOString() };
    const results = await Promise.all(checks.map((check) => table.stores.results.list(check, range)));
    return results.flat().map(({ checkId, scheduledAt }) => `${checkId} ${scheduledAt}`);
  } finally {
    await table.close();
  }
}

function watch(folder: string, duration: string) {
  const child = spawn(process.execPath, [main, 'watch', '--json', '--quiet', '--for', duration], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return { process: child, ended: once(child, 'close').then(() => lines) };
}

async function touchlight(folder: string, ...args: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  await once(child, 'close');
  return lines;
}
