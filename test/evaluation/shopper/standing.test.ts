import { describe, expect, it } from 'vitest';
import {
  closingDue,
  isOpen,
  type ShopperFrame,
  type Standing,
  standingOf,
} from '../../../shared/evaluation/shopper/standing.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { anAnswer, anEnquiry } from '../../support/an-enquiry.ts';

const day = [[540, 1080]] as [number, number][]; // 9:00 to 18:00 in Kyiv
const frame = (now: string, slaMinutes = 240): ShopperFrame => ({
  slaMinutes,
  calendar: {
    timeZone: 'Europe/Kyiv',
    shifts: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    holidays: [],
  },
  now,
});
const monday = (time: string): string => `2026-11-16T${time}:00.000Z`;
const automatic = anAnswer({ key: 'b', kind: 'automatic', receivedAt: monday('08:01') });
const bounce = anAnswer({ key: 'c', kind: 'bounce', receivedAt: monday('08:01') });
const closing = {
  why: 'answered',
  claimedAt: monday('09:30'),
  delivery: 'sent',
  attempts: 1,
  messageId: 'm',
} as const;
const closed: Pick<TestEnquiry, 'closing'> = { closing };

/** What is known of the enquiry, now, how it stands and whether it is to be closed. */
const stories: readonly [string, Partial<TestEnquiry>, string, Partial<Standing>, ReturnType<typeof closingDue>][] = [
  ['nothing yet', {}, monday('09:00'), { reason: 'waiting', waitedMinutes: 60, acknowledgedAt: null }, null],
  ['on its way through a form', { delivery: 'handed-over' }, monday('12:00'), { reason: 'under-way' }, null],
  [
    'acknowledged before it is known that the form has sent it',
    { delivery: 'handed-over', answers: [automatic] },
    monday('09:00'),
    { reason: 'waiting', acknowledgedAt: monday('08:01') },
    null,
  ],
  ['at the promise', {}, monday('12:00'), { reason: 'unanswered', waitedMinutes: 240, dueAt: monday('12:00') }, null],
  ['a minute before', {}, monday('11:59'), { reason: 'waiting', waitedMinutes: 239 }, null],
  [
    'acknowledged only',
    { answers: [automatic] },
    monday('09:00'),
    { reason: 'waiting', acknowledgedAt: monday('08:01') },
    null,
  ],
  [
    'delayed by a mail server',
    { answers: [anAnswer({ kind: 'delay' })] },
    monday('09:00'),
    { reason: 'waiting', acknowledgedAt: null },
    null,
  ],
  [
    'a newsletter to the same address',
    { answers: [anAnswer({ kind: 'other' })] },
    monday('09:00'),
    { reason: 'waiting' },
    null,
  ],
  [
    'a person',
    { answers: [automatic, anAnswer()] },
    monday('10:00'),
    { reason: 'answered', responseMinutes: 60 },
    'answered',
  ],
  [
    'two people, the later one read first',
    { answers: [anAnswer({ key: 'd', receivedAt: monday('10:00') }), anAnswer()] },
    monday('10:00'),
    { reason: 'answered', responseMinutes: 60 },
    'answered',
  ],
  [
    'likely a person, within the promise',
    { answers: [anAnswer({ confidence: 'likely' })] },
    monday('10:00'),
    { reason: 'answered' },
    null,
  ],
  [
    'likely a person, after the promise',
    { answers: [anAnswer({ confidence: 'likely' })] },
    monday('12:00'),
    { reason: 'answered' },
    'answered',
  ],
  [
    'a person by the word of the owner',
    { answers: [anAnswer({ kind: 'automatic', confidence: 'likely', marked: 'human' })] },
    monday('10:00'),
    { reason: 'answered', responseMinutes: 60 },
    'answered',
  ],
  [
    'a machine by the word of the owner',
    { answers: [anAnswer({ marked: 'automatic' })] },
    monday('10:00'),
    { reason: 'waiting', waitedMinutes: 120, acknowledgedAt: monday('09:00') },
    null,
  ],
  ['a bounce', { answers: [bounce] }, monday('09:00'), { reason: 'undeliverable', at: monday('08:01') }, null],
  [
    'a bounce of one in a group, and an acknowledgement',
    { answers: [bounce, automatic] },
    monday('09:00'),
    { reason: 'waiting' },
    null,
  ],
  [
    'a bounce of one in a group, and a person',
    { answers: [bounce, anAnswer()] },
    monday('10:00'),
    { reason: 'answered' },
    'answered',
  ],
  ['refused by our mail server', { delivery: 'refused' }, monday('18:00'), { reason: 'not-sent' }, null],
  ['interrupted while it was sent', { delivery: 'claimed' }, monday('18:00'), { reason: 'unclear' }, null],
  [
    'perhaps sent, and acknowledged',
    { delivery: 'uncertain', answers: [automatic] },
    monday('09:00'),
    { reason: 'waiting' },
    null,
  ],
  [
    'perhaps sent, and answered',
    { delivery: 'uncertain', answers: [anAnswer()] },
    monday('10:00'),
    { reason: 'answered' },
    'answered',
  ],
  ['expired', {}, '2026-11-18T15:00:00.000Z', { reason: 'unanswered', waitedMinutes: 1500 }, 'expired'],
  ['a minute before it expires', {}, '2026-11-18T09:59:00.000Z', { reason: 'unanswered' }, null],
  ['thanked for', { answers: [anAnswer()], ...closed }, monday('10:00'), { reason: 'answered' }, null],
  [
    'answered only after it was closed',
    {
      answers: [anAnswer({ receivedAt: monday('10:00') })],
      closing: { ...closing, why: 'expired', claimedAt: monday('09:30') },
    },
    monday('10:00'),
    { reason: 'inconclusive' },
    null,
  ],
  [
    'corrected after it was closed',
    { answers: [anAnswer({ marked: 'automatic' })], ...closed },
    '2026-11-18T15:00:00.000Z',
    { reason: 'inconclusive' },
    null,
  ],
  [
    'a closing mail that was refused',
    { answers: [anAnswer()], closing: { ...closing, delivery: 'refused' } },
    monday('10:00'),
    { reason: 'answered' },
    'answered',
  ],
  [
    'a closing mail that was refused too often',
    { answers: [anAnswer()], closing: { ...closing, delivery: 'refused', attempts: 20 } },
    monday('10:00'),
    { reason: 'answered' },
    null,
  ],
  [
    'a closing mail that may have been sent',
    { answers: [anAnswer()], closing: { ...closing, delivery: 'uncertain' } },
    monday('10:00'),
    { reason: 'answered' },
    null,
  ],
];

describe('a test enquiry', () => {
  it.each(stories)('%s', (_, given, now, standing, due) => {
    const enquiry = anEnquiry(given);
    expect(standingOf(enquiry, frame(now))).toMatchObject(standing);
    expect(closingDue(enquiry, frame(now))).toBe(due);
  });

  it('holds the next one back until it is answered, closed, undeliverable or expired', () => {
    const now = frame(monday('12:30'));
    expect(isOpen(anEnquiry(), now)).toBe(true);
    expect(isOpen(anEnquiry({ delivery: 'uncertain' }), now)).toBe(true);
    expect(isOpen(anEnquiry({ answers: [automatic] }), now)).toBe(true);
    expect(isOpen(anEnquiry({ answers: [anAnswer()] }), now)).toBe(false);
    expect(isOpen(anEnquiry({ answers: [bounce] }), now)).toBe(false);
    expect(isOpen(anEnquiry(closed), now)).toBe(false);
    expect(isOpen(anEnquiry(), frame('2026-11-18T15:00:00.000Z'))).toBe(false);
  });
});
