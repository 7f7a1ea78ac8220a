import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFormSite, type FormSite } from './support/form-site.ts';
import { user } from './support/mail-account.ts';
import { canServeMail } from './support/mail-server.ts';
import { aShopperOnALaptop, type ShopperOnALaptop } from './support/shopper-on-a-laptop.ts';

/** As docs/platforms/shopper.md says it, with the commands that a person types. */
describe.skipIf(!canServeMail)('a mystery shopper that asks through a form, on a laptop', () => {
  let laptop: ShopperOnALaptop;
  let site: FormSite;
  beforeAll(async () => {
    site = await aFormSite(async () => {});
    laptop = await aShopperOnALaptop(site);
  });
  afterAll(async () => {
    await laptop?.close();
    await site?.close();
  });

  it('is checked, asks once, and hears the answer', async () => {
    const { workplace, post } = laptop;
    const only = ['run', '--only', 'enquiries/shopper', '--no-confirm', '--json'];
    const [valid, secrets, first, again] = await workplace.inTurn({}, ['validate'], ['secrets', 'check'], only, only);
    expect([valid?.code, valid?.stdout]).toEqual([
      0,
      expect.stringContaining('  at most one test enquiry is sent a week, within business hours\n'),
    ]);
    expect([secrets?.code, secrets?.stdout]).toEqual([0, expect.stringContaining(`is ${user} at 127.0.0.1`)]);
    expect([first?.code, first?.stdout]).toEqual([0, expect.stringContaining('waits for an answer')]);
    expect([again?.code, again?.stdout]).toEqual([0, expect.stringContaining('waits for an answer')]);
    expect(site.mails).toHaveLength(1);
    const mail = await PostalMime.parse(site.mails[0] ?? '');
    const token = /TL-\w{7}/.exec(mail.text ?? '')?.[0] ?? '';
    expect(mail.text).toContain(`Ім’я: Touchlight ${token}`);
    expect(mail.text).toContain(`This is a test message (${token})`);
    expect(mail.replyTo?.[0]?.address).toBe(user);

    await post.send({
      from: 'Anna Koval <hello@firm.example>',
      to: mail.replyTo?.[0]?.address ?? '',
      subject: `Re: ${mail.subject}`,
      inReplyTo: mail.messageId,
      text: `Yes, behind the house.\n\nOn Monday, Touchlight wrote:\n> ${mail.text?.replaceAll('\n', '\n> ')}`,
    });
    const [, list] = await workplace.inTurn({}, only, ['shopper', 'list']);
    expect(list?.stdout).toContain(token);
    expect(list?.stdout).toContain('automatic (likely, answered-at-once): Yes, behind the house.');
    const [, third, submissions] = await workplace.inTurn({}, ['shopper', 'mark', token, '--human'], only, [
      'submissions',
    ]);
    expect(third?.stdout).toContain('was answered by a person after 0 min of business time');
    expect(site.mails).toHaveLength(1);
    expect(submissions?.code).toBe(0);
  });
});
