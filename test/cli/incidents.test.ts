import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { acknowledge } from '../../cli/commands/ack.ts';
import { showIncidents } from '../../cli/commands/incidents.ts';
import { endMaintenance, listMaintenance, startMaintenance } from '../../cli/commands/maintenance.ts';
import { replay } from '../../cli/commands/replay.ts';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { thisPerson } from '../../cli/local/this-person.ts';
import { Terminal } from '../../cli/terminal.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { aResult } from '../support/a-result.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aCause } from '../support/said.ts';

const now = Date.now();
/** So many hours ago, on a full minute. */
const ago = (hours: number) => toInstant(Math.floor((now - hours * 3_600_000) / 60_000) * 60_000);
const checkId = 'website/page-load@mobile';

/** The commands are called in this process, in a folder of their own: a process each would cost a second of every test run. */
let folder: string;
/** From the second test on the table is open, as it is while a watch runs, and each command speaks to it through its owner. */
let owner: EmbeddedTable | undefined;
const before = process.cwd();
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-incidents-'));
  process.chdir(folder);
  await writeFile(
    path.join(folder, 'touchpoints.yaml'),
    'business: B\ntimeZone: UTC\nalerts: { email: [ops@b.example] }\ntouchpoints:\n  - { id: website, kind: website, url: "http://127.0.0.1:1/" }\n',
  );
  const { stores, close } = await openEmbeddedTable(path.join(folder, '.touchlight'));
  const past = anIncident({
    ...{ state: 'resolved', light: 'yellow', worstLight: 'yellow', finding: aCause('It was slow.') },
    ...{ suspectedAt: ago(50), openedAt: ago(49), resolvedAt: ago(47) },
  });
  const open = anIncident({ suspectedAt: ago(5), openedAt: ago(4.5) });
  await stores.history.put(aResult({ checkId, scheduledAt: ago(47) }), { day: null, incident: past });
  await stores.statuses.save(
    aStatus({ light: 'red', badStreak: 3, goodStreak: 0, lastRunAt: ago(1), incident: open }),
    null,
  );
  await writeFile(
    path.join(folder, 'dead.yaml'),
    'business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: dead, kind: website, url: "http://127.0.0.1:1/" }\n',
  );
  const dead = { touchpointId: 'dead', lastRunAt: ago(25 * 24) };
  const long = anIncident({ touchpointId: 'dead', checkId: 'dead/form', suspectedAt: ago(601), openedAt: ago(600.5) });
  await stores.statuses.save(aStatus({ ...dead, checkId: 'dead/availability' }), null);
  await stores.statuses.save(
    aStatus({ ...dead, checkId: 'dead/form', light: 'red', goodStreak: 0, incident: long }),
    null,
  );
  await writeFile(
    path.join(folder, 'nps.yaml'),
    'business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: nps, kind: survey }\n',
  );
  const less = { touchpointId: 'nps', checkId: 'nps/survey' };
  const fallen = anIncident({ ...less, suspectedAt: ago(2), openedAt: ago(2) });
  await stores.statuses.save(aStatus({ ...less, light: 'red', lastRunAt: ago(1), incident: fallen }), null);
  const sent = { touchpointId: 'website', checkId, subjectAt: ago(4.5), n: 1, light: 'red' as const };
  await stores.sent.record({ ...sent, reason: 'opened', sentAt: ago(4.4) });
  await stores.sent.record({ ...sent, reason: 'reminder', sentAt: ago(3.4) });
  for (const [hours, lcpMs] of [
    [5, 6000],
    [4.5, 6000],
    [4, 6000],
    [1, 6000],
  ] as const) {
    await stores.results.put(aResult({ checkId, scheduledAt: ago(hours), measurements: { lcpMs } }));
  }
  await close();
});
afterAll(async () => {
  await owner?.close();
  process.chdir(before);
  await rm(folder, { recursive: true });
});

const config = 'touchpoints.yaml';

/** What a command says on stdout, and its exit code. */
async function said(work: (terminal: Terminal) => Promise<number>, json = false) {
  let stdout = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  try {
    const code = await work(new Terminal({ json, quiet: true }));
    return { code, stdout };
  } finally {
    spy.mockRestore();
  }
}

