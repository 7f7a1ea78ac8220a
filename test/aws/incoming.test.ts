import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Status } from '../../shared/model/status.ts';
import { stamped } from '../inbound/an-inbox.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { aDeployedStack, type DeployedStack, sentenceOf } from './support/deployed-stack.ts';

let deployed: DeployedStack;

beforeAll(async () => {
  deployed = await aDeployedStack({
    stack: 'Incoming',
    configuration: `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: "00:00-24:00" }
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example, sla: { firstResponse: 1h }, every: 1d }
  - { id: phone, kind: phone, source: csv, numbers: ["+380 44 123 45 67"], sla: { firstResponse: 1h }, every: 1d }
`,
    context: { testsOnlyLeaveOutReceiptRules: 'yes' },
  });
});

afterAll(() => deployed?.close());

beforeEach(() => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
});

test('without a file of calls, the phone’s light is grey and says where to put one', async () => {
  const status = await seenAs('phone/responses', 'unknown');
  expect(sentenceOf(status)).toContain(`s3://${deployed.bucket}/calls/phone/`);
});

test('a CSV put into the bucket turns the phone’s light: red for a missed call, green after the call back', async () => {
  const header = 'Time;Caller;Called;Status';
  const missed = `${hoursAgo(3)};0501112233;100;missed`;
  await deployed.put('calls/phone/calls.csv', `${header}\n${missed}\n`);
  const red = await seenAs('phone/responses', 'red');
  expect(sentenceOf(red)).toMatch(/No call back for 3 h( \d+ min)? of business time/);
  await deployed.put('calls/phone/2026-11/later.csv', `${header}\n${hoursAgo(1)};100;+380501112233;answered\n`);
  await seenAs('phone/responses', 'green');
});

const question = {
  from: 'Ann Kovalenko <ann@mail.example>',
  subject: 'Order 4711',
  id: 'q1@mail.example',
  text: 'Where is my order? I paid last week.',
};

test('a raw mail under inbox/ is a customer who waits, by SES’s own time, whatever lies beside it', async () => {
  expect(sentenceOf(await seenAs('mailbox/responses', 'unknown'))).toContain(`s3://${deployed.bucket}/inbox/mailbox/`);
  await deployed.put(
    'inbox/mailbox/AMAZON_SES_SETUP_NOTIFICATION',
    'Subject: Amazon SES Setup Notification\r\n\r\nHello',
  );
  await deployed.put('inbox/mailbox/a-broken-one', '\u0000\u0001 no mail at all');
  await deployed.put(
    'inbox/mailbox/b-spam',
    received({ ...question, from: 'eve@spam.example', id: 's@spam.example' }, 'FAIL'),
  );
  await deployed.put('inbox/mailbox/c-question', received(question));
  const red = await seenAs('mailbox/responses', 'red');
  expect(sentenceOf(red)).toMatch(/No answer for 2 h( \d+ min)? of business time to the mail in INBOX: “Order 4711”/);
  const kept = await deployed.stores.conversations.list('mailbox/responses');
  expect(kept.filter(({ state }) => state === 'waiting').map(({ text }) => text)).toEqual([question.text]);
  expect(kept.map(({ reason }) => reason)).toContain('spam');
});

test('a copy of the reply stops the clock, and no log has a word of a customer', async () => {
  const reply = {
    from: 'Olena <olena@coffeelab.example>',
    to: 'ann@mail.example',
    subject: 'Re: Order 4711',
    id: 'a1@coffeelab.example',
    inReplyTo: question.id,
    text: 'It left this morning, and you will have it tomorrow.',
  };
  await deployed.put('inbox/mailbox/d-reply', received(reply, 'PASS', 0));
  await seenAs('mailbox/responses', 'green');
  const kept = await deployed.stores.conversations.list('mailbox/responses');
  expect(kept.filter(({ state }) => state === 'waiting')).toEqual([]);
  expect(kept.map(({ state }) => state)).toContain('answered');
  expect(deployed.log()).not.toMatch(/paid last week|Ann Kovalenko|501112233/);
});

/** As SES stores it, two hours old. */
function received(mail: MailParts, spam = 'PASS', hours = 2): string {
  return stamped(aMail(mail), Date.now() - hours * 3_600_000, { spam });
}

/** The light of a run that sees all that lies in the bucket by now. */
async function seenAs(checkId: string, light: string): Promise<Status | undefined> {
  await deployed.visit(checkId);
  return deployed.lightOf(checkId, light);
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}
