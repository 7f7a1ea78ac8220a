import type { SocialKind } from '../../shared/model/probes/responses.ts';

export interface ExpectedWeek {
  /** When the light changed; polls come every two hours. */
  readonly lights: readonly string[];
  readonly overdue: number;
  readonly oldestWaitingMinutes: number;
  readonly answeredWithinSla: readonly [inTime: number, concerned: number];
  readonly medianFirstResponseMinutes: number;
  readonly p90FirstResponseMinutes: number;
  /** Stars as everybody sees them, and their change since Monday, rounded to three digits. */
  readonly rating?: readonly [average: number, change: number];
}

const busyWeek = ['Mon 08:00 green', 'Mon 16:00 red', 'Wed 12:00 green', 'Thu 16:00 red'];

/**
 * The figures on Sunday evening. Reckoned by hand from the stories: Facebook's oldest wait since Thursday 10:00, which is
 * 420 minutes of Thursday, 480 of Friday and 300 of Saturday; overdue are the five who were never answered and the three
 * who asked a second time on Friday.
 */
export const expectedWeeks: Readonly<Record<SocialKind, ExpectedWeek>> = {
  facebook: {
    lights: busyWeek,
    overdue: 8,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [148, 172],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  instagram: {
    lights: busyWeek,
    overdue: 8,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [143, 167],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 300,
  },
  youtube: {
    lights: busyWeek,
    overdue: 11,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [151, 178],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  vk: {
    lights: busyWeek,
    overdue: 8,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [148, 172],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  // Nobody takes back what was asked on Tuesday 14:15 and answered to somebody else, so red stays.
  telegram: {
    lights: ['Mon 08:00 green', 'Mon 16:00 red'],
    overdue: 16,
    oldestWaitingMinutes: 1965,
    answeredWithinSla: [146, 178],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  'google-reviews': {
    lights: busyWeek,
    overdue: 10,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [129, 155],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 300,
    rating: [2.208, 0.208],
  },
  trustpilot: {
    lights: busyWeek,
    overdue: 8,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [127, 151],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 300,
    rating: [2.208, 0.208],
  },
  x: {
    lights: busyWeek,
    overdue: 5,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [124, 145],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 300,
  },
};
