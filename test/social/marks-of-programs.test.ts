import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAutomatic } from '../../functions/probe-social/platforms/telegram-message.ts';
import type { WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

// https://github.com/tdlib/telegram-bot-api/issues/667: an anonymous administrator has the id of a bot.
// The fields as core.telegram.org/bots/api documents them on Message and User.
const base = { message_id: 1, date: '2026-11-16T08:00:00.000Z', chat: { id: -100222 } } as const;
const person = { id: 777, is_bot: false, first_name: 'Olena' };

describe('by the marks of Telegram', () => {
  it.each([
    ['an away message or a greeting', { from: person, is_from_offline: true }],
    ['a bot that is connected to a business account', { from: person, sender_business_bot: { id: 5, is_bot: true } }],
    ['an inline bot', { from: person, via_bot: { id: 6, is_bot: true } }],
    ['a bot', { from: { id: 7, is_bot: true, first_name: 'Helper' } }],
  ])('%s is a program', (_, sent) => expect(isAutomatic({ ...base, ...sent })).toBe(true));

  it.each([
    ['one of the staff', { from: person }],
    ['an anonymous administrator', { from: { id: 1087968824, is_bot: true }, sender_chat: { id: -100222 } }],
    ['who writes as the channel', { from: { id: 136817688, is_bot: true }, sender_chat: { id: -100111 } }],
    ['who is not offline', { from: person, is_from_offline: false }],
    ['a message without a sender', {}],
  ])('%s is a person', (_, sent) => expect(isAutomatic({ ...base, ...sent })).toBe(false));
});

describe('in a discussion group on Telegram', () => {
  let touchpoint: WatchedTouchpoint;
  let question: string;
  const later = <T>(happens: () => T): T => {
    touchpoint.world.now += 60_000;
    return happens();
  };
  const helper = { id: '777', name: 'Helper Bot', isBot: true } as const;
  const states = async () => {
    touchpoint.world.now += 60_000;
    await touchpoint.poll();
    return [...touchpoint.store.conversations.values()].map(({ state, reason }) => `${state}: ${reason}`);
  };
  beforeEach(async () => {
    touchpoint = await openTouchpoint('telegram', '2026-11-16T08:00:00Z');
    const post = touchpoint.world.addPost();
    question = later(() =>
      touchpoint.world.write({ by: { id: '42', name: 'Ann Kovalenko' }, text: 'Do you have decaf?', under: post }),
    );
  });
  afterEach(() => touchpoint.stub.close());

  it('a bot among the staff answers nobody', async () => {
    later(() => touchpoint.world.write({ by: helper, text: 'We will answer soon.', replyTo: question }));
    expect(await states()).toEqual(['waiting: unanswered']);
  });

  it('a person after the bot answers', async () => {
    later(() => touchpoint.world.write({ by: helper, text: 'We will answer soon.', replyTo: question }));
    later(() => touchpoint.world.write({ by: 'business', text: 'Yes, we do.', replyTo: question }));
    expect(await states()).toEqual(['answered: answered']);
  });

  it('a bot that asks is no customer', async () => {
    const post = touchpoint.world.posts[0]?.id ?? '';
    later(() => touchpoint.world.write({ by: 'business', text: 'Yes, we do.', replyTo: question }));
    const stranger = { ...helper, id: '999' };
    later(() => touchpoint.world.write({ by: stranger, text: 'Who wants to win?', under: post }));
    expect(await states()).toEqual(['answered: answered', 'no-reply-needed: bot']);
  });
});
