import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facebookStub, facebookToken } from '../../examples/social-stubs/facebook.ts';
import { type StubFault, serveStub, stubFaults } from '../../examples/social-stubs/stub-server.ts';
import { pageKinds } from '../../shared/model/social-platform.ts';
import { aWatchedTouchpoint, type WatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint, underTest } from './support/platforms-under-test.ts';

/** The cause with which each fault ends. */
const causes: Readonly<Record<StubFault, string>> = {
  'expired-token': 'auth',
  'missing-permission': 'permission',
  quota: 'quota',
  'throttled-with-hint': 'throttled',
  throttled: 'throttled',
  'server-error': 'transient',
  html: 'wrong-answer',
  'half-a-page': 'wrong-answer',
  'endless-pages': 'endless',
  'wrong-shape': 'wrong-answer',
};

/** What the sentence must say, so that a person knows what to do. */
const sentences: Readonly<Record<string, RegExp>> = {
  auth: /refuses the token in the secret ".+-token" \(.+\)\. Store a new one/,
  permission: /does not let the token in the secret ".+-token" read this \(.+\)\. Grant it the permissions/,
  quota:
    /request quota of .+ is used up \(.+\); Touchlight asks again no earlier than \w{3} \d+ \w{3} \d{4}, \d\d:\d\d/,
  throttled: /is limiting requests \(.+\); Touchlight asks again no earlier than \w{3} \d+ \w{3} \d{4}, \d\d:\d\d/,
  transient: /is having problems or does not respond \(.+\)/,
  'wrong-answer': /does not match its documentation \(.+\)/,
  endless: /returns the same pages over and over \(.+\)/,
};

describe.each(pageKinds)('%s', (kind) => {
  let touchpoint: WatchedTouchpoint;
  beforeAll(async () => {
    touchpoint = await openTouchpoint(kind, '2026-11-16T08:00:00Z');
    const { world } = touchpoint;
    const post = world.addPost();
    world.write({
      by: { id: '42', name: 'Ann Kovalenko' },
      text: 'Where is my order number 4711?',
      under: post,
      stars: 1,
    });
    world.now += 60_000;
    expect((await touchpoint.poll()).light).toBe('green');
  });
  afterAll(() => touchpoint.stub.close());

  it.each(stubFaults)('with %s is grey, says why, changes nothing, and sees again afterwards', async (fault) => {
    const { stub, store, world } = touchpoint;
    const before = [...store.conversations.values()];
    const cause = fault === 'quota' && !underTest[kind].hasQuota ? 'throttled' : causes[fault];
    // Instagram first asks for the account, which is no list.
    const isList = fault === 'endless-pages' && kind === 'instagram';
    stub.inject(fault, isList ? { route: 'media' } : {});
    const { light, result } = await touchpoint.poll();
    expect({ light, outcome: result.outcome, cause: result.cause }).toEqual({
      light: 'unknown',
      outcome: 'unknown',
      cause,
    });
    expect(result.reason).toMatch(sentences[cause] ?? /^$/);
    expect([...store.conversations.values()]).toEqual(before);

    if (cause === 'quota' || cause === 'throttled') {
      stub.resetCounts();
      expect((await touchpoint.poll()).result.cause).toBe(cause);
      expect(stub.counts).toEqual({});
    }
    stub.heal();
    world.now = Math.max(world.now, Date.parse(store.poll?.retryAt ?? '2026-11-16T08:00:00Z')) + 1000;
    expect((await touchpoint.poll()).result.outcome).toBe('measured');
    // The faults are played within the first hours; nobody becomes overdue by that.
    expect([...store.conversations.values()]).toEqual(before);
  });

  it('heals a hiccup within the poll', async () => {
    touchpoint.stub.inject('server-error', { times: 1 });
    expect((await touchpoint.poll()).result.outcome).toBe('measured');
    touchpoint.stub.inject('html', { times: 1 });
    expect((await touchpoint.poll()).result.outcome).toBe('measured');
    touchpoint.stub.heal();
  });

  it('with a dead token says whose secret it is and never what it is', async () => {
    const dead = await openTouchpoint(kind, '2026-11-16T08:00:00Z', {
      secret: underTest[kind].secret.replace(/("\}|)$/, 'x$1'),
    });
    const { result } = await dead.poll();
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'auth' });
    await dead.stub.close();
  });
});

describe('facebook', () => {
  it('answers a user token with empty lists, which is not taken for silence', async () => {
    const touchpoint = await openTouchpoint('facebook', '2026-11-16T08:00:00Z', { secret: 'user-token' });
    const { world } = touchpoint;
    world.write({ by: { id: '42', name: 'Ann' }, text: 'Hello?', under: world.addPost() });
    const { result } = await touchpoint.poll();
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'auth' });
    expect(result.reason).toContain("it is not this page's own token");
    await touchpoint.stub.close();
  });

  it('that only refuses the ads is read without them, and says so', async () => {
    const touchpoint = await openTouchpoint('facebook', '2026-11-16T08:00:00Z');
    touchpoint.stub.inject('missing-permission', { route: 'ads_posts' });
    const { result } = await touchpoint.poll();
    expect(result.outcome).toBe('measured');
    expect(result.reason).toContain('The token may not read the comments on ads (code 10).');
    await touchpoint.stub.close();
  });
});

describe('a secret', () => {
  it.each([
    ['google-reviews', 'a bare token', /the secret has no "clientId"/],
    ['trustpilot', '{ half', /starts with \{ but is not a JSON object/],
  ] as const)('for %s that is %s is grey and says what it lacks', async (kind, secret, sentence) => {
    const touchpoint = await openTouchpoint(kind, '2026-11-16T08:00:00Z', { secret });
    const { result } = await touchpoint.poll();
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'setup' });
    expect(result.reason).toMatch(sentence);
    await touchpoint.stub.close();
  });

  it('that ends within a week makes the light yellow', async () => {
    const { world, ...touchpoint } = await openTouchpoint('facebook', '2026-11-16T08:00:00Z');
    await touchpoint.stub.close();
    const ending = await serveStub(facebookStub(world, { tokenExpiresAt: world.now / 1000 + 5 * 86_400 }));
    const aging = aWatchedTouchpoint('facebook', ending, { secret: facebookToken });
    const { light, reason } = await aging.poll();
    expect({ light, reason }).toEqual({
      light: 'yellow',
      reason: 'The access to the platform ends in 5 days (expected at least 7 days).',
    });
    await ending.close();
  });
});
