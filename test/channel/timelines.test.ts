import { describe, expect, test } from 'vitest';
import { decideDelivery, subjectOf } from '../../shared/evaluation/channels/decide-delivery.ts';
import type { Alert } from '../../shared/model/alert.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { aChannelStory, anAlert, aWholeIncident, secretsAt, targetsAt } from './a-channel-story.ts';
import { aTelegram } from './stubs/a-telegram.ts';

const [opened, worsened, reminder, resolved] = aWholeIncident() as [Alert, Alert, Alert, Alert];

/** What a Telegram chat gets of these alerts, in the order in which they are delivered. */
async function told(alerts: readonly Alert[], settings: Partial<ChannelTarget> = {}) {
  const telegram = await aTelegram();
  const target = { ...targetsAt(telegram.url).telegram, ...settings } as ChannelTarget;
  const story = await aChannelStory(target, { secret: secretsAt(telegram.url).telegram });
  try {
    const done: string[] = [];
    for (const alert of alerts) done.push(...(await story.deliverWithRetries(alert)));
    const posts = telegram.posts().map(({ text }) => text.split('\n')[0]);
    return { done, posts, replies: telegram.replies().length };
  } finally {
    await story.close();
    await telegram.close();
  }
}

describe('an incident in a chat', () => {
  test('is one post, which is kept up, with an answer for each step', async () => {
    expect(await told([opened, worsened, reminder, resolved])).toEqual({
      done: ['post (new)', 'update (worse)', 'update (again)', 'update (ended)'],
      posts: ['<b>🟢 GREEN website</b>'],
      replies: 3,
    });
  });

  test('delivered twice each is the same', async () => {
    const twice = [opened, opened, worsened, worsened, reminder, reminder, resolved, resolved];
    expect(await told(twice)).toMatchObject({ posts: ['<b>🟢 GREEN website</b>'], replies: 3 });
  });

  test('delivered in any order ends with one post that is resolved', async () => {
    for (const order of [
      [worsened, opened, reminder, resolved],
      [opened, reminder, worsened, resolved],
      [opened, resolved, worsened, reminder],
      [resolved, reminder, worsened, opened],
      [reminder, resolved, opened, worsened],
    ]) {
      expect((await told(order)).posts).toEqual(['<b>🟢 GREEN website</b>']);
    }
  });

  test('an old step does not take the place of a newer one', async () => {
    expect(await told([worsened, opened])).toEqual({
      done: ['post (new)', 'none (late)'],
      posts: ['<b>🔴 RED website</b>'],
      replies: 0,
    });
  });

  test('two incidents of one check are two posts', async () => {
    const next = anAlert({ subjectAt: '2026-11-26T09:05:00.000Z' }, '2026-11-26T09:06:00.000Z');
    expect((await told([opened, resolved, next])).posts).toEqual(['<b>🟢 GREEN website</b>', '<b>🔴 RED website</b>']);
  });
});

describe('an unstable check', () => {
  const since = '2026-11-25T09:20:00.000Z';
  const unstable = anAlert(
    { reason: 'flapping', subjectAt: since, changes: { count: 4, runs: 20 } },
    '2026-11-25T09:21:00.000Z',
  );
  const stable = anAlert(
    { reason: 'resolved', light: 'green', subjectAt: since, incident: null },
    '2026-11-25T12:00:00.000Z',
  );

  test('is a post that ends when it is stable', async () => {
    expect((await told([unstable, stable])).posts).toEqual(['<b>🟢 GREEN website</b>']);
  });

  test('is a post that ends with the end of an incident, which says more', async () => {
    const end = { ...resolved, createdAt: '2026-11-25T12:00:00.000Z' };
    expect((await told([opened, unstable, end, end])).posts).toEqual([
      '<b>🟢 GREEN website</b>',
      '<b>🟢 GREEN website</b>',
    ]);
  });

  test('is a new post when it is so again', async () => {
    const again = '2026-11-26T09:20:00.000Z';
    const next = anAlert({ reason: 'flapping', subjectAt: again, changes: { count: 4, runs: 20 } }, again);
    expect((await told([unstable, stable, next, unstable])).posts).toEqual([
      '<b>🟢 GREEN website</b>',
      '<b>🔴 RED website</b>',
    ]);
  });
});

