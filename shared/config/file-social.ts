import { z } from 'zod';
import { touchpointIdSchema } from '../model/check-id.ts';
import { pageKinds, socialPlatforms } from '../model/social-platform.ts';
import { responses } from '../probes/responses/spec.ts';
import { formatDuration } from './duration.ts';
import { ownerSchema } from './file-escalation.ts';
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

/** Of everything at which somebody may wait. */
export const slaSchema = z
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
  owner: ownerSchema,
  sla: slaSchema,
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
    description:
      'Also check private messages, if the platform and the token allow it (facebook: Messenger, instagram: direct messages, telegram: chats of a business account).',
    default: false,
  }),
  businessAccount: text
    .telegramAccount({
      description:
        'For telegram with messages: true and a channel as page: the account whose private chats are read, by its numeric id or its @name. Any Telegram user can connect a bot; chats of other accounts are ignored.',
      examples: ['@coffeelab'],
    })
    .optional(),
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
