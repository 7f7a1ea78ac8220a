import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { digest } from '../../cli/commands/digest.ts';
import { closeInPlan, listPlan, reopenInPlan, takeFromPlan } from '../../cli/commands/plan.ts';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { Terminal } from '../../cli/terminal.ts';
import { lastFullWeek } from '../../shared/evaluation/week/week.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { aResult } from '../support/a-result.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aDay } from '../support/a-week.ts';
import { onlyChecks } from '../support/only-checks.ts';

const now = Date.now();
const ago = (hours: number) => toInstant(Math.floor((now - hours * 3_600_000) / 60_000) * 60_000);
const dayIn = (days: number) => toInstant(now + days * 86_400_000).slice(0, 10);

let folder: string;
let owner: EmbeddedTable;
const before = process.cwd();
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-plan-'));
  process.chdir(folder);
  await writeFile(
    'touchpoints.yaml',
    `business: B
timeZone: UTC
touchpoints:
  - { id: website, kind: website, url: "http://127.0.0.1:1/", owner: { name: Petro, email: petro@b.example }, checks: ${onlyChecks({ form: '{}', contacts: '{}' })} }
plan:
  - { what: Write a script for the phone, who: Olena, by: ${dayIn(30)} }
`,
  );
  owner = await openEmbeddedTable(path.join(folder, '.touchlight'));
  const checks = { touchpointId: 'website', lastRunAt: ago(0.1) };
  const incident = anIncident({ checkId: 'website/form', suspectedAt: ago(5), openedAt: ago(4.5) });
  await owner.stores.statuses.save(aStatus({ ...checks, checkId: 'website/form', light: 'red', incident }), null);
  await owner.stores.statuses.save(aStatus({ ...checks, checkId: 'website/contacts@mobile' }), null);
  await owner.stores.statuses.save(aStatus({ ...checks, checkId: 'website/contacts@desktop' }), null);
});
afterAll(async () => {
  await owner.close();
  process.chdir(before);
  await rm(folder, { recursive: true });
});

const config = 'touchpoints.yaml';

async function said(work: (terminal: Terminal) => Promise<number>, json = false): Promise<string> {
  let stdout = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  try {
    await work(new Terminal({ json, quiet: true }));
  } finally {
    spy.mockRestore();
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's colours
  return stdout.replaceAll(/\x1b\[\d+m/g, '');
}

const list = () => said((terminal) => listPlan({ config }, terminal));
const take = (id: string, options: { by?: string; until?: string; note?: string }) =>
  said((terminal) => takeFromPlan(id, { config, note: '', ...options }, terminal));
const close = (id: string, how: 'done' | 'dropped', why = '') =>
  said((terminal) => closeInPlan(id, how, { config, why, by: 'Olena' }, terminal));

test('the list holds what is red with its owner, and the own actions of the file', async () => {
  const text = await list();
  expect(text).toMatch(/RED +website\/form {2}open, by \d{4}-\d{2}-\d{2}, Petro\n +Contact form of website: red\n/);
  expect(text).toContain(`own:write-a-script-for-the-phone  open, by ${dayIn(30)}, Olena`);
});

test('an action is taken, dated, done while it is still red, and reopened', async () => {
  const taken = await take('website/form', {
    by: 'Iryna',
    until: dayIn(20),
    note: 'find five contractors and compare',
  });
  expect(taken).toBe(`website/form: Iryna does it by ${dayIn(20)}.\n`);
  expect(await list()).toContain(`website/form  taken, by ${dayIn(20)}, Iryna`);
  expect(await list()).toContain('taken by Iryna: find five contractors and compare');
  expect(await close('website/form', 'done')).toBe(
    'website/form: marked as done, but the light is still red. The next digest says whether the problem is gone.\n',
  );
  expect(await list()).toContain('website/form  marked as done, but the problem is still there');
  expect(await said((terminal) => reopenInPlan('website/form', { config }, terminal))).toBe(
    'website/form: open again.\n',
  );
  expect(await list()).toContain(`website/form  taken, by ${dayIn(20)}, Iryna`);
  await expect(said((terminal) => reopenInPlan('website/form', { config }, terminal))).rejects.toThrow(
    'website/form is not closed, so there is nothing to reopen.',
  );
});

test('what is not worth it is dropped with a reason, and an own action is done', async () => {
  await close('website/form', 'dropped', 'the site is replaced in January');
  expect(await list()).toMatch(
    /website\/form {2}dropped: not worth it.*\n.*\n.*dropped by Olena: the site is replaced in January/,
  );
  expect(await close('own:write-a-script-for-the-phone', 'done')).toBe('own:write-a-script-for-the-phone: done.\n');
});

test('wrong ids, days and names are refused with what to write instead', async () => {
  await expect(take('website/from', {})).rejects.toThrow('No action of the plan is called "website/from".');
  await expect(take('website/form', { until: '2026-02-30' })).rejects.toThrow(
    '--until: "2026-02-30" is not in the calendar.',
  );
  await expect(take('website/form', { until: '2020-01-01' })).rejects.toThrow(
    /^--until: 2020-01-01 has passed; today is /,
  );
  await expect(take('website/form', { by: ' ' })).rejects.toThrow('--by: write a name, such as --by Olena.');
});

test('a note of a whole page is cut where it is kept, and loses what steers a terminal', async () => {
  await take('website/form', { by: 'Olena', note: `\u001b[31m${'long '.repeat(500)}` });
  const [step] = (await owner.stores.plan.list()).filter(({ id }) => id === 'website/form');
  expect(step?.taken?.note).toHaveLength(500);
  expect(step?.taken?.note).toMatch(/^\[31mlong long .*\.\.\.$/);
});

test('the digest on this machine keeps what it told: what comes up later is new, and what ended is gone by itself', async () => {
  const { stores } = owner;
  const date = lastFullWeek(toInstant(now), 'UTC').days[3]?.date ?? '';
  await stores.history.put(aResult({ checkId: 'website/form' }), { day: aDay(date, 'website/form'), incident: null });
  await said((terminal) => digest({ config, open: false }, terminal), true);
  const [status] = (await stores.statuses.list('website')).filter(({ checkId }) => checkId === 'website/form');
  if (status === undefined) throw new Error('The form has a status.');
  await take('website/form', { by: 'Olena' });
  await stores.statuses.save({ ...status, light: 'green', incident: null, lastRunAt: ago(0) }, status.lastRunAt);
  const incident = anIncident({ checkId: 'website/contacts@mobile', suspectedAt: ago(1), openedAt: ago(0.5) });
  const contacts = aStatus({ touchpointId: 'website', checkId: 'website/contacts@mobile', light: 'red', incident });
  await stores.statuses.save({ ...contacts, lastRunAt: ago(0) }, ago(0.1));
  const text = await list();
  expect(text).not.toContain('own:');
  expect(text).toContain('green   website/form  gone (not marked as done), Olena');
  expect(text).toMatch(/RED +website\/contacts {2}new, by /);
});
