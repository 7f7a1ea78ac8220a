import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLocalSecrets } from '../../cli/local/secrets.ts';
import { instagramLogin, instagramStub } from '../../examples/social-stubs/instagram.ts';
import { serveStub } from '../../examples/social-stubs/stub-server.ts';
import { threadsStub, threadsToken } from '../../examples/social-stubs/threads.ts';
import { World } from '../../examples/social-stubs/world.ts';
import { xGrant } from '../../examples/social-stubs/x.ts';
import { identify } from '../../functions/probe-social/identify.ts';
import { aWatchedTouchpoint } from './support/a-touchpoint.ts';
import { openTouchpoint } from './support/platforms-under-test.ts';

const now = '2026-11-16T08:00:00Z';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('a grant of X', () => {
  it('is renewed every two hours, and what renews it the next time is stored before it is used', async () => {
    const kept: string[] = [];
    const touchpoint = await openTouchpoint('x', now, { secret: JSON.stringify(xGrant), keep: (v) => kept.push(v) });
    const { world, stub } = touchpoint;
    for (let hour = 0; hour < 24; hour++) {
      expect((await touchpoint.poll()).result.outcome).toBe('measured');
      world.now += hourMs;
    }
    expect(stub.counts['oauth2/token']).toBe(12);
    expect(kept.map((value) => JSON.parse(value).refreshToken)).toEqual(
      Array.from({ length: 12 }, (_, n) => `x-refresh-token-${n + 1}`),
    );
    expect(JSON.parse(kept.at(-1) ?? '')).toMatchObject({
      clientId: xGrant.clientId,
      accessToken: 'x-access-token-12',
    });
    await stub.close();
  });

  it('is not used up where its successor could not be kept', async () => {
    const { stub, poll } = await openTouchpoint('x', now, { secret: JSON.stringify(xGrant) });
    const { result } = await poll();
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'setup' });
    expect(result.reason).toContain('an environment variable cannot keep the new one');
    expect(stub.counts).toEqual({});
    await stub.close();
  });

  it('that was used elsewhere is grey and wants a new one; so is one that could not be stored', async () => {
    const used = await openTouchpoint('x', now, {
      secret: JSON.stringify({ ...xGrant, refreshToken: 'x-refresh-token-of-yesterday' }),
      keep: () => {},
    });
    expect((await used.poll()).result).toMatchObject({
      cause: 'auth',
      reason: expect.stringContaining('Store a new one'),
    });
    await used.stub.close();
    const full = await openTouchpoint('x', now, {
      secret: JSON.stringify(xGrant),
      keep: () => {
        throw new Error('the disk is full');
      },
    });
    const { result } = await full.poll();
    expect(result).toMatchObject({ cause: 'setup', reason: expect.stringContaining('the disk is full') });
    await full.stub.close();
  });

  it('tells "secrets check" that Touchlight renews it', async () => {
    const { check, stub, world } = await openTouchpoint('x', now);
    const io = { now: () => world.now, sleep: async () => {}, signal: AbortSignal.timeout(10_000) };
    const secrets = { read: async () => JSON.stringify(xGrant), keeper: () => async () => {} };
    expect(await identify(check, secrets, io)).toMatchObject({ ok: true, renewedBy: 'touchlight', expiresAt: null });
    await stub.close();
  });
});

