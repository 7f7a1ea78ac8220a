import { z } from 'zod';
import * as text from './file-text.ts';

/** Notify looks every 15 minutes at what was not acknowledged: a shorter time could not be kept. */
const limits = { min: '15m', max: '7d' } as const;

/** How soon somebody must say "I'm on it": one time for all, or one by light. */
export const acknowledgeSchema = z
  .union([
    text.durationOrNever(limits, {
      description: 'For red around the clock, and for yellow in business time; "never" escalates nothing.',
      examples: ['30m'],
    }),
    z.strictObject({
      red: text.duration(limits, { description: 'For red incidents.', examples: ['30m'] }).optional(),
      yellow: text.duration(limits, { description: 'For yellow incidents.', examples: ['4h'] }).optional(),
      in: z
        .enum(['always', 'hours'])
        .optional()
        .meta({
          description:
            'When the clock runs: always, or only in business hours. Default: always for red, in business hours for yellow.',
          examples: ['hours'],
        }),
    }),
  ])
  .optional()
  .meta({
    description:
      'How soon somebody must acknowledge an incident before those under `then` are alerted: for red around the clock, for yellow in business time. Or a time for each light; one that is not named is never escalated. From 15m to 7d, or "never".',
    examples: ['30m', { red: '30m', yellow: '4h', in: 'always' }],
  });

const ownerName = { description: 'Name of the person.', examples: ['Olena'] } as const;

export const ownerSchema = z
  .union([
    text.person({
      description: 'A name, or an email address.',
      examples: ['olena@example.com'],
    }),
    z.strictObject({
      name: text.name(80, ownerName),
      email: text
        .email({ description: 'Where this person is alerted of the touchpoint.', examples: ['olena@example.com'] })
        .optional(),
    }),
  ])
  .optional()
  .meta({
    description:
      'Who looks after the touchpoint: named in its alerts and in the weekly action plan, and alerted of it where an address is given. A name, an email address, or both.',
    examples: [{ name: 'Olena', email: 'olena@example.com' }],
  });
