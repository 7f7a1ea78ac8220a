import { afterEach, describe, expect, it } from 'vitest';
import { assessWithPast } from '../../shared/evaluation/conversations/unseen-part.ts';
import type { Conversation, Message, Thread } from '../../shared/model/conversation.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { weekdaysNineToSix } from '../support/a-world.ts';
import type { WatchedTouchpoint } from './support/a-touchpoint.ts';
import { type KindUnderTest, openTouchpoint } from './support/platforms-under-test.ts';

// Reported of other readers: replies beyond the first page are lost (https://github.com/ThinkUpLLC/ThinkUp/issues/295,
// https://github.com/ThinkUpLLC/ThinkUp/issues/1668, https://github.com/restfb/restfb/issues/17), and the beginning of a wait moves
// (https://github.com/freescout-help-desk/freescout/issues/5225).

const ann = { id: '42', name: 'Ann Kovalenko' };
const hour = 3_600_000;

let touchpoint: WatchedTouchpoint;
afterEach(() => touchpoint?.stub.close());

async function waits(): Promise<readonly [string, string | null][]> {
  await touchpoint.poll();
  return [...touchpoint.store.conversations.values()].map(({ state, waitingSince }) => [state, waitingSince] as const);
}

describe('in a private chat of more lines than Facebook shows at once', () => {
  async function aChat() {
    touchpoint = await openTouchpoint('facebook', '2026-11-16T08:00:00Z', { options: { messages: true } });
    const { world } = touchpoint;
    const root = world.write({ by: ann, text: 'Where is my order 4711?', inPrivate: true });
    const since = toInstant(world.now);
    const writes = (by: typeof ann | 'business', times: number, text = 'And where is it now?') => {
      for (let i = 0; i < times; i++) {
        world.now += 60_000;
        world.write({ by, text, replyTo: root, inPrivate: true });
      }
    };
    return { world, since, writes };
  }

  it.each([19, 20, 21, 60, 250])('the wait begins with the first line, however many follow (%d)', async (lines) => {
    const { since, writes } = await aChat();
    writes(ann, lines);
    expect(await waits()).toEqual([['waiting', since]]);
  });

  it('the wait begins after our last answer, also where that lies beyond what is shown', async () => {
    const { world, writes } = await aChat();
    writes('business', 1, 'It is on its way.');
    world.now += 60_000;
    const again = toInstant(world.now + 60_000);
    writes(ann, 45);
    expect(await waits()).toEqual([['waiting', again]]);
  });

  it('more and more lines between two polls leave the beginning where it was, and it becomes overdue', async () => {
    const { world, since, writes } = await aChat();
    for (let poll = 0; poll < 4; poll++) {
      writes(ann, 30);
      world.now += hour;
      expect(await waits()).toEqual([['waiting', since]]);
    }
    expect((await touchpoint.poll()).light).toBe('red');
  });

  it('an answer ends it', async () => {
    const { writes } = await aChat();
    writes(ann, 30);
    await waits();
    writes('business', 1, 'It is on its way.');
    expect((await waits()).map(([state]) => state)).toEqual(['answered']);
  });
});

describe.each<KindUnderTest>(['facebook', 'vk'])('under a comment with more than a hundred replies on %s', (kind) => {
  async function aComment() {
    touchpoint = await openTouchpoint(kind, '2026-11-16T08:00:00Z');
    const { world } = touchpoint;
    const root = world.write({ by: ann, text: 'Do you deliver to Lviv?', under: world.addPost() });
    const writes = (by: typeof ann | 'business', times: number, text: string) => {
      for (let i = 0; i < times; i++) {
        world.now += 60_000;
        world.write({ by, text, replyTo: root });
      }
    };
    return { world, writes };
  }

  it.each([99, 101, 150, 230])('the question that was answered does not wait again (%d thanks)', async (replies) => {
    const { writes } = await aComment();
    await waits();
    writes('business', 1, 'Yes, we do.');
    writes(ann, replies, 'Thank you!');
    expect((await waits()).map(([state]) => state)).toEqual(['answered']);
  });

  it('a new question waits since it was asked, not since the one that was answered', async () => {
    const { world, writes } = await aComment();
    await waits();
    writes('business', 1, 'Yes, we do.');
    writes(ann, 120, 'Thank you!');
    const again = toInstant(world.now + 60_000);
    writes(ann, 1, 'And how much is it?');
    expect(await waits()).toEqual([['waiting', again]]);
    world.now += hour;
    expect(await waits()).toEqual([['waiting', again]]);
  });
});

