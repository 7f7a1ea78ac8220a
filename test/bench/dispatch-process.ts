import { readFileSync } from 'node:fs';
import { createHandler } from '../../functions/dispatch/handler.ts';
import { readDeployedFleet } from '../../shared/config/fleet/deployed-fleet.ts';
import type { Check } from '../../shared/model/check.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { ownPeakMb } from '../support/own-peak-mb.ts';
import type { DispatchFigures } from './dispatch.ts';
import { median } from './statistics.ts';

const [place = '', hash = ''] = process.argv.slice(2);
const minutes = 720;

/** Of the processor: others who work on this machine are not counted. */
const elapsed = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 100) / 10;
};

let checks: Check[] = [];
const readMs = await elapsed(async () => {
  const { businesses } = await readDeployedFleet(readFileSync(place), hash);
  checks = businesses.flatMap(({ configuration }) => configuration.touchpoints.flatMap((each) => each.checks));
});

let visits = 0;
const perMinute: number[] = [];
const logger = createLogger('dispatch');
logger.setLogLevel('CRITICAL');
const handler = createHandler({
  checks,
  visits: {
    send: async (requests) => {
      visits = requests.length;
    },
  },
  confirmationDelaySeconds: 300,
  logger,
  confirmations: { list: async () => [], remove: async () => {} },
  wakeEvaluate: async () => {},
  wakeNotify: async () => {},
  now: Date.now,
});
const first = Date.parse('2026-11-22T00:00:00Z');
const tick = async (minute: number): Promise<void> => {
  await handler({ scheduledAt: new Date(first + minute * 60_000).toISOString() });
  perMinute.push(visits);
};
const firstTickMs = await elapsed(() => tick(0));
const times: number[] = [];
for (let minute = 1; minute < minutes; minute++) times.push(await elapsed(() => tick(minute)));
const mean = perMinute.reduce((sum, n) => sum + n, 0) / perMinute.length;
const figures: DispatchFigures = {
  checks: checks.length,
  readMs,
  firstTickMs,
  medianTickMs: median(times),
  tickMs: Math.max(...times),
  heapMb: Math.round(process.memoryUsage().heapUsed / 1024 ** 2),
  peakMb: ownPeakMb(),
  visitsPerMinute: Math.round(mean),
  busiestToMean: Math.round((Math.max(...perMinute) / mean) * 1000) / 1000,
};
process.stdout.write(JSON.stringify(figures));
