import { z } from 'zod';
import { calendarSchema } from '../../model/calendar.ts';
import { checkSchema } from '../../model/check.ts';
import type { ProbeSpec } from '../../model/probe-spec.ts';
import { scenarioSchema, scenarios } from '../../model/test-enquiry.ts';
import type { Thresholds } from '../../model/threshold.ts';
import { defaultSlaMinutes, nudgeAfterMinutes } from '../responses/spec.ts';

/** Past three quarters of the promise the light is yellow, at all of it red; an answer that comes later is yellow again. */
export function shopperThresholds(slaMinutes: number): Thresholds {
  return {
    overdue: { green: 0, red: 1 },
    waitingMinutes: { green: nudgeAfterMinutes(slaMinutes), red: slaMinutes },
    firstResponseMinutes: { green: slaMinutes, red: null },
  };
}

export const shopper = {
  id: 'shopper',
  title: 'A test enquiry gets an answer from a person in time',
  failureTitle: 'A test enquiry gets no answer from a person in time',
  visit: 'poll',
  owner: 'answerer',
  weight: 1,
  perDevice: false,
  perPage: false,
  everyMinutes: 15,
  options: z.strictObject({
    business: z.string().default(''),
    language: z.enum(['en', 'uk', 'ru']).default('en'),
    /** Whom it writes to. */
    to: z.string().default(''),
    /** Its own address. */
    address: z.string().default(''),
    server: z.string().nullable().default(null),
    smtp: z.string().nullable().default(null),
    /** The secrets' names. */
    secret: z.string().nullable().default(null),
    smtpSecret: z.string().nullable().default(null),
    inbound: z.boolean().default(false).describe('Its mail is received by SES, not read from a server.'),
    /** The check of the form through which it asks; null where it writes mails. */
    form: checkSchema.nullable().default(null),
    replyTag: z.boolean().default(false),
    perWeek: z.number().int().min(1).max(5).default(1),
    slaMinutes: z.number().int().min(1).default(defaultSlaMinutes),
    calendar: calendarSchema.default({
      timeZone: 'UTC',
      shifts: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      holidays: [],
    }),
    blind: z.boolean().default(false),
    name: z.string().nullable().default(null),
    scenarios: z.array(scenarioSchema).default([...scenarios]),
    texts: z.array(z.strictObject({ subject: z.string(), text: z.string() })).default([]),
  }),
  measurements: {
    overdue: {
      title: 'test enquiries that no person answered in time',
      unit: 'count',
      threshold: { green: 0, red: 1 },
    },
    waitingMinutes: {
      title: 'wait of the test enquiry for a person',
      unit: 'minutes',
      threshold: { green: nudgeAfterMinutes(defaultSlaMinutes), red: defaultSlaMinutes },
      nudges: true,
      ownTrouble: 'momentary',
    },
    firstResponseMinutes: {
      title: 'time until a person answered the last test enquiry',
      unit: 'minutes',
      threshold: { green: defaultSlaMinutes, red: null },
      main: true,
      ownTrouble: 'momentary',
    },
    acknowledgedMinutes: { title: 'time until a machine acknowledged the last test enquiry', unit: 'minutes' },
  },
  figures: {
    testEnquiryMinutes: { by: 'measurement', device: null, measurement: 'firstResponseMinutes', spread: 'p50' },
  },
} as const satisfies ProbeSpec;

export type ShopperOptions = z.infer<typeof shopper.options>;
