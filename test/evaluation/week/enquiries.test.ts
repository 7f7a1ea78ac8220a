import { describe, expect, test } from 'vitest';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import type { EnquiryWeek } from '../../../shared/evaluation/week/enquiry-week.ts';
import { summarizeTouchpoint } from '../../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../../shared/evaluation/week/summarize-week.ts';
import type { Touchpoint } from '../../../shared/model/business.ts';
import type { Conversation, PollState } from '../../../shared/model/conversation.ts';
import { healthy } from '../../digest/healthy-history.ts';
import { before, now, week } from '../../digest/week-47.ts';
import { aConversation, aPoll, emptyHistory } from '../../support/a-week.ts';

const lines = {
  website: '{ id: website, kind: website, url: "https://coffeelab.example", checks: { form: {} } }',
  mailbox:
    '{ id: mailbox, kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: mail, sla: { firstResponse: 4h } }',
  phone: '{ id: phone, kind: phone, numbers: ["+380 44 123 45 67"], source: csv, sla: { firstResponse: 1h } }',
  facebook: '{ id: facebook, kind: facebook, page: "1", secret: fb, sla: { firstResponse: 4h } }',
  reviews:
    '{ id: reviews, kind: google-reviews, page: accounts/1/locations/2, secret: google, sla: { firstResponse: 8h } }',
} as const;
type Name = keyof typeof lines;

interface Known {
  readonly conversations?: readonly Partial<Conversation>[];
  readonly polls?: readonly PollState[];
  /** Never polled, so nothing is known of it. */
  readonly isUnknown?: true;
}

