import { z } from 'zod';

/** Why an incident took the step it took; decides the text and whether anybody is notified. */
const reasons = [
  'quiet',
  'suspected',
  'flap',
  'opened',
  'worsened',
  'improved',
  'recovering',
  'continuing',
  'resolved',
  'reminder',
  'escalated',
  'blind',
  'sighted',
  'flapping',
  'nudge',
] as const;
const reasonSchema = z.enum(reasons);
export type Reason = z.infer<typeof reasonSchema>;

/** The reasons that alerts are sent for, the most urgent first. */
export const sentReasons = [
  'escalated',
  'opened',
  'worsened',
  'resolved',
  'reminder',
  'blind',
  'sighted',
  'flapping',
  'nudge',
] as const;
export const sentReasonSchema = z.enum(sentReasons);
export type SentReason = z.infer<typeof sentReasonSchema>;
