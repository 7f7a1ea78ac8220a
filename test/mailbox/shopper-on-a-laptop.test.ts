import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { business } from './support/followed-shopper.ts';
import { user } from './support/mail-account.ts';
import { canServeMail } from './support/mail-server.ts';
import { aShopperOnALaptop, type ShopperOnALaptop } from './support/shopper-on-a-laptop.ts';

/** As docs/platforms/shopper.md says it, with the commands that a person types. */
describe.skipIf(!canServeMail)('a mystery shopper on a laptop', () => {
  let laptop: ShopperOnALaptop;
  beforeAll(async () => {
    laptop = await aShopperOnALaptop();
  });
  afterAll(() => laptop?.close());

  it('is checked, asks, hears the answer, is corrected, and closes', async () => {
    const { workplace, server, post, inbox } = laptop;
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
    const { workplace, file, post, keepSecret } = laptop;
    writeFileSync(file, `${readFileSync(file, 'utf8')}    smtpSecret: shopper-outbox\n`);
    keepSecret('shopper-outbox', '\n');
    const [empty] = await workplace.inTurn({}, ['secrets', 'check']);
    expect(empty?.code).toBe(1);
    expect(empty?.stdout).toContain('enquiries  Mystery shopper, secret shopper-mailbox; to send: shopper-outbox\n');
    expect(empty?.stdout.trim().split('\n').at(-1)?.trim()).toBe(
      `No mail can be sent through 127.0.0.1:${post.port} (the secret "shopper-outbox" is empty; write it to the file .touchlight/secrets/shopper-outbox). Until then, no test enquiry is sent.`,
    );
    keepSecret('shopper-mailbox', 'wrong');
    const [wrong] = await workplace.inTurn({}, ['secrets', 'check']);
    expect(wrong?.stdout.trim().split('\n').at(-1)?.trim()).toBe(
      `The mail server does not accept the login from the secret "shopper-mailbox" for ${user} ("AUTHENTICATIONFAILED"). Until then, no test enquiry is sent.`,
    );
  });
});
