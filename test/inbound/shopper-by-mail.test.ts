import { afterEach, expect, it } from 'vitest';
import { identify } from '../../functions/probe-social/identify.ts';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import { createS3Inboxes } from '../../shared/aws/evidence-bucket/s3-inboxes.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { read } from '../config/reading.ts';
import { password } from '../mailbox/support/mail-account.ts';
import { aPostOffice, type DeliveredMail, type PostOffice } from '../mailbox/support/post-office.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aBucket, type Bucket } from '../support/a-bucket.ts';
import { memoryEnquiries } from '../support/memory-enquiries.ts';
import { stamped } from './an-inbox.ts';

const business = 'hello@firm.example';
const human = 'Good morning! Yes, you can pay by card, and mornings are quieter. See you soon.';

let bucket: Bucket;
let post: PostOffice;
afterEach(async () => {
  bucket.close();
  await post.close();
});

/** The post office is the business's, and hands what goes to the shopper's domain over to SES. */
async function aStory() {
  const inbox: DeliveredMail[] = [];
  const clock = { now: Date.parse('2026-11-16T07:30:00Z') }; // Monday, 9:30 in Kyiv
  const received = { count: 0 };
  bucket = await aBucket();
  post = await aPostOffice(async (mail) => {
    if (mail.to === business) return void inbox.push(mail);
    received.count += 1;
    const key = `inbox/enquiries/m${received.count}`;
    bucket.put(key, stamped(mail.raw.toString(), clock.now - 3000), clock.now - 1000);
  });
  const [check] = read(`business: Coffee Lab
timeZone: Europe/Kyiv
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: enquiries, kind: shopper, source: inbound, to: ${business}, smtp: "127.0.0.1:${post.port}", smtpSecret: sends }
`).touchpoints.flatMap(({ checks }) => checks);
  if (check === undefined) throw new Error('The file has a shopper.');
  const secrets = {
    read: async (name: string) => (name === 'sends' ? password : Promise.reject(new Error('Nothing else is read.'))),
  };
  const stores = { conversations: memoryStore(), enquiries: memoryEnquiries() };
  const run = async (minutes: number) => {
    clock.now += minutes * minuteMs;
    const [result] = await runPoll(
      { scheduledAt: toInstant(clock.now), confirmation: false, checks: [check] },
      {
        ...stores,
        secrets,
        evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
        inboxes: createS3Inboxes(bucket.name, bucket.client),
        now: () => clock.now,
        progress: () => {},
        onFault: (_, error) => {
          throw error;
        },
        network: 'any',
        sleep: async () => {},
      },
    );
    if (result === undefined) throw new Error('A poll yields a result.');
    return { light: judge(result, check).light, measurements: result.measurements };
  };
  return { check, secrets, inbox, run, clock, enquiries: stores.enquiries };
}

it('a shopper that writes mails hears the answer through SES, at the address of the enquiry, and closes by mail', async () => {
  const { inbox, run, enquiries } = await aStory();
  expect(await run(0)).toMatchObject({ light: 'green' });
  const [asked] = inbox;
  const [enquiry] = enquiries.all;
  expect(asked?.mail.replyTo?.[0]?.address).toBe(`enquiries+${enquiry?.token.toLowerCase()}@inbox.coffeelab.example`);
  expect(asked?.mail.from?.address).toBe('enquiries@inbox.coffeelab.example');
  const reply = { from: business, to: asked?.mail.replyTo?.[0]?.address ?? '', inReplyTo: asked?.mail.messageId };
  await run(60);
  await post.send({ ...reply, subject: 'Received', text: 'Thank you!', headers: { 'Auto-Submitted': 'auto-replied' } });
  expect(await run(1)).toMatchObject({ light: 'green', measurements: { waitingMinutes: 61 } });
  await run(60);
  await post.send({ ...reply, subject: 'Card payment', text: human });
  const answered = await run(1);
  expect(answered.light).toBe('green');
  expect(answered.measurements['firstResponseMinutes']).toBeCloseTo(121, 0);
  expect(enquiries.all[0]?.answers.map(({ kind }) => kind)).toEqual(['automatic', 'human']);
  expect(inbox.map(({ mail }) => mail.subject)).toEqual([asked?.mail.subject, `Re: ${asked?.mail.subject}`]);
});

it('its secret for sending is tried, and no mail server is asked for its mail', async () => {
  const { check, secrets, clock } = await aStory();
  const io = { now: () => clock.now, sleep: async () => {}, signal: new AbortController().signal };
  expect(await identify(check, secrets, io)).toMatchObject({
    ok: true,
    who: 'read without a secret',
    may: ["the mails that SES has put into the stack's bucket", `and send through 127.0.0.1:${post.port}`],
  });
  post.fate = 'refuses login';
  expect(await identify(check, secrets, io)).toMatchObject({ ok: false });
});
