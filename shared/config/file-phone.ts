import { z } from 'zod';
import { callFields, callFieldTitles } from '../model/call-field.ts';
import { phoneSourceNames } from '../model/social-platform.ts';
import { ownerSchema } from './file-escalation.ts';
import { slaSchema, touchpointId } from './file-social.ts';
import * as text from './file-text.ts';

/** A phone as the file writes it. */
export const phoneSchema = z.strictObject({
  id: touchpointId,
  kind: z.literal('phone').describe('A phone on which customers call; a missed call waits until somebody calls back.'),
  source: z.enum(phoneSourceNames).meta({
    description:
      'Where its calls are listed: csv (files that the exchange writes, such as Asterisk), twilio or zadarma.',
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
  owner: ownerSchema,
  sla: slaSchema,
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
      description:
        'csv, on a laptop: the folder with the files. Default: .touchlight/calls/<id>. In AWS, always calls/<id>/ in the bucket.',
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
