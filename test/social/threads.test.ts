import { afterEach, describe, expect, it } from 'vitest';
import { type Reply, replyTrees, toThread } from '../../functions/probe-social/platforms/threads-replies.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

const ann = { id: '42', name: 'Ann Kovalenko' };
const ben = { id: '43', name: 'Ben Moroz' };
const minute = 60_000;

let touchpoint: WatchedTouchpoint;
afterEach(() => touchpoint?.stub.close());

async function open() {
  touchpoint = await openTouchpoint('threads', '2026-11-16T08:00:00Z');
  const { world } = touchpoint;
  const later = <T>(happens: () => T): T => {
    world.now += minute;
    return happens();
  };
  return { world, later };
}

async function states(): Promise<Record<string, string>> {
  touchpoint.world.now += minute;
  await touchpoint.poll();
  return Object.fromEntries([...touchpoint.store.conversations].map(([id, { state }]) => [id, state]));
}

describe('posts on Threads, of which nobody is told that something was written below', () => {
  it('are read in turn, so that each is seen within two polls where there are forty', async () => {
    const { world, later } = await open();
    const posts = Array.from({ length: 40 }, () => later(() => world.addPost()));
    for (const under of posts) {
      const question = later(() => world.write({ by: ann, text: 'Open on Sunday?', under }));
      later(() => world.write({ by: 'business', text: 'Yes', replyTo: question }));
    }
    await states();
    const questions = [posts[0], posts[20], posts[39]].map((under) =>
      later(() => world.write({ by: ben, text: 'And on Monday?', under: under ?? '' })),
    );
    touchpoint.stub.resetCounts();
    await states();
    expect(touchpoint.stub.counts).toEqual({ threads: 1, conversation: 25 });
    const seen = await states();
    expect(questions.map((id) => seen[id])).toEqual(['waiting', 'waiting', 'waiting']);
  });

  it('are not read where nobody replied', async () => {
    const { world, later } = await open();
    for (let i = 0; i < 5; i++) later(() => world.addPost());
    await touchpoint.poll();
    expect(touchpoint.stub.counts).toEqual({ threads: 1 });
  });

  it('that were deleted have nobody waiting below them', async () => {
    const { world, later } = await open();
    const question = later(() => world.write({ by: ann, text: 'Open on Sunday?', under: world.addPost() }));
    expect(await states()).toEqual({ [question]: 'waiting' });
    world.posts.pop();
    expect(await states()).toEqual({ [question]: 'gone' });
  });
});

describe('below a reply that its author deleted', () => {
  it('a question of somebody else still waits, and the deleted one does not', async () => {
    const { world, later } = await open();
    const first = later(() => world.write({ by: ann, text: 'Is it vegan?', under: world.addPost() }));
    const second = later(() => world.write({ by: ann, text: 'The cake, I mean', replyTo: first }));
    const other = later(() => world.write({ by: ben, text: 'And gluten free?', replyTo: second }));
    expect(await states()).toEqual({ [first]: 'waiting' });
    world.remove(first);
    expect(await states()).toEqual({ [first]: 'gone', [other]: 'waiting' });
    later(() => world.write({ by: 'business', text: 'It is.', replyTo: other }));
    expect(await states()).toEqual({ [first]: 'gone', [other]: 'answered' });
  });
});

describe('a flat list of replies', () => {
  const at = (seconds: number) => toInstant(Date.parse('2026-11-16T08:00:00Z') + seconds * 1000);
  const aReply = (id: string, above: string, given: Partial<Reply> = {}): Reply => ({
    ...{ id, text: 'When do you open?', timestamp: at(0), username: 'ann' },
    ...{ replied_to: { id: above }, is_reply_owned_by_me: false, ...given },
  });
  const trees = (...replies: readonly Reply[]) =>
    replyTrees(replies, 'post').map(({ root, replies: all, isRooted }) => ({
      root: root.id,
      replies: all.map(({ id }) => id).toSorted(),
      isRooted,
    }));

  it('is sorted by the first-level reply above each, whatever their order and their times', () => {
    // A reply that is seconds older than what it replies to comes after it in a list of the newest first.
    const found = trees(
      aReply('b', 'a'),
      aReply('a', 'post', { timestamp: at(5) }),
      aReply('c', 'b'),
      aReply('z', 'post'),
    );
    expect(found).toEqual([
      { root: 'a', replies: ['a', 'b', 'c'], isRooted: true },
      { root: 'z', replies: ['z'], isRooted: true },
    ]);
  });

  it('says where what a reply answers is not among them', () => {
    expect(trees(aReply('c', 'b'), aReply('d', 'c'))).toEqual([{ root: 'c', replies: ['c', 'd'], isRooted: false }]);
  });

  it('may name the same reply twice, and go round in a circle', () => {
    expect(trees(aReply('a', 'post'), aReply('a', 'post'))).toEqual([{ root: 'a', replies: ['a'], isRooted: true }]);
    expect(
      trees(aReply('a', 'b'), aReply('b', 'a'))
        .flatMap(({ replies }) => replies)
        .toSorted(),
    ).toEqual(['a', 'b']);
  });

  it('of a chain of 20,000 replies is one thread', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => aReply(String(i), i === 0 ? 'post' : String(i - 1)));
    expect(replyTrees(chain.toReversed(), 'post')).toMatchObject([{ root: { id: '0' }, isRooted: true }]);
  });

  it.each([
    ['HIDDEN', true],
    ['BLOCKED', true],
    ['RESTRICTED', true],
    ['NOT_HUSHED', false],
    ['UNHUSHED', false],
    ['COVERED', false],
    ['SOMETHING_NEW', false],
  ])('whose status is %s is hidden: %s', (status, hidden) => {
    const [tree] = replyTrees([aReply('a', 'post', { hide_status: status })], 'post');
    expect(tree === undefined ? null : toThread(tree, 'post', null).messages[0]?.hidden).toBe(hidden);
  });
});
