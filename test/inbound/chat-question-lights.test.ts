import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withNotedAnswer } from '../../cli/shopper/noted-answer.ts';
import type { ChatEvent } from '../../shared/evaluation/shopper/chat-replies.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Submission } from '../../shared/model/submission.ts';
import type { ShownInChat } from '../../shared/model/test-enquiry.ts';
import { sayChatQuestion } from '../../shared/probes/chat-question/statements.ts';
import { ShopperByForm } from './a-shopper.ts';

const silent: ShownInChat = { somebodyThere: false, mailPromised: false };
const online: ShownInChat = { somebodyThere: true, mailPromised: false };
const byMail: ShownInChat = { somebodyThere: false, mailPromised: true };
const bot: ChatEvent = { what: 'bot', afterMs: 800 };
const promise = 4 * 60;

/** What the visit writes down: what the chat showed, and what came while it watched. */
function asked(shown: ShownInChat, heard: readonly ChatEvent[], greetings: number): Partial<Submission> {
  return {
    sentTo: 'https://coffeelab.example/',
    outcome: {
      outcome: 'measured',
      reason: sayChatQuestion('chat-question/sent', { vendor: 'tawk' }),
      cause: null,
      measurements: {},
      facts: {},
      details: { vendor: 'tawk', greetings, heard: heard.map((each) => ({ ...each })), shown: { ...shown } },
    },
  };
}

