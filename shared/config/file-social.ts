import { z } from 'zod';
import { callFields, callFieldTitles } from '../model/call-field.ts';
import { touchpointIdSchema } from '../model/check-id.ts';
import { pageKinds, phoneSourceNames, socialPlatforms } from '../model/social-platform.ts';
import { responses } from '../probes/responses/spec.ts';
import { formatDuration } from './duration.ts';
import * as text from './file-text.ts';

export const touchpointId = touchpointIdSchema.meta({
  description: 'A short name used in alerts, keys and file names. History is stored under it, so do not rename it.',
  examples: ['website'],
});

/** "15m (facebook, vk), 1h (x)" */
const cadences = [...Map.groupBy(pageKinds, (kind) => socialPlatforms[kind].everyMinutes)]
  .map(([minutes, kinds]) => `${formatDuration(minutes)} (${kinds.join(', ')})`)
  .join(', ');

/** "facebook, youtube" */
const likesSeenOn = pageKinds.filter((kind) => socialPlatforms[kind].showsLikes).join(', ');

const sla = z
  .strictObject({
    firstResponse: text.duration(
      { min: '1m', max: '30d' },
      {
        description:
          'Business time within which a customer must get a first answer. A day of it (1d) has 24 business hours: write a working day in hours, such as 9h.',
        examples: ['4h'],
      },
    ),
  })
  .optional()
  .meta({
    description: 'What customers were promised. Default: 8h, a working day.',
    examples: [{ firstResponse: '4h' }],
  });

/** A social network or review site as the file writes it. */
export const socialSchema = z.strictObject({
  id: touchpointId,
  kind: z.enum(pageKinds).describe('A social network or review site where customers write.'),
  page: text.name(200, {
    description: 'The page, account or place, as the platform names it.',
    examples: ['1234567890'],
  }),
  secret: text
    .secretName({
      description: 'Name of the stored secret for the API; never the secret itself.',
      examples: ['facebook-page-token'],
    })
    .optional(),
  sla,
  every: text
    .cadence({ description: `How often the platform is polled. Default: ${cadences}.`, examples: ['15m'] })
    .optional(),
  staff: z
    .array(text.name(100, { description: 'An id on the platform.', examples: ['7700112233'] }))
    .max(200)
    .optional()
    .meta({
      description: 'Ids of people who answer for the business from their own accounts; their answers count too.',
      default: [],
    }),
  messages: responses.options.shape.messages.unwrap().optional().meta({
    description: 'Also check private messages, if the platform and the token allow it (facebook: Messenger).',
    default: false,
  }),
  likesAnswer: responses.options.shape.likesAnswer
    .unwrap()
    .optional()
    .meta({
      description: `Count a like or a reaction of the business as an answer, also to a question. Seen on: ${likesSeenOn}. Default: a like settles only what asks nothing.`,
      default: false,
    }),
  api: text
    .siteAddress({
      description: "A different address for the platform's API, such as your own gateway. The token is sent there.",
      examples: ['https://api.vk.ru/method/'],
    })
    .optional(),
});

/** A phone as the file writes it. */
export const phoneSchema = z.strictObject({
  id: touchpointId,
  kind: z.literal('phone').describe('A phone on which customers call; a missed call waits until somebody calls back.'),
  source: z.enum(phoneSourceNames).meta({
    description:
      'Where its calls are listed: csv (files that the exchange writes, such as Asterisk; on a laptop only), twilio or zadarma.',
    examples: ['csv'],
  }),
  numbers: z
    .array(text.phoneNumber({ description: 'A number with its country code.', examples: ['+380 44 123 45 67'] }))
    .min(1)
    .max(100)
    .meta({
      description:
        "The business's own numbers, with their country's code. It also says how numbers without one are meant.",
      examples: [['+380 44 123 45 67']],
    }),
  secret: text
    .secretName({
      description: 'twilio, zadarma: name of the stored secret for the API; never the secret itself.',
      examples: ['twilio-access'],
    })
    .optional(),
  sla,
  every: text.cadence({ description: 'How often its calls are read. Default: 15m.', examples: ['15m'] }).optional(),
  staff: z
    .array(text.phoneNumber({ description: 'A number with its country code.', examples: ['+380 50 123 45 67'] }))
    .max(200)
    .optional()
    .meta({
      description: 'Numbers of people who answer for the business on phones of their own; they are no customers.',
      default: [],
    }),
  misdial: z.number().int().min(0).max(120).optional().meta({
    description: 'A caller who hangs up within so many seconds waits for nothing, where the record tells it.',
    default: 5,
  }),
  folder: text
    .name(400, {
      description: 'csv: the folder with the files. Default: .touchlight/calls/<id>.',
      examples: ['/var/log/asterisk/cdr-csv'],
    })
    .optional(),
  timeZone: text
    .timeZone({
      description: 'Time zone of the times in the records. Default: that of the business.',
      examples: ['UTC'],
    })
    .optional(),
  columns: z
    .strictObject(
      Object.fromEntries(
        callFields.map((field) => [
          field,
          text
            .name(100, {
              description: `csv: name of the column with ${callFieldTitles[field]}.`,
              examples: ['Call Time'],
            })
            .optional(),
        ]),
      ),
    )
    .optional()
    .meta({
      description: 'csv: names of columns that Touchlight does not recognise by itself (docs/platforms/phone.md).',
      default: {},
      examples: [{ time: 'Call Time' }],
    }),
  api: text
    .siteAddress({
      description:
        'twilio, zadarma: a different address for the API, such as your own gateway. The secret is sent there.',
      examples: ['https://api.zadarma.com/'],
    })
    .optional(),
});
