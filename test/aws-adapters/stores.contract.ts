import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation, PollState } from '../../shared/model/conversation.ts';
import type { Saying } from '../../shared/model/saying.ts';
import { lexiconReader } from '../../shared/model/theme-model.ts';
import { aResult } from '../support/a-result.ts';
import { describeBoard } from './board.contract.ts';
import { describeEnquiries } from './enquiries.contract.ts';
import { describeModelSpending } from './model-spending.contract.ts';
import { describeHistory, describeResults, describeStatuses } from './runs.contract.ts';
import { always, aTouchpoint, at, type StoresUnderTest } from './stores-under-test.ts';

/** What every table behind the Stores port must do: embedded, emulated or in AWS. */
export function describeStores(where: string, open: () => Promise<StoresUnderTest>): void {
  describe(`the stores ${where}`, () => {
    let table: StoresUnderTest;
    beforeAll(async () => {
      table = await open();
    });
    afterAll(() => table.close());

    describeResults(() => table);
    describeStatuses(() => table);
    describeHistory(() => table);
    describeSentLog(() => table);
    describeDesk(() => table);
    describeConversations(() => table);
    describeDigests(() => table);
    describeEnquiries(() => table);
    describeBoard(() => table);
    describeModelSpending(() => table);
  });
}

function describeSentLog(table: () => StoresUnderTest): void {
  describe('the log of what was sent', () => {
    it('keeps the first record of a notice and keeps reasons, numbers and checks apart', async () => {
      const { sent } = table().stores;
      const site = aTouchpoint();
      const opened = {
        touchpointId: site,
        checkId: `${site}/form`,
        subjectAt: at('09:05'),
        reason: 'opened' as const,
        n: 1,
        light: 'red' as const,
        sentAt: at('09:06'),
      };
      const all = [
        { ...opened, checkId: `${site}/contacts@mobile` },
        opened,
        ...[1, 2, 10].map((n) => ({ ...opened, reason: 'reminder' as const, n })),
      ];
      for (const notice of all) await sent.record(notice);
      await sent.record({ ...opened, sentAt: at('09:30') });
      expect(await sent.list(site, { from: at('09:05'), to: at('09:06') })).toEqual(all);
      expect(await sent.list(site, { from: at('09:06'), to: at('10:00') })).toEqual([]);
    });
  });
}

