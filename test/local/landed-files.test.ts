import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createImportFolders } from '../../cli/local/import-folders.ts';
import { createJournal } from '../../cli/watch/journal.ts';
import { createLandedFiles } from '../../cli/watch/landed-files.ts';
import { createWatcher } from '../../cli/watch/watcher.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { aCheck } from '../support/a-check.ts';
import { aStatus } from '../support/a-status.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-landed-'));
  await mkdir(path.join(folder, 'scorecards', 'floor'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const floor = aCheck({ id: 'floor/scorecard', url: null });
const page = aCheck({ id: 'website/page-load@mobile' });
const noon = Date.parse('2026-11-23T12:00:00.000Z');
const minuteMs = 60_000;

async function put(name: string, changedAt: number): Promise<void> {
  const file = path.join(folder, 'scorecards', 'floor', name);
  await writeFile(file, '{}');
  await utimes(file, changedAt / 1000, changedAt / 1000);
}

/** @param lastRunAt null for a check that has never run */
function aLook(lastRunAt: number | null, clock = { now: noon + 10 * minuteMs }) {
  const status = lastRunAt === null ? null : aStatus({ checkId: floor.id, lastRunAt: toInstant(lastRunAt) });
  const statuses = { load: async () => status };
  const deps = { now: () => clock.now, importFolders: createImportFolders(folder), statuses };
  const look = createLandedFiles([floor, page], deps);
  return async (): Promise<string[]> => (await look()).map(({ id }) => id);
}

test('a file that lands is seen at the next look, once, and a change of it again', async () => {
  const look = aLook(noon);
  expect(await look()).toEqual([]);
  await put('a.json', noon);
  expect([await look(), await look()]).toEqual([['floor/scorecard'], []]);
  await put('a.json', noon + minuteMs);
  expect(await look()).toEqual(['floor/scorecard']);
  await rm(path.join(folder, 'scorecards', 'floor', 'a.json'));
  expect([await look(), await look()]).toEqual([['floor/scorecard'], []]);
  await put('photo.jpg', noon);
  expect(await look()).toEqual([]);
});

test('what landed while nobody watched is seen at the first look; what has been read is not', async () => {
  await put('a.json', noon);
  expect(await aLook(noon - minuteMs)()).toEqual(['floor/scorecard']);
  expect(await aLook(null)()).toEqual(['floor/scorecard']);
  expect(await aLook(noon + minuteMs)()).toEqual([]);
});

test('a file that may still be growing is read again once it has settled, although nothing more is written', async () => {
  const clock = { now: noon };
  const look = aLook(noon, clock);
  await look();
  await put('a.json', noon);
  expect(await look()).toEqual(['floor/scorecard']);
  clock.now += minuteMs;
  expect(await look()).toEqual([]);
  clock.now += minuteMs;
  expect([await look(), await look()]).toEqual([['floor/scorecard'], []]);
});

test('a watch runs the check within the minute in which its file lands', async () => {
  const clock = { now: noon + 20_000 };
  const visits: VisitRequest[] = [];
  const statuses = { load: () => Promise.resolve(null) };
  const checks = [{ ...floor, everyMinutes: 1440 }];
  const watcher = await createWatcher(checks, {
    now: () => clock.now,
    run: async (visit) => {
      visits.push(visit);
      return { runs: [], notifications: [] };
    },
    sweep: async () => [],
    statuses,
    landed: createLandedFiles(checks, {
      now: () => clock.now,
      importFolders: createImportFolders(folder),
      statuses,
    }),
    journal: createJournal(path.join(folder, 'watch.json')),
    report: () => {},
    fail: (error) => expect.fail(String(error)),
    signal: new AbortController().signal,
  });
  const tick = async (): Promise<void> => {
    clock.now += minuteMs;
    await watcher.tick();
    await watcher.idle();
  };
  await tick();
  await put('a.json', noon);
  await tick();
  await tick();
  expect(visits).toEqual([{ scheduledAt: toInstant(noon + 20_000 + 2 * minuteMs), confirmation: false, checks }]);
});

test('what lands while its check is reading is read at the next tick', async () => {
  const clock = { now: noon + 20_000 };
  const check = { ...floor, everyMinutes: 1440 };
  const landings = [[], [check], [check], []];
  const read: string[] = [];
  const { promise: isRead, resolve: finish } = Promise.withResolvers<void>();
  const watcher = await createWatcher([check], {
    now: () => clock.now,
    run: async ({ scheduledAt }) => {
      read.push(scheduledAt);
      if (read.length === 1) await isRead;
      return { runs: [], notifications: [] };
    },
    sweep: async () => [],
    statuses: { load: () => Promise.resolve(null) },
    landed: async () => landings.shift() ?? [],
    journal: createJournal(path.join(folder, 'watch.json')),
    report: () => {},
    fail: (error) => expect.fail(String(error)),
    signal: new AbortController().signal,
  });
  const tick = async (): Promise<void> => {
    clock.now += minuteMs;
    await watcher.tick();
  };
  await tick();
  await tick();
  await tick();
  finish();
  await watcher.idle();
  await tick();
  await watcher.idle();
  expect(read).toEqual([toInstant(noon + 20_000 + 2 * minuteMs), toInstant(noon + 20_000 + 4 * minuteMs)]);
});
