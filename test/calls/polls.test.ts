import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetAuthor } from '../../functions/probe-social/forget-author.ts';
import { type AsteriskRow, aPhoneWithFiles, asteriskFile } from './support.ts';

const ann = '0501112233';
const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const missed = (src: string, start: string, more: Partial<AsteriskRow> = {}): AsteriskRow => ({
  src,
  dst: '380441234567',
  start,
  ...more,
});
const calledBack = (dst: string, start: string): AsteriskRow => ({
  src: '101',
  dst,
  start,
  channel: 'PJSIP/101-00000b00',
  billsec: 60,
  duration: 70,
});

let phone: Awaited<ReturnType<typeof aPhoneWithFiles>>;
beforeEach(async () => {
  phone = await aPhoneWithFiles('2026-11-16T10:00:00Z');
});
afterEach(() => phone.remove());

const measured = async (): Promise<readonly string[]> => {
  expect((await phone.poll()).result.cause).toBeNull();
  return phone.standing();
};
const ids = (): readonly string[] => [...phone.store.conversations.keys()].toSorted();

describe('poll after poll', () => {
  it('a call that is answered later is the same conversation, and the next one is another', async () => {
    const first = [missed(ann, '2026-11-16 10:00:00')];
    await phone.put('Master.csv', asteriskFile(first));
    expect(await measured()).toEqual(['…2233 waiting: unanswered']);
    const known = ids();

    phone.clock.now += 60 * minuteMs;
    const second = [...first, missed(ann, '2026-11-16 12:10:00'), calledBack(ann, '2026-11-16 12:30:00')];
    await phone.put('Master.csv', asteriskFile(second));
    expect(await measured()).toEqual(['…2233 answered']);
    expect(ids()).toEqual(known);
    expect([...phone.store.conversations.values()]).toMatchObject([
      { answeredAt: '2026-11-16T10:30:10.000Z', state: 'answered' },
    ]);

    phone.clock.now += 60 * minuteMs;
    await phone.put('Master.csv', asteriskFile([...second, missed(ann, '2026-11-16 13:10:00')]));
    expect(await measured()).toEqual(['…2233 answered', '…2233 waiting: unanswered']);
  });

  it('only new rows in a file of their own answer what an older file told', async () => {
    await phone.put('monday.csv', asteriskFile([missed(ann, '2026-11-16 10:00:00')]));
    await measured();
    phone.clock.now += dayMs;
    await phone.put('tuesday.csv', asteriskFile([calledBack(ann, '2026-11-17 11:00:00')]));
    expect(await measured()).toEqual(['…2233 answered']);
    // Monday's file may go: what is known stays.
    await phone.put('monday.csv', asteriskFile([missed('0509998877', '2026-11-16 10:01:00')]));
    expect(await measured()).toEqual(['…2233 answered', '…8877 waiting: unanswered']);
  });

  it('a row that comes late is put where it belongs', async () => {
    await phone.put('a.csv', asteriskFile([missed(ann, '2026-11-16 10:00:00'), missed(ann, '2026-11-16 11:00:00')]));
    await measured();
    const known = ids();
    await phone.put('b.csv', asteriskFile([missed(ann, '2026-11-16 09:30:00')]));
    expect(await measured()).toEqual(['…2233 waiting: unanswered']);
    expect(ids()).toEqual(known);
    await phone.put('c.csv', asteriskFile([calledBack(ann, '2026-11-16 10:30:00')]));
    expect(await measured()).toEqual(['…2233 answered', '…2233 waiting: unanswered']);
    expect([...phone.store.conversations.values()].map(({ waitingSince }) => waitingSince)).toEqual([
      '2026-11-16T07:30:00.000Z',
      '2026-11-16T09:00:00.000Z',
    ]);
  });

  it('the same file dropped twice, under two names, changes nothing', async () => {
    const rows = asteriskFile([
      missed(ann, '2026-11-16 10:00:00', { billsec: 30, duration: 40 }),
      missed(ann, '2026-11-16 11:00:00'),
      missed('anonymous', '2026-11-16 11:10:00'),
      missed('0502223344', '2026-11-16 11:20:00', { duration: 2 }),
    ]);
    await phone.put('calls.csv', rows);
    const once = await measured();
    const kept = JSON.stringify([...phone.store.conversations]);
    await phone.put('calls (1).csv', rows);
    expect(await measured()).toEqual(once);
    expect(JSON.stringify([...phone.store.conversations])).toBe(kept);
  });

  it('a file that is not changed is not read again', async () => {
    await phone.put('Master.csv', asteriskFile([missed(ann, '2026-11-16 10:00:00')]));
    await measured();
    const time = phone.clock.now - 60 * minuteMs;
    // Of the same size and age: only who opens it would see that it is another.
    await phone.put('Master.csv', asteriskFile([missed('0509998877', '2026-11-16 10:00:00')]), time);
    phone.clock.now += 15 * minuteMs;
    expect(await measured()).toEqual(['…2233 waiting: unanswered']);
  });

  it('half a row at the end of a growing file is read once it is whole', async () => {
    const [first = '', second = ''] = asteriskFile([
      missed(ann, '2026-11-16 11:40:00'),
      calledBack(ann, '2026-11-16 11:50:00'),
    ]).split('\n');
    const now = phone.clock.now;
    for (const half of [second.slice(0, 30), second.slice(0, -40), second.slice(0, -3)]) {
      await phone.put('Master.csv', `${first}\n${half}`, now);
      expect(await measured()).toEqual(['…2233 waiting: unanswered']);
    }
    await phone.put('Master.csv', `${first}\n${second}\n`, now);
    expect(await measured()).toEqual(['…2233 answered']);
  });

  it('a last row without a new line counts once nobody writes any more', async () => {
    const rows = asteriskFile([missed(ann, '2026-11-16 11:40:00')]).trimEnd();
    await phone.put('Master.csv', rows, phone.clock.now);
    expect((await phone.poll()).result.cause).toBe('setup');
    phone.clock.now += 15 * minuteMs;
    expect(await measured()).toEqual(['…2233 waiting: unanswered']);
  });

  it('what grows while it is read is read up to where it was', async () => {
    await phone.put('Master.csv', asteriskFile([missed(ann, '2026-11-16 10:00:00')]));
    const [first] = await Promise.all([
      phone.poll(),
      appendFile(path.join(phone.folder, 'Master.csv'), asteriskFile([calledBack(ann, '2026-11-16 11:00:00')])),
    ]);
    expect(first.result.cause).toBeNull();
    phone.clock.now += 15 * minuteMs;
    expect(await measured()).toEqual(['…2233 answered']);
  });

  it('a call back that is told of weeks later answers all the same', async () => {
    await phone.put('a.csv', asteriskFile([missed(ann, '2026-11-16 10:00:00')]));
    await measured();
    phone.clock.now += 14 * dayMs;
    await phone.put(
      'b.csv',
      asteriskFile([calledBack(ann, '2026-11-17 10:00:00'), missed('0502223344', '2026-11-30 10:00:00')]),
    );
    expect(await measured()).toEqual(['…2233 answered', '…3344 waiting: unanswered']);
  });

  it('what was answered long ago does not come out of an old file again', async () => {
    const later = await aPhoneWithFiles('2026-11-26T10:00:00Z');
    await later.put(
      'Master.csv',
      asteriskFile([
        missed(ann, '2026-11-16 10:00:00'),
        calledBack(ann, '2026-11-16 10:30:00'),
        missed('0502223344', '2026-11-16 10:40:00'),
        missed('0503334455', '2026-07-16 10:40:00'),
        missed('0504445566', '2026-11-26 11:00:00'),
      ]),
    );
    expect((await later.poll()).result.cause).toBeNull();
    expect(later.standing()).toEqual(['…3344 waiting: unanswered', '…5566 waiting: unanswered']);
    await later.remove();
  });
});

