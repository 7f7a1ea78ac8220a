import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { facebookStub, facebookToken } from '../../examples/social-stubs/facebook.ts';
import { serveStub } from '../../examples/social-stubs/stub-server.ts';
import { World } from '../../examples/social-stubs/world.ts';
import { socialPlatforms } from '../../shared/model/social-platform.ts';
import { guard, logged } from './support/log.ts';
import { type KindUnderTest, kindsUnderTest, openTouchpoint, underTest } from './support/platforms-under-test.ts';

const now = '2026-11-18T08:00:00Z';
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** What one poll with nothing new costs, by request. */
const budgets: Readonly<Record<KindUnderTest, Readonly<Record<string, number>>>> = {
  facebook: { published_posts: 1, ads_posts: 1, visitor_posts: 1, batch: 1 },
  instagram: { account: 1, media: 2, batch: 1 },
  // Who waits is under twenty posts, and 25 more have their turn.
  threads: { threads: 1, conversation: 45 },
  // Twenty videos to a call, and one call for each video under which somebody waits.
  tiktok: { 'video/list': 5, 'comments by id': 20 },
  // Fifty numbers of comments to a call.
  linkedin: { posts: 1, socialMetadata: 2 },
  youtube: { commentThreads: 1, 'commentThreads by id': 2 },
  vk: { 'wall.get': 1, execute: 2 },
  // Fifty to a page, down to the oldest one that waits.
  'google-reviews': { token: 1, reviews: 4 },
  telegram: { getUpdates: 1 },
  trustpilot: { token: 1, score: 1, reviews: 1, 'reviews without reply': 1 },
  x: { mentions: 1, tweets: 1 },
  twilio: { Calls: 1 },
  zadarma: { statistics: 1 },
};

/** More than fit on one page of any platform; the oldest twenty wait. */
const threads = 160;

describe('with nothing new, 100 posts in the window and 20 who wait', () => {
  it.each(kindsUnderTest)('%s stays within its budget', async (kind) => {
    const touchpoint = await openTouchpoint(kind, now);
    const { world, stub } = touchpoint;
    const hasPosts = underTest[kind].written === 'comments';
    const start = world.now;
    const posts: string[] = [];
    for (let i = 0; i < threads; i++) {
      world.now = start - (threads - i) * minuteMs;
      if (hasPosts && posts.length < 100) posts.push(world.addPost());
      const post = posts.at(-1);
      const by = { id: String(2000 + i), name: 'Ann K' };
      const id = world.write({ by, text: 'How much is it?', stars: 2, ...(post !== undefined && { under: post }) });
      if (i >= 20) world.write({ by: 'business', text: '40', replyTo: id });
    }
    world.now = start;
    for (let poll = 0; poll < 4; poll++) {
      expect((await touchpoint.poll()).result.cause).toBeOneOf([null, 'still-reading']);
      world.now += 15 * minuteMs;
    }
    stub.resetCounts();
    const { result } = await touchpoint.poll();
    expect(result.measurements['unanswered']).toBe(20);
    expect(stub.counts).toEqual(budgets[kind]);
    expect(touchpoint.store.conversations.size).toBe(threads);
    await stub.close();
  });
});

/** A function of 256 MB gives Node a bounded heap; on a large machine Node would only collect its garbage later. */
const asInLambda = ['--max-old-space-size=128', '--max-semi-space-size=16'];

describe('the page of', () => {
  const docs = new URL('../../docs/platforms/', import.meta.url);
  it.each(kindsUnderTest)('%s names its budget, as the index does', async (kind) => {
    const name = underTest[kind].written === 'calls' ? 'phone.md' : `${kind}.md`;
    const page = await readFile(new URL(name, docs), 'utf8');
    const index = await readFile(new URL('README.md', docs), 'utf8');
    const sum = Object.values(budgets[kind]).reduce((all, each) => all + each, 0);
    expect(/With nothing new: (\d+) requests?\b/.exec(page)?.[1]).toBe(String(sum));
    const { everyMinutes } = socialPlatforms[kind];
    expect(new RegExp(`\\[${kind}\\]\\(${name}\\) \\| (\\d+) (min|h) \\| (\\d+) `).exec(index)?.slice(1)).toEqual([
      ...(everyMinutes < 60 ? [String(everyMinutes), 'min'] : [String(everyMinutes / 60), 'h']),
      String(sum),
    ]);
  });
});

describe('a first poll of 100,000 comments', () => {
  it('goes on over several polls, keeps what matters, and stays under 256 MB', async () => {
    const world = new World(Date.parse(now));
    for (let p = 0; p < 20; p++) {
      world.now = Date.parse(now) - (80 - p) * dayMs;
      const post = world.addPost();
      for (let i = 0; i < 2500; i++) {
        world.now += minuteMs;
        const text = 'Is this one still to be had, and for how much, please?';
        const id = world.write({ by: { id: String(i + 1), name: 'Ann Kovalenko' }, text, under: post });
        // A hundred in all stay without an answer; the others take two entries each.
        const isForgotten = i % 500 === 0;
        world.write({
          by: isForgotten ? { id: '9', name: 'Bo B' } : 'business',
          text: isForgotten ? '👍' : 'Yes',
          replyTo: id,
        });
      }
    }
    world.now = Date.parse(now);
    const stub = await serveStub(facebookStub(world));
    const script = fileURLToPath(new URL('./support/first-poll.ts', import.meta.url));
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [...asInLambda, script, stub.url, now]);
    await stub.close();
    guard(world, facebookToken);
    logged(stdout + stderr);
    const { peakMb, polls, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ waiting: 100, kept: 100, causes: ['still-reading', null] });
    expect(polls).toBeGreaterThan(10);
    expect(peakMb).toBeLessThan(256);
    // A thousand pages through two processes: not timed, only kept from hanging for ever.
  }, 240_000);
});
