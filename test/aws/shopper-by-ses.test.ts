import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { toInstant } from '../../shared/model/instant.ts';
import type { Status } from '../../shared/model/status.ts';
import type { TestEnquiry } from '../../shared/model/test-enquiry.ts';
import { stamped } from '../inbound/an-inbox.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { aFormSite, type FormSite } from '../mailbox/support/form-site.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aDeployedStack, type DeployedStack, sentenceOf } from './support/deployed-stack.ts';
import { eventually } from './support/eventually.ts';

const hourMs = 3_600_000;
const booking = `<!doctype html><html lang="en"><title>Salon</title><h1>Book a table</h1>
<form method="post" action="/send"><label>Your name <input name="name" required></label>
<label>Email <input name="email" type="email" required></label>
<label>Date <input name="date" type="date" required></label>
<label>Message <textarea name="message"></textarea></label><button>Book a table</button></form></html>`;

let deployed: DeployedStack;
let site: FormSite;
let salon: TestServer;

beforeAll(async () => {
  site = await aFormSite(async () => {});
  salon = await serve({ '/': booking });
  const configuration = `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: "00:00-24:00" }
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: website, kind: website, url: "${site.url}", checks: ${onlyChecks({ form: '{ every: 1d }' })} }
  - { id: salon, kind: website, url: "${salon.url}", checks: ${onlyChecks({ form: '{ every: 1d }' })} }
  - { id: enquiries, kind: shopper, form: website/form, source: inbound, sla: { firstResponse: 4h }, every: 1d }
  - { id: bookings, kind: shopper, form: salon/form, source: inbound, sla: { firstResponse: 4h }, every: 1d }
`;
  deployed = await aDeployedStack({
    stack: 'Shopper',
    configuration,
    context: { testsOnlyLetPagesReachPrivateAddresses: 'yes', testsOnlyLeaveOutReceiptRules: 'yes' },
  });
});

afterAll(async () => {
  await deployed?.close();
  await Promise.all([site?.close(), salon?.close()]);
});

beforeEach(() => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
});

test('the shopper has the deployed browser ask through the contact form, once', async () => {
  await deployed.visit('enquiries/shopper', 'bookings/shopper');
  expect(sentenceOf(await deployed.lightOf('enquiries/shopper', 'unknown'))).toContain(
    'is being sent through the form on',
  );
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
    (each) => sentenceOf(each)?.includes('could not be sent') ?? false,
  );
  expect(status?.light).toBe('unknown');
  expect(sentenceOf(status)).toContain('a mystery shopper writes through contact forms only');
  expect(salon.hits.filter((each) => each.startsWith('POST'))).toEqual([]);
});

test('a machine’s answer stops no clock: past the promise, the light is red', async () => {
  await passHours(5);
  await receive(
    { text: 'Thank you for your message. We will answer soon.', headers: ['Auto-Submitted: auto-replied'] },
    4,
  );
  await deployed.visit('enquiries/shopper');
  const red = await deployed.lightOf('enquiries/shopper', 'red');
  expect(sentenceOf(red)).toContain('A machine has acknowledged it, so it arrived.');
});

test('a person’s answer does, from any address, and no log has a word of it', async () => {
  await receive({ text: 'You can pay by card, and mornings are quiet. Anna', id: 'a2@firm.example' }, 0);
  await deployed.visit('enquiries/shopper');
  const yellow = await deployed.lightOf('enquiries/shopper', 'yellow');
  expect(sentenceOf(yellow)).toContain('A person answered the last test enquiry after 5 h');
  expect(site.mails).toHaveLength(1);
  expect(deployed.log()).not.toMatch(/mornings are quiet|Anna Koval/);
});

async function enquiry(): Promise<TestEnquiry> {
  const [found] = await deployed.stores.enquiries.list('enquiries/shopper');
  if (found === undefined) throw new Error('Nothing has been asked.');
  return found;
}

/** As if it had been sent so long ago. */
async function passHours(hours: number): Promise<void> {
  const sent = await enquiry();
  await deployed.stores.enquiries.save({ ...sent, sentAt: toInstant(Date.parse(sent.sentAt) - hours * hourMs) });
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
  await deployed.put(`inbox/enquiries/${mail.id ?? 'first'}`, Body);
}

/** Asks for one more run with each look. */
function runUntil(checkId: string): () => Promise<Status | undefined> {
  return async () => {
    await deployed.visit(checkId);
    const at = deployed.lastVisitAt();
    return eventually(
      `A run of ${checkId}`,
      60,
      () => deployed.statusOf(checkId),
      (each) => (each?.lastRunAt ?? '') >= at,
    );
  };
}
