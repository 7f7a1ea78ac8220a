import { describe, expect, it } from 'vitest';
import {
  decideArrival,
  isFollowed,
  type SentMessage,
  type Sighting,
} from '../../../shared/evaluation/arrivals/decide-arrival.ts';
import { quoted } from '../../../shared/model/finding.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/model/time-spans.ts';

const sentAt = Date.parse('2026-11-16T08:00:00.000Z');
const later = (minutes: number): number => sentAt + minutes * minuteMs;
const accepted = { isAccepted: true, isConfirmed: true, says: quoted('Thank you') };

function aMessage(but: Partial<SentMessage> = {}): SentMessage {
  return {
    scheduledAt: '2026-11-16T08:00:00.000Z',
    sentAt,
    marker: '1f0c2a9b',
    outcome: accepted,
    sightings: [],
    readAt: 0,
    isEmptied: false,
    ...but,
  };
}

function inFolder(path: string, minutes: number, but: Partial<Sighting> = {}): Sighting {
  const place = path === 'INBOX' ? 'inbox' : path === 'Junk' ? 'spam' : 'elsewhere';
  return {
    key: 'a',
    isEcho: false,
    place,
    path,
    at: '7:12',
    receivedAt: later(minutes),
    seenAt: later(Math.max(5, minutes)),
    ...but,
  };
}

/** Seen so many minutes after the sending; within 15 of them it should be there. */
function decide(minutes: number, message: Partial<SentMessage>, hasSpamFolder = true) {
  return decideArrival(aMessage(message), { now: later(minutes), withinMs: 15 * minuteMs, hasSpamFolder });
}

const readAtTheEnd = { readAt: later(16) };

