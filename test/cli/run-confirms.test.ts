import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

const outputSchema = z.object({
  runs: z.array(z.object({ checkId: z.string(), step: z.string(), confirmation: z.boolean() })),
  notifications: z.array(
    z.object({
      touchpointId: z.string(),
      reason: z.string(),
      notices: z.array(z.object({ subjectAt: z.string() })),
    }),
  ),
});

let workplace: Workplace;
beforeAll(async () => {
  workplace = await aWorkplace();
  // Nobody listens on port 1.
  await writeFile(
    path.join(workplace.folder, 'touchpoints.yaml'),
    'business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: "http://127.0.0.1:1/" }\n  - { id: shop, kind: website, url: "http://127.0.0.1:1/shop" }\n',
  );
});
afterAll(() => workplace.remove());

test('run waits for what is bad, runs it again and notifies; --no-confirm leaves it to the next run', async () => {
  const [unconfirmed, confirmed] = await workplace.inTurn(
    {},
    ['run', '--only', 'shop/availability', '--json', '--no-confirm'],
    ['run', '--only', 'website/availability', '--json', '--confirm-after', '1'],
  );
  const first = outputSchema.parse(JSON.parse(unconfirmed?.stdout ?? ''));
  expect(first.runs).toMatchObject([{ step: 'suspected', confirmation: false }]);
  expect(first.notifications).toEqual([]);

  const second = outputSchema.parse(JSON.parse(confirmed?.stdout ?? ''));
  expect(second.runs).toMatchObject([
    { checkId: 'website/availability', step: 'suspected', confirmation: false },
    { checkId: 'website/availability', step: 'opened', confirmation: true },
  ]);
  expect(second.notifications).toMatchObject([{ touchpointId: 'website', reason: 'opened' }]);
  expect(confirmed?.code).toBe(1);
  expect(confirmed?.stderr).toMatch(/website\/availability failed once; checking again in [01] s/);
});

test('a caller who waits too long has been counted: the alert is sent at once, and so is its end', async () => {
  const phone = await aWorkplace();
  await writeFile(
    path.join(phone.folder, 'touchpoints.yaml'),
    'business: B\ntimeZone: Asia/Tokyo\nhours: { mon-sun: "00:00-24:00" }\ntouchpoints:\n' +
      '  - { id: phone, kind: phone, source: csv, numbers: ["+380441234567"], sla: { firstResponse: 1h } }\n',
  );
  const calls = path.join(phone.folder, '.touchlight', 'calls', 'phone');
  await mkdir(calls, { recursive: true });
  const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
  const missed = `time,from,to,status\n${hoursAgo(3)},380501112233,380441234567,no answer\n`;
  await writeFile(path.join(calls, 'calls.csv'), missed);
  const [opened] = await phone.inTurn({}, ['run', '--json', '--confirm-after', '1']);
  const first = outputSchema.parse(JSON.parse(opened?.stdout ?? ''));
  expect(first.runs).toMatchObject([{ checkId: 'phone/responses', step: 'opened', confirmation: false }]);
  expect(first.notifications).toMatchObject([{ touchpointId: 'phone', reason: 'opened' }]);

  const [again] = await phone.inTurn({}, ['run', '--confirm-after', '1']);
  const openedAt = Date.parse(first.notifications[0]?.notices[0]?.subjectAt ?? '');
  const clock = new Date(openedAt + 9 * 3_600_000).toISOString().slice(11, 16);
  expect(again?.stdout, "by the business's clocks").toMatch(new RegExp(`incident open since (\\d+ \\w+ )?${clock}\n`));

  await writeFile(path.join(calls, 'calls.csv'), `${missed}${hoursAgo(1)},380441234567,380501112233,answered\n`);
  const [resolved] = await phone.inTurn({}, ['run', '--json', '--confirm-after', '1']);
  const second = outputSchema.parse(JSON.parse(resolved?.stdout ?? ''));
  expect(second.runs).toMatchObject([{ step: 'resolved', confirmation: false }]);
  expect(second.notifications).toMatchObject([{ touchpointId: 'phone', reason: 'resolved' }]);
  await phone.remove();
});
