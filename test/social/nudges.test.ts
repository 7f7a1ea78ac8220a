import { describe, expect, it } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { assessThread } from '../../shared/evaluation/conversations/conversation.ts';
import { mergeObservation } from '../../shared/evaluation/conversations/history.ts';
import { markNudged, nudgeGroups } from '../../shared/evaluation/conversations/nudges.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import type { Conversation, Message } from '../../shared/model/conversation.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { notificationSchema } from '../../shared/model/notification.ts';
import type { Nudge } from '../../shared/model/nudge.ts';
import { responseThresholds } from '../../shared/probes/responses/spec.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { aCheck } from '../support/a-check.ts';
import { aResult } from '../support/a-result.ts';
import { World } from '../support/a-world.ts';
import { coffeeLabHours } from './support/coffee-lab-hours.ts';

/** Minutes since Monday 16 November 2026, 09:00 in Kyiv, when Coffee Lab opens. */
const at = (minutes: number): string => toInstant(Date.parse('2026-11-16T07:00:00Z') + minutes * 60_000);
const day = 1440;

function says(who: 'ann' | 'us', minutes: number): Message {
  return {
    id: `${who} ${minutes}`,
    author: { id: who, name: who, isBusiness: who === 'us' },
    text: 'Is it open?',
    createdAt: at(minutes),
    addressees: [],
    editedAt: null,
    replyTo: null,
    hidden: false,
    deleted: false,
    liked: false,
    noReply: null,
  };
}

function aConversation(id: string, now: number, ...messages: Message[]): Conversation {
  const frame = { checkId: 'facebook/responses', staff: new Set<string>(), calendar: coffeeLabHours, now: at(now) };
  const thread = { id, place: null, kind: 'comment', permalink: null, rating: null, replyRejected: false } as const;
  return assessThread({ ...thread, messages }, frame);
}

const frameAt = (now: number, lastPolled: number | null = now - 15) => ({
  slaMinutes: 240,
  calendar: coffeeLabHours,
  now: at(now),
  lastPolledAt: lastPolled === null ? null : at(lastPolled),
});

describe('somebody who waits', () => {
  it('is nudged once, past three quarters of the promise and before all of it', () => {
    const waiting = aConversation('1', 180, says('ann', 0));
    // Four hours from 09:00 on are over at 13:00, when lunch begins.
    expect([0, 100, 180].flatMap((now) => markNudged([waiting], frameAt(now)))).toEqual([]);
    const [nudged] = markNudged([waiting], frameAt(181));
    expect(nudged).toEqual({ ...waiting, nudgedAt: at(181) });
    expect(markNudged([nudged ?? waiting], frameAt(196))).toEqual([]);
  });

  it('is nudged in the morning when it came to that in the evening', () => {
    // Since 14:10, and the poll comes five minutes after closing time.
    const waiting = aConversation('1', 545, says('ann', 310));
    expect(markNudged([waiting], frameAt(545))).toEqual([]);
    expect(markNudged([waiting], frameAt(day))).toHaveLength(1);
  });

  it('is reported by the red light when found overdue, and nudged beside it when it is red already', () => {
    const [old, fresh] = [aConversation('1', 240, says('ann', 0)), aConversation('2', 360, says('ann', 60))];
    expect(markNudged([old], frameAt(245))).toEqual([]);
    // The second one is due at 15:00, an hour of lunch later, between two polls that are far apart.
    const nudged = markNudged([old, fresh], frameAt(400, 250));
    expect(nudged.map(({ id }) => id)).toEqual(['2']);
    // Read for the first time, all of them are the red light's.
    expect(markNudged([old, fresh], frameAt(400, null))).toEqual([]);
  });

  it('is nudged again only when it waits anew', () => {
    const [nudged] = markNudged([aConversation('1', 181, says('ann', 0))], frameAt(181));
    const again = (now: number, ...messages: Message[]) =>
      mergeObservation(
        [...(nudged ? [nudged] : [])],
        { seen: [aConversation('1', now, ...messages)], gone: [] },
        at(now),
      ).all[0];
    expect(again(190, says('ann', 0))?.nudgedAt).toBe(at(181));
    expect(again(190, says('ann', 0), says('us', 185))?.nudgedAt).toBeNull();
    expect(again(200, says('ann', 0), says('us', 185), says('ann', 190))?.nudgedAt).toBeNull();
  });

  it('is named by later polls of the day, too, for as long as it waits', () => {
    const [nudged] = markNudged([aConversation('1', 181, says('ann', 0))], frameAt(181));
    const known = nudged ? [nudged] : [];
    expect(nudgeGroups(known, frameAt(230)).map((group) => [group.at, group.waiting.length])).toEqual([[at(181), 1]]);
    expect(nudgeGroups(known, frameAt(181 + day))).toEqual([]);
    const answered = aConversation('1', 200, says('ann', 0), says('us', 190));
    expect(nudgeGroups([answered], frameAt(230))).toEqual([]);
  });
});

