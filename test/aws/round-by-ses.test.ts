import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import { createVisitQueue } from '../../shared/aws/queues/visit-queue.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { outputs, type Step, variables } from '../../shared/model/stack-names.ts';
import type { Status } from '../../shared/model/status.ts';
import type { Submission } from '../../shared/model/submission.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { stamped } from '../inbound/an-inbox.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { aFormSite, type FormSite } from '../mailbox/support/form-site.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { type Account, anAccount } from './support/account.ts';
import { aCdk } from './support/cdk.ts';
import { allowForQuirks } from './support/emulator-quirks.ts';
import { environmentOf } from './support/environment.ts';
import { eventually } from './support/eventually.ts';
import { type MiniStack, runFolder, startMiniStack } from './support/ministack.ts';

const stack = 'Round';
/** What becomes of the message that each site's form sends. */
const fates = ['prompt', 'spam', 'late', 'lost'] as const;
type Fate = (typeof fates)[number];

let ministack: MiniStack;
let account: Account;
let stores: Stores;
let s3: S3Client;
let sqs: SQSClient;
let bucket: string;
let sites: Record<Fate, FormSite>;
let checks: readonly Check[];
/** What the site hands over and its mail server keeps back for now. */
const heldUp: Buffer[] = [];
let stored = 0;
/** Older lights are not those that a test asks for. */
let lastVisitAt = '';
/** How long ago SES has received what comes now. */
let behindMs = 0;
const question = 'Do you deliver to Brovary?';

/** As SES would store what the sites' own server has really sent by SMTP. */
async function receive(raw: Buffer | string, spam = 'PASS'): Promise<void> {
  stored += 1;
  const Body = stamped(raw.toString(), Date.now() - behindMs, { spam });
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `inbox/mailbox/m${stored}`, Body }));
}

const delivers: Readonly<Record<Fate, (mail: Buffer) => Promise<void>>> = {
  prompt: (mail) => receive(mail),
  spam: (mail) => receive(mail, 'FAIL'),
  late: async (mail) => void heldUp.push(mail),
  lost: async () => {},
};

beforeAll(async () => {
  ministack = await startMiniStack({ smtpPort: 9 });
  account = anAccount(ministack);
  s3 = new S3Client({ ...account.connection, forcePathStyle: true });
  sqs = new SQSClient(account.connection);
  const opened = await Promise.all(fates.map(async (fate) => [fate, await aFormSite(delivers[fate])] as const));
  sites = Object.fromEntries(opened) as Record<Fate, FormSite>;
  const form = '{ mode: submit, page: /, every: 1d, outsideHours: true, arrivesIn: mailbox, within: 1m }';
  const file = `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: "00:00-24:00" }
inbound: { domain: inbox.coffeelab.example }
touchpoints:
${fates.map((fate) => `  - { id: ${fate}, kind: website, url: "${sites[fate].url}", checks: ${onlyChecks({ form })} }\n`).join('')}\
  - { id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example, sla: { firstResponse: 1h } }
`;
  const config = path.join(runFolder, 'round.yaml');
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
  await Promise.all(Object.values(sites ?? {}).map((site) => site.close()));
});

beforeEach(() => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
});

test('the deployed browser sends each site’s form, and thanks are all that a visitor sees', async () => {
  await visit('probe-page', ...fates.map((fate) => `${fate}/form`));
  for (const fate of fates) {
    const status = await lightOf(`${fate}/form`, 'green');
    expect(sentence(status)).toContain('Thank you for your message!');
    expect((await sentBy(fate))[0]?.outcome?.outcome).toBe('measured');
  }
  expect(heldUp).toHaveLength(1);
});

test('a message that SES receives at once has arrived; one that it takes for spam is yellow', async () => {
  await visit('probe-social', 'prompt/form-arrival', 'spam/form-arrival');
  expect(sentence(await lightOf('prompt/form-arrival', 'green'))).toMatch(/arrived (within a second|after \d+ s)\.$/);
  expect(sentence(await lightOf('spam/form-arrival', 'yellow'))).toContain('but Amazon SES marks it as spam.');
});

