import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../../cli/local/table/embedded-table.ts';
import { type AgencyMailDeps, sendAgencyMail } from '../../../functions/digest/fleet/send-agency-mail.ts';
import type { AgencyMail } from '../../../shared/config/fleet/agency-mail.ts';
import { readFleet } from '../../../shared/config/fleet/read-fleet.ts';
import { lastFullWeek } from '../../../shared/evaluation/week/week.ts';
import { type Mail, MailRefusedError } from '../../../shared/ports/mailer.ts';
import { aQuietLogger } from '../../support/a-quiet-logger.ts';
import { aResult } from '../../support/a-result.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { aDay } from '../../support/a-week.ts';
import { onlyChecks } from '../../support/only-checks.ts';

/** Monday, 08:00 in Kyiv; in Los Angeles it is Sunday evening. */
const monday = '2026-11-23T06:00:00.000Z';
const week = lastFullWeek(monday, 'Europe/Kyiv');
const zones = { bakery: 'Europe/Kyiv', cafe: 'Europe/Berlin', diner: 'America/Los_Angeles', salon: 'Europe/Kyiv' };
const { businesses } = readFleet(
  Object.entries(zones).map(([business, timeZone]) => ({
    business,
    fileName: `${business}.yaml`,
    content: {
      text: `business: ${business}\ntimeZone: ${timeZone}\ntouchpoints: [{ id: website, kind: website, url: "https://${business}.example", checks: ${onlyChecks({ form: '{}' })} }]\n`,
    },
  })),
  '2026-11-22',
);
const agency: AgencyMail = {
  ...{ name: 'North Studio', timeZone: 'Europe/Kyiv', language: 'en', isAnnounced: true },
  digest: {
    ...{ to: ['lead@north.example', 'ops@north.example'], from: 'touchlight@north.example' },
    ...{ weekday: 'mon', atMinute: 480, reportsUrl: null },
  },
};
const leftOut = [
  {
    id: 'florist',
    file: 'florist.yaml',
    faults: 1,
    firstFault: 'florist.yaml:2:11 timeZone: is no zone',
    pageLanguage: null,
  },
];

let folder: string;
let table: EmbeddedTable;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-agency-'));
  table = await openEmbeddedTable(folder);
  await weekOf('bakery', true);
  await weekOf('cafe', false);
  await weekOf('diner', false);
});
afterAll(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

/** A week of green days; with a form that fails since Saturday, or is well. */
async function weekOf(business: string, fails: boolean): Promise<void> {
  const { statuses, history } = table.storesOf(business);
  const [touchpointId, checkId] = [`${business}.website`, `${business}.website/form`];
  const since = '2026-11-21T10:00:00.000Z';
  const incident = anIncident({ touchpointId, checkId, suspectedAt: since, openedAt: since });
  const bad = { light: 'red', lightSince: since, badStreak: 3, goodStreak: 0, incident } as const;
  await statuses.save(aStatus({ touchpointId, checkId, lastRunAt: monday, ...(fails && bad) }), null);
  for (const { date } of week.days)
    await history.put(aResult({ checkId, scheduledAt: `${date}T23:59:59.000Z` }), {
      day: aDay(date, checkId),
      incident: null,
    });
}

let mails: Mail[];
let announced: string[];
let errors: unknown[];
let weekOfTest = 0;
beforeEach(() => {
  [mails, announced, errors] = [[], [], []];
  weekOfTest += 1;
});

/** What a schedule sends; each test has the log of mails of an agency of its own. */
function send(overrides: Partial<AgencyMailDeps> = {}): Promise<void> {
  const logger = aQuietLogger();
  logger.error = (...said: unknown[]) => void errors.push(said);
  return sendAgencyMail(monday, {
    ...{ agency, businesses, leftOut, logger },
    storesOf: (business) => table.storesOf(business === 'agency' ? `agency-${weekOfTest}` : business),
    mailer: { send: async (mail) => void mails.push(mail) },
    announcer: { announce: async (subject) => void announced.push(subject) },
    now: () => Date.parse(monday),
    ...overrides,
  });
}

test('the agency reads who needs it, who was not measured and who was not deployed; nothing unknown is green', async () => {
  await send();
  expect(mails.map(({ to, from, fromName }) => [to, from, fromName])).toEqual([
    ['lead@north.example', 'touchlight@north.example', 'North Studio (Touchlight)'],
    ['ops@north.example', 'touchlight@north.example', 'North Studio (Touchlight)'],
  ]);
  const { subject = '', text = '' } = mails[0] ?? {};
  expect(subject).toBe('North Studio: 1 of 5 needs your attention');
  expect(text).toMatch(/^Week 47, 16.–.22 November 2026$/m);
  expect(text).toMatch(/■ bakery: Worst: the contact form/);
  expect(text).toContain(
    '○ florist: florist.yaml has 1 fault. Correct the file and deploy again: until then, nothing is measured for this business. First fault: florist.yaml:2:11 timeZone: is no zone',
  );
  expect(text).toContain('○ salon: Nothing was measured all week. Ask the person who runs Touchlight.');
  // The diner's Sunday is not over: it is summed up as far as its week has gone.
  expect(text).toMatch(
    /● cafe: First week: monitoring started on 16 November, .*\n● diner: First week: monitoring started on 16 November, /,
  );
});

test('a schedule that fires again sends nothing twice; a reader whom SES refused is tried again', async () => {
  const refusing = {
    send: async (mail: Mail) => {
      if (mail.to === 'ops@north.example') throw new MailRefusedError('refused', 'SES refused it.');
      mails.push(mail);
    },
  };
  await expect(send({ mailer: refusing })).rejects.toThrow(
    'The mail of 2026-W47 may not have reached 1 of 2 readers. ops@north.example: SES refused it.',
  );
  await send();
  await send();
  expect(mails.map(({ to }) => to)).toEqual(['lead@north.example', 'ops@north.example']);
});

test('where SES may not write to the agency, the text goes to those who hear of everything', async () => {
  const sandbox = { send: () => Promise.reject(new MailRefusedError('unverified', 'Not verified.')) };
  await send({ mailer: sandbox });
  expect(announced).toEqual(['North Studio: 1 of 5 needs your attention']);
});

test('where nobody hears of everything, a mail that SES may not send is a failure, and no announcement takes its place', async () => {
  const sandbox = { send: () => Promise.reject(new MailRefusedError('unverified', 'Not verified.')) };
  await expect(send({ mailer: sandbox, agency: { ...agency, isAnnounced: false } })).rejects.toThrow(
    'may not have reached 2 of 2 readers',
  );
  expect(announced).toEqual([]);
});

test('a week that cannot be read stands in the mail as ours to repair, and then rings the alarm', async () => {
  const storesOf: AgencyMailDeps['storesOf'] = (business) => {
    const stores = table.storesOf(business === 'agency' ? `agency-${weekOfTest}` : business);
    const statuses = { ...stores.statuses, list: () => Promise.reject(new Error('a broken item')) };
    return business === 'cafe' ? { ...stores, statuses } : stores;
  };
  await expect(send({ storesOf })).rejects.toThrow(
    "The agency's mail was sent without 1 of 4 businesses, whose week 2026-W47 could not be read: cafe (Error: a broken item)",
  );
  expect(errors).toHaveLength(1);
  expect(mails[0]?.text).toContain('○ cafe: The results of this week could not be read.');
  expect(mails).toHaveLength(2);
});

test('a schedule of before, when the agency still had a mail, fails by name', async () => {
  await expect(send({ agency: null })).rejects.toThrow("No mail of the agency's own is configured.");
});
