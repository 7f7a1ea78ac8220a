import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation, PollState } from '../../shared/model/conversation.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Result } from '../../shared/model/result.ts';
import { statusKey } from '../../shared/model/table-keys.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { aResult } from '../support/a-result.ts';
import { anIncident, aStatus } from '../support/a-status.ts';

export interface StoresUnderTest {
  readonly stores: Stores;
  /** Writes an item as it is, past the adapters. */
  putRaw(item: Record<string, unknown>): Promise<void>;
  getRaw(key: { readonly PK: string; readonly SK: string }): Promise<Record<string, unknown> | null>;
  close(): Promise<void>;
}

const always = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
const at = (time: string) => `2026-11-23T${time}:00.000Z`;

/** Fresh names per case, so that the suite also runs on a table that others share. */
let cases = 0;
const aTouchpoint = () => `site-${process.pid}-${++cases}`;

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
  });
}

function describeResults(table: () => StoresUnderTest): void {
  describe('results', () => {
    it('keeps the first account of a run when it is delivered twice', async () => {
      const { results } = table().stores;
      const first = aResult({ checkId: `${aTouchpoint()}/form`, reason: 'first' });
      expect(await results.put(first)).toBe('stored');
      expect(await results.put({ ...first, reason: 'second' })).toBe('already-there');
      expect(await results.list(first.checkId, always)).toEqual([first]);
    });

    it('gives back everything that was measured, whatever the page made of it', async () => {
      const result = aResult({
        checkId: `${aTouchpoint()}/contacts:/über?q=#1:/a@mobile`,
        measurements: { cls: 0.1 + 0.2, transferBytes: 2 ** 53 + 2, nothing: 0 },
        facts: { empty: '' },
        evidence: [{ name: 'screenshot.png', contentType: 'image/png', reference: 'a/b' }],
        details: { found: [{ text: '\u0000 "☎" \n', big: 1e300, none: null, nested: nested(60) }] },
      });
      await table().stores.results.put(result);
      expect(await table().stores.results.list(result.checkId, always)).toEqual([result]);
    });

    it('lists a range from its start up to, but not including, its end, oldest first', async () => {
      const { results } = table().stores;
      const checkId = `${aTouchpoint()}/form`;
      for (const time of ['10:30', '09:00', '10:00', '11:00']) {
        await results.put(aResult({ checkId, scheduledAt: at(time) }));
      }
      const listed = await results.list(checkId, { from: at('10:00'), to: at('11:00') });
      expect(listed.map(({ scheduledAt }) => scheduledAt)).toEqual([at('10:00'), at('10:30')]);
      expect(await results.list(checkId, { from: at('12:00'), to: at('09:00') })).toEqual([]);
    });

    it('pages to the end of more than a megabyte', async () => {
      const { results } = table().stores;
      const checkId = `${aTouchpoint()}/form`;
      const details = { text: 'x'.repeat(150_000) };
      for (let minute = 10; minute < 30; minute++) {
        await results.put(aResult({ checkId, scheduledAt: at(`09:${minute}`), details }));
      }
      const listed = await results.list(checkId, always);
      expect(listed).toHaveLength(20);
      expect(listed.every((result) => result.details['text'] === details.text)).toBe(true);
    });

    it('stores a run whose details are too large without them, and says so', async () => {
      const result = aResult({ checkId: `${aTouchpoint()}/form`, details: { text: 'x'.repeat(500_000) } });
      expect(await table().stores.results.put(result)).toBe('stored');
      const [stored] = await table().stores.results.list(result.checkId, always);
      expect(stored?.details).toEqual({ omitted: 'The details had 500011 bytes; at most 300000 are kept.' });
    });

    it('does not mix up checks whose ids begin alike', async () => {
      const { results } = table().stores;
      const site = aTouchpoint();
      const ids = [
        `${site}/page-load`,
        `${site}/page-load:/a`,
        `${site}/page-load:/a@mobile`,
        `${site}/page-load@mobile`,
      ];
      for (const checkId of ids) await results.put(aResult({ checkId }));
      for (const checkId of ids) {
        expect((await results.list(checkId, always)).map((result) => result.checkId)).toEqual([checkId]);
      }
    });

    it('lets a result expire 400 days after its run', async () => {
      const result = aResult({ checkId: `${aTouchpoint()}/form`, scheduledAt: '2026-01-01T00:00:00.000Z' });
      await table().stores.results.put(result);
      const item = await table().getRaw({ PK: `CHECK#${result.checkId}`, SK: `RUN#${result.scheduledAt}` });
      expect(item).toMatchObject({ type: 'result', expiresAt: Date.parse('2027-02-05T00:00:00Z') / 1000 });
    });
  });
}

