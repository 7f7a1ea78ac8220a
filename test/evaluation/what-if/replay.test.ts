import { describe, expect, it } from 'vitest';
import { compareAlerts, replayAlerts } from '../../../shared/evaluation/what-if/replay.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { Sent } from '../../../shared/model/notification.ts';
import type { Saw } from '../../../shared/model/region-view.ts';
import { aCheck, type CheckOverrides } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

const monday = Date.parse('2026-11-23T08:00:00.000Z');
const at = (minute: number) => toInstant(monday + minute * 60_000);

/** An hour of half-hourly loads, most at 2.8 s, and an outage in the end. */
const results = [2000, 2800, 2900, 2700, 2000, 2000, 6000, 6000, 2000, 2000].map((lcpMs, n) =>
  aResult({ scheduledAt: at(n * 30), measurements: { lcpMs } }),
);

function replayed(overrides: CheckOverrides = {}, others: Partial<Parameters<typeof replayAlerts>[0]> = {}) {
  const check = aCheck({ ...overrides, policy: { hushFlapping: false, ...overrides.policy } });
  const notices = replayAlerts({
    ...{ touchpointId: 'website', checks: [check], results, calendar: weekdaysNineToSix },
    ...{ maintenance: [], acknowledgements: [], until: at(300), isAlwaysOn: false },
    ...others,
  });
  return notices.map(
    ({ reason, light, subjectAt }) => `${reason} ${light} ${(Date.parse(subjectAt) - monday) / 60_000}`,
  );
}

describe('what would have been sent', () => {
  it('under the rules in force is what was sent: each opening and each end', () => {
    expect(replayed()).toEqual(['opened yellow 60', 'resolved green 60', 'opened red 210', 'resolved green 210']);
  });

  it('under another threshold or policy is less, or more', () => {
    const thresholds = { lcpMs: { green: 3000, red: 4000 } };
    expect(replayed({ thresholds })).toEqual(['opened red 210', 'resolved green 210']);
    expect(replayed({ thresholds: { lcpMs: { green: 2500, red: 2600 } } })[0]).toBe('opened red 60');
    expect(replayed({ policy: { failuresToOpen: 3 } })).toEqual(['opened yellow 90', 'resolved green 90']);
  });

  it('does not depend on the order in which results are read, nor on other checks', () => {
    const stranger = aResult({ checkId: 'website/form', scheduledAt: at(5) });
    expect(replayed({}, { results: [...results.toReversed(), stranger] })).toEqual(replayed());
  });

  it('with a time to acknowledge, escalates what nobody had acknowledged by then, whatever was said later', () => {
    const policy = { acknowledge: { red: { minutes: 10, inBusinessHours: false } } };
    const answer = { checkId: 'website/page-load@mobile', subjectAt: at(210) };
    const reds = (acknowledgedAt: string, withdrawnAt: string | null = null) =>
      replayed({ policy }, { acknowledgements: [{ ...answer, acknowledgedAt, withdrawnAt }], isAlwaysOn: true }).filter(
        (notice) => notice.includes('red'),
      );
    expect(reds(at(215))).toEqual(['opened red 210']);
    expect(reds(at(239))).toEqual(['opened red 210', 'escalated red 210']);
    expect(reds(at(212), at(238))).toEqual(['opened red 210']);
    expect(reds(at(212), at(214))).toEqual(['opened red 210', 'escalated red 210']);
  });

  it('is judged with what other regions saw at the time', () => {
    const [id, everyMinutes] = ['website/availability', 30] as const;
    const down = [0, 5, 30, 35].map((minute) =>
      aResult({ checkId: id, scheduledAt: at(minute), outcome: 'failed', cause: 'unreachable', measurements: {} }),
    );
    const view = (minute: number, saw: Saw) =>
      ({ touchpointId: 'website', checkId: id, scheduledAt: at(minute), region: 'eu-north-1', saw }) as const;
    const views = [view(0, 'works'), view(30, 'fails')];
    const told = (regions?: Parameters<typeof replayAlerts>[0]['regions']) =>
      replayed(
        { id, everyMinutes, regions: ['eu-north-1'] },
        { results: down, until: at(40), ...(regions && { regions }) },
      );
    expect(told({ home: 'eu-west-1', views })).toEqual(['opened yellow 5', 'worsened red 5']);
    expect(told({ home: 'eu-west-1', views: [] })).toEqual(['opened red 5']);
    expect(told()).toEqual(['opened red 5']);
  });

  it('keeps quiet in maintenance, as it did', () => {
    const window = { touchpointId: 'website', from: at(0), to: at(160), why: 'a new host' };
    expect(replayed({}, { maintenance: [window] })).toEqual(['opened red 210', 'resolved green 210']);
  });
});

describe('between the runs', () => {
  /** Every six hours, the first at 23:00 in Kyiv: yellow from the second run on. */
  const seldom = [0, 1, 2, 3].map((n) =>
    aResult({ scheduledAt: at(n * 360 + 780), measurements: { lcpMs: n === 0 ? 2000 : 2800 } }),
  );
  const played = (isAlwaysOn: boolean, until: number) =>
    replayAlerts({
      ...{ touchpointId: 'website', checks: [aCheck({ everyMinutes: 360, policy: { failuresToOpen: 1 } })] },
      ...{ results: seldom, calendar: weekdaysNineToSix, maintenance: [], acknowledgements: [] },
      ...{ isAlwaysOn, until: at(until) },
    }).map(({ reason, sentAt }) => `${reason} ${sentAt}`);

  it('what waits for business hours is sent in their first minute, by a sweep', () => {
    expect(played(false, 1800)).toEqual(['opened 2026-11-24T07:00:00.000Z']);
  });

  it('a stack notices that nothing is measured any more; a machine of one’s own may have been switched off', () => {
    const opened = 'opened 2026-11-24T07:00:00.000Z';
    expect(played(true, 2800)).toEqual([opened, 'blind 2026-11-25T03:15:00.000Z']);
    expect(played(false, 2800)).toEqual([opened]);
  });
});

describe('beside what was actually sent', () => {
  const check = aCheck({ policy: { hushFlapping: false } });
  const notices = replayAlerts({
    ...{ touchpointId: 'website', checks: [check], results, calendar: weekdaysNineToSix },
    ...{ maintenance: [], acknowledgements: [], until: at(300), isAlwaysOn: false },
  });
  const aSent = (minute: number, reason: Sent['reason']): Sent => ({
    ...{ touchpointId: 'website', checkId: check.id, subjectAt: at(minute), reason, n: 1 },
    ...{ light: 'red', sentAt: at(minute + 1) },
  });

  it('the same word within an hour is the same notice, and each counts once', () => {
    const { same, dropped, added } = compareAlerts(
      [aSent(35, 'opened'), aSent(36, 'opened'), aSent(150, 'resolved'), aSent(500, 'reminder')],
      notices,
    );
    expect(same.map(({ reason, sentAt }) => [reason, sentAt])).toEqual([
      ['opened', at(36)],
      ['resolved', at(151)],
    ]);
    expect(dropped.map(({ reason }) => reason)).toEqual(['opened', 'reminder']);
    expect(added.map(({ reason, light }) => `${reason} ${light}`)).toEqual(['opened red', 'resolved green']);
  });
});
