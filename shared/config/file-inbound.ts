import { z } from 'zod';
import * as text from './file-text.ts';

/** Receiving mail by SES, as the file writes it. */
export const inboundSchema = z
  .strictObject({
    domain: text.mailDomain({
      description:
        'A domain, or a part of one, whose mail SES receives: it is verified in SES, and its MX record leads there. Each mailbox with source: inbound has an address in it, its id.',
      examples: ['inbox.example.com'],
    }),
    ruleSet: text
      .receiptName({
        description:
          'Name of the receipt rule set that is active already: Touchlight only adds its rules to it. Leave it out where none is active.',
        examples: ['default-rule-set'],
      })
      .optional(),
    after: text
      .receiptName({
        description:
          "Name of that set's last rule: Touchlight's come behind it. Without it, SES puts them before all others.",
        examples: ['support-mail'],
      })
      .optional(),
  })
  .meta({
    description: 'In AWS: mail that SES receives, for mailboxes that cannot be read by IMAP. Off by default.',
    examples: [{ domain: 'inbox.example.com' }],
  });
