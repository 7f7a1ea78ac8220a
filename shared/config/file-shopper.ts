import { z } from 'zod';
import { scenarioSchema, scenarios } from '../model/test-enquiry.ts';
import { shopper } from '../probes/shopper/spec.ts';
import { formatDuration } from './duration.ts';
import { ownerSchema } from './file-escalation.ts';
import { slaSchema, touchpointId } from './file-social.ts';
import * as text from './file-text.ts';

const consentSchema = z
  .strictObject({
    by: text.name(100, {
      description: 'Who has agreed, for the business.',
      examples: ['Olena Marchenko, owner'],
    }),
    date: text.date({ description: 'The day on which that was put in writing.', examples: ['2026-11-20'] }),
  })
  .optional()
  .meta({
    description: "The owner's written consent to tests that do not say that they are tests; needed with blind: true.",
    examples: [{ by: 'Olena Marchenko, owner', date: '2026-11-20' }],
  });

const ownText = z.strictObject({
  subject: text.name(150, { description: 'Subject of the mail.', examples: ['Opening hours'] }),
  text: z
    .string()
    .min(1)
    .max(3000)
    .meta({
      description: 'The text, without a signature. It must not book, order or reserve anything.',
      examples: ['Hello, are you open on Saturday afternoon? Please reply by email.'],
    }),
});

const formCheckId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]*\/form(?::\/\S*)?$/,
    `must name the check of a form, such as "website/form" or "website/form:/contact"`,
  );

/** A mystery shopper as the file writes it. */
export const shopperSchema = z.strictObject({
  id: touchpointId,
  kind: z
    .literal('shopper')
    .describe("The business's email address or form, tried by a mystery shopper: how long until a person answers?"),
  to: text
    .email({
      description:
        "The business's address that customers write to. Required without form; with form, only the closing mail goes there.",
      examples: ['hello@example.com'],
    })
    .optional(),
  form: formCheckId.optional().meta({
    description:
      'Ask through a form of a website of this file instead: its check, as validate names it. page, fill and confirmation of that check apply.',
    examples: ['website/form', 'website/form:/contact'],
  }),
  source: z.enum(['imap', 'inbound']).optional().meta({
    description: "imap reads the shopper's mailbox from its server. inbound, in AWS only, has SES receive its mail.",
    default: 'imap',
  }),
  address: text
    .email({
      description:
        "The shopper's own address, from which it writes and to which the answers come. Not one of the business. Required with imap. Default with inbound: the touchpoint's id at the domain whose mail SES receives.",
      examples: ['shopper@example.net'],
    })
    .optional(),
  server: text
    .mailServer({
      description: "imap, required: server and port of the shopper's mailbox, as for kind: mailbox.",
      examples: ['imap.example.net:993'],
    })
    .optional(),
  smtp: text
    .smtpServer({
      description:
        'Server and port through which the shopper sends. Required without form; with form, only the closing mail needs it. Port 465 is encrypted from the start; on any other the connection must become encrypted (STARTTLS), except on this machine.',
      examples: ['smtp.example.net:587'],
    })
    .optional(),
  secret: text
    .secretName({
      description: "imap: name of the stored secret with the mailbox's password; never the password itself.",
      examples: ['shopper-mailbox'],
    })
    .optional(),
  smtpSecret: text
    .secretName({
      description: 'Name of another stored secret for sending. Default: the same as for reading.',
      examples: ['shopper-smtp'],
    })
    .optional(),
  replyTag: z
    .boolean()
    .optional()
    .meta({
      description:
        'Have answers sent to an address of their own for each enquiry (shopper+tl-7k3q9zb@example.net), which recognises those that a ticket system writes anew. The mailbox must accept such addresses. Default: true with inbound, and at providers that do (Gmail, Microsoft 365, Fastmail, iCloud), otherwise false.',
      examples: [true],
    }),
  perWeek: z
    .number()
    .int()
    .min(1)
    .max(5)
    .optional()
    .meta({
      description: 'Enquiries in a calendar week, at most.',
      default: shopper.options.shape.perWeek.parse(undefined),
    }),
  owner: ownerSchema,
  sla: slaSchema,
  language: z
    .enum(['en', 'uk', 'ru'])
    .optional()
    .meta({ description: 'Language in which the shopper writes. Default: that of the business.', examples: ['uk'] }),
  name: text
    .name(60, {
      description:
        'Name under which the shopper writes. Default: Touchlight, or with blind: true one that suits the language.',
      examples: ['Alex Morgan'],
    })
    .optional(),
  scenarios: z
    .array(scenarioSchema)
    .min(1)
    .max(scenarios.length)
    .optional()
    .meta({
      description:
        'What the shopper asks about, in turn. With texts of your own, only what is listed here is added to them.',
      default: [...scenarios],
      examples: [['question', 'price']],
    }),
  texts: z
    .array(ownText)
    .min(1)
    .max(20)
    .optional()
    .meta({
      description: 'Texts of your own instead.',
      default: [],
      examples: [[{ subject: 'Opening hours', text: 'Hello, are you open on Saturday afternoon?' }]],
    }),
  blind: z.boolean().optional().meta({
    description: 'Do not say in the enquiry that it is a test; a closing mail says so afterwards. Needs consent.',
    default: false,
  }),
  consent: consentSchema,
  every: text
    .cadence({
      description: "How often the shopper's mailbox is looked into.",
      examples: ['15m'],
      default: formatDuration(shopper.everyMinutes),
    })
    .optional(),
});
export type FileShopper = z.infer<typeof shopperSchema>;