describe('a message that a form has sent', () => {
  it.each<[string, number, Partial<SentMessage>, ReturnType<typeof decideArrival>]>([
    ['is on its way until its time is over', 15, {}, { reason: 'under-way', until: later(15) }],
    ['is not missed before the mailbox was read after that', 16, { readAt: later(15) }, { reason: 'still-reading' }],
    ['never arrived when it is not there then', 17, readAtTheEnd, { reason: 'never' }],
    ['may have been taken out of the inbox', 17, { ...readAtTheEnd, isEmptied: true }, { reason: 'emptied' }],
    [
      'has arrived when it is in the inbox',
      5,
      { sightings: [inFolder('INBOX', 2)] },
      { reason: 'arrived', arrivalMs: 2 * minuteMs, folder: null, copies: 1 },
    ],
    [
      'has arrived late',
      99,
      { ...readAtTheEnd, sightings: [inFolder('INBOX', 90)] },
      { reason: 'arrived', arrivalMs: 90 * minuteMs, folder: null, copies: 1 },
    ],
    [
      'has arrived where a rule has put it',
      20,
      { sightings: [inFolder('Website', 1)] },
      { reason: 'arrived', arrivalMs: minuteMs, folder: 'Website', copies: 1 },
    ],
    ['is in spam', 5, { sightings: [inFolder('Junk', 1)] }, { reason: 'in-spam', arrivalMs: minuteMs, folder: 'Junk' }],
    [
      'was in spam when somebody has rescued it from there',
      30,
      { sightings: [inFolder('Junk', 1), inFolder('INBOX', 1, { seenAt: later(30) })] },
      { reason: 'in-spam', arrivalMs: minuteMs, folder: 'Junk' },
    ],
    [
      'has arrived when somebody has thrown it into spam afterwards',
      30,
      { sightings: [inFolder('Junk', 1, { seenAt: later(30) }), inFolder('INBOX', 1)] },
      { reason: 'arrived', arrivalMs: minuteMs, folder: null, copies: 1 },
    ],
    [
      'has arrived when one of two mails is in spam',
      20,
      { sightings: [inFolder('Junk', 1), inFolder('INBOX', 3, { key: 'b' })] },
      { reason: 'arrived', arrivalMs: 3 * minuteMs, folder: null, copies: 1 },
    ],
    [
      'is there twice',
      20,
      { sightings: [inFolder('INBOX', 1), inFolder('INBOX', 4, { key: 'b', at: '7:13' })] },
      { reason: 'arrived', arrivalMs: minuteMs, folder: null, copies: 2 },
    ],
    [
      'is there once however its folder is numbered',
      20,
      { sightings: [inFolder('INBOX', 1), inFolder('INBOX', 1, { at: '8:1' })] },
      { reason: 'arrived', arrivalMs: minuteMs, folder: null, copies: 1 },
    ],
    [
      'has arrived when somebody has answered it',
      20,
      { ...readAtTheEnd, sightings: [inFolder('Sent', 9, { isEcho: true })] },
      { reason: 'answered' },
    ],
    [
      'may never have left a visit that was interrupted',
      20,
      { ...readAtTheEnd, outcome: null },
      { reason: 'unfinished' },
    ],
    [
      'is waited for also after a visit that was interrupted',
      10,
      { outcome: null },
      { reason: 'under-way', until: later(15) },
    ],
    [
      'is not missed when the form refused it',
      20,
      { ...readAtTheEnd, outcome: { ...accepted, isAccepted: false, says: quoted('HTTP 500') } },
      { reason: 'not-accepted', says: quoted('HTTP 500') },
    ],
    [
      'has arrived also when the form said otherwise',
      20,
      { outcome: { ...accepted, isAccepted: false }, sightings: [inFolder('INBOX', 1)] },
      { reason: 'arrived', arrivalMs: minuteMs, folder: null, copies: 1 },
    ],
    [
      'is not what came an hour before it was sent',
      20,
      { ...readAtTheEnd, sightings: [inFolder('INBOX', -60)] },
      { reason: 'too-early', receivedAt: later(-60) },
    ],
    [
      'is found beside what somebody guessed',
      20,
      { sightings: [inFolder('INBOX', -60), inFolder('INBOX', 1, { key: 'b', at: '7:13' })] },
      { reason: 'arrived', arrivalMs: minuteMs, folder: null, copies: 1 },
    ],
    [
      'takes no time where the mail server is minutes behind',
      20,
      { sightings: [inFolder('INBOX', -4)] },
      { reason: 'arrived', arrivalMs: 0, folder: null, copies: 1 },
    ],
    [
      'takes no longer than until it was seen where the mail server is hours ahead',
      20,
      { sightings: [inFolder('INBOX', 120, { seenAt: later(5) })] },
      { reason: 'arrived', arrivalMs: 5 * minuteMs, folder: null, copies: 1 },
    ],
  ])('%s', (_, minutes, message, decision) => {
    expect(decide(minutes, message)).toEqual(decision);
  });

  it('may be in a spam folder that the server does not show', () => {
    expect(decide(17, readAtTheEnd, false)).toEqual({ reason: 'no-spam-folder' });
  });
});

describe('the mailbox is read', () => {
  const follow = (age: number, message: Partial<SentMessage>) =>
    isFollowed(aMessage(message), sentAt + age, 15 * minuteMs);
  const found = { sightings: [inFolder('INBOX', 1)] };

  it('until the time of a message is over, also when it was found, because it may come twice', () => {
    expect(follow(10 * minuteMs, found)).toBe(true);
    expect(follow(20 * minuteMs, { ...found, ...readAtTheEnd })).toBe(false);
  });

  it('once after that at least, however late, but for a week only', () => {
    expect(follow(2 * dayMs, { readAt: later(14) })).toBe(true);
    expect(follow(8 * dayMs, { readAt: later(14) })).toBe(false);
  });

  it('for a day when the message is not there, also when somebody has guessed its marker', () => {
    expect(follow(23 * hourMs, readAtTheEnd)).toBe(true);
    expect(follow(23 * hourMs, { ...readAtTheEnd, sightings: [inFolder('INBOX', -60)] })).toBe(true);
    expect(follow(25 * hourMs, readAtTheEnd)).toBe(false);
  });
});
