import type { SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../../ports/mailer.ts';

/** The mail as nodemailer takes it: for SMTP as it is, for SES as raw MIME. */
export function mailOptions({ fromName, from, to, subject, text, html, messageId }: Mail): SendMailOptions {
  return {
    from: { name: fromName, address: from },
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId,
    headers: {
      // Answered by a person, who takes the address out of the configuration.
      'List-Unsubscribe': `<mailto:${from}?subject=unsubscribe>`,
      'Auto-Submitted': 'auto-generated',
    },
    // Page text stands in the mail: it must never become a path or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export function mimeOf(mail: Mail): Promise<Uint8Array> {
  return new MailComposer(mailOptions(mail)).compile().build();
}
