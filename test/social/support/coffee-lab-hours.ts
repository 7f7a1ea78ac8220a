import type { Calendar, Shift } from '../../../shared/model/business.ts';

const day: Shift[] = [
  [540, 780],
  [840, 1080],
];

/** Coffee Lab's hours: Mon to Fri 09:00-13:00 and 14:00-18:00, Sat 10:00-15:00, in Kyiv (UTC+2 in November). */
export const coffeeLabHours: Calendar = {
  timeZone: 'Europe/Kyiv',
  shifts: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [[600, 900]], sun: [] },
  holidays: [],
};
