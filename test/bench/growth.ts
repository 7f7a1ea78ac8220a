import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import type { Check } from '../../shared/model/check.ts';
import type { RunDeps } from '../../shared/runtime/run-checks.ts';
import { aCheck } from '../support/a-check.ts';
import { childProcesses } from '../support/processes.ts';
import { median } from './statistics.ts';
import { verdict } from './verdict.ts';

const usualVisits = 200;
const samplesTaken = 10;
const mb = 1024 * 1024;

/** What must not grow, as it stands between two visits. */
interface Standing {
  readonly heapMb: number;
  /** Resident memory beside V8's heap: what V8 keeps in reserve comes and goes by tens of megabytes, whatever is in use. */
  readonly nativeMb: number;
  readonly handles: number;
  readonly descriptors: number;
  readonly files: number;
  readonly processes: number;
}

/**
 * Visits a light page again and again in one process, a fresh browser each time, and looks at what each visit leaves behind.
 * @param argument how many visits, 200 unless given
 */
export async function benchGrowth(argument = ''): Promise<boolean> {
  const visits = Math.max(samplesTaken * 2, Number(argument) || usualVisits);
  const folder = mkdtempSync(path.join(tmpdir(), 'growth-'));
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  const site = await startLightSite();
  try {
    const standings = await visitAgainAndAgain(site.url, folder, visits);
    return report(visits, standings);
  } finally {
    await site.close();
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function visitAgainAndAgain(url: string, folder: string, visits: number): Promise<Standing[]> {
  const checks = [
    unjudged('website/page-load@desktop', 'requests', url),
    unjudged('website/contacts@desktop', 'contactsFound', url),
  ];
  const deps: RunDeps & { readonly browserFolder: string } = {
    evidence: { put: async (_, { name, contentType }) => ({ name, contentType, reference: name }) },
    network: 'any',
    now: Date.now,
    progress: () => {},
    onFault: (checkId, error) => console.error(checkId, error),
    browserFolder: path.join(folder, 'browser'),
  };
  const standings: Standing[] = [];
  for (let visit = 1; visit <= visits; visit++) {
    const results = await runVisit({ scheduledAt: new Date().toISOString(), confirmation: false, checks }, deps);
    const grey = results.find(({ outcome }) => outcome !== 'measured');
    if (grey !== undefined) throw new Error(`Visit ${visit} did not measure: ${grey.reason}`);
    if (visit % Math.floor(visits / samplesTaken) !== 0) continue;
    standings.push(standing(folder));
    console.log(`     after ${String(visit).padStart(4)} visits: ${JSON.stringify(standings.at(-1))}`);
  }
  return standings;
}

/** With a bound that nothing misses, so that no visit is made twice. */
function unjudged(id: Check['id'], measurement: string, url: string): Check {
  return aCheck({ id, url, thresholds: { [measurement]: { green: Number.MAX_SAFE_INTEGER, red: null } } });
}

/** The first samples are the baseline: by then everything that is loaded once has been loaded. */
function report(visits: number, standings: readonly Standing[]): boolean {
  const growth = (name: keyof Standing): number => {
    const values = standings.map((each) => each[name]);
    return Math.round((median(values.slice(-3)) - median(values.slice(0, 3))) * 10) / 10;
  };
  console.log(`\nGrowth from the first to the last of ${visits} visits`);
  return [
    verdict('memory in use after collection', growth('heapMb'), 5, 'MB'),
    verdict('resident memory beside the heap', growth('nativeMb'), 40, 'MB'),
    verdict('open handles', growth('handles'), 0, 'handles'),
    verdict('open descriptors', growth('descriptors'), 0, 'descriptors'),
    verdict('files in the temporary and the browser folder', growth('files'), 0, 'files'),
    verdict('processes left behind', standings.at(-1)?.processes ?? Number.NaN, 0, 'processes'),
  ].every(Boolean);
}

function standing(folder: string): Standing {
  collectGarbage();
  const { heapUsed, heapTotal, rss } = process.memoryUsage();
  return {
    heapMb: Math.round((heapUsed / mb) * 10) / 10,
    nativeMb: Math.round((rss - heapTotal) / mb),
    handles: process.getActiveResourcesInfo().length,
    descriptors: readdirSync('/proc/self/fd').length,
    files: readdirSync(folder, { recursive: true }).length,
    processes: new Set([...childProcesses(process.pid).map(({ pid }) => pid), ...processesOf(folder)]).size,
  };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc === 'function') gc();
}

/** Also those that no longer descend from us: whatever runs the browser of this folder. */
function processesOf(folder: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/exe`).startsWith(folder) ? [Number(name)] : [];
    } catch {
      return []; // ended meanwhile, or somebody else's
    }
  });
}

async function startLightSite(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const html =
    '<!doctype html><html lang="en"><title>Light</title><h1>Light</h1><p>Call <a href="tel:+380441234567">+380 44 123 45 67</a></p></html>';
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', connection: 'close' }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
