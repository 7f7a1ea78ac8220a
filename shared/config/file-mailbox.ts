import { z } from 'zod';
import { socialPlatforms } from '../model/social-platform.ts';
import { formatDuration } from './duration.ts';
import { ownerSchema } from './file-escalation.ts';
import { slaSchema, touchpointId } from './file-social.ts';
import * as text from './file-text.ts';

/** A mailbox of the business as the file writes it. */
export const mailboxSchema = z.strictObject({
  id: touchpointId,
  kind: z
    .literal('mailbox')
    .describe("The business's own mailbox, read by IMAP: who has written and waits for an answer?"),
  source: z.enum(['imap', 'inbound']).optional().meta({
    description:
      'imap reads the mailbox from its server. inbound, in AWS only, reads the copies of its mail that SES receives.',
    default: 'imap',
  }),
  page: text.email({ description: "The mailbox's address.", examples: ['info@example.com'] }),
  server: text
    .mailServer({
      description:
        'imap: its server and port. Port 993 is encrypted from the start; on any other the connection must become encrypted (STARTTLS), except on this machine.',
      examples: ['imap.example.com:993'],
    })
    .optional(),
  secret: text
    .secretName({
      description: "imap: name of the stored secret with the mailbox's password; never the password itself.",
      examples: ['info-mailbox'],
    })
    .optional(),
  ours: z
    .array(text.mailOwner({ description: 'An address, or a domain for everybody there.', examples: ['example.com'] }))
    .max(200)
    .optional()
    .meta({
      description:
        "Whose mail is the business's own: their answers count, and mail among them needs none. Default: everybody at the address's own domain, or only the address at a public provider such as gmail.com.",
      examples: [['example.com', 'anna.koval@gmail.com']],
    }),
  owner: ownerSchema,
  sla: slaSchema,
  every: text
    .cadence({
      description: 'How often the mailbox is looked into.',
      examples: ['15m'],
      default: formatDuration(socialPlatforms.mailbox.everyMinutes),
    })
    .optional(),
});
