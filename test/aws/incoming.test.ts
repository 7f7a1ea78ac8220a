import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { createStores } from '../../shared/aws/stores.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import { outputs } from '../../shared/model/stack-names.ts';
import type { Status } from '../../shared/model/status.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { stamped } from '../inbound/an-inbox.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { type Account, anAccount } from './support/account.ts';
import { aCdk } from './support/cdk.ts';
import { allowForQuirks } from './support/emulator-quirks.ts';
import { eventually } from './support/eventually.ts';
import { type MiniStack, runFolder, startMiniStack } from './support/ministack.ts';

const stack = 'Incoming';

let ministack: MiniStack;
let account: Account;
let stores: Stores;
let s3: S3Client;
let bucket: string;

beforeAll(async () => {
  // No mail is sent in this story.
  ministack = await startMiniStack({ smtpPort: 9 });
  account = anAccount(ministack);
  s3 = new S3Client({ ...account.connection, forcePathStyle: true });
  const config = path.join(runFolder, 'incoming.yaml');
  writeFileSync(
    config,
    `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: "00:00-24:00" }
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example, sla: { firstResponse: 1h }, every: 1m }
  - { id: phone, kind: phone, source: csv, numbers: ["+380 44 123 45 67"], sla: { firstResponse: 1h }, every: 1m }
`,
  );
  const cdk = aCdk(ministack, {
    stack,
    config,
    testsOnlyConfirmationDelaySeconds: '10',
    testsOnlyLeaveOutReceiptRules: 'yes',
  });
  await cdk.bootstrap();
  await cdk.deploy();
  const values = await account.outputs(stack);
  stores = createStores({ client: account.dynamo, tableName: values[outputs.table] ?? '' });
  bucket = values[outputs.evidenceBucket] ?? '';
  await allowForQuirks(account);
});

afterAll(async () => {
  s3?.destroy();
  await ministack?.stop();
});

test('without a file of calls, the phone’s light is grey and says where to put one', async () => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
  const status = await lightOf('phone', 'unknown');
  expect(sentence(status)).toContain(`s3://${bucket}/calls/phone/`);
});

test('a CSV put into the bucket turns the phone’s light: red for a missed call, green after the call back', async () => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
  const header = 'Time;Caller;Called;Status';
  const missed = `${hoursAgo(3)};0501112233;100;missed`;
  await put('calls/phone/calls.csv', `${header}\n${missed}\n`);
  const red = await lightOf('phone', 'red');
  expect(sentence(red)).toMatch(/No call back for 3 h( \d+ min)? of business time/);
  await put('calls/phone/2026-11/later.csv', `${header}\n${hoursAgo(1)};100;+380501112233;answered\n`);
  await lightOf('phone', 'green');
});

const question = {
  from: 'Ann Kovalenko <ann@mail.example>',
  subject: 'Order 4711',
  id: 'q1@mail.example',
  text: 'Where is my order? I paid last week.',
};

test('a raw mail under inbox/ is a customer who waits, by SES’s own time, whatever lies beside it', async () => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
  expect(sentence(await lightOf('mailbox', 'unknown'))).toContain(`s3://${bucket}/inbox/mailbox/`);
  await put('inbox/mailbox/AMAZON_SES_SETUP_NOTIFICATION', 'Subject: Amazon SES Setup Notification\r\n\r\nHello');
  await put('inbox/mailbox/a-broken-one', '\u0000\u0001 no mail at all');
  await put('inbox/mailbox/b-spam', received({ ...question, from: 'eve@spam.example', id: 's@spam.example' }, 'FAIL'));
  await put('inbox/mailbox/c-question', received(question));
  const red = await lightOf('mailbox', 'red');
  expect(sentence(red)).toMatch(/No answer for 2 h( \d+ min)? of business time to the mail in INBOX: “Order 4711”/);
  const kept = await stores.conversations.list('mailbox/responses');
  expect(kept.filter(({ state }) => state === 'waiting').map(({ text }) => text)).toEqual([question.text]);
  expect(kept.map(({ reason }) => reason)).toContain('spam');
});

test('a copy of the reply stops the clock, and no log has a word of a customer', async () => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
  const reply = {
    from: 'Olena <olena@coffeelab.example>',
    to: 'ann@mail.example',
    subject: 'Re: Order 4711',
    id: 'a1@coffeelab.example',
    inReplyTo: question.id,
    text: 'It left this morning, and you will have it tomorrow.',
  };
  await put('inbox/mailbox/d-reply', received(reply, 'PASS', 0));
  await lightOf('mailbox', 'green');
  const kept = await stores.conversations.list('mailbox/responses');
  expect(kept.filter(({ state }) => state === 'waiting')).toEqual([]);
  expect(kept.map(({ state }) => state)).toContain('answered');
  expect(ministack.log()).not.toMatch(/paid last week|Ann Kovalenko|501112233/);
});

/** As SES stores it, two hours old. */
function received(mail: MailParts, spam = 'PASS', hours = 2): string {
  return stamped(aMail(mail), Date.now() - hours * 3_600_000, { spam });
}

function lightOf(touchpointId: string, light: string): Promise<Status | undefined> {
  return eventually(
    `${touchpointId} ${light}`,
    240,
    async () => (await stores.statuses.list(touchpointId))[0],
    (status) => status?.light === light,
  );
}

function sentence(status: Status | undefined): string | undefined {
  return status && wordFinding(status.lastFinding, 'responses', 'en').sentence;
}

async function put(Key: string, Body: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}
