import { z } from 'zod';
import type { ProbeSpec } from '../../model/probe-spec.ts';

/** Days in which customers are to come back, where the file says nothing. */
export const defaultOrdersDays = 365;

/** What a list of orders must hold, by what touchpoints.yaml calls it. */
export const orderFields = ['customer', 'at'] as const;
export type OrderField = (typeof orderFields)[number];

export const orders = {
  id: 'orders',
  title: 'Customers come back as much as before',
  failureTitle: 'Fewer customers come back than before',
  visit: 'poll',
  owner: 'answerer',
  weight: 8,
  perDevice: false,
  perPage: false,
  everyMinutes: 1440,
  imports: 'orders',
  coversWindow: true,
  options: z.strictObject({
    folder: z.string().nullable().default(null),
    windowDays: z.number().int().min(28).default(defaultOrdersDays),
    timeZone: z.string().default('UTC'),
    dates: z.enum(['day-first', 'month-first']).nullable().default(null),
    /** Names of columns that are not recognised by themselves. */
    columns: z.partialRecord(z.enum(orderFields), z.string()).default({}),
  }),
  measurements: {
    fall: {
      title: 'fall of the share of returning customers beyond its margin of error, in margins',
      unit: 'count',
      // Within the margin it may be chance; twice as much is red.
      threshold: { green: 0, red: 1 },
      ownTrouble: 'lasting',
    },
    repeatRate: { title: 'customers who bought again', unit: 'ratio', main: true },
    margin: { title: 'margin of error of that share', unit: 'ratio' },
    repeatIndex: { title: 'the same beside the window before, which is 100', unit: 'number' },
    customers: { title: 'customers', unit: 'count' },
  },
  figures: {
    repeatRate: { by: 'measurement', device: null, measurement: 'repeatRate', spread: 'last' },
  },
} as const satisfies ProbeSpec;

export type OrdersOptions = z.infer<typeof orders.options>;