test('an incident whose check was removed and is back is posted anew', async () => {
  const removed = anAlert({ reason: 'resolved', light: 'unknown' }, '2026-11-23T10:00:00.000Z');
  const back = anAlert({ n: 2 }, '2026-11-23T11:00:00.000Z');
  expect((await told([opened, removed, opened, back])).posts).toEqual([
    '<b>⚪ GREY website</b>',
    '<b>🔴 RED website</b>',
  ]);
});

describe('a channel from red', () => {
  const fromRed = { from: 'red' } as const;

  test('hears of an incident when it turns red, and of its end although that is green', async () => {
    expect(await told([opened, worsened, resolved], fromRed)).toEqual({
      done: ['none (too-mild)', 'post (new)', 'update (ended)'],
      posts: ['<b>🟢 GREEN website</b>'],
      replies: 1,
    });
  });

  test('hears nothing of one that stays yellow, nor of a grey check', async () => {
    const incident = opened.notices[0]?.incident ?? null;
    const end = { ...resolved, notices: resolved.notices.map((each) => ({ ...each, incident })) };
    const blind = anAlert({ reason: 'blind', light: 'unknown', incident: null });
    expect((await told([opened, end, blind], fromRed)).done).toEqual(Array(3).fill('none (too-mild)'));
  });
});

test('a channel for some touchpoints gets nothing of the others', async () => {
  expect((await told([opened], { touchpoints: ['facebook'] })).done).toEqual(['none (other-touchpoint)']);
  expect((await told([opened], { touchpoints: ['facebook', 'website'] })).done).toEqual(['post (new)']);
});

test('a grey period and an incident that begin at the same moment are two subjects', () => {
  const blind = anAlert({ reason: 'blind', light: 'unknown', incident: null }).notices[0];
  const bad = opened.notices[0];
  if (blind === undefined || bad === undefined) throw new Error('Each alert has a notice.');
  expect(subjectOf(blind)).not.toBe(subjectOf(bad));
});

test('a post that somebody has deleted is posted again', async () => {
  const telegram = await aTelegram();
  const story = await aChannelStory(targetsAt(telegram.url).telegram, { secret: secretsAt(telegram.url).telegram });
  await story.deliverWithRetries(opened);
  telegram.forget(telegram.posts()[0]?.id ?? 0);
  expect(await story.deliverWithRetries(resolved)).toEqual(['update (ended)']);
  expect(telegram.posts().map(({ text }) => text.split('\n')[0])).toEqual(['<b>🟢 GREEN website</b>']);
  await story.close();
  await telegram.close();
});

test('ten processes that deliver the same alert at once make one post', async () => {
  const telegram = await aTelegram();
  const story = await aChannelStory(targetsAt(telegram.url).telegram, { secret: secretsAt(telegram.url).telegram });
  const results = await Promise.all(Array.from({ length: 10 }, () => story.deliver(opened)));
  const posted = results.flatMap(({ deliveries }) => deliveries).filter(({ action }) => action === 'post');
  expect(posted).toHaveLength(1);
  const failures = results.flatMap(({ failures: each }) => each);
  for (const failure of failures) expect(failure).toMatchObject({ name: 'DeliveryBusyError' });
  expect(telegram.posts()).toHaveLength(1);
  await story.close();
  await telegram.close();
});

test('while one process delivers, another waits', () => {
  const notice = opened.notices[0];
  if (notice === undefined) throw new Error('It has one.');
  const claim = { by: 'a', at: '2026-11-23T09:06:00.000Z', until: '2026-11-23T09:08:00.000Z' };
  const post = {
    ...{ channelId: 'telegram', checkId: notice.checkId, subject: subjectOf(notice), subjectAt: notice.subjectAt },
    ...{ place: null, last: null, isOver: false, claim, touchedAt: claim.at, revision: 1 },
  };
  const occasion = {
    target: { from: 'yellow', touchpoints: null },
    touchpointId: 'website',
    createdAt: claim.at,
  } as const;
  expect(decideDelivery(post, notice, { ...occasion, now: '2026-11-23T09:07:59.000Z' })).toEqual({
    ...{ action: 'wait', reason: 'claimed', until: claim.until },
  });
  expect(decideDelivery(post, notice, { ...occasion, now: '2026-11-23T09:08:00.000Z' })).toEqual({
    action: 'post',
    reason: 'unconfirmed',
  });
});
