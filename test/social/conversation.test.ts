import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMessage } from '../../functions/probe-social/platform.ts';
import { assessThread, shortAuthor, shortText } from '../../shared/evaluation/conversations/conversation.ts';
import { forget, mergeObservation } from '../../shared/evaluation/conversations/history.ts';
import { responseFigures, trackRating, whoWaits } from '../../shared/evaluation/conversations/response-figures.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { conversationSchema, type Message, type Thread } from '../../shared/model/conversation.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { coffeeLabHours } from './support/coffee-lab-hours.ts';

const monday = Date.parse('2026-11-16T07:00:00Z');
const at = (minutes: number): string => toInstant(monday + minutes * 60_000);
const frame = { checkId: 'facebook/responses', staff: new Set(['777']), calendar: coffeeLabHours, now: at(600) };
const sla = { slaMinutes: 240, calendar: coffeeLabHours };

let messages = 0;
function says(by: 'ann' | 'bo' | 'us', minutes: number, text = 'How much is it', more: Partial<Message> = {}): Message {
  messages += 1;
  const author = { id: by, name: by, isBusiness: by === 'us' };
  return aMessage({ id: `m${messages}`, author, text, createdAt: at(minutes), ...more });
}

function aThread(all: readonly Message[], more: Partial<Thread> = {}): Thread {
  return {
    id: 't1',
    place: null,
    kind: 'comment',
    permalink: null,
    rating: null,
    replyRejected: false,
    messages: all,
    ...more,
  };
}

const assess = (all: readonly Message[], more: Partial<Thread> = {}) => assessThread(aThread(all, more), frame);

