import { afterEach, describe, expect, it } from 'vitest';
import { sayForm } from '../../shared/probes/form/statements.ts';
import { ShopperByForm } from './a-shopper.ts';

const day = 24 * 60;
const human = 'Good morning! Yes, you can pay by card, and mornings are quieter. See you soon.';
const captcha = {
  outcome: 'unknown',
  reason: sayForm('form/captcha', { captcha: 'Turnstile', testKey: null, userAgent: 'Touchlight' }),
  cause: 'captcha',
  measurements: {},
  facts: {},
  details: {},
} as const;
const broken = { ...captcha, outcome: 'failed', reason: sayForm('form/server-error', { status: 500 }) } as const;

describe('a shopper that asks through a form, and whose mail SES receives', () => {
  let story: ShopperByForm;
  afterEach(() => story.close());

  it('has a browser send what a customer would ask, and waits for a person', async () => {
    story = await ShopperByForm.open();
    expect(await story.run()).toMatchObject({ light: 'unknown', cause: 'on-its-way' });
    const [visit, ...more] = story.visits;
    const { token, to } = story.enquiry;
    expect(more).toEqual([]);
    expect(visit?.checks).toMatchObject([
      {
        id: 'enquiries/form',
        url: 'https://coffeelab.example',
        options: { mode: 'submit', page: '/contact' },
        enquiry: {
          name: `Touchlight ${token}`,
          email: `enquiries+${token.toLowerCase()}@inbox.coffeelab.example`,
          text: expect.stringContaining(`This is a test message (${token})`),
        },
      },
    ]);
    expect(to).toBe('https://coffeelab.example/contact');
    story.now += 40_000;
    await story.visited();
    expect(await story.run(15)).toMatchObject({ light: 'green', measurements: { waitingMinutes: 15 } });
    story.receive('machine', {
      from: 'info@coffeelab.example',
      to: `enquiries+${token.toLowerCase()}@inbox.coffeelab.example`,
      subject: 'We have got your message',
      headers: ['Auto-Submitted: auto-replied'],
      text: 'Thank you! We will answer soon.',
    });
    expect((await story.run(1)).says).toContain('So far only a machine has answered');
    story.now += 59 * 60_000;
    // From the site's own mail: another subject, another id, and the token in the quote alone.
    story.receive('person', {
      from: 'Anna Koval <anna@coffeelab.example>',
      to: 'enquiries@inbox.coffeelab.example',
      subject: 'Re: New message from the website',
      inReplyTo: 'wordpress.4711@coffeelab.example',
      text: `${human}\n\nOn Mon, 16 Nov 2026, WordPress wrote:\n> From: Touchlight\n> This is a test message (${token})`,
    });
    const answered = await story.run();
    expect(answered).toMatchObject({ light: 'green', measurements: { overdue: 0 } });
    expect(answered.measurements['firstResponseMinutes']).toBeCloseTo(75, 0);
    expect(story.enquiry.answers.map(({ kind, matchedBy }) => [kind, matchedBy])).toEqual([
      ['automatic', 'address'],
      ['human', 'quote'],
    ]);
    expect(story.visits).toHaveLength(1);
  });

  it('is red when nobody answers, and asks nothing else meanwhile', async () => {
    story = await ShopperByForm.open(', perWeek: 5');
    await story.run();
    await story.visited();
    expect(await story.run(4 * 60)).toMatchObject({ light: 'red', measurements: { overdue: 1 } });
    await story.run(60);
    expect(story.visits).toHaveLength(1);
  });

  it('asks for one visit, however many runs race', async () => {
    story = await ShopperByForm.open();
    await Promise.all([1, 2, 3].map(() => story.run()));
    expect(story.visits).toHaveLength(1);
    expect(story.enquiries.all).toHaveLength(1);
  });

  it('is grey with the reason where a captcha came in between, and leaves the form alone for a day', async () => {
    story = await ShopperByForm.open();
    await story.run();
    await story.visited({ sentTo: null, outcome: captcha });
    const grey = await story.run(15);
    expect(grey).toMatchObject({ light: 'unknown', cause: 'nothing-sent' });
    expect(grey.says).toMatch(
      /could not be sent through the form on https:\/\/coffeelab\.example\/contact \(.*captcha/i,
    );
    await story.run(day - 30);
    expect(story.visits).toHaveLength(1);
    const { token } = story.enquiry;
    await story.run(30);
    expect(story.visits).toHaveLength(2);
    expect([story.enquiry.token, story.enquiry.attempts]).toEqual([token, 2]);
    expect(new Set(story.visits.map(({ scheduledAt }) => scheduledAt)).size).toBe(2);
  });

  it('never sends again what may have left: a form that broke, a browser that was killed', async () => {
    for (const outcome of [broken, null]) {
      story = await ShopperByForm.open();
      await story.run();
      await story.visited({ outcome });
      const grey = await story.run(45);
      expect(grey).toMatchObject({ light: 'unknown', cause: 'unclear-sending' });
      expect(grey.says).toContain(outcome === null ? 'the visit was interrupted' : 'HTTP 500');
      for (let hour = 0; hour < 72; hour++) await story.run(60);
      expect(story.visits).toHaveLength(1);
    }
  });

  it('counts the answer to one that may have left', async () => {
    story = await ShopperByForm.open();
    await story.run();
    await story.visited({ outcome: broken });
    await story.run(15);
    const to = `enquiries+${story.enquiry.token.toLowerCase()}@inbox.coffeelab.example`;
    story.receive('person', { from: 'anna@coffeelab.example', to, subject: 'Card payment', text: human });
    expect(await story.run(15)).toMatchObject({ light: 'green' });
  });

  it('asks again where the process ended before the visit was asked for', async () => {
    story = await ShopperByForm.open();
    story.queueFault = 'The queue cannot be reached.';
    expect(await story.run()).toMatchObject({ light: 'unknown' });
    story.queueFault = null;
    await story.run(15);
    expect(story.visits).toEqual([]);
    expect((await story.run(30)).says).toContain('the page was not visited in time');
    await story.run(day);
    expect(story.visits).toHaveLength(1);
  });

  it('asks nothing outside business hours', async () => {
    story = await ShopperByForm.open();
    story.now = Date.parse('2026-11-16T19:00:00Z');
    expect(await story.run()).toMatchObject({ light: 'unknown', cause: 'not-asked-yet' });
    expect(story.visits).toEqual([]);
  });

  it('asks nothing where no browser is at hand, or no mail is received', async () => {
    story = await ShopperByForm.open();
    story.lacks = ['formVisits'];
    expect((await story.run()).says).toContain('No browser can be asked here');
    story.lacks = ['inboxes'];
    expect(await story.run()).toMatchObject({ light: 'unknown', cause: 'setup' });
    expect(story.enquiries.all).toEqual([]);
  });
});