function describeDesk(table: () => StoresUnderTest): void {
  describe('acknowledgements', () => {
    it('keep the latest word on an incident, be it that it was withdrawn', async () => {
      const { acknowledgements } = table().stores;
      const site = aTouchpoint();
      const first = {
        touchpointId: site,
        checkId: `${site}/page-load:/a@mobile`,
        subjectAt: at('09:05'),
        acknowledgedAt: at('09:10'),
        why: 'the host knows',
        withdrawnAt: null,
      };
      const second = { ...first, acknowledgedAt: at('09:30'), why: 'they are at it' };
      expect(await acknowledgements.put(first)).toBe('stored');
      expect(await acknowledgements.put(second)).toBe('stored');
      expect(await acknowledgements.put({ ...first, withdrawnAt: at('09:31') })).toBe('outdated');
      expect(await acknowledgements.list(site, always)).toEqual([second]);
      const withdrawn = { ...second, withdrawnAt: at('09:40') };
      expect(await acknowledgements.put(withdrawn)).toBe('stored');
      expect(await acknowledgements.put({ ...first, subjectAt: at('11:00') })).toBe('stored');
      expect(await acknowledgements.list(site, { from: at('09:05'), to: at('11:00') })).toEqual([withdrawn]);
    });
  });

  describe('the plan', () => {
    const planned = (id: string) => ({ id, kind: 'trouble', touchpointId: 'website', probe: 'form' }) as const;

    it('keeps what people did about an action, and refuses a change by who has not seen the last one', async () => {
      const { plan } = table().stores;
      const step = { ...planned(`${aTouchpoint()}/form`), taken: null, closed: null, changedAt: at('09:00') };
      const taken = { by: 'Olena', note: 'compare', until: '2026-12-15', at: at('09:10') };
      expect(await plan.put(step, null)).toBe('saved');
      expect(await plan.put(step, null)).toBe('conflict');
      const later = { ...step, taken, changedAt: at('09:10') };
      expect(await plan.put(later, at('09:00'))).toBe('saved');
      expect(await plan.put({ ...step, changedAt: at('09:20') }, at('09:00'))).toBe('conflict');
      expect((await plan.list()).filter(({ id }) => id === step.id)).toEqual([later]);
      expect(await table().getRaw({ PK: 'PLAN', SK: `ACTION#${step.id}` })).toMatchObject({
        type: 'plan-step',
        expiresAt: Date.parse(later.changedAt) / 1000 + 400 * 86_400,
      });
    });

    it('remembers what the first digest of a week listed, and finds the newest before a week', async () => {
      const { plan } = table().stores;
      const memory = (weekId: string) => ({
        ...{ weekId, at: at('06:00') },
        planned: [{ ...planned('website/form'), since: '2020-01-06', by: null }],
      });
      expect(await plan.newest('2020-W02')).toBeNull();
      expect(await plan.remember(memory('2020-W02'))).toBe('stored');
      expect(await plan.remember({ ...memory('2020-W02'), planned: [] })).toBe('already-there');
      expect(await plan.remember(memory('2020-W03'))).toBe('stored');
      expect(await plan.newest('2020-W02')).toBeNull();
      expect(await plan.newest('2020-W03')).toEqual(memory('2020-W02'));
      expect(await plan.newest('2020-W53')).toEqual(memory('2020-W03'));
    });
  });

  describe('maintenance windows', () => {
    it('begin once, end once, and are found by when they begin', async () => {
      const { maintenance } = table().stores;
      const site = aTouchpoint();
      const window = { touchpointId: site, from: at('09:00'), to: at('11:00'), why: 'a new host' };
      const later = { ...window, from: at('12:00'), to: at('13:00') };
      expect(await maintenance.start(window)).toBe('started');
      expect(await maintenance.start({ ...window, why: 'another' })).toBe('already-there');
      expect(await maintenance.start(later)).toBe('started');
      expect(await maintenance.end(window, at('10:00'))).toBe('ended');
      expect(await maintenance.end(window, at('10:30'))).toBe('conflict');
      expect(await maintenance.list(site, { from: at('09:00'), to: at('12:00') })).toEqual([
        { ...window, to: at('10:00') },
      ]);
      expect(await maintenance.list(site, always)).toHaveLength(2);
      expect(await table().getRaw({ PK: `TOUCHPOINT#${site}`, SK: `MAINTENANCE#${later.from}` })).toMatchObject({
        type: 'maintenance',
        expiresAt: Date.parse(later.to) / 1000 + 400 * 86_400,
      });
    });
  });
}