function describeStatuses(table: () => StoresUnderTest): void {
  describe('statuses', () => {
    const aStatusOf = (touchpointId: string, lastRunAt: string) =>
      aStatus({ touchpointId, checkId: `${touchpointId}/form`, lastRunAt });

    it('knows none at first, then the one that was saved', async () => {
      const { statuses } = table().stores;
      const status = aStatusOf(aTouchpoint(), at('09:00'));
      expect(await statuses.load(status.touchpointId, status.checkId)).toBeNull();
      expect(await statuses.save(status, null)).toBe('saved');
      expect(await statuses.load(status.touchpointId, status.checkId)).toEqual(status);
    });

    it('refuses to begin twice', async () => {
      const { statuses } = table().stores;
      const status = aStatusOf(aTouchpoint(), at('09:00'));
      await statuses.save(status, null);
      expect(await statuses.save({ ...status, light: 'red' }, null)).toBe('conflict');
      expect(await statuses.load(status.touchpointId, status.checkId)).toEqual(status);
    });

    it('moves only the status that was read', async () => {
      const { statuses } = table().stores;
      const status = aStatusOf(aTouchpoint(), at('09:00'));
      await statuses.save(status, null);
      expect(await statuses.save({ ...status, lastRunAt: at('09:30') }, at('09:00'))).toBe('saved');
      expect(await statuses.save({ ...status, lastRunAt: at('10:00') }, at('09:00'))).toBe('conflict');
      expect((await statuses.load(status.touchpointId, status.checkId))?.lastRunAt).toBe(at('09:30'));
    });

    it('does not create a status that was expected to be there', async () => {
      const { statuses } = table().stores;
      const status = aStatusOf(aTouchpoint(), at('09:30'));
      expect(await statuses.save(status, at('09:00'))).toBe('conflict');
      expect(await statuses.load(status.touchpointId, status.checkId)).toBeNull();
    });

    it('lets exactly one of many win that save at the same time', async () => {
      const { statuses } = table().stores;
      const status = aStatusOf(aTouchpoint(), at('09:00'));
      await statuses.save(status, null);
      const rivals = [10, 11, 12, 13, 14, 15].map((hour) => ({ ...status, lastRunAt: at(`${hour}:00`) }));
      const outcomes = await Promise.all(rivals.map((rival) => statuses.save(rival, at('09:00'))));
      expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
      const winner = rivals[outcomes.indexOf('saved')];
      expect(await statuses.load(status.touchpointId, status.checkId)).toEqual(winner);
    });

    it('lists those of one touchpoint and nothing else of it', async () => {
      const { stores } = table();
      const [site, other] = [aTouchpoint(), aTouchpoint()];
      const own = [`${site}/availability`, `${site}/page-load:/a@mobile`].map((checkId) =>
        aStatus({ touchpointId: site, checkId, incident: anIncident({ touchpointId: site, checkId }) }),
      );
      for (const status of own) await stores.statuses.save(status, null);
      await stores.statuses.save(aStatusOf(other, at('09:00')), null);
      const checkId = `${site}/availability`;
      await stores.history.put(aResult({ checkId }), {
        day: null,
        incident: anIncident({ touchpointId: site, checkId }),
      });
      expect(await stores.statuses.list(site)).toEqual(own);
    });

    it('marks a status that may be worth telling, for the stream that wakes notify', async () => {
      const { stores, getRaw } = table();
      const status = aStatusOf(aTouchpoint(), at('09:00'));
      const key = statusKey(status.touchpointId, status.checkId);
      await stores.statuses.save(status, null);
      expect(await getRaw(key)).toMatchObject({ type: 'status', tell: false });
      await stores.statuses.save({ ...status, lastRunAt: at('09:30') }, at('09:00'), true);
      expect(await getRaw(key)).toMatchObject({ type: 'status', tell: true });
    });

    it('names the key of an item that is broken', async () => {
      const { stores, putRaw } = table();
      const site = aTouchpoint();
      await putRaw({ PK: `TOUCHPOINT#${site}`, SK: 'STATUS#form', type: 'status', light: 'purple' });
      await expect(stores.statuses.load(site, `${site}/form`)).rejects.toThrow(
        new RegExp(
          `The item TOUCHPOINT#${site} / STATUS#form in table .* is not a valid status: .*lastRunAt: Invalid input`,
        ),
      );
      await expect(stores.statuses.list(site)).rejects.toThrow('STATUS#form');
    });
  });
}