describe('a thread', () => {
  it('waits since its oldest open question', () => {
    const standing = assess([says('ann', 0), says('us', 10), says('bo', 20), says('ann', 30)]);
    expect(standing).toMatchObject({ state: 'waiting', waitingSince: at(20), authorId: 'bo' });
  });

  it('is not answered by an answer to somebody else', () => {
    const question = says('bo', 5);
    const standing = assess([says('ann', 0), question, says('us', 10, 'Yes', { replyTo: question.id })]);
    expect(standing).toMatchObject({ state: 'waiting', waitingSince: at(0) });
  });

  it('answered at its last message answers what the same person wrote before', () => {
    const second = says('ann', 5, 'And in blue');
    expect(assess([says('ann', 0), second, says('us', 10, 'Yes', { replyTo: second.id })])).toMatchObject({
      state: 'answered',
      waitingSince: at(0),
      answeredAt: at(10),
      responseMinutes: 10,
    });
  });

  it('of private messages is not answered by a machine that writes within ten seconds', () => {
    const automatic = says('us', 0, 'We are away', { createdAt: toInstant(monday + 8000) });
    expect(assess([says('ann', 0), automatic], { kind: 'message' }).state).toBe('waiting');
    expect(assess([says('ann', 0), automatic], { kind: 'comment' }).state).toBe('answered');
  });

  it.each([
    ['Anna, thanks', ['Anna']],
    ['Coffee Lab спасибо', ['Coffee Lab']],
    ['us, дякую!', []],
    ['bo thank you', []],
    ['Thanks, Bo Derek', ['Bo Derek']],
    ['@ann_k thaaaanks', []],
    ['дякую\u200B', []],
  ])('needs no reply to thanks that address somebody: %s', (text, addressees) => {
    const talk = [says('ann', 0), says('us', 5), says('bo', 6, 'thanks'), says('ann', 10, text, { addressees })];
    expect(assess(talk)).toMatchObject({ state: 'answered', answeredAt: at(5) });
  });

  it('waits when thanks stand beside an order or a complaint', () => {
    for (const text of [
      'Bo, one please',
      'thanks +',
      'Thanks. Price',
      'Капучино, спасибо',
      'thanks but it is broken',
    ]) {
      expect(assess([says('ann', 0), says('us', 5), says('ann', 10, text)]).state, text).toBe('waiting');
    }
  });

  it.each(['How much is it', 'Price', 'сколько', '+', 'Є в наявності', 'هل؟', 'Ціна'])(
    'waits for an answer to a question that was only liked: %s',
    (text) => {
      expect(assess([says('ann', 0, text, { liked: true })]).state).toBe('waiting');
    },
  );

  it.each([
    'Как всегда супер',
    'Як завжди смачно',
    'Love when you do this',
    'Всегда беру у вас',
    'Who needs another café',
  ])('does not wait when the business liked praise: %s', (text) => {
    expect(assess([says('ann', 0, text, { liked: true })]).reason).toBe('liked');
  });

  const offer = 'Crypto gift card, order 4711 https://shop.example/card';

  it('taken for spam is a question once its author comes back in other words', () => {
    expect(assess([says('ann', 0, offer)])).toMatchObject({ state: 'no-reply-needed', reason: 'spam' });
    const again = [says('ann', 0, offer), says('ann', 60, 'My crypto card from https://shop.example/card came broken')];
    expect(assess(again)).toMatchObject({ state: 'waiting', waitingSince: at(60) });
  });

  it('of a machine that repeats itself, or of two, stays spam', () => {
    expect(assess([says('ann', 0, offer), says('ann', 60, ` ${offer}`)]).reason).toBe('spam');
    expect(assess([says('ann', 0, offer), says('bo', 60, `${offer}?a=1`)]).reason).toBe('spam');
  });

  it('with a question mark in a link only asks nothing', () => {
    expect(assess([says('ann', 0, 'casino bonus https://casino.example/?ref=7')]).reason).toBe('spam');
  });

  it('whose every message was deleted is gone', () => {
    expect(assess([says('ann', 0, '', { deleted: true })])).toMatchObject({ state: 'gone', reason: 'deleted' });
  });

  it('means the same in whatever order a platform lists it', () => {
    const aWriter = fc.constantFrom('ann' as const, 'bo' as const, 'us' as const);
    const aText = fc.constantFrom('How much is it', 'thanks', '🔥', '@bo', 'Open?');
    const aTalk = fc.array(fc.record({ by: aWriter, minute: fc.nat(400), text: aText }), { maxLength: 12 });
    fc.assert(
      fc.property(aTalk, fc.infiniteStream(fc.nat()), (talk, dice) => {
        const spoken = talk.map(({ by, text }, i) => says(by, (talk[i]?.minute ?? 0) + i / 100, text));
        const shuffled = spoken
          .map((message) => ({ message, key: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ message }) => message);
        expect(assess(shuffled)).toEqual(assess(spoken));
        const { state, waitingSince } = assess(spoken);
        const last = spoken
          // Who is named is answered alone.
          .filter(({ author, text }) => author.isBusiness && text !== '@bo')
          .map(({ createdAt }) => createdAt)
          .toSorted()
          .at(-1);
        // Last word: nobody waits since before our last message to everybody.
        if (state === 'waiting' && last !== undefined) expect((waitingSince ?? '') > last).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what was known', () => {
  const known = [assess([says('ann', 0)]), { ...assess([says('bo', 10), says('us', 20)]), id: 't2' }];

  it('does not change because a poll does not show it', () => {
    expect(mergeObservation(known, { seen: [], gone: [] }, at(700))).toEqual({ changed: [], all: known });
  });

  it('does not change by being seen again', () => {
    const again = mergeObservation(known, { seen: known, gone: [] }, at(700));
    expect(again.changed).toEqual([]);
  });

  it('is gone only when the platform says so, and only if it waited', () => {
    const { all } = mergeObservation(known, { seen: [], gone: ['t1', 't2'] }, at(700));
    expect(all.map(({ state }) => state)).toEqual(['gone', 'answered']);
  });

  it('expires after 90 days of waiting, and an answered one leaves after fifteen', () => {
    const later = toInstant(monday + 91 * 86_400_000);
    const { changed, all } = mergeObservation(known, { seen: [], gone: [] }, later);
    expect(changed).toMatchObject([{ id: 't1', state: 'expired' }]);
    expect(all.map(({ id }) => id)).toEqual(['t1']);
    expect(mergeObservation(all, { seen: [], gone: [] }, later).changed).toEqual([]);
  });

  it('keeps who wrote and what for eight days after the answer, and for the figures of a week how long it took', () => {
    const [, answered] = known;
    if (answered === undefined) throw new Error('Bo was answered.');
    const mail = { ...answered, permalink: 'INBOX: “Order 4711”' };
    const daysLater = (days: number) =>
      mergeObservation([mail], { seen: [], gone: [] }, toInstant(monday + days * 86_400_000));
    expect(daysLater(7)).toEqual({ changed: [], all: [mail] });
    const { changed, all } = daysLater(9);
    expect(all).toEqual([{ ...mail, author: '', text: '', permalink: null }]);
    expect(changed).toEqual(all);
    const later = toInstant(monday + 14 * 86_400_000);
    expect(mergeObservation(all, { seen: [mail], gone: [] }, later), 'seen again, nothing is written').toEqual({
      changed: [],
      all,
    });
    expect(daysLater(16).all).toEqual([]);
    expect(answered.keepUntil).toBe(at(20 + 15 * 1440));
  });

  it('with a new question in an old thread waits by the question, not by the thread', () => {
    const asked = 89 * 1440;
    const again = assess([says('ann', 0), says('us', 100), says('ann', asked)]);
    expect(again).toMatchObject({ state: 'waiting', startedAt: at(0), waitingSince: at(asked) });
    const later = at(asked + 3 * 1440);
    expect(mergeObservation([again], { seen: [], gone: [] }, later)).toEqual({ changed: [], all: [again] });
    expect(again.keepUntil > at(asked + 90 * 1440)).toBe(true);
  });

  it('of a person who asked to be forgotten stays without the person, also when seen again', () => {
    const [ann] = known;
    if (ann === undefined) throw new Error('Ann was here.');
    const forgotten = forget(ann);
    const seenAgain = assess([says('ann', 0), says('us', 100)]);
    const [after] = mergeObservation([forgotten], { seen: [seenAgain], gone: [] }, at(700)).all;
    expect(after).toMatchObject({ state: 'answered', author: '', text: '', authorId: null, permalink: null });
  });
});

describe('the figures', () => {
  it('are yellow from 75 % of the promise on: three of four hours', () => {
    const conversations = [assess([says('ann', 0)])];
    const waitAt = (minutes: number) => responseFigures(conversations, { ...sla, now: at(minutes) });
    expect(waitAt(180)).toMatchObject({ unanswered: 1, overdue: 0, oldestWaitingMinutes: 180 });
    expect(waitAt(181)).toMatchObject({ overdue: 0, oldestWaitingMinutes: 181 });
    expect(waitAt(300)).toMatchObject({ overdue: 1, oldestWaitingMinutes: 240, answeredWithinSlaRatio: 0 });
  });

  it('leave out what has no denominator', () => {
    expect(responseFigures([], { ...sla, now: at(0) })).toEqual({
      unanswered: 0,
      overdue: 0,
      oldestWaitingMinutes: 0,
      noReplyNeeded: 0,
    });
  });

  it('say until when to answer in the words of the reader', () => {
    // Saturday 14:00 in Kyiv, an hour before closing: three hours are left for Monday.
    const saturday = assessThread(aThread([says('ann', 5 * 1440 + 300)]), frame);
    const [waiting] = whoWaits([saturday], { ...sla, now: at(5 * 1440 + 301) });
    const due = waiting?.dueAt ?? '';
    const moments = (['en', 'uk', 'ru'] as const).map((language) =>
      formatFor(language).moment(due, 'Europe/Kyiv', at(5 * 1440 + 301)),
    );
    expect(moments).toEqual(['Mon 12:00', 'у понеділок о 12:00', 'в понедельник в 12:00']);
  });

  it('track how the average rating changed within a week', () => {
    const past = [
      { date: '2026-11-01', average: 5 },
      { date: '2026-11-10', average: 4.5 },
      { date: '2026-11-16', average: 4.1 },
    ];
    expect(trackRating(past, 4, '2026-11-16')).toEqual({
      ratings: [
        { date: '2026-11-10', average: 4.5 },
        { date: '2026-11-16', average: 4 },
      ],
      change: -0.5,
    });
  });
});

describe('personal text', () => {
  it('is cut to 140 characters and a name to its first part, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(shortText(text).length).toBeLessThanOrEqual(140);
        expect(shortText(text)).not.toMatch(/[\uD800-\uDBFF]…$/u);
        expect(shortAuthor(text).length).toBeLessThanOrEqual(conversationSchema.shape.author.maxLength ?? 0);
      }),
      { numRuns: 300 },
    );
    expect(['Ann Kovalenko', '@coffee_lover_77', 'Bo', '', 'Ann Maria von Berg'].map(shortAuthor)).toEqual([
      'Ann K.',
      '@cof…',
      'Bo',
      '',
      'Ann B.',
    ]);
    expect(shortAuthor(`${'👩🏽‍🚀'.repeat(50)} 👩🏽‍🚀`).length).toBeLessThanOrEqual(40);
  });
});
