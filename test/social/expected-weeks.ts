import type { KindUnderTest } from './support/platforms-under-test.ts';

export interface ExpectedWeek {
  /** When the light changed; polls come every two hours. */
  readonly lights: readonly string[];
  /** When how many customers were told of, each once, before they had waited too long (or at first sight, while it was red already). */
  readonly nudges: readonly string[];
  readonly overdue: number;
  readonly oldestWaitingMinutes: number;
  readonly answeredWithinSla: readonly [inTime: number, concerned: number];
  readonly medianFirstResponseMinutes: number;
  readonly p90FirstResponseMinutes: number;
  /** Stars as everybody sees them, and their change since Monday, rounded to three digits. */
  readonly rating?: readonly [average: number, change: number];
  /** Reviews with one or two stars, of all of the month. */
  readonly negative?: readonly [negative: number, reviews: number];
}

const busyWeek = [
  'Mon 08:30 green',
  'Mon 14:30 yellow',
  'Mon 16:30 red',
  'Wed 12:30 green',
  'Thu 14:30 yellow',
  'Thu 16:30 red',
];
/** Where somebody had written a monologue since Wednesday morning. */
const busierWeek = [
  'Mon 08:30 green',
  'Mon 14:30 yellow',
  'Mon 16:30 red',
  'Wed 12:30 yellow',
  'Wed 14:30 green',
  'Thu 14:30 yellow',
  'Thu 16:30 red',
];

/**
 * Overdue are the five never called back, two of a ring group and two who only reached the voicemail. Of 174 calls that were
 * answered 16 were late; so 158 of 183 were in time.
 */
const phoneWeek: ExpectedWeek = {
  lights: busyWeek,
  nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Thu 14:30 7', 'Fri 12:30 2'],
  overdue: 9,
  oldestWaitingMinutes: 1200,
  answeredWithinSla: [158, 183],
  medianFirstResponseMinutes: 30,
  p90FirstResponseMinutes: 75,
};

/**
 * The figures on Sunday evening; support/recount-week.ts counts them again from the stories. For one of them by hand: Facebook's
 * oldest wait lasts since Thursday 10:00, which is 420 minutes of Thursday, 480 of Friday and 300 of Saturday, when nobody is
 * there any more. Overdue are the five never answered, the three who asked a second time, two each under an ad, as visitors and
 * in private, three monologues, the question below the thanks, and two below our note. Of 194 answers 16 were late: 12 after
 * lunch and 4 two days later. So 178 of 214 were in time.
 */
export const expectedWeeks: Readonly<Record<KindUnderTest, ExpectedWeek>> = {
  facebook: {
    lights: busierWeek,
    nudges: [
      'Mon 14:30 6',
      'Tue 14:30 6',
      'Wed 12:30 2',
      'Thu 14:30 8',
      'Fri 14:30 2',
      'Fri 16:30 4',
      'Sat 10:30 1',
      'Sat 12:30 5',
    ],
    overdue: 20,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [178, 214],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 75,
  },
  instagram: {
    lights: busierWeek,
    nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Wed 12:30 1', 'Thu 14:30 6', 'Fri 16:30 2', 'Sat 10:30 1', 'Sat 12:30 3'],
    overdue: 12,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [155, 183],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  threads: {
    lights: busierWeek,
    nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Wed 12:30 1', 'Thu 14:30 6', 'Fri 16:30 2', 'Sat 10:30 1', 'Sat 12:30 3'],
    overdue: 12,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [160, 188],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  tiktok: {
    lights: busierWeek,
    nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Wed 12:30 1', 'Thu 14:30 6', 'Fri 16:30 2', 'Sat 10:30 1', 'Sat 12:30 3'],
    overdue: 12,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [160, 188],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  linkedin: {
    lights: busierWeek,
    nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Wed 12:30 1', 'Thu 14:30 6', 'Fri 16:30 2', 'Sat 10:30 1', 'Sat 12:30 3'],
    overdue: 12,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [154, 182],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  youtube: {
    lights: busierWeek,
    nudges: [
      'Mon 14:30 6',
      'Tue 14:30 6',
      'Wed 12:30 1',
      'Thu 14:30 6',
      'Fri 16:30 2',
      'Fri 18:30 3',
      'Sat 10:30 1',
      'Sat 12:30 3',
    ],
    overdue: 15,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [163, 194],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  vk: {
    lights: busierWeek,
    nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Wed 12:30 1', 'Thu 14:30 6', 'Fri 16:30 2', 'Sat 10:30 1', 'Sat 12:30 3'],
    overdue: 12,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [160, 188],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  // Nobody takes back what was asked on Tuesday 14:15 and answered to somebody else, so red stays.
  telegram: {
    lights: ['Mon 08:30 green', 'Mon 14:30 yellow', 'Mon 16:30 red'],
    nudges: [
      'Mon 14:30 6',
      'Tue 14:30 6',
      'Wed 10:30 5',
      'Wed 12:30 1',
      'Thu 14:30 6',
      'Fri 16:30 2',
      'Fri 18:30 3',
      'Sat 10:30 1',
      'Sat 12:30 3',
    ],
    overdue: 20,
    oldestWaitingMinutes: 1965,
    answeredWithinSla: [156, 192],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 40,
  },
  'google-reviews': {
    lights: busyWeek,
    nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Thu 14:30 5', 'Fri 18:30 3', 'Sat 14:30 2'],
    overdue: 10,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [130, 156],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 300,
    rating: [3.401, 1.401],
    negative: [162, 304],
  },
  trustpilot: {
    lights: busyWeek,
    nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Thu 14:30 5', 'Fri 18:30 3'],
    overdue: 8,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [128, 152],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 300,
    rating: [3.401, 1.401],
    negative: [162, 304],
  },
  x: {
    lights: busyWeek,
    nudges: ['Mon 14:30 6', 'Tue 14:30 6', 'Thu 14:30 5'],
    overdue: 5,
    oldestWaitingMinutes: 1200,
    answeredWithinSla: [125, 146],
    medianFirstResponseMinutes: 30,
    p90FirstResponseMinutes: 300,
  },
  twilio: phoneWeek,
  // It does not tell for how long a phone rang: 25 answers take no minute instead of one.
  zadarma: phoneWeek,
};