const incidentsSchema = z.object({
  incidents: z.array(
    z.object({
      checkId: z.string(),
      state: z.string(),
      told: z.array(z.object({ reason: z.string(), at: z.string() })),
      acknowledged: z.object({ why: z.string() }).nullable(),
    }),
  ),
});
async function incidents(open = false) {
  const { stdout, code } = await said((terminal) => showIncidents({ config, since: '30d', open }, terminal), true);
  return { code, list: incidentsSchema.parse(JSON.parse(stdout)).incidents };
}

describe('what went wrong', () => {
  test('is listed with what was sent when, what is open first', async () => {
    const { code, list } = await incidents();
    expect(code, 'a red light is open').toBe(1);
    expect(list.map(({ state }) => state)).toEqual(['open', 'resolved']);
    expect(list.map(({ told }) => told)).toEqual([
      [
        { reason: 'opened', at: ago(4.4) },
        { reason: 'reminder', at: ago(3.4) },
      ],
      [],
    ]);
    const { stdout } = await said((terminal) => showIncidents({ config, since: '30d', open: true }, terminal));
    expect(stdout).toMatch(/website\/page-load@mobile {2}since .*\n.*\n.*sent: opened .*, reminder /);
    expect(stdout).not.toContain('It was slow.');
    owner = await openEmbeddedTable(path.join(folder, '.touchlight'));
    expect((await incidents()).list).toEqual(list);
  });

  test('is not said to be nothing where nothing has been measured', async () => {
    const unseen =
      'business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: unseen, kind: website, url: "http://127.0.0.1:1/" }\n';
    await writeFile(path.join(folder, 'unseen.yaml'), unseen);
    const { stdout } = await said((terminal) => showIncidents({ config: 'unseen.yaml', since: '30d' }, terminal));
    expect(stdout).toMatch(/^Nothing has been measured yet, so nothing can be said \(.+\)\.\n$/);
  });

  test('of what covers weeks was noticed, and has no length', async () => {
    const { stdout } = await said((terminal) => showIncidents({ config: 'nps.yaml', since: '30d' }, terminal));
    expect(stdout).toMatch(/nps\/survey.* {2}noticed /);
    expect(stdout).not.toMatch(/since |\d hours/);
  });

  test('is shown with a grey light where nobody has measured for 25 days, and so is what was healthy then', async () => {
    const show = (json: boolean) =>
      said((terminal) => showIncidents({ config: 'dead.yaml', since: '30d' }, terminal), json);
    const { code, stdout } = await show(true);
    expect(code, 'no light is red: nobody knows').toBe(0);
    const answer = z
      .object({ incidents: z.array(z.unknown()), notMeasured: z.array(z.unknown()) })
      .parse(JSON.parse(stdout));
    expect(answer.incidents).toMatchObject([
      { checkId: 'dead/form', state: 'open', light: 'unknown', lastKnown: { light: 'red', at: ago(25 * 24) } },
    ]);
    expect(answer.notMeasured).toContainEqual({
      checkId: 'dead/availability',
      why: 'not-measured',
      since: ago(25 * 24),
    });
    expect(answer.notMeasured).toContainEqual({ checkId: 'dead/contacts@mobile', why: 'never-measured', since: null });
    const lines = (await show(false)).stdout.split('\n');
    expect(lines[0]).toMatch(/^○ grey {4}dead\/form {2}since /);
    expect(lines[1]).toMatch(/^ +last known red, not measured since \d+ \w+ \d\d:\d\d: The measurement lcpMs is 6.1 s/);
    expect(lines.filter((line) => line.includes('dead/form'))).toHaveLength(1);
    expect(lines).toContainEqual(expect.stringMatching(/^○ grey {4}dead\/availability {2}not measured since \d/));
    expect(lines).toContainEqual(expect.stringMatching(/^○ grey {4}dead\/contacts@mobile {2}not measured yet$/));
  });

  test('is acknowledged with a word for the others, and that is taken back', async () => {
    const why = 'Olena has called';
    expect(await said((terminal) => acknowledge('website/page-load', { config, why }, terminal))).toEqual({
      code: 0,
      stdout: 'website/page-load@mobile: acknowledged; no reminders until it gets worse or is over.\n',
    });
    expect((await incidents(true)).list[0]?.acknowledged).toEqual({ why });
    const { stdout } = await said((terminal) => acknowledge(checkId, { config, why: '', undo: true }, terminal));
    expect(stdout).toBe('website/page-load@mobile: acknowledgement withdrawn; reminders resume.\n');
    expect((await incidents(true)).list[0]?.acknowledged).toBeNull();
    const undoAgain = said((terminal) => acknowledge(checkId, { config, why: '', undo: true }, terminal));
    await expect(undoAgain).rejects.toThrow('website/page-load@mobile: not acknowledged');
    const nothingOpen = said((terminal) => acknowledge('website/form', { config, why }, terminal));
    await expect(nothingOpen).rejects.toThrow(/^Nothing is open at website\/form/);
  });

  test('says who acknowledged it, where that is known', async () => {
    const answer = { touchpointId: 'website', checkId, subjectAt: ago(4.5), acknowledgedAt: toInstant(Date.now()) };
    const byOlena = { ...answer, by: 'Olena', why: 'calls the hosting provider', withdrawnAt: null };
    await owner?.stores.acknowledgements.put(byOlena);
    const show = (json: boolean) =>
      said((terminal) => showIncidents({ config, since: '30d', open: true }, terminal), json);
    expect((await show(false)).stdout).toMatch(/acknowledged \d\d:\d\d by Olena: calls the hosting provider\n/);
    expect(JSON.parse((await show(true)).stdout)).toMatchObject({ incidents: [{ acknowledged: { by: 'Olena' } }] });
    await owner?.stores.acknowledgements.put({ ...byOlena, withdrawnAt: toInstant(Date.now()) });
  });

  test('is loud or not, check by check', async () => {
    const { stdout } = await said((terminal) => showIncidents({ config, since: '7d', noise: true }, terminal));
    expect(stdout).toMatch(/^2 alerts since .*\n {2}website\/page-load@mobile +2 alerts; 2 incidents; 1 reminder\n/);
  });
});