describe("a token of Instagram's own login", () => {
  async function openInstagram(keep?: (value: string) => void) {
    const world = new World(Date.parse(now), { id: '17841', name: 'Coffee Lab' });
    const stub = await serveStub(instagramStub(world, { loggedInAt: world.now }));
    const secret = JSON.stringify(instagramLogin);
    return aWatchedTouchpoint('instagram', stub, { secret, ...(keep && { keep }) });
  }

  it('is renewed at half of its life, for as long as the business is watched', async () => {
    const kept: string[] = [];
    const touchpoint = await openInstagram((value) => kept.push(value));
    const { world, stub, store } = touchpoint;
    const post = world.addPost();
    const open = world.write({ by: { id: '42', name: 'Ann K' }, text: 'How much is it?', under: post });
    for (let day = 0; day < 85; day++) {
      const { result } = await touchpoint.poll();
      expect({ day, outcome: result.outcome }).toEqual({ day, outcome: 'measured' });
      if (day > 1) expect(result.measurements['tokenDaysLeft']).toBeGreaterThanOrEqual(29);
      world.now += dayMs;
    }
    // On the second day, for its end was not known, and then every thirty days.
    expect(kept.map((value) => JSON.parse(value).tokenEndsAt.slice(0, 10))).toEqual([
      '2027-01-16',
      '2027-02-15',
      '2027-03-17',
    ]);
    // This host knows no batches: who waits is asked for one by one, and seen to be gone.
    expect(stub.counts['batch']).toBeUndefined();
    world.remove(open);
    await touchpoint.poll();
    expect(store.conversations.get(open)).toMatchObject({ state: 'gone' });
    await stub.close();
  });

  it('that nobody can store is told of a week before it ends', async () => {
    const world = new World(Date.parse(now), { id: '17841', name: 'Coffee Lab' });
    const stub = await serveStub(instagramStub(world, { loggedInAt: world.now }));
    const tokenEndsAt = new Date(world.now + 60 * dayMs).toISOString();
    const secret = JSON.stringify({ ...instagramLogin, tokenEndsAt });
    const touchpoint = aWatchedTouchpoint('instagram', stub, { secret });
    expect((await touchpoint.poll()).light).toBe('green');
    world.now += 54 * dayMs;
    const { light, reason } = await touchpoint.poll();
    expect({ light, reason }).toEqual({
      light: 'yellow',
      reason: 'The access to the platform ends in 6 days (expected at least 7 days).',
    });
    world.now += 7 * dayMs;
    expect((await touchpoint.poll()).result).toMatchObject({ outcome: 'unknown', cause: 'auth' });
    await stub.close();
  });
});

describe('a token of Threads', () => {
  it('is renewed on its second day and at half of its life, and goes on with its end', async () => {
    const kept: string[] = [];
    const world = new World(Date.parse(now), { id: '26001', name: 'Coffee Lab' });
    const stub = await serveStub(threadsStub(world, { loggedInAt: world.now }));
    const touchpoint = aWatchedTouchpoint('threads', stub, { secret: threadsToken, keep: (value) => kept.push(value) });
    for (let day = 0; day < 65; day++) {
      const { result } = await touchpoint.poll();
      expect({ day, outcome: result.outcome }).toEqual({ day, outcome: 'measured' });
      world.now += dayMs;
    }
    expect(kept.map((value) => JSON.parse(value))).toEqual([
      { token: 'THAA-token-1-of-coffee-lab', tokenEndsAt: '2027-01-16T08:00:00.000Z' },
      { token: 'THAA-token-2-of-coffee-lab', tokenEndsAt: '2027-02-15T08:00:00.000Z' },
      { token: 'THAA-token-3-of-coffee-lab', tokenEndsAt: '2027-03-17T08:00:00.000Z' },
    ]);
    expect(stub.counts['refresh_access_token']).toBe(4);
    await stub.close();
  });

  it('that may not read replies is refused by "secrets check", not only by the first poll', async () => {
    const { check, stub, world } = await openTouchpoint('threads', now);
    stub.inject('missing-permission', { route: 'replies' });
    const io = { now: () => world.now, sleep: async () => {}, signal: AbortSignal.timeout(10_000) };
    expect(await identify(check, { read: async () => threadsToken }, io)).toMatchObject({
      ok: false,
      says: { id: 'responses/permission' },
    });
    await stub.close();
  });
});

describe('a secret on a laptop', () => {
  it('is kept in its file, for its owner only; one of the environment is not', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-secrets-'));
    try {
      await writeFile(path.join(folder, 'x-grant'), 'old');
      const secrets = createLocalSecrets(folder, { TOUCHLIGHT_SECRET_FROM_OUTSIDE: 'fixed' });
      await secrets.keeper?.('x-grant')?.('new');
      expect(await secrets.read('x-grant')).toBe('new');
      expect((await stat(path.join(folder, 'x-grant'))).mode & 0o777).toBe(0o600);
      expect(await readdir(folder)).toEqual(['x-grant']);
      expect(secrets.keeper?.('from-outside')).toBeNull();
      expect(await readFile(path.join(folder, 'x-grant'), 'utf8')).toBe('new\n');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