describe.each<[KindUnderTest, number]>([
  ['facebook', 5200],
  ['instagram', 2600],
  ['threads', 5200],
  ['youtube', 3100],
  ['vk', 5200],
])('under a comment with more replies than one poll may read on %s', (kind, replies) => {
  async function aComment() {
    touchpoint = await openTouchpoint(kind, '2026-11-16T08:00:00Z');
    const { world } = touchpoint;
    const root = world.write({ by: ann, text: 'Do you deliver to Lviv?', under: world.addPost() });
    const since = toInstant(world.now);
    const thanks = () => {
      for (let i = 0; i < replies; i++) {
        world.now += 1000;
        world.write({ by: { id: '43', name: 'Ben Moroz' }, text: 'Thank you!', replyTo: root });
      }
    };
    return { world, root, since, thanks };
  }
  const unread = async () => (await touchpoint.poll()).result.details['blindSpots'];

  it('who waited still waits since the question, and what was not read is said', async () => {
    const { since, thanks } = await aComment();
    expect(await waits()).toEqual([['waiting', since]]);
    thanks();
    expect(await waits()).toEqual([['waiting', since]]);
    expect(await unread()).toEqual(['responses/replies-unread']);
  });

  it('who was answered does not wait again', async () => {
    const { world, root, thanks } = await aComment();
    await waits();
    world.now += 60_000;
    world.write({ by: 'business', text: 'Yes, we do.', replyTo: root });
    await waits();
    thanks();
    expect((await waits()).map(([state]) => state)).toEqual(['answered']);
  });
});

describe('a thread of which a part is out of sight', () => {
  const frame = { checkId: 'facebook/responses', staff: new Set<string>(), calendar: weekdaysNineToSix } as const;
  const at = (minute: number) => toInstant(Date.parse('2026-11-23T08:00:00Z') + minute * 60_000);
  const says = (who: 'ann' | 'us', minute: number, text = 'When do you open?'): Message => ({
    id: `m${minute}`,
    author: { id: who, name: who, isBusiness: who === 'us' },
    ...{ text, addressees: [], createdAt: at(minute), editedAt: null, replyTo: null },
    ...{ hidden: false, deleted: false, liked: false, noReply: null },
  });
  const assess = (messages: readonly Message[], known?: Conversation, isPartial = known !== undefined) => {
    const base = {
      id: 't',
      place: null,
      kind: 'message',
      permalink: null,
      rating: null,
      replyRejected: false,
    } as const;
    const thread: Thread = { ...base, messages, isPartial };
    return assessWithPast(thread, known, { ...frame, now: at(600) });
  };
  const waiting = assess([says('ann', 0)]);
  const answered = assess([says('ann', 0), says('us', 30)]);
  const waitingAgain = assess([says('ann', 0), says('us', 30), says('ann', 90)]);
  const edited = (message: Message, minute: number): Message => ({ ...message, editedAt: at(minute) });

  it.each<[string, readonly Message[], Conversation, Partial<Conversation>]>([
    ['who waited still waits', [says('ann', 90)], waiting, { state: 'waiting', waitingSince: at(0) }],
    [
      'who waited and thanks still waits',
      [says('ann', 90, 'Thanks!')],
      waiting,
      { state: 'waiting', waitingSince: at(0) },
    ],
    ['nothing shown ends no wait', [], waiting, { state: 'waiting', waitingSince: at(0) }],
    ['our answer ends the wait', [says('ann', 90), says('us', 95)], waiting, { state: 'answered', answeredAt: at(95) }],
    ['it took from the beginning', [says('us', 95)], waiting, { state: 'answered', responseMinutes: 95 }],
    ['an old question is answered', [says('ann', 0)], answered, { state: 'answered', answeredAt: at(30) }],
    ['nothing shown undoes no answer', [], answered, { state: 'answered', answeredAt: at(30) }],
    ['thanks wait for nothing', [says('ann', 90, 'Thanks!')], answered, { state: 'answered', answeredAt: at(30) }],
    ['a new question waits', [says('ann', 90)], answered, { state: 'waiting', waitingSince: at(90), startedAt: at(0) }],
    ['a new one is answered', [says('ann', 90), says('us', 99)], answered, { state: 'answered', answeredAt: at(99) }],
    [
      'a question that is edited after its answer waits since the edit',
      [edited(says('ann', 0), 90), says('us', 30)],
      answered,
      { state: 'waiting', waitingSince: at(90), startedAt: at(0) },
    ],
    [
      'an older one that is edited moves no beginning',
      [edited(says('ann', 0), 120), says('us', 30), says('ann', 90)],
      waitingAgain,
      { state: 'waiting', waitingSince: at(90) },
    ],
    [
      'an old answer of ours that is edited answers nothing',
      [edited(says('us', -10), 95)],
      waiting,
      { state: 'waiting', waitingSince: at(0) },
    ],
    [
      'who edits a question and then deletes it waits no longer',
      [{ ...edited(says('ann', 0), 60), deleted: true }],
      waiting,
      { state: 'gone', reason: 'deleted' },
    ],
  ])('%s', (_, messages, known, expected) => {
    expect(assess(messages, known)).toMatchObject(expected);
  });

  it('is judged by itself where all of it is shown', () => {
    expect(assess([says('ann', 90)], answered, false)).toMatchObject({ state: 'waiting', waitingSince: at(90) });
  });
});
