import { z } from 'zod';
import { calendarSchema } from './calendar.ts';
import { checkIdSchema } from './check-id.ts';
import { deviceSchema } from './device.ts';
import { responseTimeSchema } from './response-time.ts';
import { thresholdSchema } from './threshold.ts';

/** When bad becomes an incident and good ends it (DESIGN: incident state table). */
export const policySchema = z.strictObject({
  /** Yellow or red runs in a row before an incident opens. */
  failuresToOpen: z.number().int().min(1).max(10).default(2),
  /** Green runs in a row before it is resolved. */
  successesToResolve: z.number().int().min(1).max(10).default(2),
  /** Minutes between reminders of an open incident; 0 sends none. */
  remindEveryMinutes: z.number().int().min(0).default(1440),
  /** Minutes of grey after which ops hear that we are blind. */
  blindAfterMinutes: z.number().int().min(5).default(180),
  /** Notify of yellow only in business hours. */
  yellowInBusinessHours: z.boolean().default(true),
  /** Send one alert about a check that keeps changing, then none until it is stable; false sends one for every incident. */
  hushFlapping: z.boolean().default(true),
  /** How soon an incident must be acknowledged, by its light; one of a light that is not named is never escalated. */
  acknowledge: z.strictObject({ red: responseTimeSchema.optional(), yellow: responseTimeSchema.optional() }).optional(),
});
export type Policy = z.infer<typeof policySchema>;

/** What a visitor who is not Touchlight's usual one types into a form. */
const typedEnquirySchema = z.strictObject({
  name: z.string(),
  email: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type TypedEnquiry = z.infer<typeof typedEnquirySchema>;

/** A configured probe on one touchpoint, one device, one page: everything a run and its evaluation need. */
export const checkSchema = z.strictObject({
  id: checkIdSchema,
  touchpointId: z.string(),
  probe: z.string(),
  device: deviceSchema.nullable(),
  /** Path of a further page, or null for the touchpoint's own URL. */
  page: z.string().nullable(),
  /** The absolute URL to visit; null for touchpoints that are not a web page. */
  url: z.url().nullable(),
  everyMinutes: z.number().int().min(1),
  /** The probe's own options, already parsed with its schema. */
  options: z.record(z.string(), z.json()),
  /** Defaults of the probe and device, overridden by the file. */
  thresholds: z.record(z.string(), thresholdSchema),
  policy: policySchema,
  /** It runs within these hours only, and makes up at their beginning for what fell due outside; absent means at any time. */
  onlyWithin: calendarSchema.optional(),
  /** The business hours, for a probe that sees something else within them than outside; absent for any other. */
  hours: calendarSchema.optional(),
  /** Where the forms stand that the file names beside the main one: `/contact`; absent where it names none. */
  namedForms: z.array(z.string()).optional(),
  /** A form or a live chat: what a mystery shopper asks there; absent where the form or the chat itself is tried. */
  enquiry: typedEnquirySchema.optional(),
});
export type Check = z.infer<typeof checkSchema>;
