import { deliverDigest, type Outgoing, type ReaderDelivery } from '../../functions/digest/deliver-digest.ts';
import { createSesMailer } from '../../shared/aws/mail/ses-mailer.ts';
import type { DigestLog } from '../../shared/ports/stores.ts';
import { UsageError } from '../exit.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

/**
 * Sends a mail from this machine, by SMTP where a server is named and by SES elsewhere.
 * @param again also to those who may have it already: the person has asked the reader, or takes a second mail for the smaller evil
 */
export async function sendDigest(outgoing: Outgoing, digests: DigestLog, again = false): Promise<ReaderDelivery[]> {
  const url = process.env['TOUCHLIGHT_SMTP_URL'];
  if (url !== undefined && !/^smtps?:\/\//.test(url)) {
    throw new UsageError(
      'TOUCHLIGHT_SMTP_URL must begin with smtp:// or smtps://, such as smtps://user:password@mail.example.',
    );
  }
  const smtp = url === undefined ? null : createSmtpMailer(url);
  try {
    return await deliverDigest(outgoing, {
      ...{ digests: again ? openClaims(digests) : digests, mailer: smtp ?? createSesMailer(), now: Date.now },
    });
  } finally {
    smtp?.close();
  }
}

function openClaims(digests: DigestLog): DigestLog {
  return {
    ...digests,
    claim: async (...claim) => ((await digests.claim(...claim)) === 'sent' ? 'sent' : 'ours'),
  };
}

/** How the mail to one reader went, for a person at the terminal. */
export function describeDelivery({ reader, outcome, reason }: ReaderDelivery): string {
  switch (outcome) {
    case 'sent':
      return `  sent to ${reader}`;
    case 'sent-before':
      return `  ${reader} already has it; nothing was sent`;
    case 'unverified':
    case 'refused':
      return `  NOT sent to ${reader}. ${reason}`;
    case 'unknown':
      return `  It is not known whether ${reader} got it. ${reason} Ask them, or send it again with --again.`;
  }
}