function describeConversations(table: () => StoresUnderTest): void {
  describe('conversations', () => {
    const aConversation = (checkId: string, id: string): Conversation => ({
      checkId,
      id,
      place: null,
      kind: 'comment',
      state: 'waiting',
      reason: 'unanswered',
      startedAt: at('09:00'),
      waitingSince: at('09:00'),
      answeredAt: null,
      responseMinutes: null,
      closedAt: null,
      nudgedAt: null,
      keepUntil: '2027-03-01T09:00:00.000Z',
      permalink: 'https://example.com/#1',
      rating: null,
      authorId: '42',
      author: 'Ann K.',
      text: 'Open? #1 ☎',
      forgotten: false,
    });

    it('keeps many of one check, whatever their ids, apart from its results and from other checks', async () => {
      const { conversations, results } = table().stores;
      const checkId = `${aTouchpoint()}/responses`;
      const ids = ['1', '10', 't_588', 'accounts/1/locations/22/reviews/A#b', '199000000000000001', 'ü'];
      const many = [...ids, ...Array.from({ length: 60 }, (_, i) => `many-${i}`)].map((id) =>
        aConversation(checkId, id),
      );
      await conversations.put(many);
      await conversations.put(many);
      await results.put(aResult({ checkId }));
      await conversations.put([aConversation(`${checkId}-2`, 'other')]);
      const listed = await conversations.list(checkId);
      expect(listed.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        many.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
      expect(await results.list(checkId, always)).toHaveLength(1);
    });

    it('lets each expire at its own time', async () => {
      const conversation = aConversation(`${aTouchpoint()}/responses`, '1');
      await table().stores.conversations.put([conversation]);
      const item = await table().getRaw({ PK: `CHECK#${conversation.checkId}`, SK: 'THREAD#1' });
      expect(item).toMatchObject({ type: 'conversation', expiresAt: Date.parse(conversation.keepUntil) / 1000 });
    });

    it('keeps what customers said by when it was written, apart from their words, for 400 days', async () => {
      const { conversations } = table().stores;
      const checkId = `${aTouchpoint()}/responses`;
      const saying = (id: string, time: string): Saying => ({
        ...{ checkId, id, at: at(time), kind: 'review', rating: 2, voice: 'v' },
        ...{ complaints: ['no-answer'], praises: ['quality', 'clean'], readBy: lexiconReader },
      });
      const three = [saying('c', '11:00'), saying('a', '09:00'), saying('b', '10:00')];
      await conversations.putSayings(three);
      await conversations.putSayings(three);
      await conversations.put([aConversation(checkId, '1')]);
      expect((await conversations.listSayings(checkId)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      const morning = { from: at('09:00'), to: at('11:00') };
      expect(await conversations.listSayings(checkId, morning)).toEqual([three[1], three[2]]);
      await conversations.putSayings([{ ...saying('a', '09:00'), voice: null }]);
      expect((await conversations.listSayings(checkId, morning))[0]).toMatchObject({ id: 'a', voice: null });
      // A poll that had read it before the author asked to be forgotten.
      await conversations.putSayings([{ ...saying('a', '09:00'), praises: [] }]);
      expect((await conversations.listSayings(checkId, morning))[0]).toMatchObject({ voice: null, praises: [] });
      expect(await conversations.list(checkId)).toHaveLength(1);
      const item = await table().getRaw({ PK: `CHECK#${checkId}`, SK: `SAID#${at('09:00')}#a` });
      expect(item).toMatchObject({ type: 'saying', expiresAt: Date.parse(at('09:00')) / 1000 + 400 * 86_400 });
    });

    it('knows no poll at first, then the last one with everything that it remembered', async () => {
      const { conversations } = table().stores;
      const checkId = `${aTouchpoint()}/responses`;
      expect(await conversations.loadPoll(checkId)).toBeNull();
      const state: PollState = {
        checkId,
        polledAt: at('09:00'),
        retryAt: null,
        cause: null,
        caughtUp: false,
        ratings: [{ date: '2026-11-23', average: 4.25 }],
        memory: { platform: { posts: { '1001': { fingerprint: '2', readAt: 1_794_834_300_000 } }, none: null } },
      };
      await conversations.savePoll(state);
      await conversations.savePoll({ ...state, caughtUp: true });
      expect(await conversations.loadPoll(checkId)).toEqual({ ...state, caughtUp: true });
    });
  });
}

function describeDigests(table: () => StoresUnderTest): void {
  describe('the log of digests', () => {
    it('lets one sending be claimed by one, and again only after a certain refusal', async () => {
      const { digests } = table().stores;
      const week = `2026-W47-${aTouchpoint()}`;
      const claim = (reader: string) => digests.claim(week, reader, at('06:00'));
      const side = await Promise.all([claim('a#b@x.example'), claim('a#b@x.example'), claim('a#b@x.example')]);
      expect(side.toSorted()).toEqual(['claimed', 'claimed', 'ours']);
      await digests.settle(week, 'a#b@x.example', 'refused', at('06:01'));
      expect(await claim('a#b@x.example')).toBe('ours');
      await digests.settle(week, 'a#b@x.example', 'sent', at('06:02'));
      expect(await claim('a#b@x.example')).toBe('sent');
      expect(await claim('other@x.example')).toBe('ours');
    });
  });
}
