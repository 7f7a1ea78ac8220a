import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { mailOptions } from '../../shared/aws/mail/mime.ts';
import { type Mailer, MailRefusedError } from '../../shared/ports/mailer.ts';

export interface SmtpMailer extends Mailer {
  close(): void;
}

const failureSchema = z.object({
  message: z.string(),
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
});

/** The mail was never handed over: no connection, no login, no such server. */
const neverSent = ['ECONNECTION', 'EAUTH', 'EDNS', 'ETLS', 'EENVELOPE'];

/** @param url such as `smtps://user:password@mail.example:465`; it is never printed */
export function createSmtpMailer(url: string): SmtpMailer {
  const transport = createTransport(url);
  return {
    async send(mail) {
      try {
        await transport.sendMail(mailOptions(mail));
      } catch (error) {
        const failure = failureSchema.safeParse(error);
        if (!failure.success) throw error;
        const { message, code = '', responseCode, command } = failure.data;
        if (responseCode === undefined && command !== 'CONN' && !neverSent.includes(code)) throw error;
        throw new MailRefusedError('refused', `The mail server did not take the mail: ${message}`, { cause: error });
      }
    },
    close: () => transport.close(),
  };
}
