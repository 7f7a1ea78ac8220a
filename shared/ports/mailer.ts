export interface Mail {
  /** The sender's name, as mail programs show it. */
  readonly fromName: string;
  readonly from: string;
  /** One message per reader: nobody sees who else reads it, and one bad address holds up nobody. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same mail to the same reader has the same id. */
  readonly messageId: string;
}

/**
 * The mail was certainly not accepted, so sending it again cannot make two of it.
 * - `unverified`: SES does not know the sender, or is in its sandbox and does not know the reader;
 * - `busy`: too much at once; later it may work;
 * - `refused`: anything else that a person must put right.
 */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
  readonly why: 'unverified' | 'busy' | 'refused';

  constructor(why: MailRefusedError['why'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.why = why;
  }
}

export interface Mailer {
  /**
   * Resolves when the mail is accepted for delivery.
   * @throws MailRefusedError when it certainly was not; any other error leaves it open
   */
  send(mail: Mail): Promise<void>;
}

/** Sends plain text to the subscribers of the alerts. */
export interface Announcer {
  announce(subject: string, text: string): Promise<void>;
}
