import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { createVisitQueue } from '../../shared/aws/queues/visit-queue.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { outputs, variables } from '../../shared/model/stack-names.ts';
import type { Status } from '../../shared/model/status.ts';
import type { TestEnquiry } from '../../shared/model/test-enquiry.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { stamped } from '../inbound/an-inbox.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { aFormSite, type FormSite } from '../mailbox/support/form-site.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { type Account, anAccount } from './support/account.ts';
import { aCdk } from './support/cdk.ts';
import { allowForQuirks } from './support/emulator-quirks.ts';
import { environmentOf } from './support/environment.ts';
import { eventually } from './support/eventually.ts';
import { type MiniStack, runFolder, startMiniStack } from './support/ministack.ts';

const stack = 'Shopper';
const hourMs = 3_600_000;
const booking = `<!doctype html><html lang="en"><title>Salon</title><h1>Book a table</h1>
<form method="post" action="/send"><label>Your name <input name="name" required></label>
<label>Email <input name="email" type="email" required></label>
<label>Date <input name="date" type="date" required></label>
<label>Message <textarea name="message"></textarea></label><button>Book a table</button></form></html>`;

let ministack: MiniStack;
let account: Account;
let stores: Stores;
let s3: S3Client;
let sqs: SQSClient;
let bucket: string;
let site: FormSite;
let salon: TestServer;
let checks: readonly Check[];
let lastVisitAt = '';

beforeAll(async () => {
  // Nothing is sent by SES in this story.
  ministack = await startMiniStack({ smtpPort: 9 });
  account = anAccount(ministack);
  s3 = new S3Client({ ...account.connection, forcePathStyle: true });
  sqs = new SQSClient(account.connection);
  site = await aFormSite(async () => {});
  salon = await serve({ '/': booking });
  const file = `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: "00:00-24:00" }
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "${site.url}", checks: ${onlyChecks({ form: '{ every: 1d }' })} }
  - { id: salon, kind: website, url: "${salon.url}", checks: ${onlyChecks({ form: '{ every: 1d }' })} }
  - { id: enquiries, kind: shopper, form: website/form, source: inbound, sla: { firstResponse: 4h }, every: 1d }
  - { id: bookings, kind: shopper, form: salon/form, source: inbound, sla: { firstResponse: 4h }, every: 1d }
`;
  const config = path.join(runFolder, 'shopper.yaml');
  writeFileSync(config, file);
  const reading = parseConfiguration(file, 'touchpoints.yaml', toInstant(Date.now()).slice(0, 10));
  if (!reading.ok) throw new Error('The file has no faults.');
  checks = reading.configuration.touchpoints.flatMap((each) => each.checks);
  const cdk = aCdk(ministack, {
    stack,
    config,
    testsOnlyLetPagesReachPrivateAddresses: 'yes',
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
  await Promise.all([site?.close(), salon?.close()]);
});

beforeEach(() => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
});

test('the shopper has the deployed browser ask through the contact form, once', async () => {
  await run('enquiries/shopper', 'bookings/shopper');
  expect(sentence(await lightOf('enquiries/shopper', 'unknown'))).toContain('is being sent through the form on');
  await eventually(
    'The enquiry',
    120,
    async () => site.mails.length,
    (count) => count > 0,
  );
  // The browser writes down how it ended a moment after the site has mailed it.
  await eventually('The outcome', 60, runUntil('enquiries/shopper'), (status) => status?.light === 'green');
  expect(site.mails).toHaveLength(1);
  const { token, delivery, to } = await enquiry();
  expect([delivery, to]).toEqual(['sent', site.url]);
  const mail = String(site.mails[0]);
  expect(mail).toMatch(new RegExp(`^Reply-To: enquiries\\+${token}@inbox\\.coffeelab\\.example`, 'im'));
  const text = Buffer.from(mail.slice(mail.indexOf('\r\n\r\n')), 'base64').toString();
  expect(text).toContain(`This is a test message (${token}) that Touchlight sends for Coffee Lab.`);
});

test('it books nothing: a form for bookings is grey, and says why', async () => {
  const status = await eventually(
    'The refusal',
    120,
    runUntil('bookings/shopper'),
    (each) => sentence(each)?.includes('could not be sent') ?? false,
  );
  expect(status?.light).toBe('unknown');
  expect(sentence(status)).toContain('a mystery shopper writes through contact forms only');
  expect(salon.hits.filter((each) => each.startsWith('POST'))).toEqual([]);
});

test('a machine’s answer stops no clock: past the promise, the light is red', async () => {
  await passHours(5);
  await receive(
    { text: 'Thank you for your message. We will answer soon.', headers: ['Auto-Submitted: auto-replied'] },
    4,
  );
  await run('enquiries/shopper');
  const red = await lightOf('enquiries/shopper', 'red');
  expect(sentence(red)).toContain('A machine has acknowledged it, so it arrived.');
});

test('a person’s answer does, from any address, and no log has a word of it', async () => {
  await receive({ text: 'You can pay by card, and mornings are quiet. Anna', id: 'a2@firm.example' }, 0);
  await run('enquiries/shopper');
  const yellow = await lightOf('enquiries/shopper', 'yellow');
  expect(sentence(yellow)).toContain('A person answered the last test enquiry after 5 h');
  expect(site.mails).toHaveLength(1);
  expect(ministack.log()).not.toMatch(/mornings are quiet|Anna Koval/);
});

async function enquiry(): Promise<TestEnquiry> {
  const [found] = await stores.enquiries.list('enquiries/shopper');
  if (found === undefined) throw new Error('Nothing has been asked.');
  return found;
}

/** As if it had been sent so long ago. */
async function passHours(hours: number): Promise<void> {
  const sent = await enquiry();
  await stores.enquiries.save({ ...sent, sentAt: toInstant(Date.parse(sent.sentAt) - hours * hourMs) });
}

/** An answer by the business, from the address of a colleague, as SES stores it. */
async function receive(mail: Partial<MailParts>, hoursAgo: number): Promise<void> {
  const { token } = await enquiry();
  const raw = aMail({
    from: 'Anna Koval <anna@firm.example>',
    to: `enquiries+${token.toLowerCase()}@inbox.coffeelab.example`,
    subject: 'Re: Повідомлення з сайту',
    id: 'a1@firm.example',
    ...mail,
  });
  const Body = stamped(raw, Date.now() - hoursAgo * hourMs);
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `inbox/enquiries/${mail.id ?? 'first'}`, Body }));
}

