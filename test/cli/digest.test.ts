import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { lastFullWeek } from '../../shared/evaluation/week/week.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { aMailbox, type Mailbox } from '../aws/support/mailbox.ts';
import { aResult } from '../support/a-result.ts';
import { aStatus } from '../support/a-status.ts';
import { aDay } from '../support/a-week.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

const touchpoints = `business: Coffee Lab
timeZone: Europe/Kyiv
digest: { to: [owner@coffeelab.example, partner@coffeelab.example], from: touchlight@coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: ${onlyChecks({ form: '{}' })} }
`;
const week = lastFullWeek(toInstant(Date.now()), 'Europe/Kyiv');

let workplace: Workplace;
let mailbox: Mailbox;
beforeAll(async () => {
  [workplace, mailbox] = await Promise.all([aWorkplace(), aMailbox()]);
  await writeFile(path.join(workplace.folder, 'touchpoints.yaml'), touchpoints);
  const { stores, close } = await openEmbeddedTable(path.join(workplace.folder, '.touchlight'));
  const checkId = 'website/form';
  await stores.statuses.save(aStatus({ checkId, lastRunAt: toInstant(Date.now()) }), null);
  for (const { date } of week.days) {
    const nextMorning = aResult({ checkId, scheduledAt: `${date}T23:59:59.000Z` });
    await stores.history.put(nextMorning, { day: aDay(date, checkId), incident: null });
  }
  await close();
});
afterAll(async () => {
  await workplace?.remove();
  await mailbox?.close();
});

test('from the table on this machine: the mail as files, the report as one, and by SMTP one mail per reader, once', async () => {
  const environment = { TOUCHLIGHT_SMTP_URL: `smtp://127.0.0.1:${mailbox.port}` };
  const [rendered, report, sent, again, unknown] = await workplace.inTurn(
    environment,
    ['digest', '--json', '--no-open'],
    ['report', '--json', '--no-open', '--out', 'report.html'],
    ['digest', '--send', '--week', week.id],
    ['digest', '--send', '--week', week.id, '--json'],
    ['digest', '--week', '2026-W54'],
  );

  expect(rendered?.stderr).toBe('');
  const answer = JSON.parse(rendered?.stdout ?? '');
  expect(answer).toMatchObject({
    version: 1,
    week: week.id,
    subject: 'All green: nothing to do this week',
    deliveries: [],
    places: [
      { place: 'phone', light: null, touchpoints: [] },
      { place: 'messages', light: null, touchpoints: [] },
      { place: 'social', light: null, touchpoints: [] },
      { place: 'live-contact', light: null, touchpoints: [] },
      { place: 'website', light: 'green', touchpoints: [{ id: 'website', light: 'green' }] },
      { place: 'reviews', light: null, touchpoints: [] },
    ],
  });
  const [html, text] = await Promise.all(answer.files.map((file: string) => readFile(file, 'utf8')));
  expect(html).toContain('Coffee Lab');
  expect(text).toMatch(/^Subject: All green/);

  expect(report?.code).toBe(0);
  expect(await readFile(path.join(workplace.folder, 'report.html'), 'utf8')).toContain('Touchlight report: Coffee Lab');

  expect(sent).toMatchObject({ code: 0, stdout: expect.stringContaining('sent to owner@coffeelab.example') });
  expect(JSON.parse(again?.stdout ?? '').deliveries).toMatchObject([
    { outcome: 'sent-before' },
    { outcome: 'sent-before' },
  ]);
  expect(mailbox.mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim())).toEqual([
    'owner@coffeelab.example',
    'partner@coffeelab.example',
  ]);
  for (const mail of mailbox.mails) {
    expect(mail).toContain('List-Unsubscribe: <mailto:touchlight@coffeelab.example?subject=unsubscribe>');
    expect(mail).toContain('From: "Coffee Lab (Touchlight)" <touchlight@coffeelab.example>');
  }

  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('"2026-W54" is not a week') });
});
