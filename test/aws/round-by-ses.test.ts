import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Submission } from '../../shared/model/submission.ts';
import { stamped } from '../inbound/an-inbox.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { aFormSite, type FormSite } from '../mailbox/support/form-site.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aDeployedStack, type DeployedStack, sentenceOf } from './support/deployed-stack.ts';

/** What becomes of the message that each site's form sends. */
const fates = ['prompt', 'spam', 'late', 'lost'] as const;
type Fate = (typeof fates)[number];

let deployed: DeployedStack;
let sites: Record<Fate, FormSite>;
/** What the site hands over and its mail server keeps back for now. */
const heldUp: Buffer[] = [];
let stored = 0;
/** How long ago SES has received what comes now. */
let behindMs = 0;
const question = 'Do you deliver to Brovary?';

/** As SES would store what the sites' own server has really sent by SMTP. */
async function receive(raw: Buffer | string, spam = 'PASS'): Promise<void> {
  stored += 1;
  const Body = stamped(raw.toString(), Date.now() - behindMs, { spam });
  await deployed.put(`inbox/mailbox/m${stored}`, Body);
}

const delivers: Readonly<Record<Fate, (mail: Buffer) => Promise<void>>> = {
  prompt: (mail) => receive(mail),
  spam: (mail) => receive(mail, 'FAIL'),
  late: async (mail) => void heldUp.push(mail),
  lost: async () => {},
};

beforeAll(async () => {
  const opened = await Promise.all(fates.map(async (fate) => [fate, await aFormSite(delivers[fate])] as const));
  sites = Object.fromEntries(opened) as Record<Fate, FormSite>;
  const form = '{ mode: submit, page: /, every: 1d, outsideHours: true, arrivesIn: mailbox, within: 1m }';
  const configuration = `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: "00:00-24:00" }
inbound: { domain: inbox.coffeelab.example }
touchpoints:
${fates.map((fate) => `  - { id: ${fate}, kind: website, url: "${sites[fate].url}", checks: ${onlyChecks({ form })} }\n`).join('')}\
  - { id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example, sla: { firstResponse: 1h } }
`;
  deployed = await aDeployedStack({
    stack: 'Round',
    configuration,
    context: { testsOnlyLetPagesReachPrivateAddresses: 'yes', testsOnlyLeaveOutReceiptRules: 'yes' },
  });
});

afterAll(async () => {
  await deployed?.close();
  await Promise.all(Object.values(sites ?? {}).map((site) => site.close()));
});

beforeEach(() => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
});

test('the deployed browser sends each site’s form, and thanks are all that a visitor sees', async () => {
  await deployed.visit(...fates.map((fate) => `${fate}/form`));
  for (const fate of fates) {
    const status = await deployed.lightOf(`${fate}/form`, 'green');
    expect(sentenceOf(status)).toContain('Thank you for your message!');
    expect((await sentBy(fate))[0]?.outcome?.outcome).toBe('measured');
  }
  expect(heldUp).toHaveLength(1);
});

test('a message that SES receives at once has arrived; one that it takes for spam is yellow', async () => {
  await deployed.visit('prompt/form-arrival', 'spam/form-arrival');
  expect(sentenceOf(await deployed.lightOf('prompt/form-arrival', 'green'))).toMatch(
    /arrived (within a second|after \d+ s)\.$/,
  );
  expect(sentenceOf(await deployed.lightOf('spam/form-arrival', 'yellow'))).toContain(
    'but Amazon SES marks it as spam.',
  );
});

test('one that comes too late is yellow, and one that never comes is grey, because it may lie in spam', async () => {
  await passMinutes(2);
  await Promise.all(heldUp.map((mail) => receive(mail)));
  await deployed.visit('late/form-arrival', 'lost/form-arrival');
  expect(sentenceOf(await deployed.lightOf('late/form-arrival', 'yellow'))).toContain('should arrive within 1 minute.');
  expect(sentenceOf(await deployed.lightOf('lost/form-arrival', 'unknown', 'no-spam-folder'))).toContain(
    'so it may be there.',
  );
});

test('nobody waits behind test messages; a customer who writes through the same form does', async () => {
  // Two hours ago, and an answer was promised within one.
  behindMs = 2 * 3_600_000;
  const body = new URLSearchParams({ name: 'Ann Kovalenko', email: 'ann@mail.example', message: question });
  const thanks = await fetch(new URL('/send', sites.prompt.url), { method: 'POST', body });
  behindMs = 0;
  expect(await thanks.text()).toContain('Thank you');
  await deployed.visit('mailbox/responses');
  expect(sentenceOf(await deployed.lightOf('mailbox/responses', 'red'))).toMatch(
    /No answer for 2 h( \d+ min)? of business time/,
  );
  const kept = await deployed.stores.conversations.list('mailbox/responses');
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
  await deployed.visit('mailbox/responses');
  await deployed.lightOf('mailbox/responses', 'red');
  await receive(
    aMail({ ...answer, id: 'olena@coffeelab.example', headers: [], text: 'Yes, on Tuesdays and Fridays. Olena' }),
  );
  await deployed.visit('mailbox/responses');
  await deployed.lightOf('mailbox/responses', 'green');
  expect(deployed.log()).not.toMatch(/deliver to Brovary|Ann Kovalenko/);
});

/** As if what was not delivered had been sent so long ago. */
async function passMinutes(minutes: number): Promise<void> {
  const log = createS3SubmissionLog(deployed.bucket, deployed.s3);
  for (const sent of [...(await sentBy('late')), ...(await sentBy('lost'))])
    await log.complete({ ...sent, sentAt: toInstant(Date.parse(sent.sentAt) - minutes * 60_000) });
}

async function sentBy(fate: Fate): Promise<readonly Submission[]> {
  const log = createS3SubmissionLog(deployed.bucket, deployed.s3);
  const runs = await log.runsSince(`${fate}/form`, toInstant(0));
  return Promise.all(runs.map((run) => log.load(`${fate}/form`, run)));
}
