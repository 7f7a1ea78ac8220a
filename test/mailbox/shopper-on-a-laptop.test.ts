import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';
import { password, user } from './support/mail-account.ts';
import { canServeMail, startMailServer, type TestMailServer } from './support/mail-server.ts';
import { aPostOffice, type DeliveredMail, type PostOffice } from './support/post-office.ts';

const business = 'hello@firm.example';

/** As docs/platforms/shopper.md says it, with the commands that a person types. */
describe.skipIf(!canServeMail)('a mystery shopper on a laptop', () => {
  let workplace: Workplace;
  let server: TestMailServer;
  let post: PostOffice;
  const inbox: DeliveredMail[] = [];
  beforeAll(async () => {
    [workplace, server] = await Promise.all([aWorkplace(), startMailServer()]);
    post = await aPostOffice(async (mail) => {
      if (mail.to === business) inbox.push(mail);
      else await server.put('INBOX', mail.raw, Date.now());
    });
    writeFileSync(
      path.join(workplace.folder, 'touchpoints.yaml'),
      `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: ["00:00-24:00"] }
touchpoints:
  - id: enquiries
    kind: shopper
    to: ${business}
    address: ${user}
    server: 127.0.0.1:${server.port}
    smtp: 127.0.0.1:${post.port}
    secret: shopper-mailbox
    sla: { firstResponse: 4h }
`,
    );
    const secrets = path.join(workplace.folder, '.touchlight', 'secrets');
    mkdirSync(secrets, { recursive: true });
    writeFileSync(path.join(secrets, 'shopper-mailbox'), password);
  });
  afterAll(async () => {
    await workplace?.remove();
    await post?.close();
    await server?.stop();
  });

  it('is checked, asks, hears the answer, is corrected, and closes', async () => {
    const [valid, secrets, first] = await workplace.inTurn(
      {},
      ['validate'],
      ['secrets', 'check'],
      ['run', '--only', 'enquiries/shopper', '--no-confirm', '--json'],
    );
    expect(valid?.stdout).toMatch(/\nNext: npx touchlight secrets check\n$/);
    expect([valid?.code, valid?.stdout]).toEqual([
      0,
      expect.stringContaining('  at most one test enquiry is sent a week, within business hours\n'),
    ]);
    expect(secrets?.stdout).toContain(`is ${user} at 127.0.0.1:${server.port}`);
    expect(secrets?.stdout).toContain(`and send through 127.0.0.1:${post.port}`);
    expect(secrets?.code).toBe(0);
    expect([first?.code, first?.stdout]).toEqual([0, expect.stringContaining('waits for an answer')]);
    const [enquiry] = inbox;
    expect(inbox).toHaveLength(1);
    const token = /TL-\w{7}/.exec(enquiry?.mail.subject ?? '')?.[0] ?? '';

    await post.send({
      from: business,
      to: user,
      subject: `Re: ${enquiry?.mail.subject}`,
      inReplyTo: enquiry?.mail.messageId,
      text: 'Yes, there is a car park behind the house, and half an hour is enough.',
    });
    const [second, list, mark, third] = await workplace.inTurn(
      {},
      ['run', '--only', 'enquiries/shopper', '--no-confirm'],
      ['shopper', 'list'],
      ['shopper', 'mark', token, '--human'],
      ['run', '--only', 'enquiries/shopper', '--no-confirm', '--json'],
    );
    expect(second?.code).toBe(0);
    expect(list?.stdout).toContain('automatic (likely, answered-at-once): Yes, there is a car park');
    expect(mark?.stdout).toContain('human (corrected by you)');
    expect(third?.stdout).toContain('was answered by a person after 0 min of business time');
    expect(inbox.map(({ mail }) => mail.subject)).toEqual([enquiry?.mail.subject, `Re: ${enquiry?.mail.subject}`]);
  });

  it('names the secret that is wrong, and says each thing once', async () => {
    const file = path.join(workplace.folder, 'touchpoints.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}    smtpSecret: shopper-outbox\n`);
    const outbox = path.join(workplace.folder, '.touchlight', 'secrets', 'shopper-outbox');
    writeFileSync(outbox, '\n');
    const [empty] = await workplace.inTurn({}, ['secrets', 'check']);
    expect(empty?.code).toBe(1);
    expect(empty?.stdout).toContain('enquiries  Mystery shopper, secret shopper-mailbox; to send: shopper-outbox\n');
    expect(empty?.stdout.trim().split('\n').at(-1)?.trim()).toBe(
      `No mail can be sent through 127.0.0.1:${post.port} (the secret "shopper-outbox" is empty; write it to the file .touchlight/secrets/shopper-outbox). Until then, no test enquiry is sent.`,
    );
    writeFileSync(path.join(workplace.folder, '.touchlight', 'secrets', 'shopper-mailbox'), 'wrong');
    const [wrong] = await workplace.inTurn({}, ['secrets', 'check']);
    expect(wrong?.stdout.trim().split('\n').at(-1)?.trim()).toBe(
      `The mail server does not accept the login from the secret "shopper-mailbox" for ${user} ("AUTHENTICATIONFAILED"). Until then, no test enquiry is sent.`,
    );
  });
});
