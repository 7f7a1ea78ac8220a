import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Flow, type FlowOutcome, openFlow } from '../../cli/local/flow.ts';
import { Terminal } from '../../cli/terminal.ts';
import { createJournal } from '../../cli/watch/journal.ts';
import { createWatcher, type WatchEvent, type Watcher } from '../../cli/watch/watcher.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { forecastVisits, nextFullMinute } from '../../shared/evaluation/what-if/forecast.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { runId } from '../../shared/model/check-id.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { aNotification } from '../support/a-notification.ts';
import { aResult } from '../support/a-result.ts';
import { aWorkplace } from '../support/touchlight.ts';

const file = `
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: http://127.0.0.1:9/
    checks: { page-load: { every: 10m }, contacts: { every: 15m }, form: { every: 20m }, lighthouse: { every: 30m } }
`;

function configuration(): Configuration {
  const reading = parseConfiguration(file, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}
const checks = configuration().touchpoints.flatMap((touchpoint) => touchpoint.checks);
const start = Date.parse('2026-11-22T10:00:20.000Z');
const idsOf = (visits: readonly VisitRequest[]): string[] =>
  visits.flatMap((visit) => visit.checks.map(({ id }) => runId(id, visit.scheduledAt)));
const forecastRuns = (minutes: number, from = start): string[] =>
  idsOf(forecastVisits(checks, nextFullMinute(toInstant(from)), minutes)).toSorted();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-watch-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A watch on a clock of our own, over the real table; only the visits are played. */
async function aWatch(clock: { now: number }, isBad: (checkId: string) => boolean = () => false) {
  const stop = new AbortController();
  const events: WatchEvent[] = [];
  const faults: unknown[] = [];
  const terminal = new Terminal({ json: true, quiet: true });
  const flow: Flow = await openFlow(configuration(), folder, terminal, () => {}, {
    now: () => clock.now,
    measure: async (visit) => {
      // A killed process stores nothing of what it was measuring.
      if (stop.signal.aborted) return Promise.reject(new Error('killed'));
      const at = toInstant(clock.now);
      return visit.checks.map(({ id }) =>
        aResult({
          checkId: id,
          scheduledAt: visit.scheduledAt,
          startedAt: at,
          finishedAt: at,
          ...(isBad(id) ? { outcome: 'failed' as const, cause: 'form-error', measurements: {} } : {}),
        }),
      );
    },
  });
  const watcher = await createWatcher(checks, {
    now: () => clock.now,
    run: (visit) => flow.run(visit.checks, stop.signal, visit.scheduledAt),
    sweep: flow.sweep,
    statuses: flow.stores.statuses,
    journal: createJournal(path.join(folder, 'watch.json')),
    report: (event) => events.push(event),
    fail: (error) => faults.push(error),
    signal: stop.signal,
  });
  return {
    watcher,
    events,
    faults,
    kill: () => stop.abort(new Error('killed')),
    close: () => flow.close(),
    stored: async (): Promise<string[]> => {
      const all = checks.map(({ id }) => flow.stores.results.list(id, { from: '2000', to: '3000' }));
      return (await Promise.all(all)).flat().map((result) => runId(result.checkId, result.scheduledAt));
    },
  };
}

async function minutesGoBy(clock: { now: number }, watcher: Watcher, minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    clock.now += 60_000;
    await watcher.tick();
    await watcher.idle();
  }
}

describe('a watch of half an hour', () => {
  it('makes exactly the runs that were forecast', async () => {
    const clock = { now: start };
    const watch = await aWatch(clock);
    try {
      await minutesGoBy(clock, watch.watcher, 30);
      expect((await watch.stored()).toSorted()).toEqual(forecastRuns(30));
      expect(forecastRuns(30).length).toBeGreaterThan(15);
      expect(watch.faults).toEqual([]);
    } finally {
      await watch.close();
    }
  });

  it('killed in the middle of a minute and started again three minutes later, makes each of them once', async () => {
    const clock = { now: start };
    const first = await aWatch(clock);
    await minutesGoBy(clock, first.watcher, 11);
    clock.now += 60_000;
    first.kill();
    await first.watcher.tick();
    await first.watcher.idle();
    await first.close();

    clock.now += 3 * 60_000;
    const second = await aWatch(clock);
    try {
      await second.watcher.tick();
      await second.watcher.idle();
      await minutesGoBy(clock, second.watcher, 15);
      expect((await second.stored()).toSorted()).toEqual(forecastRuns(30));
      const twice = second.events.flatMap((event) => (event.event === 'visited' ? idsOf([event.visit]) : []));
      expect(new Set(twice).size).toBe(twice.length);
    } finally {
      await second.close();
    }
  });

  it('confirms a suspicion five minutes later, under the run id that the stack would give it', async () => {
    const clock = { now: start };
    const watch = await aWatch(clock, (id) => id === 'website/form');
    try {
      await minutesGoBy(clock, watch.watcher, 26);
      const bad = watch.events.flatMap((event) =>
        event.event === 'visited' && event.visit.checks.some(({ id }) => id === 'website/form') ? [event] : [],
      );
      const [suspected, confirmed] = bad;
      expect(suspected?.visit.confirmation).toBe(false);
      expect(confirmed?.visit).toMatchObject({
        confirmation: true,
        scheduledAt: toInstant(Date.parse(suspected?.visit.scheduledAt ?? '') + 5 * 60_000),
      });
      expect(confirmed?.outcome.runs.map(({ evaluation }) => evaluation.step?.reason)).toEqual(['opened']);
      expect(confirmed?.outcome.notifications).toHaveLength(1);
    } finally {
      await watch.close();
    }
  });
});