test('one that comes too late is yellow, and one that never comes is grey, because it may lie in spam', async () => {
  await passMinutes(2);
  await Promise.all(heldUp.map((mail) => receive(mail)));
  await visit('probe-social', 'late/form-arrival', 'lost/form-arrival');
  expect(sentence(await lightOf('late/form-arrival', 'yellow'))).toContain('should arrive within 1 minute.');
  expect(sentence(await lightOf('lost/form-arrival', 'unknown', 'no-spam-folder'))).toContain('so it may be there.');
});

test('nobody waits behind test messages; a customer who writes through the same form does', async () => {
  // Two hours ago, and an answer was promised within one.
  behindMs = 2 * 3_600_000;
  const body = new URLSearchParams({ name: 'Ann Kovalenko', email: 'ann@mail.example', message: question });
  const thanks = await fetch(new URL('/send', sites.prompt.url), { method: 'POST', body });
  behindMs = 0;
  expect(await thanks.text()).toContain('Thank you');
  await visit('probe-social', 'mailbox/responses');
  expect(sentence(await lightOf('mailbox/responses', 'red'))).toMatch(/No answer for 2 h( \d+ min)? of business time/);
  const kept = await stores.conversations.list('mailbox/responses');
  expect(kept.filter(({ state }) => state === 'waiting')).toHaveLength(1);
  const reasons = kept.map(({ reason }) => reason);
  expect(reasons).toContain('test-message');
});

test('a machine’s answer stops no clock, and a person’s does', async () => {
  const answer: MailParts = {
    from: 'Coffee Lab <info@coffeelab.example>',
    to: 'ann@mail.example',
    subject: 'Re: Повідомлення з сайту',
    inReplyTo: /^message-id: <([^>]+)>/im.exec(String(sites.prompt.mails.at(-1)))?.[1] ?? '',
    id: 'auto@coffeelab.example',
    headers: ['Auto-Submitted: auto-replied'],
    text: 'Thank you for your message. We will answer soon.',
  };
  await receive(aMail(answer));
  await visit('probe-social', 'mailbox/responses');
  await lightOf('mailbox/responses', 'red');
  await receive(
    aMail({ ...answer, id: 'olena@coffeelab.example', headers: [], text: 'Yes, on Tuesdays and Fridays. Olena' }),
  );
  await visit('probe-social', 'mailbox/responses');
  await lightOf('mailbox/responses', 'green');
  expect(ministack.log()).not.toMatch(/deliver to Brovary|Ann Kovalenko/);
});

/** As if what was not delivered had been sent so long ago. */
async function passMinutes(minutes: number): Promise<void> {
  const log = createS3SubmissionLog(bucket, s3);
  for (const sent of [...(await sentBy('late')), ...(await sentBy('lost'))])
    await log.complete({ ...sent, sentAt: toInstant(Date.parse(sent.sentAt) - minutes * 60_000) });
}

/** Visits that fall due now, instead of at their cadence. */
async function visit(step: Extract<Step, 'probe-page' | 'probe-social'>, ...ids: readonly string[]): Promise<void> {
  const { [variables.visitQueue]: queue = '' } = await environmentOf(account, stack, step);
  const scheduledAt = toInstant(Date.now());
  lastVisitAt = scheduledAt;
  const due = ids.map((id) => checks.filter((check) => check.id === id));
  await createVisitQueue(queue, sqs).send(due.map((each) => ({ scheduledAt, confirmation: false, checks: each })));
}

function lightOf(checkId: string, light: string, cause: string | null = null): Promise<Status | undefined> {
  const [touchpoint = ''] = checkId.split('/');
  return eventually(
    `${checkId} ${light}`,
    240,
    async () => (await stores.statuses.list(touchpoint)).find((each) => each.checkId === checkId),
    (status) =>
      status?.light === light && status.lastRunAt >= lastVisitAt && (cause === null || status.lastCause === cause),
  );
}

function sentence(status: Status | undefined): string | undefined {
  const probe = status?.checkId.split('/')[1] ?? '';
  return status && wordFinding(status.lastFinding, probe, 'en').sentence;
}

async function sentBy(fate: Fate): Promise<readonly Submission[]> {
  const log = createS3SubmissionLog(bucket, s3);
  const runs = await log.runsSince(`${fate}/form`, toInstant(0));
  return Promise.all(runs.map((run) => log.load(`${fate}/form`, run)));
}