describe('a caller who asks to be forgotten', () => {
  it.each(['+380 50 111 22 33', '0501112233', '050 111-22-33'])('is found by %s', async (number) => {
    await phone.put(
      'Master.csv',
      asteriskFile([missed(ann, '2026-11-16 10:00:00'), missed('0502223344', '2026-11-16 10:01:00')]),
    );
    await measured();
    expect(await forgetAuthor(phone.check.id, number, phone.store)).toBe(1);
    expect(phone.standing()).toEqual(['waiting: unanswered', '…3344 waiting: unanswered']);
    expect(await forgetAuthor(phone.check.id, number, phone.store)).toBe(0);
  });

  it('is not found by the number of somebody else, nor by a text with seven digits', async () => {
    await phone.put('Master.csv', asteriskFile([missed(ann, '2026-11-16 10:00:00')]));
    await measured();
    for (const other of ['0501112234', 'order 0501112233', '2233', 'Ann'])
      expect(await forgetAuthor(phone.check.id, other, phone.store)).toBe(0);
  });

  it('stays forgotten in later polls, and is still answered by a call back', async () => {
    const rows = [missed(ann, '2026-11-16 10:00:00')];
    await phone.put('Master.csv', asteriskFile(rows));
    await measured();
    await forgetAuthor(phone.check.id, ann, phone.store);
    phone.clock.now += 60 * minuteMs;
    await phone.put('Master.csv', asteriskFile([...rows, calledBack(ann, '2026-11-16 12:30:00')]));
    expect(await measured()).toEqual(['answered']);
    expect([...phone.store.conversations.values()]).toMatchObject([{ forgotten: true, authorId: null, author: '' }]);
  });
});
