import { z } from 'zod';

/** An instant as an ISO-8601 UTC string with milliseconds (`2026-11-22T16:00:00.000Z`): sorts by text as by time. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'must be a UTC instant such as 2026-11-22T16:00:00.000Z');
export type Instant = z.infer<typeof instantSchema>;

/** @param epochMs milliseconds since 1970-01-01T00:00:00Z */
export function toInstant(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}
