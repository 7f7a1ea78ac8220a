import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../examples/social-stubs/world.ts';
import type { WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

// Who speaks for the channel, and as whom: https://github.com/InsanusMokrassar/ktgbotapi/issues/183.
// As in discussion groups of channels everywhere: the business comments under its own post, and people answer that comment.
const someAnn: Person = { id: '42', name: 'Ann Kovalenko' };
const someBen: Person = { id: '43', name: 'Ben Moroz' };

let touchpoint: WatchedTouchpoint;
let post: string;
beforeEach(async () => {
  touchpoint = await openTouchpoint('telegram', '2026-11-16T08:00:00Z');
  post = touchpoint.world.addPost();
});
afterEach(() => touchpoint.stub.close());

/** A minute later; returns the message's id. */
function writes(by: Person | 'business', text: string, replyTo?: string): string {
  touchpoint.world.now += 60_000;
  return touchpoint.world.write({ by, text, under: post, ...(replyTo !== undefined && { replyTo }) });
}

/** Each conversation by the message it began with. */
async function standings(): Promise<Record<string, string>> {
  touchpoint.world.now += 60_000;
  await touchpoint.poll();
  const all = [...touchpoint.store.conversations.values()];
  return Object.fromEntries(all.map(({ id, state }) => [id, state]));
}

const toAll = () => writes('business', 'We are open until six today.');
const asks = (by: Person, replyTo?: string) => writes(by, 'Do you have decaf beans?', replyTo);
const answers = (replyTo?: string) => writes('business', 'Yes, we do.', replyTo);

describe('who replies to a comment that the business wrote to everybody', () => {
  it('waits', async () => {
    const question = asks(someAnn, toAll());
    expect(await standings()).toEqual({ [question]: 'waiting' });
  });

  it('is not mixed into the threads of others, which stay answered', async () => {
    const first = asks(someBen);
    answers(first);
    const question = asks(someAnn, toAll());
    expect(await standings()).toEqual({ [first]: 'answered', [question]: 'waiting' });
  });

  it('is answered by a reply', async () => {
    const question = asks(someAnn, toAll());
    answers(question);
    expect(await standings()).toEqual({ [question]: 'answered' });
  });

  it('is answered by a reply, and asks again in the same thread', async () => {
    const question = asks(someAnn, toAll());
    asks(someAnn, answers(question));
    expect(await standings()).toEqual({ [question]: 'waiting' });
  });

  it('and somebody else who does so wait apart', async () => {
    const comment = toAll();
    const [one, other] = [asks(someAnn, comment), asks(someBen, comment)];
    answers(one);
    expect(await standings()).toEqual({ [one]: 'answered', [other]: 'waiting' });
  });

  it('is answered by the next comment to everybody', async () => {
    const question = asks(someAnn, toAll());
    toAll();
    expect(await standings()).toEqual({ [question]: 'answered' });
  });

  it('is answered by a reply of the business to its own comment', async () => {
    const comment = toAll();
    const question = asks(someAnn, comment);
    answers(comment);
    expect(await standings()).toEqual({ [question]: 'answered' });
  });

  it('waits although the comment came with an earlier poll', async () => {
    const comment = toAll();
    expect(await standings()).toEqual({});
    const question = asks(someAnn, comment);
    expect(await standings()).toEqual({ [question]: 'waiting' });
  });

  it('is drawn in by a third person who agrees, in the thread of the first', async () => {
    const question = asks(someAnn, toAll());
    asks(someBen, question);
    expect(await standings()).toEqual({ [question]: 'waiting' });
  });

  it('who only thanks needs no reply', async () => {
    const thanks = writes(someAnn, 'Thank you!', toAll());
    expect(await standings()).toEqual({ [thanks]: 'no-reply-needed' });
  });
});

describe('a reply to an answer of ours to one customer', () => {
  it('belongs to that customer', async () => {
    const question = asks(someAnn);
    asks(someAnn, answers(question));
    expect(await standings()).toEqual({ [question]: 'waiting' });
  });

  it('belongs to that customer also three answers later, and is answered', async () => {
    const question = asks(someAnn);
    for (let i = 0, last = question; i < 3; i++) last = asks(someAnn, answers(last));
    expect(await standings()).toEqual({ [question]: 'waiting' });
    answers();
    expect(await standings()).toEqual({ [question]: 'answered' });
  });
});

describe('an answer of ours to a comment that was never seen', () => {
  it('answers nobody else, and a reply to it waits on its own', async () => {
    const { world } = touchpoint;
    // Telegram keeps what is undelivered for a day only.
    await touchpoint.poll();
    const unseen = asks(someAnn);
    world.now += 30 * 3_600_000;
    await touchpoint.poll();
    const other = asks(someBen);
    const reply = answers(unseen);
    expect(await standings()).toEqual({ [other]: 'waiting' });
    const again = asks(someAnn, reply);
    expect(await standings()).toEqual({ [other]: 'waiting', [again]: 'waiting' });
  });
});

it('whom an earlier version had lost is found again', async () => {
  const question = asks(someAnn, toAll());
  await standings();
  const { store } = touchpoint;
  const text = JSON.stringify(store.poll).replaceAll(`"root":"${question}"`, '"root":""');
  (store.conversations as Map<string, unknown>).clear();
  Object.assign(store, { poll: JSON.parse(text) });
  expect(await standings()).toEqual({ [question]: 'waiting' });
});
