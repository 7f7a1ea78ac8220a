import { z } from 'zod';
import type { ProbeSpec } from '../../model/probe-spec.ts';

export const contacts = {
  id: 'contacts',
  title: 'Contacts are easy to find and use',
  failureTitle: 'Contacts are hard to find or use',
  visit: 'load',
  owner: 'developer',
  weight: 3,
  perDevice: true,
  perPage: false,
  everyMinutes: 30,
  options: z.strictObject({
    expect: z
      .strictObject({
        phone: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .meta({ description: 'The right phone number, or several.', examples: ['+380 44 123 45 67'] }),
        email: z
          .union([z.email(), z.array(z.email())])
          .optional()
          .meta({ description: 'The right email address, or several.', examples: ['hello@example.com'] }),
        whatsapp: z
          .string()
          .optional()
          .meta({ description: 'WhatsApp number.', examples: ['+380 44 123 45 67'] }),
        telegram: z
          .string()
          .optional()
          .meta({ description: 'Telegram name.', examples: ['coffeelab'] }),
        viber: z
          .string()
          .optional()
          .meta({ description: 'Viber number.', examples: ['+380 44 123 45 67'] }),
        messenger: z
          .string()
          .optional()
          .meta({ description: 'Facebook Messenger page name.', examples: ['coffeelab'] }),
      })
      .default({})
      .describe('The right contacts; any difference on the site is red.'),
    ignore: z
      .array(z.string().min(3))
      .default([])
      .meta({
        description:
          'Contacts on the site that are not the business’s: phone numbers, email addresses, links to messengers. They count as not found.',
        examples: [['+380 44 765 43 21', 'studio@agency.example']],
      }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'is not a country code; write two capital letters such as UA, DE or US')
      .optional()
      .meta({ description: 'Country of numbers written without a country code.', examples: ['UA'] }),
  }),
  measurements: {
    clicksToContact: {
      title: 'taps to reach a contact',
      unit: 'count',
      threshold: { green: 1, red: 3 },
      main: true,
    },
    contactsFound: { title: 'ways to get in touch', unit: 'count', threshold: { green: 1, red: 0 } },
    phonesMissing: { title: 'no phone number to call', unit: 'count', threshold: { green: 0, red: null } },
    phonesContradicting: {
      title: 'phone numbers that contradict the structured data',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    contactsMisdirected: {
      title: 'links that show one contact and open another',
      unit: 'count',
      threshold: { green: 0, red: 1 },
    },
    contactsCovered: { title: 'contacts covered by something', unit: 'count', threshold: { green: 0, red: null } },
    contactsUnreadable: {
      title: 'contacts that are hard to read',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    contactsFaint: { title: 'contacts whose contrast falls short of WCAG AA', unit: 'count' },
    phonesMiswritten: { title: 'phone numbers with a 0 behind the country code', unit: 'count' },
    contactsUnusable: { title: 'contacts that do not open when tapped', unit: 'count' },
    phonesNotTappable: {
      title: 'phone numbers that do not start a call when tapped',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
    emailLinksDead: {
      title: 'email addresses that look like links and open nothing',
      unit: 'count',
      threshold: { green: 0, red: null },
    },
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
  figures: {
    clicksToContact: { by: 'measurement', device: 'mobile', measurement: 'clicksToContact', spread: 'p50' },
  },
} as const satisfies ProbeSpec;
