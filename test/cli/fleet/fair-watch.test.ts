import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFleetFlow } from '../../../cli/fleet/fleet-flow.ts';
import { openTidyTable } from '../../../cli/local/flow.ts';
import { Terminal } from '../../../cli/terminal.ts';
import { createLanes } from '../../../cli/watch/lanes.ts';
import { createWatcher, type WatchEvent, type Watcher } from '../../../cli/watch/watcher.ts';
import { readFleet } from '../../../shared/config/fleet/read-fleet.ts';
import { scheduledChecks } from '../../../shared/model/business.ts';
import { businessOf } from '../../../shared/model/check-id.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { VisitRequest } from '../../../shared/model/visit.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';

const aVisit = (id: string): VisitRequest => ({
  scheduledAt: '2026-11-23T10:00:00.000Z',
  confirmation: false,
  checks: [aCheck({ id })],
});

describe('turns of businesses', () => {
  it('one with 5,000 visits due makes each of 39 others wait for one visit at a time', async () => {
    const begun: string[] = [];
    const lanes = createLanes(async ({ checks }) => void begun.push(checks[0]?.id ?? ''));
    for (let n = 0; n < 5000; n++) lanes.add(aVisit(`flood.site-${n}/page-load@mobile`));
    for (let n = 0; n < 39; n++) {
      for (const device of ['mobile', 'desktop']) lanes.add(aVisit(`business-${n}.website/page-load@${device}`));
    }
    await lanes.idle();
    expect(begun).toHaveLength(5000 + 78);
    const others = begun.flatMap((id, place) => (id.startsWith('flood.') ? [] : [{ id, place }]));
    // One visit of the flood was under way, and it has a turn in each round.
    expect(others.at(-1)?.place).toBeLessThanOrEqual(81);
    expect(others.map(({ id }) => id)).toEqual(
      ['mobile', 'desktop'].flatMap((device) =>
        Array.from({ length: 39 }, (_, n) => `business-${n}.website/page-load@${device}`),
      ),
    );
    expect(begun.filter((id) => id.startsWith('flood.'))).toEqual(
      Array.from({ length: 5000 }, (_, n) => `flood.site-${n}/page-load@mobile`),
    );
  });

  it('a business that comes later waits for one round, not for the whole flood', async () => {
    const begun: string[] = [];
    const lanes = createLanes(async ({ checks }) => {
      begun.push(checks[0]?.id ?? '');
      if (begun.length === 100) lanes.add(aVisit('coffee-lab.website/page-load@mobile'));
    });
    for (let n = 0; n < 1000; n++) lanes.add(aVisit(`flood.site-${n}/page-load@mobile`));
    await lanes.idle();
    expect(begun.indexOf('coffee-lab.website/page-load@mobile')).toBeLessThanOrEqual(102);
  });

  it('outside a fleet, visits go one after the other as they fell due', async () => {
    const begun: string[] = [];
    const lanes = createLanes(async ({ checks }) => void begun.push(checks[0]?.id ?? ''));
    const ids = Array.from({ length: 50 }, (_, n) => `site-${n % 7}/page-load:/page-${n}@mobile`);
    for (const id of ids) lanes.add(aVisit(id));
    await lanes.idle();
    expect(begun).toEqual(ids);
  });
});

const only = (every: string): string =>
  `checks: { page-load: { every: ${every}, devices: [mobile] }, contacts: false, form: false, availability: false, lighthouse: false }`;
const siteOf = (id: string, every: string): string =>
  `  - { id: ${id}, kind: website, url: "https://${id}.example", ${only(every)} }\n`;
const fileOf = (business: string, sites: string) => ({
  business,
  fileName: `${business}.yaml`,
  content: { text: `business: ${business}\ntimeZone: Europe/Kyiv\ntouchpoints:\n${sites}` },
});