test('other thresholds and policies are tried on what was measured', async () => {
  const tried = async (set: string) => {
    const options = { config, since: '1d', set: [set] };
    const { stdout } = await said((terminal) => replay(options, terminal), true);
    const notices = z.array(z.object({ reason: z.string() }).transform(({ reason }) => reason));
    return z.object({ same: notices, dropped: notices, added: notices }).parse(JSON.parse(stdout));
  };
  // The reminder came an hour after the opening; as configured, it comes after a day.
  expect(await tried('website/page-load.lcpMs.red=5000')).toEqual({
    same: ['opened'],
    dropped: ['reminder'],
    added: [],
  });
  expect(await tried('website/page-load.failuresToOpen=5')).toEqual({
    same: [],
    dropped: ['opened', 'reminder'],
    added: [],
  });
});

test('maintenance is announced, listed and ended', async () => {
  const start = (why: string) => said((terminal) => startMaintenance('website', '2h', { config, why }, terminal));
  const list = async () => (await said((terminal) => listMaintenance({ config }, terminal))).stdout;
  const end = () => said((terminal) => endMaintenance('website', { config }, terminal));
  expect((await start('a new host')).stdout).toMatch(
    /^website is in maintenance until .*: it is measured, and no alerts are sent\.\n$/,
  );
  await expect(start('again')).rejects.toThrow(/^website is in maintenance until .* already \(a new host\)/);
  const listed = await list();
  expect(listed).toMatch(/^website {2}now until .*: a new host \(.+\)\n$/);
  expect(listed, 'who announced it').toContain(`(${thisPerson()})`);
  expect((await end()).code).toBe(0);
  expect(await list()).toBe('No maintenance is announced.\n');
  await expect(end()).rejects.toThrow('website is not in maintenance.');
});
