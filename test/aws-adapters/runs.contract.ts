import { describe, expect, it } from 'vitest';
import { quoted } from '../../shared/model/finding.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Result } from '../../shared/model/result.ts';
import { statusKey } from '../../shared/model/table-keys.ts';
import { aResult } from '../support/a-result.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { always, aTouchpoint, at, type StoresUnderTest } from './stores-under-test.ts';

export function describeResults(table: () => StoresUnderTest): void {
  describe('results', () => {
    it('keeps the first account of a run when it is delivered twice', async () => {
      const { results } = table().stores;
      const first = aResult({ checkId: `${aTouchpoint()}/form`, reason: 'first' });
      expect(await results.put(first)).toBe('stored');
      expect(await results.put({ ...first, reason: quoted('second') })).toBe('already-there');
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

    it('gives the last of a check, newest first, and no more than asked for', async () => {
      const { results } = table().stores;
      const checkId = `${aTouchpoint()}/form`;
      for (const time of ['10:30', '09:00', '10:00']) await results.put(aResult({ checkId, scheduledAt: at(time) }));
      const newest = async (limit: number) =>
        (await results.newest(checkId, limit)).map(({ scheduledAt }) => scheduledAt);
      expect(await newest(2)).toEqual([at('10:30'), at('10:00')]);
      expect(await newest(50)).toEqual([at('10:30'), at('10:00'), at('09:00')]);
      expect(await results.newest(`${aTouchpoint()}/form`, 1)).toEqual([]);
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

export function describeStatuses(table: () => StoresUnderTest): void {
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

    it('marks a status that may call for an alert, for the stream that wakes notify', async () => {
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

export function describeHistory(table: () => StoresUnderTest): void {
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

    it('gives the last incidents, newest first, and those before one of them, though several opened at once', async () => {
      const { incidents, history } = table().stores;
      const site = aTouchpoint();
      const opened = [
        ['form', '09:00'],
        ['contacts@mobile', '10:00'],
        ['form', '10:00'],
        ['form', '11:00'],
      ] as const;
      for (const [name, time] of opened) {
        const checkId = `${site}/${name}`;
        const incident = anIncident({
          touchpointId: site,
          checkId,
          openedAt: at(time),
          state: 'resolved',
          resolvedAt: at('12:00'),
        });
        await history.put(aResult({ checkId, scheduledAt: at('12:00') }), { day: null, incident });
      }
      const shown = async (limit: number, before?: { readonly checkId: string; readonly openedAt: string }) =>
        (await incidents.newest(site, limit, before)).map(
          ({ checkId, openedAt }) => `${checkId.split('/')[1]} ${openedAt?.slice(11, 16)}`,
        );
      expect(await shown(2)).toEqual(['form 11:00', 'form 10:00']);
      expect(await shown(2, { checkId: `${site}/form`, openedAt: at('10:00') })).toEqual([
        'contacts@mobile 10:00',
        'form 09:00',
      ]);
      expect(await shown(9, { checkId: `${site}/form`, openedAt: at('09:00') })).toEqual([]);
      expect(
        await shown(9, { checkId: `${site}/page-load@mobile`, openedAt: at('10:30') }),
        'one that is not there',
      ).toEqual(['form 10:00', 'contacts@mobile 10:00', 'form 09:00']);
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
      await results.put({ ...result, reason: quoted('an account that was not counted') });
      const day = aDay('2026-11-22');
      const incident = anIncident({ touchpointId: site, checkId, state: 'resolved', resolvedAt: at('10:00') });
      await history.put(result, { day, incident });
      expect(await results.list(checkId, { from: '2000', to: '2100' })).toEqual([result]);
      expect(await days.list(site, { from: '2000', to: '2100' })).toEqual([{ checkId, day }]);
      expect(await incidents.list(site, { from: '2000', to: '2100' })).toEqual([incident]);
    });
  });
}

function nested(depth: number): Result['details'] {
  return { deeper: depth === 0 ? null : nested(depth - 1) };
}
