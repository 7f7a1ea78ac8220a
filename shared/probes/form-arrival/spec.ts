import { z } from 'zod';
import { checkIdSchema } from '../../model/check-id.ts';
import type { ProbeSpec } from '../../model/probe-spec.ts';
import type { Thresholds } from '../../model/threshold.ts';
import { minuteMs } from '../../model/time-spans.ts';

/** How soon a form's message must be in the mailbox where the file says nothing. */
export const defaultWithinMinutes = 15;

/** A message that comes later than promised is yellow, and never red: it did come. */
export function arrivalThresholds(withinMinutes: number): Thresholds {
  return { arrivalMs: { green: withinMinutes * minuteMs, red: null }, inSpam: { green: 0, red: null } };
}

export const formArrival = {
  id: 'form-arrival',
  title: "The form's messages arrive",
  failureTitle: "The form's messages do not arrive",
  visit: 'poll',
  owner: 'developer',
  weight: 1,
  perDevice: false,
  perPage: false,
  everyMinutes: 5,
  options: z.strictObject({
    form: checkIdSchema.default('website/form').describe('The check that really sends the form.'),
    mailbox: z.string().default('').describe('The touchpoint in which the messages arrive.'),
    withinMinutes: z.number().int().min(1).default(defaultWithinMinutes),
    account: z.string().default(''),
    server: z.string().nullable().default(null),
    /** The secret's name. */
    secret: z.string().nullable().default(null),
    inbound: z.boolean().default(false).describe("The mailbox's mail is received by SES, not read from a server."),
    ours: z.array(z.string()).default([]),
    timeZone: z.string().default('UTC'),
  }),
  measurements: {
    arrivalMs: {
      title: "time until the form's message is in the mailbox",
      unit: 'ms',
      threshold: { green: defaultWithinMinutes * minuteMs, red: null },
      main: true,
      ownTrouble: 'lasting',
    },
    inSpam: {
      title: "the form's message lies in the spam folder",
      unit: 'count',
      threshold: { green: 0, red: null },
      ownTrouble: 'lasting',
    },
    copies: { title: 'copies of one message in the inbox', unit: 'count' },
  },
  figures: {
    messageArrivalMs: { by: 'measurement', device: null, measurement: 'arrivalMs', spread: 'p50' },
  },
} as const satisfies ProbeSpec;
