import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundling } from '../../infra/packaging/bundle-code.ts';
import { type DeployedBusiness, hashOfFleet, writeDeployedFleet } from '../../shared/config/fleet/deployed-fleet.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Touchpoint } from '../../shared/model/business.ts';
import { withBusiness } from '../../shared/model/check-id.ts';
import { verdict } from './verdict.ts';

const wantedChecks = 100_000;
export const memoryMb = 256;
/** What V8 gets when Node itself, its code and its buffers need the other half. */
const heapMb = memoryMb / 2;
/** AWS's runtime gives V8 a twentieth of the memory for what is young; by itself V8 goes by the machine. */
const lambdaFlags = [`--max-old-space-size=${heapMb}`, `--max-semi-space-size=${Math.floor(memoryMb / 20)}`];

/** What the process under measurement reports (dispatch-process.ts). */
export interface DispatchFigures {
  readonly checks: number;
  readonly readMs: number;
  readonly firstTickMs: number;
  readonly medianTickMs: number;
  readonly tickMs: number;
  readonly heapMb: number;
  readonly peakMb: number;
  readonly visitsPerMinute: number;
  readonly busiestToMean: number;
}

/** A fleet of sites with the default checks, through the deployed handler in a process of its own. */
export function benchDispatch(): boolean {
  const one = aFleetOfSites(1, '[/a, /b]')[0]?.configuration.touchpoints[0]?.checks.length ?? Number.NaN;
  const figures = measureDispatch(aFleetOfSites(Math.ceil(wantedChecks / one), '[/a, /b]'));
  console.log(
    `${figures.checks} checks, ${figures.visitsPerMinute} visits a minute; the configuration is read in ${figures.readMs} ms`,
  );
  return [
    verdict('one tick', figures.tickMs, 500, 'ms'),
    verdict('the first tick', figures.firstTickMs, 500, 'ms'),
    verdict('peak memory', figures.peakMb, memoryMb, 'MB'),
    verdict('busiest minute to mean', figures.busiestToMean, 1.3, 'times'),
  ].every(Boolean);
}

/** Twelve hours of ticks, with the memory that the deployed function has. */
export function measureDispatch(businesses: readonly DeployedBusiness[]): DispatchFigures {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-bench-'));
  try {
    const file = writeDeployedFleet(businesses);
    const place = path.join(folder, 'fleet.jsonl.gz');
    writeFileSync(place, file);
    // Bundled like the function itself: reading TypeScript would cost memory that Lambda never sees.
    const script = path.join(folder, 'dispatch-process.mjs');
    buildSync({
      ...bundling,
      entryPoints: [fileURLToPath(new URL('dispatch-process.ts', import.meta.url))],
      outfile: script,
    });
    const output = execFileSync(process.execPath, [...lambdaFlags, script, place, hashOfFleet(file)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(output) as DispatchFigures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Businesses of one site each.
 * @param pages of each site, beside its home page
 */
export function aFleetOfSites(count: number, pages = '[]'): (DeployedBusiness & { readonly id: string })[] {
  const reading = parseConfiguration(
    `business: Agency\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: "https://site.example", pages: ${pages} }\n`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error('The benchmark has no valid configuration.');
  const { configuration } = reading;
  const [one] = configuration.touchpoints;
  if (one === undefined) throw new Error('The benchmark has no touchpoint.');
  return Array.from({ length: count }, (_, n) => {
    const id = `shop-${n}`;
    return { id, configuration: { ...configuration, touchpoints: [renamed(one, withBusiness(id, one.id))] } };
  });
}

function renamed(touchpoint: Touchpoint, id: string): Touchpoint {
  const checks = touchpoint.checks.map((check) => ({
    ...check,
    id: check.id.replace(touchpoint.id, id),
    touchpointId: id,
    url: check.url?.replace('site.example', `${id}.example`) ?? null,
  }));
  return { ...touchpoint, id, url: `https://${id}.example`, checks };
}
