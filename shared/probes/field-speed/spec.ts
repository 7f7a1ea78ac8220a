import { z } from 'zod';
import type { ProbeSpec } from '../../model/probe-spec.ts';

export const fieldSpeed = {
  id: 'field-speed',
  title: 'Pages are fast for real visitors',
  failureTitle: 'Pages are slow for real visitors',
  visit: 'poll',
  owner: 'developer',
  weight: 4,
  perDevice: true,
  perPage: false,
  everyMinutes: 1440,
  optIn: true,
  coversWindow: true,
  // A number over 28 days needs weeks to become better.
  remindEvery: '7d',
  options: z.strictObject({
    /** The secret's name. */
    secret: z.string().nullable().default(null),
    /** Path of the page to ask about; null for the whole site. */
    page: z.string().nullable().default(null),
    /** Where the API stands, when not in its usual place. */
    api: z.string().nullable().default(null),
  }),
  measurements: {
    lcpMs: {
      title: 'time within which three of four visitors saw the main content',
      unit: 'ms',
      threshold: { green: 2500, red: 4000 },
      main: true,
      drawn: 'history',
    },
    inpMs: {
      title: 'time within which the page responded to three of four visitors',
      unit: 'ms',
      threshold: { green: 200, red: 500 },
      main: true,
      drawn: 'history',
    },
    cls: {
      title: 'layout shift that three of four visitors saw at most',
      unit: 'number',
      threshold: { green: 0.1, red: 0.25 },
    },
    ttfbMs: { title: 'time within which the server responded to three of four visitors', unit: 'ms' },
  },
  figures: {
    visitorsContentMs: { by: 'measurement', device: 'mobile', measurement: 'lcpMs', spread: 'last' },
    visitorsResponseMs: { by: 'measurement', device: 'mobile', measurement: 'inpMs', spread: 'last' },
  },
} as const satisfies ProbeSpec;

export type FieldSpeedOptions = z.infer<typeof fieldSpeed.options>;
