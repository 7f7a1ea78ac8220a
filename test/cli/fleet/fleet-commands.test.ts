import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedTable } from '../../../cli/local/table/embedded-table.ts';
import { lastFullWeek } from '../../../shared/evaluation/week/week.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { aMailbox, type Mailbox } from '../../aws/support/mailbox.ts';
import { aResult } from '../../support/a-result.ts';
import { anIncident, aStatus } from '../../support/a-status.ts';
import { aDay } from '../../support/a-week.ts';
import { onlyChecks } from '../../support/only-checks.ts';
import { aWorkplace, type Workplace } from '../../support/touchlight.ts';

const fileOf = (name: string, language: string, zone = 'Europe/Kyiv'): string => `business: ${name}
timeZone: ${zone}
language: ${language}
digest: { to: [owner@example.com], from: touchlight@${language}.example }
touchpoints:
  - { id: website, kind: website, url: "https://example.com", checks: ${onlyChecks({ form: '{}' })} }
`;
/** A mailbox that a fleet's stack cannot read. */
const received = `  - { id: desk, kind: mailbox, source: inbound, page: desk@dentist.example }
inbound: { domain: mail.dentist.example }
`;
const week = lastFullWeek(toInstant(Date.now()), 'Europe/Kyiv');

let workplace: Workplace;
let mailbox: Mailbox;
beforeAll(async () => {
  [workplace, mailbox] = await Promise.all([aWorkplace(), aMailbox()]);
  const sites = path.join(workplace.folder, 'sites');
  await mkdir(path.join(sites, 'dentist'), { recursive: true });
  await writeFile(
    path.join(sites, 'agency.yaml'),
    'agency: North Studio\ntimeZone: Europe/Kyiv\ndigest: { to: lead@north.example }\n',
  );
  await writeFile(path.join(sites, 'coffee-lab.yaml'), fileOf('Coffee Lab', 'uk'));
  await writeFile(path.join(sites, 'bakery.yaml'), fileOf('Bakery', 'en'));
  await writeFile(path.join(sites, 'dentist', 'touchpoints.yaml'), `${fileOf('Dentist', 'en')}${received}`);
  await writeFile(path.join(sites, 'florist.yaml'), fileOf('Florist', 'en', 'Europe/Kiew'));
  const { storesOf, close } = await openEmbeddedTable(path.join(workplace.folder, '.touchlight'));
  const now = toInstant(Date.now());
  for (const [business, isBad] of [
    ['coffee-lab', true],
    ['bakery', false],
  ] as const) {
    const stores = storesOf(business);
    const checkId = `${business}.website/form`;
    const touchpointId = `${business}.website`;
    const since = `${week.days[5]?.date}T10:00:00.000Z`;
    const incident = anIncident({ touchpointId, checkId, suspectedAt: since, openedAt: since });
    const bad = { light: 'red', lightSince: since, badStreak: 3, goodStreak: 0, incident } as const;
    await stores.statuses.save(aStatus({ touchpointId, checkId, lastRunAt: now, ...(isBad && bad) }), null);
    for (const { date } of week.days) {
      const nextMorning = aResult({ checkId, scheduledAt: `${date}T23:59:59.000Z` });
      await stores.history.put(nextMorning, { day: aDay(date, checkId), incident: null });
    }
  }
  await close();
});
afterAll(async () => {
  await workplace?.remove();
  await mailbox?.close();
});

