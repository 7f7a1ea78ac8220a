import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AsteriskRow, aPhoneWithFiles, asteriskFile } from './support.ts';

const ann = '0501112233';
const bob = '+380502223344';
const missed = (src: string, time: string, more: Partial<AsteriskRow> = {}): AsteriskRow => ({
  src,
  dst: '380441234567',
  start: `2026-11-16 ${time}`,
  ...more,
});
const calledBack = (dst: string, time: string, more: Partial<AsteriskRow> = {}): AsteriskRow => ({
  src: '101',
  dst,
  start: `2026-11-16 ${time}`,
  channel: 'PJSIP/101-00000b00',
  dstchannel: 'PJSIP/trunk-00000b01',
  billsec: 60,
  duration: 70,
  ...more,
});

let phone: Awaited<ReturnType<typeof aPhoneWithFiles>>;
beforeEach(async () => {
  phone = await aPhoneWithFiles('2026-11-16T10:00:00Z');
});
afterEach(() => phone.remove());

describe("Asterisk's Master.csv", () => {
  it.each<[string, readonly AsteriskRow[], readonly string[]]>([
    ['a missed call waits', [missed(ann, '10:00:00')], ['…2233 waiting: unanswered']],
    [
      'a call back answers, whatever way the number is written',
      [missed(ann, '10:00:00'), calledBack('380501112233', '10:30:00')],
      ['…2233 answered'],
    ],
    [
      'a call back that nobody picks up answers nothing',
      [missed(ann, '10:00:00'), calledBack(ann, '10:30:00', { billsec: 0 })],
      ['…2233 waiting: unanswered'],
    ],
    [
      'a customer who gets through later no longer waits',
      [missed(ann, '10:00:00'), missed(ann, '10:20:00', { billsec: 100, duration: 110 })],
      ['…2233 answered'],
    ],
    [
      'a call that is picked up is answered',
      [missed(ann, '10:00:00', { billsec: 30, duration: 42 })],
      ['…2233 answered: picked-up'],
    ],
    [
      'a customer who calls five times waits once',
      ['10:00:00', '10:01:00', '10:02:00', '10:03:00', '10:04:00'].map((time) => missed(ann, time)),
      ['…2233 waiting: unanswered'],
    ],
    [
      'legs of a ring group are one call, and the phone that was picked up answered it',
      [1, 2, 3].map((n) =>
        missed(ann, '10:00:00', {
          uniqueid: '1763280000.11',
          dstchannel: `PJSIP/10${n}-0000000${n}`,
          ...(n === 2 && { billsec: 50, duration: 62 }),
        }),
      ),
      ['…2233 answered: picked-up'],
    ],
    [
      'phones that ring one after the other are one call as well',
      [
        missed(ann, '10:00:00', { duration: 20, dstchannel: 'PJSIP/101-1' }),
        missed(ann, '10:00:20', { duration: 30, billsec: 10, dstchannel: 'PJSIP/102-1' }),
      ],
      ['…2233 answered: picked-up'],
    ],
    [
      'the voicemail answers nothing',
      [missed(ann, '10:00:00', { billsec: 40, duration: 60, lastapp: 'VoiceMail', dstchannel: '' })],
      ['…2233 waiting: unanswered'],
    ],
    [
      'a menu in which the caller gives up answers nothing',
      [missed(ann, '10:00:00', { billsec: 40, duration: 40, lastapp: 'BackGround', dstchannel: '' })],
      ['…2233 waiting: unanswered'],
    ],
    [
      'who hangs up within five seconds waits for nothing',
      [missed(ann, '10:00:00', { duration: 4 })],
      ['…2233 no-reply-needed: misdial'],
    ],
    [
      'who hears the busy tone at once waits',
      [missed(ann, '10:00:00', { duration: 0, disposition: 'BUSY' })],
      ['…2233 waiting: unanswered'],
    ],
    [
      'a withheld number cannot be called back',
      [missed('anonymous', '10:00:00'), missed('', '10:05:00', { clid: '' })],
      ['no-reply-needed: withheld', 'no-reply-needed: withheld'],
    ],
    ['extensions that call each other are no customers', [missed('101', '10:00:00', { dst: '102' })], []],
    [
      "a call that is forwarded to a phone outside is the caller's",
      [missed(ann, '10:00:00', { dst: '0509998877' })],
      ['…2233 waiting: unanswered'],
    ],
    [
      'two customers are two',
      [missed(ann, '10:00:00'), missed(bob, '10:01:00'), calledBack(bob, '10:10:00')],
      ['…2233 waiting: unanswered', '…3344 answered'],
    ],
    ['rows may be out of order', [calledBack(ann, '10:30:00'), missed(ann, '10:00:00')], ['…2233 answered']],
    [
      'with an unknown disposition, somebody who spoke was answered and somebody else was not',
      [
        missed(ann, '10:00:00', { disposition: 'MYSTERY', billsec: 20, duration: 30 }),
        missed(bob, '10:01:00', { disposition: 'MYSTERY' }),
      ],
      ['…2233 answered: picked-up', '…3344 waiting: unanswered'],
    ],
  ])('%s', async (_, rows, standing) => {
    await phone.put('Master.csv', asteriskFile(rows));
    const { result } = await phone.poll();
    expect(result.outcome).toBe('measured');
    expect(phone.standing()).toEqual(standing);
  });

  it('gives the figures of a phone', async () => {
    await phone.put(
      'Master.csv',
      asteriskFile([
        missed(ann, '09:00:00', { billsec: 30, duration: 42 }),
        missed(bob, '09:10:00', { billsec: 30, duration: 36 }),
        missed('0503334455', '09:20:00', { billsec: 30, duration: 60 }),
        missed('0504445566', '09:30:00'),
        calledBack('0504445566', '10:00:00'),
        missed('0505556677', '10:30:00'),
        missed('anonymous', '10:40:00'),
        missed('0506667788', '10:50:00', { duration: 2 }),
      ]),
    );
    const { result, light } = await phone.poll();
    expect(light).toBe('green');
    expect(result.measurements).toMatchObject({
      unanswered: 1,
      notCalledBack: 1,
      callsPickedUpRatio: 3 / 6,
      medianRingMs: 12_000,
      noReplyNeeded: 2,
      oldestWaitingMinutes: 90,
    });
    expect(result.reason).toBe('One caller is waiting to be called back.');
    expect(result.details['noReplyNeeded']).toMatchObject({ counts: { withheld: 1, misdial: 1 } });
  });

  it('keeps four digits of a number and tells none of it', async () => {
    await phone.put(
      'Master.csv',
      asteriskFile([missed(ann, '10:00:00'), calledBack(ann, '10:30:00'), missed(bob, '10:40:00')]),
    );
    const { result } = await phone.poll();
    const kept = JSON.stringify([[...phone.store.conversations.values()], phone.store.poll, result]);
    expect(kept).not.toMatch(/50111|50222|222334/);
    expect(JSON.stringify(result)).not.toContain('…');
  });

  it('says which missed call to answer, and turns red when the promise is broken', async () => {
    await phone.put('Master.csv', asteriskFile([missed(ann, '10:00:00')]));
    phone.clock.now = Date.parse('2026-11-16T14:00:00Z');
    const { result, light } = await phone.poll();
    expect(light).toBe('red');
    expect(result.facts['overdue']).toMatch(
      /^No call back for 5 h of business time \(missed call: .*10:00\), due by .*15:00\.$/,
    );
  });
});
