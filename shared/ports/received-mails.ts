/** A mail that was received, as it was stored. */
export interface ReceivedMail {
  readonly name: string;
  readonly bytes: number;
  /** When it was stored, epoch milliseconds. */
  readonly storedAt: number;
}

/** Where the mails lie that were received for one mailbox. */
export interface ReceivedMails {
  /** As a person finds it. */
  readonly where: string;
  /** All that lie there, page by page, in no order. */
  pages(): AsyncIterable<readonly ReceivedMail[]>;
  /** @returns its first bytes; null where it is gone by now */
  read(mail: ReceivedMail, bytes: number): Promise<Uint8Array | null>;
}

export type Inboxes = (touchpointId: string) => ReceivedMails;
