import { afterEach, beforeEach, expect, it } from 'vitest';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import { createS3Inboxes } from '../../shared/aws/evidence-bucket/s3-inboxes.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { read } from '../config/reading.ts';
import { aMail } from '../mailbox/support/a-mail.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aBucket, type Bucket } from '../support/a-bucket.ts';
import { aSubmission } from '../support/a-submission.ts';
import { emptySubmissions } from '../support/empty-submissions.ts';
import { inEnglish } from '../support/said.ts';
import { stamped } from './an-inbox.ts';

const sentAt = Date.parse('2026-11-16T08:00:00Z');
const file = `business: Coffee Lab
timeZone: Europe/Kyiv
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: { form: { mode: submit, arrivesIn: mailbox } } }
  - { id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example }
`;
const submission = aSubmission({ scheduledAt: toInstant(sentAt) });

let bucket: Bucket;
beforeEach(async () => {
  bucket = await aBucket();
});
afterEach(() => bucket.close());

function receive(name: string, text: string, at: number, spam = 'PASS'): void {
  const mail = aMail({ from: 'Website <form@coffeelab.example>', subject: 'New message', id: `${name}@site`, text });
  bucket.put(`inbox/mailbox/${name}`, stamped(mail, at, { spam }), at + 1000);
}

async function look(now: number) {
  const checks = read(file).touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const check = checks.find(({ id }) => id === 'website/form-arrival');
  if (check === undefined) throw new Error('Nobody follows the form.');
  const submissions = emptySubmissions();
  await submissions.claim(submission);
  await submissions.complete(submission);
  const [result] = await runPoll(
    { scheduledAt: toInstant(now), confirmation: false, checks: [check] },
    {
      secrets: { read: () => Promise.reject(new Error('Received mail is read without a secret.')) },
      conversations: memoryStore(),
      evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
      inboxes: createS3Inboxes(bucket.name, bucket.client),
      submissions,
      now: () => now,
      progress: () => {},
      onFault: (_, error) => {
        throw error;
      },
      network: 'any',
      sleep: async () => {},
    },
  );
  if (result === undefined) throw new Error('A poll yields a result.');
  const { light, headline } = judge(result, check);
  const says = wordFinding(headline.finding, check.probe, 'en').sentence;
  return { light, says, measurements: inEnglish(result).measurements };
}

it('a form’s message that SES has received has arrived, by SES’s own time, stored twice or not', async () => {
  for (const name of ['copy', 'copy-again']) receive(name, `${submission.typed[0]?.value}`, sentAt + 40_000);
  const { light, measurements } = await look(sentAt + 5 * minuteMs);
  expect(light).toBe('green');
  expect(measurements).toMatchObject({ arrivalMs: 40_000 });
});

it('one that SES takes for spam is yellow', async () => {
  receive('copy', `${submission.typed[0]?.value}`, sentAt + 40_000, 'FAIL');
  const { light, says, measurements } = await look(sentAt + 5 * minuteMs);
  expect(light).toBe('yellow');
  expect(says).toMatch(/ arrived, but Amazon SES marks it as spam\./);
  expect(measurements).toMatchObject({ arrivalMs: 40_000, inSpam: 1 });
});

it('one that comes after the time that the file allows is yellow, by SES’s own time', async () => {
  receive('copy', `${submission.typed[0]?.value}`, sentAt + 20 * minuteMs);
  const { light, measurements } = await look(sentAt + 25 * minuteMs);
  expect(light).toBe('yellow');
  expect(measurements).toMatchObject({ arrivalMs: 20 * minuteMs, inSpam: 0 });
});

it('one that has not arrived among others may lie in spam, of which no copy is sent', async () => {
  receive('other', 'Do you sell beans?', sentAt - minuteMs);
  const { light, says } = await look(sentAt + 30 * minuteMs);
  expect(light).toBe('unknown');
  expect(says).toContain('so it may be there');
});

it('where nothing at all is received, it is not known whether it arrived', async () => {
  const { light, says } = await look(sentAt + 30 * minuteMs);
  expect(light).toBe('unknown');
  expect(says).toContain('no mail lies in s3://bucket/inbox/mailbox/');
});
