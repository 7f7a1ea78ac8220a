import { lastFullWeek, weekBefore } from '../../shared/evaluation/week/week.ts';

/** Monday, 23 November 2026, 08:00 in Kyiv: week 47 is over. */
export const now = '2026-11-23T06:00:00.000Z';
const timeZone = 'Europe/Kyiv';
export const week = lastFullWeek(now, timeZone);
export const before = weekBefore(week, timeZone);
