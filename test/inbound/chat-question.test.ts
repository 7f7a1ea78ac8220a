import { afterEach, describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../shared/evaluation/shopper/chat-replies.ts';
import type { Submission } from '../../shared/model/submission.ts';
import { sayChatQuestion } from '../../shared/probes/chat-question/statements.ts';
import { ShopperByForm } from './a-shopper.ts';

const day = 24 * 60;

/** What the visit writes down: the question was asked, and this came while it watched. */
const asked = (...heard: readonly ChatEvent[]): Partial<Submission> => ({
  sentTo: 'https://coffeelab.example/',
  outcome: {
    outcome: 'measured',
    reason: sayChatQuestion('chat-question/sent', { vendor: 'tawk' }),
    cause: null,
    measurements: {},
    facts: {},
    details: { vendor: 'tawk', greetings: 1, heard: heard.map((each) => ({ ...each })) },
  },
});
const ended = (reason: NonNullable<Submission['outcome']>['reason']): Submission['outcome'] => ({
  outcome: 'unknown',
  reason,
  cause: 'chat-not-asked',
  measurements: {},
  facts: {},
  details: {},
});

describe('a question a week in the live chat', () => {
  let story: ShopperByForm;
  afterEach(() => story.close());

  it('is asked in business hours, marked as a test, with the shopper’s own address', async () => {
    story = await ShopperByForm.openChat();
    expect(await story.run()).toMatchObject({ light: 'unknown', cause: 'on-its-way' });
    const { token, scenario, to } = story.enquiry;
    expect([scenario, to]).toEqual(['chat', 'https://coffeelab.example']);
    expect(story.visits).toMatchObject([
      {
        confirmation: false,
        checks: [
          {
            id: 'website/chat-question',
            probe: 'live-chat',
            options: { chat: 'tawk' },
            enquiry: {
              name: `Touchlight ${token}`,
              email: `enquiries+${token.toLowerCase()}@inbox.coffeelab.example`,
              text: expect.stringMatching(new RegExp(`^Hello! .*This is a test message, ${token}, .*Coffee Lab`)),
            },
          },
        ],
      },
    ]);
    // In a chat, Enter sends: a second line would be a second message.
    expect(story.visits[0]?.checks[0]?.enquiry?.text).not.toContain('\n');
  });

  it('is green when a person answers in the chat, and says how soon', async () => {
    story = await ShopperByForm.openChat();
    await story.run();
    await story.visited(
      asked({ what: 'bot', afterMs: 800 }, { what: 'joined', afterMs: 31_000 }, { what: 'agent', afterMs: 60_000 }),
    );
    const green = await story.run(15);
    expect(green).toMatchObject({ light: 'green', measurements: { overdue: 0, firstResponseMinutes: 1 } });
    expect(green.says).toMatch(/^A person answered the test question TL-\w{7} \(.*\) in the chat after 1 min/);
    expect(story.enquiry.answers).toMatchObject([
      { kind: 'automatic', reason: 'marked-as-bot', matchedBy: 'chat', text: '' },
      { kind: 'human', reason: 'joined-the-chat', confidence: 'sure', matchedBy: 'chat', text: '' },
    ]);
  });

  it('goes on by mail when nobody answers in the chat: a person’s mail to its address is the answer', async () => {
    story = await ShopperByForm.openChat();
    await story.run();
    await story.visited(asked({ what: 'bot', afterMs: 800 }));
    const waits = await story.run(15);
    expect(waits).toMatchObject({ light: 'green', measurements: { overdue: 0 } });
    expect(waits.says).toContain('So far only a program has answered');
    story.now += 46 * 60_000;
    story.receive('person', {
      from: 'Anna Koval <anna@coffeelab.example>',
      to: `enquiries+${story.enquiry.token.toLowerCase()}@inbox.coffeelab.example`,
      subject: 'Your question in our chat',
      text: 'Good morning! Mornings are quieter with us. See you soon.',
    });
    const answered = await story.run();
    expect(answered).toMatchObject({ light: 'green' });
    expect(answered.says).toMatch(/^A person answered the test question TL-\w{7} \(.*\) by email after 1 h/);
  });

  it('is grey where it cannot be told whether a person or a program answered', async () => {
    story = await ShopperByForm.openChat();
    await story.run();
    await story.visited(asked({ what: 'agent', afterMs: 4_000 }));
    expect((await story.run(15)).says).toContain('Something answered within seconds');
    const grey = await story.run(4 * 60);
    expect(grey).toMatchObject({ light: 'unknown', cause: 'chat-answer-unclear' });
    expect(grey.says).toContain('it is unclear whether a person or a program wrote it');
  });

  it('is asked once in the week, however often and by whom the check is run', async () => {
    story = await ShopperByForm.openChat();
    await Promise.all([1, 2, 3].map(() => story.run()));
    await story.visited(asked({ what: 'joined', afterMs: 20_000 }, { what: 'agent', afterMs: 30_000 }));
    for (let hour = 0; hour < 6 * 24; hour += 3) await story.run(180);
    expect(story.visits).toHaveLength(1);
    for (let hour = 0; hour < 7 * 24 && story.visits.length < 2; hour += 3) await story.run(180);
    await story.visited(asked());
    for (let hour = 0; hour < 3 * 24; hour += 3) await story.run(180);
    expect(story.visits).toHaveLength(2);
    expect(story.enquiries.all.map(({ slot }) => slot)).toEqual(['2026-11-16.1', '2026-11-23.1']);
  });

  it('is not asked at night', async () => {
    story = await ShopperByForm.openChat();
    story.now = Date.parse('2026-11-16T19:00:00Z');
    const grey = await story.run();
    expect(grey).toMatchObject({ light: 'unknown', cause: 'not-asked-yet' });
    expect(grey.says).toContain('the first question will be asked');
    expect(story.visits).toEqual([]);
  });

  it('is not asked during maintenance, of the file or announced, of the site or of the shopper', async () => {
    const window = { from: '2026-11-16T07:00:00.000Z', to: '2026-11-16T09:00:00.000Z', why: 'move' };
    for (const touchpointId of ['website', 'enquiries']) {
      story = await ShopperByForm.openChat();
      story.announced = [{ ...window, touchpointId }];
      await story.run();
      expect(story.visits).toEqual([]);
      await story.run(100);
      expect(story.visits).toHaveLength(1);
      story.close();
    }
    const inFile = '\nmaintenance: [{ touchpoint: website, from: 2026-11-16T09:00, to: 2026-11-16T11:00 }]';
    story = await ShopperByForm.openChat(inFile);
    await story.run();
    expect(story.visits).toEqual([]);
  });

  it('is grey with the reason where nothing could be asked, and is tried again a day later', async () => {
    story = await ShopperByForm.openChat();
    await story.run();
    const why = sayChatQuestion('chat-question/nowhere-to-write', { vendor: 'tawk' });
    await story.visited({ sentTo: null, outcome: ended(why) });
    const grey = await story.run(15);
    expect(grey).toMatchObject({ light: 'unknown', cause: 'chat-not-asked' });
    expect(grey.says).toMatch(/^No question could be asked in the chat on https:\/\/coffeelab\.example \(the window/);
    await story.run(day - 30);
    expect(story.visits).toHaveLength(1);
    await story.run(30);
    expect(story.visits).toHaveLength(2);
  });

  it('is never asked again where it may have been sent: a chat that did not confirm, a browser that was killed', async () => {
    const why = sayChatQuestion('chat-question/unconfirmed', { vendor: 'tawk' });
    for (const outcome of [ended(why), null]) {
      story = await ShopperByForm.openChat();
      await story.run();
      await story.visited({ ...asked(), outcome });
      const grey = await story.run(45);
      expect(grey).toMatchObject({ light: 'unknown', cause: 'unclear-sending' });
      expect(grey.says).toContain(outcome === null ? 'the visit was interrupted' : 'did not confirm');
      for (let hour = 0; hour < 72; hour += 3) await story.run(180);
      expect(story.visits).toHaveLength(1);
      story.close();
    }
  });

  it('asks nothing where no browser is at hand, or no mail is received', async () => {
    story = await ShopperByForm.openChat();
    story.lacks = ['formVisits'];
    expect(await story.run()).toMatchObject({ light: 'unknown', cause: 'setup' });
    story.lacks = ['inboxes'];
    expect(await story.run()).toMatchObject({ light: 'unknown', cause: 'setup' });
    expect(story.enquiries.all).toEqual([]);
  });
});
