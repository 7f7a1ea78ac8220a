import { afterEach, describe, expect, it } from 'vitest';
import { type LinkedInOptions, linkedInStub, linkedInToken } from '../../examples/social-stubs/linkedin.ts';
import { serveStub } from '../../examples/social-stubs/stub-server.ts';
import { World } from '../../examples/social-stubs/world.ts';
import { urnList } from '../../functions/probe-social/platforms/linkedin-access.ts';
import { aWatchedTouchpoint, type WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

const ann = { id: '42', name: 'Ann Kovalenko' };
const minute = 60_000;
const startsAt = Date.parse('2026-11-16T08:00:00Z');

let touchpoint: WatchedTouchpoint;
afterEach(() => touchpoint?.stub.close());

async function open(secret: string = linkedInToken) {
  touchpoint = await openTouchpoint('linkedin', '2026-11-16T08:00:00Z', { secret });
  const { world } = touchpoint;
  const post = world.addPost();
  const asks = (text: string) => {
    world.now += minute;
    return world.write({ by: ann, text, under: post });
  };
  return { world, asks };
}

async function states(): Promise<readonly string[]> {
  touchpoint.world.now += minute;
  await touchpoint.poll();
  return [...touchpoint.store.conversations.values()].map(({ state }) => state);
}

describe('comments on a LinkedIn page', () => {
  it('are read again only where their number has changed, and replies only of the comment concerned', async () => {
    const { world, asks } = await open();
    const [first = ''] = ['Do you hire?', 'Where are you?', 'Are you open on Sunday?'].map(asks);
    expect(await states()).toEqual(['waiting', 'waiting', 'waiting']);
    touchpoint.stub.resetCounts();
    await states();
    expect(touchpoint.stub.counts).toEqual({ posts: 1, socialMetadata: 1 });
    world.write({ by: 'business', text: 'We do.', replyTo: first });
    touchpoint.stub.resetCounts();
    expect(await states()).toEqual(['answered', 'waiting', 'waiting']);
    expect(touchpoint.stub.counts).toEqual({ posts: 1, socialMetadata: 2, socialActions: 2 });
  });

  it('of a post that was deleted wait no longer', async () => {
    const { world, asks } = await open();
    asks('Do you hire?');
    expect(await states()).toEqual(['waiting']);
    world.posts.pop();
    expect(await states()).toEqual(['gone']);
  });

  it('have no name, and a link of their own', async () => {
    const { asks } = await open();
    const id = asks('Do you hire?');
    await states();
    const found = touchpoint.store.conversations.get(id);
    expect({ author: found?.author, authorId: found?.authorId }).toEqual({ author: '', authorId: 'urn:li:person:42' });
    const post = touchpoint.world.posts[0]?.id;
    expect(found?.permalink).toBe(
      `https://www.linkedin.com/feed/update/urn:li:share:${post}?commentUrn=urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A9${post}%2C${id}%29`,
    );
  });

  it('are asked for in the version that the secret names, and say so when LinkedIn has ended it', async () => {
    await open(JSON.stringify({ version: '202408', token: linkedInToken }));
    const { result } = await touchpoint.poll();
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'refused' });
    expect(result.reason).toContain('HTTP 426');
  });

  it('turn the light yellow a week before the token ends', async () => {
    await open(JSON.stringify({ tokenEndsAt: '2026-11-21T08:00:00Z', token: linkedInToken }));
    expect((await touchpoint.poll()).light).toBe('yellow');
  });
});

describe('many comments on a LinkedIn page', () => {
  async function openWith(options: LinkedInOptions) {
    const world = new World(startsAt, { id: '12345678', name: 'Coffee Lab' });
    touchpoint = aWatchedTouchpoint('linkedin', await serveStub(linkedInStub(world, options)), {
      secret: linkedInToken,
    });
    return world;
  }

  it.each([
    ['holds fewer than were asked for', { largestPage: 30 }],
    ['says how many there are, and gives no link to the next', { largestPage: 30, saysTotal: true }],
  ])('are all read where a page of them %s, and so are their replies', async (_, options) => {
    const world = await openWith(options);
    const post = world.addPost();
    const comments = Array.from({ length: 75 }, () => world.write({ by: ann, text: 'Do you hire?', under: post }));
    const [first = ''] = comments;
    for (let i = 0; i < 70; i++) world.write({ by: ann, text: 'And in which branch?', replyTo: first });
    world.now += minute;
    world.write({ by: 'business', text: 'We do, in all of them.', replyTo: first });
    const all = await states();
    expect(all).toHaveLength(75);
    expect(all.filter((state) => state === 'answered')).toHaveLength(1);
  });

  it('need no memory where nobody has replied', async () => {
    const world = await openWith({});
    const post = world.addPost();
    const [first = ''] = Array.from({ length: 60 }, () => world.write({ by: ann, text: 'Do you hire?', under: post }));
    world.now += minute;
    world.write({ by: 'business', text: 'We do.', replyTo: first });
    await states();
    const { platform } = touchpoint.store.poll?.memory ?? {};
    expect(platform).toMatchObject({ replies: { [`urn:li:share:${post}`]: { [first]: 1 } } });
    expect(JSON.stringify(platform).length).toBeLessThan(300);
  });

  it('under more posts than are looked at are cut at the newest 500, and the result says so', async () => {
    const world = await openWith({});
    const [oldest = ''] = Array.from({ length: 501 }, () => world.addPost());
    world.write({ by: ann, text: 'Do you hire?', under: oldest });
    world.write({ by: ann, text: 'Are you open?', under: world.posts.at(-1)?.id ?? '' });
    for (let poll = 0; poll < 5; poll++) await states();
    expect([...touchpoint.store.conversations.values()].map(({ text }) => text)).toEqual(['Are you open?']);
    const { result } = await touchpoint.poll();
    expect(result.details['blindSpots']).toEqual(['responses/older-posts-unread']);
    expect(result.reason).toContain('more than 500 posts of the last 90 days');
  });
});

it('a list of names encodes what is in a name, and not what is between them', () => {
  expect(urnList(['urn:li:share:1', 'urn:li:comment:(urn:li:activity:2,3)'])).toBe(
    'List(urn%3Ali%3Ashare%3A1,urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A2%2C3%29)',
  );
});
