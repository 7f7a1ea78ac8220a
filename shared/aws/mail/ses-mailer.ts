import { setTimeout as sleep } from 'node:timers/promises';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { z } from 'zod';
import { type Mailer, MailRefusedError } from '../../ports/mailer.ts';
import { mimeOf } from './mime.ts';

export interface SesMailerOptions {
  /** So that bounces of these mails can be told from others of the account. */
  readonly configurationSet?: string | undefined;
  readonly client?: SESv2Client;
  /** Milliseconds before each further attempt while SES is busy; in the sandbox it takes one mail a second. */
  readonly pauses?: readonly number[];
}

/**
 * SES v2, raw MIME. The client itself repeats nothing: after a lost answer nobody knows whether the mail was accepted, and a
 * second attempt could be a second mail. What SES refuses is refused for certain, so that is tried again here.
 */
export function createSesMailer({
  configurationSet,
  client = new SESv2Client({ maxAttempts: 1 }),
  pauses = [1000, 2000, 4000, 8000],
}: SesMailerOptions = {}): Mailer {
  return {
    async send(mail) {
      const command = new SendEmailCommand({
        FromEmailAddress: mail.from,
        Destination: { ToAddresses: [mail.to] },
        Content: { Raw: { Data: await mimeOf(mail) } },
        ConfigurationSetName: configurationSet,
      });
      for (let attempt = 0; ; attempt++) {
        try {
          await client.send(command);
          return;
        } catch (error) {
          const refusal = refusalOf(error);
          const pause = pauses[attempt];
          if (refusal?.why !== 'busy' || pause === undefined) throw refusal ?? error;
          await sleep(pause);
        }
      }
    },
  };
}

const failureSchema = z.object({
  name: z.string(),
  message: z.string(),
  code: z.string().optional(),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional(),
});

/** The request never left this machine. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** @returns null when it cannot be told whether SES has accepted the mail */
export function refusalOf(error: unknown): MailRefusedError | null {
  const failure = failureSchema.safeParse(error);
  if (!failure.success) return null;
  const { name, message, code = '', $metadata: { httpStatusCode: status = 0 } = {} } = failure.data;
  const refused = (why: MailRefusedError['why']): MailRefusedError => {
    return new MailRefusedError(why, `SES did not take the mail: ${message} (${name}).`, { cause: error });
  };
  if (/not verified/i.test(message) || name === 'MailFromDomainNotVerifiedException') return refused('unverified');
  if (status === 429 || status === 503 || /TooManyRequests|Throttl/.test(name)) return refused('busy');
  if (status >= 400 && status < 500) return refused('refused');
  return neverSent.includes(code) || name === 'CredentialsProviderError' ? refused('refused') : null;
}
