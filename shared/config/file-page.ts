import { z } from 'zod';
import * as text from './file-text.ts';

const addresses = z.array(text.email({ description: 'An email address.', examples: ['olena@example.com'] })).max(200);

const signInSchema = z
  .strictObject({
    issuer: text.siteAddress({
      description: "Address of the company's own OpenID Connect provider.",
      examples: ['https://accounts.google.com'],
    }),
    clientId: z
      .string()
      .min(1)
      .max(256)
      .meta({ description: 'Client id of the page at the provider.', examples: ['touchlight'] }),
    secret: text.secretName({
      description: "Name of the stored secret with the client's secret; never the secret itself.",
      examples: ['page-sign-in'],
    }),
    operators: addresses
      .optional()
      .meta({ description: 'Who may also acknowledge and announce.', default: [], examples: [['olena@example.com']] }),
    readers: addresses
      .optional()
      .meta({ description: 'Who may only read.', default: [], examples: [['owner@example.com']] }),
  })
  .meta({
    description: "Sign-in by the company's own provider, beside the signed links.",
    examples: [
      {
        issuer: 'https://accounts.google.com',
        clientId: 'touchlight',
        secret: 'page-sign-in',
        operators: ['olena@example.com'],
      },
    ],
  });

/** The live page as the file writes it. */
export const pageSchema = z
  .strictObject({
    public: z
      .array(
        z
          .string()
          .min(1)
          .meta({ description: 'Id of a touchpoint.', examples: ['website'] }),
      )
      .max(100)
      .optional()
      .meta({
        description: 'Touchpoints whose lights, incidents and maintenance everybody may see on a public status page.',
        default: [],
        examples: [['website']],
      }),
    url: text
      .siteAddress({
        description: 'An address of your own in front of the page. Default: the address that AWS gives it.',
        examples: ['https://status.example.com'],
      })
      .optional(),
    atOnce: z
      .number()
      .int()
      .min(0)
      .max(100)
      .optional()
      .meta({
        description:
          "Requests served at the same time: no stranger can cost more than that. It is taken from the account's concurrency; 0 takes nothing, for accounts whose limit is too low.",
        default: 5,
        examples: [5],
      }),
    signIn: signInSchema.optional(),
  })
  .meta({
    description:
      'The live page in AWS: what is broken now, and a button that says "I\'m on it". Off unless it is in the file.',
    examples: [{ public: ['website'] }],
  });