test('an agency reads all businesses of its folder: what is valid, who needs it, and a mail for each', async () => {
  const environment = { TOUCHLIGHT_SMTP_URL: `smtp://127.0.0.1:${mailbox.port}` };
  const [valid, mails, sent, again, ofOne, elsewhere] = await workplace.inTurn(
    environment,
    ['validate', '--fleet', 'sites', '--json'],
    ['digest', '--fleet', 'sites', '--no-open'],
    ['digest', '--fleet', 'sites', '--send', '--week', week.id, '--json'],
    ['digest', '--fleet', 'sites', '--send', '--week', week.id, '--json'],
    ['incidents', '--config', 'sites/coffee-lab.yaml', '--json'],
    ['validate', '--fleet', 'nowhere'],
  );

  expect(valid?.code).toBe(2);
  expect(valid?.stderr).toContain('sites/florist.yaml:2:11 timeZone');
  const validated = JSON.parse(valid?.stdout ?? '');
  expect(validated.businesses.map(({ business }: { business: string }) => business)).toEqual([
    'bakery',
    'coffee-lab',
    'dentist',
  ]);
  expect(validated.broken).toMatchObject([{ business: 'florist', file: path.join('sites', 'florist.yaml') }]);
  expect(validated.notInStack).toEqual(['dentist']);
  expect(valid?.stderr).toMatch(
    /In a fleet's stack, dentist is left out.*\n.*received mail\. Read its mailbox by IMAP/,
  );
  expect(validated.monthlyCost.stackDollars).toBeGreaterThan(0);

  expect(mails?.stdout).toContain('1 OF 4 NEEDS YOU');
  expect(mails?.stdout).toMatch(/■ Coffee Lab: Worst: the contact form/);
  expect(mails?.stdout).toContain('florist.yaml has 1 fault');
  expect(mails?.code).toBe(1);
  const mailOf = (name: string) =>
    readFile(path.join(workplace.folder, `.touchlight/digest-${week.id}-${name}.txt`), 'utf8');
  expect(await mailOf('coffee-lab')).toMatch(/^Subject: 1 червона: /);
  expect(await mailOf('coffee-lab')).not.toContain('coffee-lab.website');
  expect(await mailOf('bakery')).toMatch(/^Subject: All green/);
  expect(await mailOf('agency')).toMatch(/^Subject: North Studio: 1 of 4 needs your attention/);

  const answer = JSON.parse(sent?.stdout ?? '');
  expect(answer.need).toMatchObject([{ business: 'coffee-lab', state: 'need', light: 'red' }]);
  expect(answer.unmeasured).toMatchObject([
    { business: 'dentist', says: expect.stringContaining('Nothing was measured') },
  ]);
  expect(answer.well).toEqual(['bakery']);
  expect(answer.firstWeek).toEqual([{ business: 'bakery', since: week.days[0]?.date }]);
  // The same person reads the mail of three businesses: each is sent, none is taken for another.
  expect(mailbox.mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim())).toEqual([
    'owner@example.com',
    'owner@example.com',
    'owner@example.com',
    'lead@north.example',
  ]);
  const outcomes = JSON.parse(again?.stdout ?? '').deliveries.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(['sent-before', 'sent-before', 'sent-before', 'sent-before']);

  expect(JSON.parse(ofOne?.stdout ?? '').incidents).toMatchObject([{ checkId: 'coffee-lab.website/form' }]);
  expect(elsewhere).toMatchObject({ code: 2, stderr: expect.stringContaining('--fleet nowhere does not exist') });
}, 60_000);

/** The first line of a kind that a command prints as JSON. */
function eventOf({ process }: ReturnType<Workplace['start']>, event: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    let text = '';
    process.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = text.split('\n').find((each) => each.includes(`"event":"${event}"`));
      if (line !== undefined) resolve(JSON.parse(line));
    });
    process.once('exit', () => reject(new Error(`It ended without "${event}".`)));
  });
}

test('one watch for all, and beside it the live page of one business', async () => {
  const watch = workplace.start('watch', '--fleet', 'sites', '--json');
  expect(await eventOf(watch, 'watching')).toMatchObject({
    businesses: ['bakery', 'coffee-lab', 'dentist'],
    broken: [{ business: 'florist', faults: 1 }],
    checks: 4,
  });
  const page = workplace.start('page', '--config', 'sites/coffee-lab.yaml', '--json');
  const { url } = await eventOf(page, 'page');
  const entered = await fetch(String(url), { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const shown = await (await fetch(new URL('/', String(url)), { headers: { cookie } })).text();
  expect(shown).toContain('Coffee Lab');
  expect(shown).toContain('coffee-lab.website');
  expect(shown).not.toContain('bakery');
  page.process.kill('SIGINT');
  await page.ended;
  watch.process.kill('SIGINT');
  const { code, stderr } = await watch.ended;
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('florist is not watched until its file is in order.');
}, 60_000);
