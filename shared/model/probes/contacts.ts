import { z } from 'zod';
import type { ProbeSpec } from '../probe-spec.ts';

export const contacts = {
  id: 'contacts',
  title: 'Contacts are easy to find and use',
  failureTitle: 'Contacts are hard to find or use',
  step: 'probe-page',
  visit: 'load',
  perDevice: true,
  perPage: false,
  everyMinutes: 30,
  options: z.strictObject({
    /** The configured truth; what differs on the site is red. */
    expect: z
      .strictObject({
        phone: z.union([z.string(), z.array(z.string())]).optional(),
        email: z.union([z.email(), z.array(z.email())]).optional(),
        whatsapp: z.string().optional(),
        telegram: z.string().optional(),
        viber: z.string().optional(),
        messenger: z.string().optional(),
      })
      .default({}),
    /** ISO country for numbers written without a country code, such as UA. */
    country: z.string().length(2).optional(),
  }),
  measurements: {
    clicksToContact: {
      title: 'taps until a contact is in view',
      unit: 'count',
      threshold: { green: 1, red: 3 },
      main: true,
    },
    contactsFound: { title: 'ways to get in touch', unit: 'count', threshold: { green: 1, red: 0 } },
    contactsCovered: { title: 'contacts covered by something', unit: 'count', threshold: { green: 0, red: null } },
    contactsUnusable: { title: 'contacts that a tap does not open', unit: 'count' },
    expectedMissing: {
      title: 'configured contacts that are not on the page',
      unit: 'count',
      threshold: { green: 0, red: 1 },
    },
    expectedWrong: {
      title: 'contacts that differ from the configured ones',
      unit: 'count',
      threshold: { green: 0, red: 1 },
    },
  },
} as const satisfies ProbeSpec;
