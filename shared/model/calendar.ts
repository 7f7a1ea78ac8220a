import { z } from 'zod';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const weekdaySchema = z.enum(weekdays);
export type Weekday = z.infer<typeof weekdaySchema>;

/** Minutes from midnight, local time: [540, 780] is 09:00-13:00. End after start, at most 1440. */
const shiftSchema = z.tuple([z.number().int().min(0).max(1439), z.number().int().min(1).max(1440)]);
export type Shift = z.infer<typeof shiftSchema>;

/** When somebody is at work. Holidays are resolved to dates by shared/config, so that evaluation stays pure. */
export const calendarSchema = z.strictObject({
  timeZone: z.string(),
  shifts: z.record(weekdaySchema, z.array(shiftSchema)),
  holidays: z.array(z.iso.date()),
});
export type Calendar = z.infer<typeof calendarSchema>;
