import { z } from 'zod';
import { oneLine } from '../../model/foreign-text.ts';
import type { ProbeSpec } from '../../model/probe-spec.ts';

export const form = {
  id: 'form',
  title: 'The contact form works',
  failureTitle: 'The contact form does not work',
  visit: 'form',
  owner: 'developer',
  weight: 1,
  perDevice: false,
  perPage: false,
  everyMinutes: 240,
  seenElsewhere: true,
  options: z.strictObject({
    page: z
      .string()
      .startsWith('/')
      .optional()
      .meta({
        description: 'Path of the page with the form; found automatically when absent.',
        examples: ['/contact'],
      }),
    mode: z
      .enum(['rehearse', 'submit'])
      .default('rehearse')
      .describe('rehearse fills in the form and stops the request before it leaves; submit really sends it.'),
    confirmation: z
      .string()
      .overwrite(oneLine)
      .optional()
      .meta({
        description: 'Text that a visitor sees after a successful submission; recognised automatically when absent.',
        examples: ['Thank you'],
      }),
    fill: z
      .record(z.string(), z.string())
      .default({})
      .meta({
        description: 'Values for fields that need something particular, by the label or the name of the field.',
        examples: [{ 'Customer number': 'KD-000001' }],
      }),
    maxPerDay: z
      .number()
      .int()
      .min(1)
      .max(48)
      .default(8)
      .describe('submit: the most test messages within any 24 hours, confirmations included.'),
    outsideHours: z
      .boolean()
      .default(false)
      .describe('submit: also send outside business hours. Otherwise, what falls due at night is sent in the morning.'),
  }),
  measurements: {
    fieldsMissing: {
      title: 'typed fields that the form does not send',
      unit: 'count',
      threshold: { green: 0, red: 1 },
    },
    confirmationMissing: {
      title: 'the form leaves the visitor without a confirmation',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    endpointDoubtful: {
      title: "the form's endpoint does not seem to exist",
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    mailProgramNeeded: {
      title: "the form needs the visitor's own email program",
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    sentTwice: {
      title: 'the form sends every message twice',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    submitMs: { title: 'time until the form responds', unit: 'ms', threshold: { green: 5000, red: 15000 }, main: true },
    clicksToForm: { title: 'taps to reach the form', unit: 'count' },
  },
  figures: {
    formWorks: { by: 'runs', device: null },
  },
} as const satisfies ProbeSpec;