/** Week 47 as it is seen on Monday, 23 November, 08:00, at a business that is open from 9 to 18. */
function enquiries(known: Readonly<Partial<Record<Name, Known>>>, at = now): EnquiryWeek | null {
  const names = Object.keys(known) as Name[];
  const reading = parseConfiguration(
    `business: Coffee Lab\ntimeZone: Europe/Kyiv\nhours: { mon-fri: ["09:00-18:00"] }\ntouchpoints:\n${names.map((name) => `  - ${lines[name]}\n`).join('')}`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { calendar, business, touchpoints } = reading.configuration;
  const weeks = touchpoints.map((touchpoint) => {
    const { conversations = [], polls = [], isUnknown } = known[touchpoint.id as Name] ?? {};
    const history = isUnknown === true ? emptyHistory(touchpoint) : healthy(touchpoint);
    const its = conversations.map((each, n) => conversationOf(touchpoint, n, each));
    return summarizeTouchpoint({ ...history, conversations: its, polls }, { week, before, now: at, calendar });
  });
  return summarizeWeek({ business, calendar, week, now: at, touchpoints: weeks, monthlyDollars: null }).enquiries;
}

function conversationOf({ id, kind }: Touchpoint, n: number, overrides: Partial<Conversation>): Conversation {
  const usual =
    kind === 'phone' ? 'call' : kind === 'mailbox' ? 'message' : kind === 'google-reviews' ? 'review' : 'comment';
  return aConversation({ checkId: `${id}/responses`, id: `${n}`, kind: usual, ...overrides });
}

/** Business time is from 07:00 to 16:00 UTC. */
const at = (day: number, time: string): string => `2026-11-${day}T${time}:00.000Z`;
const answered = (day: number, minutes: number, more: Partial<Conversation> = {}): Partial<Conversation> => ({
  state: 'answered',
  reason: 'answered',
  startedAt: at(day, '08:00'),
  waitingSince: at(day, '08:00'),
  answeredAt: new Date(Date.parse(at(day, '08:00')) + minutes * 60_000).toISOString(),
  responseMinutes: minutes,
  ...more,
});
const waiting = (day: number, time: string, more: Partial<Conversation> = {}): Partial<Conversation> => ({
  startedAt: at(day, time),
  waitingSince: at(day, time),
  ...more,
});
const silent = (reason: Conversation['reason']): Partial<Conversation> => ({
  ...{ state: 'no-reply-needed', reason, startedAt: at(17, '08:00'), waitingSince: null },
});

describe('the zones of a week', () => {
  test('each customer is green, yellow, red or still in time, by the promise where they wrote', () => {
    const found = enquiries({
      mailbox: { conversations: [answered(17, 240), answered(18, 241), waiting(20, '15:00'), waiting(19, '08:00')] },
      phone: { conversations: [answered(17, 61)] },
    });
    // From Friday, 17:00 in Kyiv, one business hour of four has passed.
    expect(found?.zones).toEqual({ red: 1, yellow: 2, unknown: 0, waiting: 1, green: 1 });
    expect(found?.customers).toBe(5);
  });

  test('a bad review without a reply is red before the promise is broken, and is listed among those who wait', () => {
    const found = enquiries({
      reviews: { conversations: [waiting(20, '15:00', { rating: 2 }), waiting(20, '15:30', { rating: 3 })] },
    });
    expect(found?.zones).toMatchObject({ red: 1, waiting: 1 });
    expect(found?.waiting.map(({ waiting: { conversation } }) => conversation.rating)).toEqual([2]);
  });

  test('one customer who writes twice is one, by the worse of the two; without a known author, each is one', () => {
    const twice = [answered(17, 10), answered(18, 300)];
    const known = twice.map((each) => ({ ...each, authorId: 'ann' }));
    expect(enquiries({ mailbox: { conversations: known } })).toMatchObject({
      customers: 1,
      zones: { yellow: 1, green: 0 },
    });
    expect(enquiries({ mailbox: { conversations: twice } })).toMatchObject({
      customers: 2,
      zones: { yellow: 1, green: 1 },
    });
    const elsewhere = enquiries({
      mailbox: { conversations: known.slice(0, 1) },
      facebook: { conversations: known.slice(1) },
    });
    expect(elsewhere?.customers, 'an id means nothing on another network').toBe(2);
  });

  test('who needs no answer is no enquiry; a missed call without a number is one of which nobody knows the end', () => {
    const found = enquiries({
      mailbox: { conversations: [silent('newsletter'), silent('thanks')] },
      phone: { conversations: [silent('misdial'), silent('withheld')] },
    });
    expect(found?.customers).toBe(1);
    expect(found?.zones.unknown).toBe(1);
  });

  test('a question that was deleted before an answer is not taken for answered', () => {
    const gone = { ...waiting(17, '08:00'), state: 'gone', reason: 'not-found' } as const;
    expect(enquiries({ facebook: { conversations: [gone] } })?.zones).toMatchObject({ unknown: 1, green: 0 });
  });

  test('who asked before the week and still waits is counted apart, who asked after it is not', () => {
    const found = enquiries({ mailbox: { conversations: [waiting(13, '08:00'), waiting(23, '05:00')] } });
    expect(found).toMatchObject({ customers: 0, fromBefore: 1 });
    expect(found?.waiting).toHaveLength(1);
  });

  test('who asked within the week and once more after it fared in the week as nobody knows any more', () => {
    const again = answered(23, 1, { startedAt: at(18, '08:00'), waitingSince: at(23, '05:00') });
    expect(enquiries({ mailbox: { conversations: [again] } })?.zones).toMatchObject({ unknown: 1, green: 0 });
  });
});

describe('channels', () => {
  test('a form, mail, phone, private messages, comments and reviews are told apart', () => {
    const found = enquiries({
      mailbox: { conversations: [answered(17, 5), answered(17, 5, { viaForm: true })] },
      phone: { conversations: [answered(17, 5), answered(18, 5)] },
      facebook: {
        conversations: [answered(17, 5), answered(17, 5, { kind: 'message' }), answered(17, 5, { kind: 'mention' })],
      },
      reviews: { conversations: [answered(17, 500, { rating: 1 })] },
    });
    expect(found?.channels.map(({ channel, customers, zones }) => [channel, customers, zones.green])).toEqual([
      ['form', 1, 1],
      ['mail', 1, 1],
      ['phone', 2, 2],
      ['message', 1, 1],
      ['comment', 2, 2],
      ['review', 1, 0],
    ]);
  });

  test('longest wait first, whatever the channel', () => {
    const found = enquiries({
      facebook: { conversations: [waiting(18, '08:00')] },
      mailbox: { conversations: [waiting(17, '08:00')] },
      phone: { conversations: [waiting(19, '08:00')] },
    });
    expect(found?.waiting.map(({ touchpointId }) => touchpointId)).toEqual(['mailbox', 'facebook', 'phone']);
  });
});

describe('the typical wait', () => {
  const wait = (...conversations: readonly Partial<Conversation>[]) => enquiries({ mailbox: { conversations } })?.wait;

  test('is the middle one', () =>
    expect(wait(answered(17, 10), answered(17, 20), answered(17, 500))).toEqual({ minutes: 20, atLeast: false }));

  test('counts those who still wait, by how long they have waited so far', () => {
    expect(wait(answered(17, 10), waiting(16, '08:00'), waiting(17, '08:00'))).toEqual({
      minutes: 35 * 60,
      atLeast: true,
    });
  });

  test('is exact where those who wait have waited longer already, and not where one of them may overtake it', () => {
    expect(wait(answered(17, 10), answered(17, 20), waiting(17, '08:00'))).toEqual({ minutes: 20, atLeast: false });
    expect(wait(answered(17, 100), answered(17, 200), waiting(20, '15:00'))).toEqual({ minutes: 100, atLeast: true });
  });

  test('leaves out calls that were picked up', () => {
    const pickedUp = answered(17, 0, { reason: 'picked-up' });
    expect(enquiries({ phone: { conversations: [pickedUp, pickedUp, answered(17, 30)] } })?.wait).toEqual({
      minutes: 30,
      atLeast: false,
    });
    expect(enquiries({ phone: { conversations: [pickedUp] } })).toMatchObject({ wait: null, zones: { green: 1 } });
  });
});

describe('what could not be seen', () => {
  test('a business without any place to look at has no such count', () =>
    expect(enquiries({ website: {} })).toBeNull());

  test('everything seen', () => {
    expect(enquiries({ mailbox: {}, facebook: {} })?.unseen).toEqual({
      partly: [],
      wholly: [],
      form: false,
      old: false,
    });
  });

  test('a channel that was never read is unknown, one that is behind or fails may hide some', () => {
    const behind = { ...aPoll('phone/responses', []), caughtUp: false };
    const failing = { ...aPoll('facebook/responses', []), cause: 'auth' };
    const found = enquiries({
      mailbox: { isUnknown: true },
      phone: { polls: [behind] },
      facebook: { polls: [failing] },
    });
    expect(found?.unseen).toMatchObject({ wholly: ['mailbox'], partly: ['phone', 'facebook'] });
  });

  test("a website's form is unknown until a mailbox is read", () => {
    expect(enquiries({ website: {}, facebook: {} })?.unseen.form).toBe(true);
    expect(enquiries({ website: {}, facebook: {}, mailbox: {} })?.unseen.form).toBe(false);
  });

  test('a mail of Tuesday, or of any day until the next week is over, has every answer', () => {
    for (const late of ['2026-11-24T06:00:00.000Z', '2026-11-29T21:00:00.000Z'])
      expect(enquiries({ mailbox: { conversations: [answered(16, 60)] } }, late)).toMatchObject({
        zones: { green: 1 },
        unseen: { old: false },
      });
  });

  test('a week further back has lost answers, and nobody waits in it now', () => {
    const found = enquiries({ mailbox: { conversations: [waiting(17, '08:00')] } }, '2026-12-07T06:00:00.000Z');
    expect(found?.unseen.old).toBe(true);
    expect(found?.waiting).toEqual([]);
    expect(found?.zones.red).toBe(1);
  });
});