/** Runs that fall due now, instead of at their cadence. */
async function run(...ids: readonly string[]): Promise<void> {
  const { [variables.visitQueue]: queue = '' } = await environmentOf(account, stack, 'probe-social');
  const scheduledAt = toInstant(Date.now());
  lastVisitAt = scheduledAt;
  const due = ids.map((id) => checks.filter((check) => check.id === id));
  await createVisitQueue(queue, sqs).send(due.map((each) => ({ scheduledAt, confirmation: false, checks: each })));
}

function statusOf(checkId: string): Promise<Status | undefined> {
  return stores.statuses.list(checkId.split('/')[0] ?? '').then((all) => all.find((each) => each.checkId === checkId));
}

/** Asks for one more run with each look. */
function runUntil(checkId: string): () => Promise<Status | undefined> {
  return async () => {
    await run(checkId);
    const at = lastVisitAt;
    return eventually(
      `A run of ${checkId}`,
      60,
      () => statusOf(checkId),
      (each) => (each?.lastRunAt ?? '') >= at,
    );
  };
}

function lightOf(checkId: string, light: string): Promise<Status | undefined> {
  return eventually(
    `${checkId} ${light}`,
    120,
    () => statusOf(checkId),
    (status) => status?.light === light && status.lastRunAt >= lastVisitAt,
  );
}

function sentence(status: Status | undefined): string | undefined {
  return status && wordFinding(status.lastFinding, 'shopper', 'en').sentence;
}
