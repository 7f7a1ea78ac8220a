import { describe, expect, it } from 'vitest';
import { isBusinessTime } from '../../../shared/evaluation/schedule/business-time.ts';
import { planEnquiry } from '../../../shared/evaluation/shopper/plan-enquiry.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { hourMs, minuteMs } from '../../../shared/model/time-spans.ts';
import { anAnswer, anEnquiry } from '../../support/an-enquiry.ts';

const day = [[540, 1080]] as [number, number][];
const calendar = {
  timeZone: 'Europe/Kyiv',
  shifts: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  holidays: ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'],
};
const planAt = (now: string, known: readonly TestEnquiry[] = [], perWeek = 1, checkId = 'enquiries/shopper') =>
  planEnquiry(known, { checkId, perWeek, slaMinutes: 240, calendar, now });

/** Asks whenever it is due, and is answered within the hour. */
function sentWithin(from: string, to: string, perWeek: number, checkId = 'enquiries/shopper'): readonly string[] {
  const known: TestEnquiry[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += 15 * minuteMs) {
    const now = new Date(at).toISOString();
    const plan = planAt(now, known, perWeek, checkId);
    if (plan.reason !== 'send') continue;
    const answers = [anAnswer({ receivedAt: new Date(at + hourMs / 2).toISOString() })];
    known.push(anEnquiry({ slot: plan.slot, sentAt: now, answers }));
  }
  return known.map(({ sentAt }) => sentAt);
}

describe('when the shopper asks', () => {
  it('is at once for the first time, as soon as the business is open', () => {
    expect(planAt('2026-11-16T07:00:00.000Z')).toEqual({ reason: 'send', slot: '2026-11-16.1' });
    expect(planAt('2026-11-16T06:59:00.000Z')).toEqual({ reason: 'not-due', at: '2026-11-16T07:00:00.000Z' });
    expect(planAt('2026-11-14T10:00:00.000Z')).toEqual({ reason: 'not-due', at: '2026-11-16T07:00:00.000Z' });
  });

  it.each([1, 2, 5])(
    'is %i times in each calendar week, within business hours, and never in a week of holidays',
    (perWeek) => {
      const sent = sentWithin('2026-11-23T00:00:00.000Z', '2026-12-21T00:00:00.000Z', perWeek);
      const weekOf = (at: string): number =>
        Math.floor((Date.parse(at) - Date.parse('2026-11-22T22:00:00Z')) / (7 * 24 * hourMs));
      const counts = [0, 1, 2, 3].map((week) => sent.filter((at) => weekOf(at) === week).length);
      expect(counts).toEqual([perWeek, perWeek, 0, perWeek]);
      expect(sent.every((at) => isBusinessTime(at, calendar))).toBe(true);
    },
  );

  it('differs from week to week and from shopper to shopper', () => {
    const timesOf = (checkId: string) =>
      sentWithin('2026-10-05T00:00:00.000Z', '2026-11-30T00:00:00.000Z', 1, checkId)
        .slice(1)
        .map((at) => new Date(at).getUTCDay() * 1440 + new Date(at).getUTCHours() * 60 + new Date(at).getUTCMinutes());
    const [one, other] = [timesOf('enquiries/shopper'), timesOf('sales/shopper')];
    expect(new Set(one).size).toBe(one.length);
    expect(one).not.toEqual(other);
  });

  it('is a day after a form could not be sent, at the earliest, and in the same week', () => {
    const form = { visitAt: '2026-11-16T08:00:00.000Z', why: null };
    const unsent = anEnquiry({ delivery: 'refused', form });
    expect(planAt('2026-11-16T15:59:00.000Z', [unsent]).reason).toBe('not-due');
    expect(planAt('2026-11-17T07:59:00.000Z', [unsent]).reason).toBe('not-due');
    expect(planAt('2026-11-17T08:00:00.000Z', [unsent])).toEqual({ reason: 'send-again', enquiry: unsent });
    expect(planAt('2026-11-23T07:00:00.000Z', [unsent]).reason).toBe('not-due');
    expect(planAt('2026-11-16T08:15:00.000Z', [{ ...unsent, form: null }]).reason).toBe('send-again');
  });

  it('waits while a browser is sending the last one', () => {
    const underWay = anEnquiry({ delivery: 'handed-over', form: { visitAt: '2026-11-16T08:00:00.000Z', why: null } });
    expect(planAt('2026-11-17T08:00:00.000Z', [underWay])).toEqual({ reason: 'one-is-open' });
  });

  it('is not made up for: of two slots that were missed, the later one is used', () => {
    const answered = anEnquiry({ slot: '2026-11-09.1', answers: [anAnswer()] });
    expect(planAt('2026-11-20T15:00:00.000Z', [answered], 3)).toEqual({ reason: 'send', slot: '2026-11-16.3' });
  });

  it('waits until the one before is over, and tries again what was refused in the same week only', () => {
    const open = anEnquiry({ slot: '2026-11-16.1' });
    expect(planAt('2026-11-16T14:00:00.000Z', [open], 5)).toEqual({ reason: 'one-is-open' });
    const refused = anEnquiry({ slot: '2026-11-16.1', delivery: 'refused' });
    expect(planAt('2026-11-17T14:00:00.000Z', [refused])).toEqual({ reason: 'send-again', enquiry: refused });
    expect(planAt('2026-11-27T15:00:00.000Z', [refused])).toEqual({ reason: 'send', slot: '2026-11-23.1' });
    expect(planAt('2026-11-17T20:00:00.000Z', [refused]).reason).toBe('not-due');
  });

  it('is never where the business has no hours', () => {
    const never = { ...calendar, shifts: { ...calendar.shifts, mon: [], tue: [], wed: [], thu: [], fri: [] } };
    const plan = planEnquiry([], {
      checkId: 'a/shopper',
      perWeek: 1,
      slaMinutes: 240,
      calendar: never,
      now: '2026-11-16T09:00:00.000Z',
    });
    expect(plan).toEqual({ reason: 'not-due', at: null });
  });
});
