import { afterEach, describe, expect, it } from 'vitest';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { business, FollowedShopper, shopper } from './support/followed-shopper.ts';
import { password } from './support/mail-account.ts';
import { canServeMail } from './support/mail-server.ts';

const human = 'Good morning! Yes, you can pay by card, and mornings are quieter. See you soon.';
const day = 24 * 60;

describe.skipIf(!canServeMail)('a mystery shopper', () => {
  let story: FollowedShopper;
  afterEach(() => story.close());
  const asked = async (settings = ''): Promise<FollowedShopper> => {
    story = await FollowedShopper.open(settings);
    await story.run();
    await story.run(15);
    return story;
  };

  it('takes an answer from any address that refers to the enquiry: a colleague, a ticket system', async () => {
    await asked();
    await story.reply(human, { from: 'Support <ticket-4711@helpdesk.example>' });
    expect(await story.run(15)).toMatchObject({
      light: 'green',
      result: { measurements: { firstResponseMinutes: 15 } },
    });
  });

  it('takes an answer that a ticket system writes anew, at the address of the enquiry', async () => {
    await asked('    replyTag: true\n');
    const { mail, envelopeFrom } = story.mail();
    const tagged = `info+${story.enquiry.token.toLowerCase()}@coffeelab.example`;
    expect([envelopeFrom, mail.replyTo?.[0]?.address, mail.from?.address]).toEqual([tagged, tagged, shopper]);
    await story.post.send({ from: business, to: tagged, subject: 'Opening hours', text: human });
    await story.run(15);
    expect(story.enquiry.answers).toMatchObject([{ kind: 'human', matchedBy: 'address' }]);
  });

  it('takes an answer that only names the token', async () => {
    await asked();
    const { token } = story.enquiry;
    await story.post.send({ from: business, to: shopper, subject: `Your message ${token.toLowerCase()}`, text: human });
    await story.run(15);
    expect(story.enquiry.answers).toMatchObject([{ kind: 'human', matchedBy: 'subject' }]);
  });

  it('takes nothing for an answer that only quotes the token, guesses one, names none, or is its own mail', async () => {
    await asked();
    const { token } = story.enquiry;
    await story.post.send({ from: business, to: shopper, subject: 'Hello', text: `${human}\n\n> (${token})` });
    await story.post.send({ from: 'guess@stranger.example', to: shopper, subject: 'Re: TL-0000000', text: human });
    await story.post.send({ from: business, to: shopper, subject: 'Hello', text: human });
    await story.server.put('INBOX', story.mail().raw, story.now);
    const waiting = await story.run(15);
    expect(waiting).toMatchObject({ light: 'green', result: { measurements: { waitingMinutes: 30 } } });
    expect(story.enquiry.answers).toEqual([]);
    expect(story.inbox).toHaveLength(1);
  });

  it('counts the first of two people, and finds an answer in its own spam folder', async () => {
    await asked();
    story.folder = 'Junk';
    await story.reply(human);
    story.now += 30 * minuteMs;
    await story.reply('Hello, I am a colleague: yes, card payment works here.', { from: 'Ben <ben@firm.example>' });
    const answered = await story.run();
    expect(answered).toMatchObject({ light: 'green', result: { measurements: { firstResponseMinutes: 15 } } });
    expect(story.inbox).toHaveLength(2);
  });

  it('keeps neither name nor address of who answers, and words for eight days only', async () => {
    await asked();
    await story.reply('Hello, this is Anna Koval. Yes, you can pay by card.');
    await story.run(15);
    expect(JSON.stringify(story.enquiry.answers)).not.toMatch(/Anna|Koval|hello@/);
    expect(story.enquiry.answers[0]?.text).toBe('Hello, this is … …. Yes, you can pay by card.');
    await story.run(9 * day);
    expect(story.enquiries.all[0]?.answers[0]?.text).toBe('');
  });

  it('ends a loop of two robots by itself', async () => {
    await asked();
    for (let round = 0; round < 30; round++)
      await story.reply(`Ticket ${round} has been created.`, { headers: { 'Auto-Submitted': 'auto-replied' } });
    await story.run(15);
    expect(story.enquiry.answers).toHaveLength(10);
    await story.run(3 * day);
    expect(story.inbox).toHaveLength(2);
    await story.run(15);
    expect(story.inbox).toHaveLength(2);
  });

  it('is grey, asks nobody and loses nothing while its mailbox takes no login', async () => {
    story = await FollowedShopper.open();
    story.secret = 'expired';
    const blind = await story.run();
    expect(blind).toMatchObject({ light: 'unknown', result: { cause: 'auth' } });
    expect(blind.says).toContain('The mail server does not accept the login from the secret "shopper"');
    expect(story.inbox).toEqual([]);
    story.secret = password;
    await story.run(15);
    expect(story.inbox).toHaveLength(1);
    await story.run(15);
    await story.reply(human);
    story.secret = 'expired';
    expect(await story.run(day)).toMatchObject({ light: 'unknown' });
    story.secret = password;
    expect(await story.run(15)).toMatchObject({
      light: 'green',
      result: { measurements: { firstResponseMinutes: 15 } },
    });
  });

  it('tries again under the same token what the mail server refused, within business hours only', async () => {
    story = await FollowedShopper.open();
    story.post.fate = 'refuses sender';
    const refused = await story.run();
    expect(refused).toMatchObject({ light: 'unknown', result: { cause: 'transient' } });
    expect(refused.says).toContain('could not be sent through 127.0.0.1');
    const { token } = story.enquiry;
    story.post.fate = 'refuses login';
    expect(await story.run(15)).toMatchObject({ light: 'unknown', result: { cause: 'auth' } });
    story.post.fate = 'takes';
    await story.run(11 * 60); // 20:45
    expect(story.inbox).toEqual([]);
    await story.run(13 * 60);
    expect(story.mail().mail.subject).toContain(token);
    expect(story.enquiry).toMatchObject({ delivery: 'sent', attempts: 3 });
    expect(story.enquiries.all).toHaveLength(1);
  });

  it('never sends again what may have been sent, and follows it all the same', async () => {
    story = await FollowedShopper.open();
    story.post.fate = 'breaks off after the mail';
    expect(await story.run()).toMatchObject({ light: 'unknown', result: { cause: 'unclear-sending' } });
    story.post.fate = 'takes';
    await story.run(15);
    expect(await story.run(day)).toMatchObject({ light: 'unknown', result: { cause: 'unclear-sending' } });
    expect(story.inbox).toHaveLength(1);
    await story.reply(human);
    expect(await story.run(15)).toMatchObject({ light: 'yellow' });
  });

  it.each([
    ['ahead', 180],
    ['behind', -180],
  ])('measures by its own clock when the mail server is three hours %s', async (_, minutes) => {
    await asked();
    story.serverAheadMs = minutes * minuteMs;
    await story.run(30);
    await story.reply(human);
    await story.run(15);
    const { measurements } = (await story.run()).result;
    expect(measurements['firstResponseMinutes']).toBeGreaterThanOrEqual(43);
    expect(measurements['firstResponseMinutes']).toBeLessThanOrEqual(60);
  });

  it('asks nothing while the business is closed, and its clock stands still for a week of holidays', async () => {
    const holidays = ['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'].map((date) => `"${date}"`).join(', ');
    story = await FollowedShopper.open(`hours: { mon-fri: ["09:00-18:00"], holidays: [${holidays}] }\n`);
    story.now -= 2 * day * minuteMs; // Saturday
    const closed = await story.run();
    expect(closed).toMatchObject({ light: 'unknown', result: { cause: 'not-asked-yet' } });
    expect(closed.says).toContain('the first one follows Mon 16 Nov 2026, 09:00');
    story.now = Date.parse('2026-11-16T15:00:00Z'); // an hour before closing
    await story.run();
    expect(story.inbox).toHaveLength(1);
    const inHolidays = await story.run(4 * day);
    expect(inHolidays).toMatchObject({ light: 'green', result: { measurements: { waitingMinutes: 60 } } });
    expect(story.inbox).toHaveLength(1);
  });

  it('gives a blind test away in no alert, mail or nudge before it is over', async () => {
    await asked('    blind: true\n    consent: { by: "Olena, owner", date: 2026-11-01 }\n');
    const { mail } = story.mail();
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/test|TL-|Touchlight/i);
    expect(mail.from?.name).toBe('Alex Morgan');
    const near = await story.run(180);
    expect(near).toMatchObject({ light: 'yellow' });
    expect(near.result.nudges ?? []).toEqual([]);
    await story.reply(human);
    await story.run(15);
    expect(story.mail(1).mail.text).toContain('was a test');
  });
});