describe('what nobody could see of a question in the chat', () => {
  let story: ShopperByForm;
  beforeEach(async () => {
    story = await ShopperByForm.openChat();
    await story.run();
  });
  afterEach(() => story.close());

  const visited = (shown: ShownInChat, heard: readonly ChatEvent[] = [], greetings = 0) =>
    story.visited(asked(shown, heard, greetings));
  const mail = (subject: string, text: string, headers: readonly string[] = []): void =>
    story.receive(subject.replaceAll(' ', '-'), {
      from: 'Coffee Lab <hello@coffeelab.example>',
      to: `enquiries+${story.enquiry.token.toLowerCase()}@inbox.coffeelab.example`,
      ...{ subject, text, headers },
    });
  /** As "touchlight shopper mark TL-… --human --at …" does. */
  const note = async (at: string): Promise<void> => {
    const noted = withNotedAnswer(story.enquiry, at, { timeZone: 'Europe/Kyiv', now: toInstant(story.now) });
    expect(await story.enquiries.save(noted)).not.toBeNull();
  };

  it('is green where a person answers within the two minutes', async () => {
    await visited(online, [
      { what: 'joined', afterMs: 40_000 },
      { what: 'agent', afterMs: 90_000 },
    ]);
    expect(await story.run(promise)).toMatchObject({ light: 'green', measurements: { firstResponseMinutes: 1.5 } });
  });

  it('is grey at the promise where the chat said nothing about people or mail, and never red', async () => {
    await visited(silent);
    expect(await story.run(promise - 5)).toMatchObject({ light: 'green', measurements: { overdue: 0 } });
    const grey = await story.run(5);
    expect(grey).toMatchObject({ light: 'unknown', cause: 'chat-answer-unseen' });
    expect(grey.says).toContain('Nobody answered in the two minutes that Touchlight watched');
    expect(grey.says).toContain('a later answer in the chat itself cannot be seen');
    expect(grey.says).toContain(`touchlight shopper mark ${story.enquiry.token} --human --at`);
    expect((await story.run(3 * 24 * 60)).light).toBe('unknown');
  });

  it('sends no nudge about a wait that may be over', async () => {
    await visited(silent);
    const late = await story.run(promise - 5);
    expect(late.measurements).not.toHaveProperty('waitingMinutes');
    expect(story.enquiry.nudgedAt).toBeNull();
  });

  it('is grey where only a program or a greeting was there', async () => {
    await visited(silent, [bot], 1);
    const grey = await story.run(promise);
    expect(grey).toMatchObject({ light: 'unknown', cause: 'chat-answer-unseen' });
    expect(grey.says).toContain('Only a program answered in the two minutes');
  });

  it.each([
    ['nobody', [], 0, 'no person answered'],
    ['only a program', [bot], 0, 'only a program answered'],
    ['only the greeting of every visitor', [], 2, 'no person answered'],
  ] as const)(
    'is yellow where the chat said that somebody was there, and %s came',
    async (_, heard, greetings, says) => {
      await visited(online, heard, greetings);
      const yellow = await story.run(promise);
      expect(yellow).toMatchObject({ light: 'yellow', measurements: { nobodyCame: 1 } });
      expect(yellow.measurements).not.toHaveProperty('overdue');
      expect(yellow.says).toContain('said that somebody was there');
      expect(yellow.says).toContain(says);
    },
  );

  it('is red where the chat promised a mail and none came in time', async () => {
    await visited(byMail, [bot]);
    expect(await story.run(15)).toMatchObject({ light: 'green', measurements: { waitingMinutes: 15 } });
    const red = await story.run(promise - 15);
    expect(red).toMatchObject({ light: 'red', measurements: { overdue: 1 } });
    expect(red.says).toContain('Only a program has answered. The chat promised an answer by email, and none has come.');
  });

  it('is green with a person’s mail in time, yellow with one after the promise, whatever was grey before', async () => {
    await visited(silent);
    expect((await story.run(promise)).light).toBe('unknown');
    story.now += 60 * 60_000;
    mail('Your question', 'Good day! Yes, cards are fine with us, and phones too. Anna');
    expect(await story.run()).toMatchObject({ light: 'yellow', measurements: { overdue: 0 } });
  });

  it('takes an automatic mail for no answer, and for a promise only where it makes one', async () => {
    const automatic = ['Auto-Submitted: auto-replied'];
    await visited(silent);
    mail('Received', 'Thank you, your message has been received.', automatic);
    expect(await story.run(promise)).toMatchObject({ light: 'unknown', cause: 'chat-answer-unseen' });
    mail('Received again', 'Thank you. We will reply to you by email today.', automatic);
    expect(await story.run(5)).toMatchObject({ light: 'red', measurements: { overdue: 1 } });
  });

  it('follows what the owner notes: in time green, late yellow, and a second note corrects the first', async () => {
    await visited(online);
    expect((await story.run(promise)).light).toBe('yellow');
    await note('2026-11-16 10:00');
    const green = await story.run(15);
    expect(green).toMatchObject({ light: 'green', measurements: { overdue: 0, firstResponseMinutes: 30 } });
    expect(green.says).toMatch(/^A person answered the test question TL-\w{7} \(.*\) in the chat after 30 min/);
    await note('2026-11-16 13:40');
    expect(await story.run(15)).toMatchObject({ light: 'yellow', measurements: { firstResponseMinutes: 250 } });
    expect(story.enquiry.answers).toHaveLength(1);
  });

  it('refuses a time that cannot be, in a sentence', async () => {
    await visited(online);
    await story.run(promise);
    await expect(note('2026-11-16 09:10')).rejects.toThrow(
      /^--at 2026-11-16 09:10: TL-\w{7} was asked 16 Nov 2026, 09:30, so it cannot have been answered 16 Nov 2026, 09:10 \(Europe\/Kyiv\)/,
    );
    await expect(note('2026-11-16 23:10')).rejects.toThrow('lies in the future; it is 16 Nov 2026, 13:30');
    await expect(note('2026-11-16')).rejects.toThrow('has no time of day; write the day and the time');
    await expect(note('soon')).rejects.toThrow('"soon" is not a time');
    expect(story.enquiry.answers).toEqual([]);
  });

  it('takes a time of the question’s own minute, as it is shown', async () => {
    story.now += 20_000;
    await visited(online);
    await story.run(15);
    await note('2026-11-16 09:30');
    expect(await story.run(15)).toMatchObject({ light: 'green', measurements: { firstResponseMinutes: 0 } });
  });

  it('stays grey for a question of which an earlier version has written nothing down', async () => {
    const { outcome, ...before } = asked(online, [], 0);
    const details = { vendor: 'tawk', greetings: 0, heard: [] };
    await story.visited({ ...before, outcome: outcome == null ? null : { ...outcome, details } });
    expect(await story.run(promise)).toMatchObject({ light: 'unknown', cause: 'chat-answer-unseen' });
  });
});
