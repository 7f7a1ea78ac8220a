import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { mailOptions } from '../../shared/aws/mail/mime.ts';
import { type Mailer, MailRefusedError } from '../../shared/ports/mailer.ts';
import { watchHandover } from '../../shared/runtime/mail-handover.ts';

export interface SmtpMailer extends Mailer {
  close(): void;
}

const failureSchema = z.object({
  message: z.string(),
  responseCode: z.number().optional(),
});

/** @param url such as `smtps://user:password@mail.example:465`; it is never printed */
export function createSmtpMailer(url: string): SmtpMailer {
  const transport = createTransport(url);
  const hasBegun = watchHandover(transport);
  return {
    async send(mail) {
      try {
        await transport.sendMail(mailOptions(mail));
      } catch (error) {
        const failure = failureSchema.safeParse(error);
        if (!failure.success) throw error;
        const { message, responseCode } = failure.data;
        if (responseCode === undefined && hasBegun(mail.messageId)) throw error;
        throw new MailRefusedError('refused', `The mail server did not take the mail: ${message}`, { cause: error });
      }
    },
    close: () => transport.close(),
  };
}