describe('what a watch cannot do', () => {
  const none = () => Promise.resolve({ runs: [], notifications: [] });

  function aQuickWatch(
    clock: { now: number },
    run: (visit: VisitRequest) => Promise<FlowOutcome>,
    sweep: () => Promise<readonly Notification[]> = async () => [],
  ) {
    const events: WatchEvent[] = [];
    const watcher = createWatcher(checks, {
      now: () => clock.now,
      run,
      sweep,
      statuses: { load: () => Promise.resolve(null) },
      journal: createJournal(path.join(folder, 'watch.json')),
      report: (event) => events.push(event),
      fail: (error) => expect.fail(String(error)),
      signal: new AbortController().signal,
    });
    return { watcher, events };
  }

  it('it reports: what fell due while the machine slept', async () => {
    const clock = { now: start };
    const { watcher, events } = aQuickWatch(clock, none);
    const watch = await watcher;
    await minutesGoBy(clock, watch, 1);
    clock.now += 60 * 60_000;
    await watch.tick();
    expect(events.find(({ event }) => event === 'missed')).toEqual({
      event: 'missed',
      from: '2026-11-22T10:02:00.000Z',
      to: '2026-11-22T11:00:00.000Z',
      runs: idsOf(forecastVisits(checks, '2026-11-22T10:02:00.000Z', 59)).length,
    });
  });

  it('it reports: what fell due while it was switched off, and it begins where a new watch would', async () => {
    const clock = { now: start };
    await minutesGoBy(clock, await aQuickWatch(clock, none).watcher, 1);
    clock.now += 2 * 60 * 60_000;
    const visited: VisitRequest[] = [];
    const { watcher, events } = aQuickWatch(clock, (visit) => {
      visited.push(visit);
      return none();
    });
    const watch = await watcher;
    const restarted = clock.now;
    await watch.tick();
    await minutesGoBy(clock, watch, 30);
    expect(events[0]).toMatchObject({
      event: 'missed',
      from: '2026-11-22T10:02:00.000Z',
      to: '2026-11-22T12:01:00.000Z',
    });
    expect(idsOf(visited).toSorted()).toEqual(forecastRuns(30, restarted));
  });

  it('it looks at every quarter of an hour whether something is due without any run', async () => {
    const clock = { now: start };
    const { watcher, events } = aQuickWatch(clock, none, async () => [
      aNotification({ createdAt: toInstant(clock.now) }),
    ]);
    await minutesGoBy(clock, await watcher, 46);
    const swept = events.flatMap((event) => (event.event === 'swept' ? event.notifications : []));
    expect(swept.map(({ createdAt }) => createdAt.slice(11, 16))).toEqual(['10:15', '10:30', '10:45']);
  });

  it('it reports: a visit that waited too long for its turn', async () => {
    const clock = { now: start };
    const { watcher, events } = aQuickWatch(clock, async () => {
      clock.now += 11 * 60_000;
      return { runs: [], notifications: [] };
    });
    const watch = await watcher;
    clock.now += 10 * 60_000;
    await watch.tick();
    await watch.idle();
    expect(events.map(({ event }) => event)).toContain('too-late');
  });
});

describe('touchlight watch', () => {
  it('has a folder to itself, says where it starts from, stops cleanly, and refuses a duration that is none', async () => {
    const workplace = await aWorkplace();
    try {
      await writeFile(path.join(workplace.folder, 'touchpoints.yaml'), file);
      const first = workplace.start('watch', '--json');
      const line = await new Promise<string>((resolve) => {
        first.process.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
      });
      expect(JSON.parse(line.split('\n')[0] ?? '')).toMatchObject({ version: 1, event: 'watching' });
      const [second, incidents, forEver] = await workplace.inTurn(
        {},
        ['watch'],
        ['incidents', '--json'],
        ['watch', '--for', 'ever'],
      );
      expect(second?.code).toBe(3);
      expect(second?.stderr).toMatch(
        /^Only one touchlight can watch a folder at a time\. The table in .* is in use by another touchlight \(process \d+, since/,
      );
      // Nobody did anything wrong.
      expect(second?.stderr).toContain('Nothing is broken: only one touchlight at a time can write to a folder.');
      expect(second?.stderr).not.toContain('fault');
      // Who only reads or announces speaks to the table through the watch.
      expect(incidents?.code, incidents?.stderr).toBe(0);
      expect(forEver?.code).toBe(2);
      expect(forEver?.stderr).toContain('--for takes a duration such as 30m or 8h, not "ever".');

      first.process.kill('SIGINT');
      const { code, stdout } = await first.ended;
      expect(code).toBe(0);
      expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ event: 'stopped' });
      expect(await readFile(path.join(workplace.folder, 'touchpoints.yaml'), 'utf8')).toBe(file);
    } finally {
      await workplace.remove();
    }
  });
});