describe('a watch of a fleet', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'touchlight-fleet-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** On a clock of our own, over the real table; each visit takes so many seconds of it. */
  async function watched(files: ReturnType<typeof fileOf>[], measure: (visit: VisitRequest) => void, minutes: number) {
    const clock = { now: Date.parse('2026-11-22T10:00:20.000Z') };
    const fleet = readFleet(files, '2026-11-22');
    const checks = fleet.businesses.flatMap(({ configuration }) => scheduledChecks(configuration));
    const table = await openTidyTable([], folder, { now: () => clock.now });
    const [events, faults, failed]: [WatchEvent[], unknown[], string[]] = [[], [], []];
    const terminal = new Terminal({ json: true, quiet: true });
    const onFailure = (business: string): void => void failed.push(business);
    const flow = createFleetFlow(
      fleet.businesses,
      { table, folder, terminal, onAlert: () => {}, onFailure },
      {
        now: () => clock.now,
        measure: async (visit) => {
          measure(visit);
          const at = toInstant(clock.now);
          clock.now += 10_000;
          return visit.checks.map(({ id }) =>
            aResult({ checkId: id, scheduledAt: visit.scheduledAt, startedAt: at, finishedAt: at }),
          );
        },
      },
    );
    const signal = new AbortController().signal;
    try {
      const watcher = await createWatcher(checks, {
        ...{ now: () => clock.now, signal, run: (visit) => flow.run(visit, signal), sweep: flow.sweep },
        statuses: table.stores.statuses,
        journal: { load: async () => null, save: async () => {} },
        report: (event) => events.push(event),
        fail: (error) => faults.push(error),
      });
      const end = clock.now + minutes * 60_000;
      while (clock.now < end) {
        clock.now += 60_000;
        await watcher.tick();
        // As on a real machine, the next minute comes whether or not the last one's visits are done.
        await watcher.idle();
      }
    } finally {
      await flow.close();
      await table.close();
    }
    return { events, faults, failed, fleet };
  }

  const visited = (events: readonly WatchEvent[], kind: 'visited' | 'too-late') =>
    Map.groupBy(
      events.flatMap((event) => (event.event === kind ? [event.visit] : [])),
      ({ checks }) => businessOf(checks[0]?.id ?? ''),
    );

  it('one with more than the browser can do loses its own visits, and no other loses any', async () => {
    const pages = Array.from({ length: 50 }, (_, n) => `/page-${n}`).join(', ');
    const flood = ['site', 'shop'].map((id) => siteOf(id, '5m').replace(' }\n', `, pages: [${pages}] }\n`)).join('');
    const others = Array.from({ length: 20 }, (_, n) => fileOf(`business-${n}`, siteOf('website', '10m')));
    const { businesses } = readFleet([fileOf('a-flood', flood), ...others], '2026-11-22');
    const clock = { now: Date.parse('2026-11-22T10:00:20.000Z') };
    const end = clock.now + 120 * 60_000;
    const events: WatchEvent[] = [];
    // A visit takes ten seconds, and the minutes go by meanwhile.
    const run = async () => {
      const before = Math.floor(clock.now / 60_000);
      if (clock.now < end) clock.now += 10_000;
      if (Math.floor(clock.now / 60_000) > before) await watcher.tick();
      return { runs: [], notifications: [] };
    };
    const watcher: Watcher = await createWatcher(
      businesses.flatMap(({ configuration }) => scheduledChecks(configuration)),
      {
        ...{ now: () => clock.now, run, sweep: async () => [] },
        statuses: { load: async () => null },
        journal: { load: async () => null, save: async () => {} },
        report: (event) => events.push(event),
        fail: (error) => expect.fail(String(error)),
        signal: new AbortController().signal,
      },
    );
    while (clock.now < end) {
      clock.now += 60_000;
      await watcher.tick();
      await watcher.idle();
    }
    const [made, late] = [visited(events, 'visited'), visited(events, 'too-late')];
    expect([...late.keys()]).toEqual(['a-flood']);
    expect(late.get('a-flood')?.length).toBeGreaterThan(100);
    // Two hours, and one visit of each in ten minutes.
    for (let n = 0; n < 20; n++) expect(made.get(`business-${n}`)?.length).toBeGreaterThanOrEqual(12);
  });

  it('one whose visits cannot even be made is told of, and the others are measured', async () => {
    const files = ['bakery', 'coffee-lab', 'dentist'].map((name) => fileOf(name, siteOf('website', '5m')));
    const broken = fileOf('florist', siteOf('website', 'often'));
    const fault = (visit: VisitRequest): void => {
      if (businessOf(visit.checks[0]?.id ?? '') === 'coffee-lab') throw new Error('What it has stored cannot be read.');
    };
    const { events, faults, failed, fleet } = await watched([...files, broken], fault, 10);
    expect(fleet.broken.map(({ id }) => id)).toEqual(['florist']);
    expect(faults).toEqual([]);
    expect(new Set(failed)).toEqual(new Set(['coffee-lab']));
    const runs = events.flatMap((event) => (event.event === 'visited' ? event.outcome.runs : []));
    expect(new Set(runs.map(({ check }) => businessOf(check.id)))).toEqual(new Set(['bakery', 'dentist']));
    expect(runs.every(({ shown }) => shown !== null)).toBe(true);
  }, 30_000);
});
