import type { ExpectedWeek } from '../../social/expected-weeks.ts';

export interface ExpectedMonth extends Pick<ExpectedWeek, 'lights' | 'nudges'> {
  /** The figures of each Sunday evening. */
  readonly weeks: readonly (Omit<ExpectedWeek, 'lights' | 'nudges'> & { readonly unanswered: number })[];
}

/**
 * Each Tuesday's three late answers turn the light yellow in the evening and red the next morning, but not before the holiday, when
 * answers came just in time. Three never answered since Wednesday, the 28th, 11:50, had waited 70 minutes before lunch and 150
 * after it at 16:30; by the last Sunday 310 of that day, 480 of each other weekday and 300 of each Saturday: 4270.
 */
export const expectedMonth: ExpectedMonth = {
  lights: [
    'Mon 10-05 08:30 green',
    'Tue 10-06 18:30 yellow',
    'Wed 10-07 10:30 red',
    'Wed 10-07 12:30 green',
    'Tue 10-20 18:30 yellow',
    'Wed 10-21 10:30 red',
    'Wed 10-21 12:30 green',
    'Tue 10-27 18:30 yellow',
    'Wed 10-28 10:30 red',
    'Wed 10-28 12:30 green',
    'Wed 10-28 16:30 yellow',
    'Wed 10-28 18:30 red',
  ],
  nudges: ['Wed 10-28 16:30 3', 'Wed 11-04 10:30 3', 'Thu 11-05 16:30 3'],
  weeks: [
    week({ unanswered: 0, overdue: 0, oldest: 0, inTime: [65, 68], p90: 130 }),
    week({ unanswered: 2, overdue: 0, oldest: 30, inTime: [68, 68], p90: 130 }),
    week({ unanswered: 3, overdue: 0, oldest: 30, inTime: [67, 70], p90: 100 }),
    week({ unanswered: 3, overdue: 3, oldest: 1570, inTime: [68, 74], p90: 100 }),
    week({ unanswered: 6, overdue: 6, oldest: 4270, inTime: [65, 74], p90: 130 }),
  ],
};

interface Week {
  readonly unanswered: number;
  readonly overdue: number;
  readonly oldest: number;
  readonly inTime: readonly [number, number];
  readonly p90: number;
}

function week({ unanswered, overdue, oldest, inTime, p90 }: Week): ExpectedMonth['weeks'][number] {
  return {
    unanswered,
    overdue,
    oldestWaitingMinutes: oldest,
    answeredWithinSla: inTime,
    medianFirstResponseMinutes: 50,
    p90FirstResponseMinutes: p90,
  };
}