function describeHistory(table: () => StoresUnderTest): void {
  describe('days and incidents', () => {
    const aDay = (date: string) => ({
      date,
      runs: { green: 47, yellow: 1, red: 0, unknown: 0 },
      measurements: { lcpMs: { p50: 1500, p75: 1800.5, max: 2600 } },
    });

    it('puts a closed day twice and has it once', async () => {
      const { days, history } = table().stores;
      const site = aTouchpoint();
      const checkId = `${site}/page-load:/a@mobile`;
      for (const date of ['2026-11-23', '2026-11-22', '2026-11-22', '2026-11-24']) {
        await history.put(aResult({ checkId }), { day: aDay(date), incident: null });
      }
      expect(await days.list(site, { from: '2026-11-22', to: '2026-11-24' })).toEqual([
        { checkId, day: aDay('2026-11-22') },
        { checkId, day: aDay('2026-11-23') },
      ]);
    });

    it('keeps an incident once, as it was last put, in the order in which incidents opened', async () => {
      const { incidents, history } = table().stores;
      const put = (incident: Incident) => history.put(aResult({ checkId: incident.checkId }), { day: null, incident });
      const site = aTouchpoint();
      const anIncidentOf = (openedAt: string, checkId = `${site}/form`) =>
        anIncident({ touchpointId: site, checkId, openedAt });
      const resolved = { ...anIncidentOf(at('09:05')), state: 'resolved' as const, resolvedAt: at('10:00') };
      for (const incident of [anIncidentOf(at('11:00')), anIncidentOf(at('09:05')), resolved]) await put(incident);
      await put(anIncidentOf(at('09:05'), `${site}/contacts@mobile`));
      const listed = await incidents.list(site, { from: at('09:05'), to: at('11:00') });
      expect(listed).toEqual([anIncidentOf(at('09:05'), `${site}/contacts@mobile`), resolved]);
    });

    it('refuses an incident that never opened', async () => {
      const suspected = anIncident({ state: 'suspected', openedAt: null });
      const put = table().stores.history.put(aResult({}), { day: null, incident: suspected });
      await expect(put).rejects.toThrow('never opened');
    });

    it('puts a result with what it closes, in place of an earlier account of that run', async () => {
      const { results, days, incidents, history } = table().stores;
      const site = aTouchpoint();
      const checkId = `${site}/form`;
      const result = aResult({ checkId, reason: 'the account that counted' });
      await results.put({ ...result, reason: 'an account that was not counted' });
      const day = aDay('2026-11-22');
      const incident = anIncident({ touchpointId: site, checkId, state: 'resolved', resolvedAt: at('10:00') });
      await history.put(result, { day, incident });
      expect(await results.list(checkId, { from: '2000', to: '2100' })).toEqual([result]);
      expect(await days.list(site, { from: '2000', to: '2100' })).toEqual([{ checkId, day }]);
      expect(await incidents.list(site, { from: '2000', to: '2100' })).toEqual([incident]);
    });
  });
}

function describeSentLog(table: () => StoresUnderTest): void {
  describe('the log of what was sent', () => {
    it('keeps the first record of a notice and tells reasons, numbers and checks apart', async () => {
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
        why: 'the host is told',
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

function nested(depth: number): Result['details'] {
  return { deeper: depth === 0 ? null : nested(depth - 1) };
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
