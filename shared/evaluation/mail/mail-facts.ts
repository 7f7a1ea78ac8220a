import type { Instant } from '../../model/instant.ts';

export interface MailAddress {
  /** As the sender writes it, decoded; null where there is none. */
  readonly name: string | null;
  /** In lower case; '' where the header names somebody without an address. */
  readonly address: string;
}

export interface MailHeader {
  /** In lower case. */
  readonly key: string;
  /** Decoded and unfolded. */
  readonly value: string;
}

/** What the folder is for, whatever its name. */
export type FolderRole = 'inbox' | 'sent' | 'spam' | 'archive' | 'trash' | 'drafts' | 'other';

/** One mail as it lies in a mailbox, parsed but not yet understood. Everything but `receivedAt` and `folder` is foreign. */
export interface MailFacts {
  /** Top to bottom; a header that occurs twice is listed twice. */
  readonly headers: readonly MailHeader[];
  /** All addresses of all From headers: a forged mail has two. */
  readonly from: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly replyTo: readonly MailAddress[];
  /** '' where there is none. */
  readonly subject: string;
  /** Ids are written without angle brackets. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  /** Oldest first. */
  readonly references: readonly string[];
  /** The sender in the envelope, from SES or Return-Path; '' is the null sender of bounces, null is unknown. */
  readonly envelopeFrom: string | null;
  /** When the mailbox received it: INTERNALDATE or SES, never the sender's Date. */
  readonly receivedAt: Instant;
  /** Plain text, or the text of the HTML part; null where it was not fetched. */
  readonly text: string | null;
  /** Links of the HTML part whose addresses a reader does not see; left out where there are none or parts were not fetched. */
  readonly linksInHtml?: number;
  readonly folder: FolderRole;
  /** METHOD of a calendar part in capitals: REQUEST, REPLY; left out where there is none or parts were not fetched. */
  readonly calendarMethod?: string;
}

/** Whose mail it is that is judged. For answers to a mystery shopper, these are his addresses alone: the business is the stranger. */
export interface OurMail {
  /** In lower case. */
  readonly addresses: readonly string[];
  /** Domains in lower case; everybody at them is a colleague. */
  readonly domains: readonly string[];
}

/** What the mail may be an answer to. Only the shopper knows it; a mailbox leaves it out. */
export interface AskedBefore {
  readonly askedAt: Instant;
  /** Whether the business was open when the answer came. */
  readonly isOpen: boolean;
  /** Texts of earlier answers of this business to other questions: a template repeats itself. */
  readonly earlierAnswers: readonly string[];
}

/**
 * - `human`: somebody wrote it and may wait for an answer, or gives one;
 * - `automatic`: acknowledgement, absence, notice, receipt: nobody waits;
 * - `bounce`: a mail of ours was not delivered;
 * - `newsletter`: to many at once;
 * - `internal`: among colleagues;
 * - `spam`: in the spam folder, or marked as spam by the server that received it.
 */
export type MailKind = 'human' | 'automatic' | 'bounce' | 'newsletter' | 'internal' | 'spam';

export interface MailJudgement {
  readonly kind: MailKind;
  /** A stable word: the rule that decided. */
  readonly reason: string;
  readonly confidence: 'sure' | 'likely';
  /** The text was not fetched and could change the judgement. */
  readonly needsText: boolean;
  /** Somebody, or a program, of the business sent it. */
  readonly isOurs: boolean;
}