const link = 'https://www.facebook.com/555/posts/1/?comment_id=2';

function nudgeAt(minutes: number, dueInMinutes: number): Nudge {
  const waits = [{ link, waitedMinutes: minutes, dueAt: at(dueInMinutes) }];
  return { at: at(minutes), says: sayResponses('responses/nudge', { waits, others: 0, timeZone: 'Europe/Kyiv' }) };
}

const check = aCheck({ id: 'facebook/responses', thresholds: responseThresholds(240) });

/** A poll that found this much waiting, with these nudges, and what was sent then. */
function poll(world: World, minutes: number, oldestWaitingMinutes: number, nudges: readonly Nudge[]) {
  const overdue = oldestWaitingMinutes >= 240 ? 1 : 0;
  world.evaluate(
    aResult({
      checkId: check.id,
      scheduledAt: at(minutes),
      measurements: { overdue, oldestWaitingMinutes, unanswered: 1 },
      facts: { oldestWaitingMinutes: `Answer by 13:00 today: ${link}` },
      nudges: [...nudges],
    }),
  );
  const { notification } = world.notify('facebook', at(minutes));
  return notification?.notices.map(({ reason, light }) => `${light} ${reason}`) ?? [];
}

it.each([
  ['en', 'Answer by 13:00 today on Telegram.'],
  ['uk', 'Відповісти сьогодні до 13:00 у Telegram.'],
  ['ru', 'Ответить сегодня до 13:00 в Telegram.'],
] as const)('a nudge about what has no address says where it is (%s)', (language, sentence) => {
  const waits = [{ link: 'Telegram', waitedMinutes: 181, dueAt: at(240) }];
  const says = sayResponses('responses/nudge', { waits, others: 0, timeZone: 'Europe/Kyiv' });
  expect(wordStatement(says, language, at(181))).toBe(sentence);
});

describe('a nudge', () => {
  const one = nudgeAt(181, 240);
  const two = nudgeAt(196, 315);

  it('is sent once for each customer, also while the light is yellow or red already', () => {
    const world = new World();
    world.add(check);
    expect(poll(world, 181, 181, [one])).toEqual(['yellow nudge']);
    // The yellow incident opens here and says nothing of its own.
    expect(poll(world, 186, 186, [one])).toEqual([]);
    expect(poll(world, 196, 196, [two, one])).toEqual(['yellow nudge']);
    expect(poll(world, 241, 240, [two, one])).toEqual(['red opened']);
    const three = nudgeAt(256, 360);
    expect(poll(world, 256, 240, [three, two, one])).toEqual(['yellow nudge']);
    expect(poll(world, 271, 0, [])).toEqual([]);
    expect(poll(world, 286, 0, [])).toEqual(['green resolved']);
  });

  it('that could not be sent is sent by the next poll, unless it was answered meanwhile', () => {
    const world = new World();
    world.add(check);
    world.sendWorks = false;
    poll(world, 181, 181, [one]);
    world.sendWorks = true;
    expect(poll(world, 196, 196, [one])).toEqual(['yellow nudge']);
    world.sendWorks = false;
    poll(world, 211, 196, [two, one]);
    world.sendWorks = true;
    expect(poll(world, 226, 0, [])).toEqual([]);
  });

  it('stays when a poll fails in between, and is silent in maintenance', () => {
    const world = new World();
    world.add(check);
    world.maintenance.push({ touchpointId: 'facebook', from: at(170), to: at(190), why: 'moving' });
    expect(poll(world, 181, 181, [one])).toEqual([]);
    world.evaluate(aResult({ checkId: check.id, scheduledAt: at(196), outcome: 'unknown', cause: 'throttled' }));
    expect(world.notify('facebook', at(196)).notification?.notices).toMatchObject([
      { reason: 'nudge', says: one.says },
    ]);
  });

  it.each([
    ['en', 'Answer by 13:00 today', 'answer by 13:00 today'],
    ['uk', 'Відповісти сьогодні до 13:00', 'відповісти сьогодні до 13:00'],
    ['ru', 'Ответить сегодня до 13:00', 'ответить сегодня до 13:00'],
  ] as const)('reads well in %s: the link in the mail, no link in the short line', (language, sentence, clause) => {
    const world = new World();
    world.add(check);
    poll(world, 181, 181, [one]);
    const notification = notificationSchema.parse(world.notifications[0]);
    const { subject, text, sms } = renderNotification(notification, { language, timeZone: 'Europe/Kyiv' });
    expect(text).toContain(`${sentence}: ${link}`);
    expect(text).toContain('docs/runbook.md#probe-responses, #reason-nudge');
    expect(subject).toMatch(/^YELLOW facebook: answer by 13:00 today/);
    expect(sms).toContain(clause);
    expect(sms).not.toContain('https:');
  });
});
