/**
 * What mails of one language say, as sources of regular expressions that begin at the start of a word and ignore case; `’`, `ʼ`
 * and `ё` are read as `'` and `е`.
 */
export interface MailPhrases {
  /** Before a colon at the start of a subject: "Automatic reply: …". */
  readonly automaticPrefix: readonly string[];
  /** At the start of a subject: somebody is away. */
  readonly absenceSubject: readonly string[];
  /** At the start of a subject: it arrived, you are a ticket now. */
  readonly receivedSubject: readonly string[];
  /** Anywhere in a subject that is no reply: order, parcel, invoice, code. */
  readonly noticeSubject: readonly string[];
  /** At the start of a subject: not delivered. */
  readonly bounceSubject: readonly string[];
  /** At the start of a subject: not delivered yet. */
  readonly delaySubject: readonly string[];
  /** Before a colon at the start of a subject: read, accepted, declined. */
  readonly receiptPrefix: readonly string[];

  /** A sentence thanks for a message. */
  readonly thanks: readonly string[];
  /** A sentence says that something arrived and is a case now. */
  readonly received: readonly string[];
  /** A sentence promises that others, or "we", will answer. */
  readonly promise: readonly string[];
  /** A sentence names how long an answer takes, or where to look meanwhile. */
  readonly meanwhile: readonly string[];
  /** A sentence says that the writer is away. */
  readonly absent: readonly string[];
  /** A sentence says whom to ask instead, or that mails are not read or passed on. */
  readonly insteadOf: readonly string[];
  /** A sentence says that a machine wrote it. */
  readonly byMachine: readonly string[];
  /** A sentence says that nobody reads an answer. */
  readonly unread: readonly string[];
  /** A ticket moves, or asks to be rated. */
  readonly ticketMoves: readonly string[];
  /** A sentence tells of an order, a parcel, a payment, a review. */
  readonly notice: readonly string[];
  /** A filter asks the sender to prove that he is a person. */
  readonly challenge: readonly string[];
  /** The foot of a newsletter. */
  readonly subscribed: readonly string[];
  /** The headline of a letter to the press, which is sent to many. */
  readonly pressRelease: readonly string[];
  /** The mail was not delivered. */
  readonly undelivered: readonly string[];

  /** Words that only somebody who speaks of himself uses. */
  readonly firstPerson: readonly string[];
  /** After a comma, they add what no template says: "I am away, but I have looked". */
  readonly contrast: readonly string[];
  /** A greeting or a closing, the whole line. */
  readonly courtesy: readonly string[];

  /** Labels of a form, before a colon. */
  readonly form: { readonly who: readonly string[]; readonly what: readonly string[] };
  /** A sentence says that a form was sent. */
  readonly formSent: readonly string[];

  /** Prefixes of a subject, before a colon. */
  readonly replyPrefix: readonly string[];
  readonly forwardPrefix: readonly string[];
  /** The end of the line that introduces a quote: "… wrote". */
  readonly wrote: readonly string[];
  /** The start of the line that introduces a quote: "On", "Am". */
  readonly onDate: readonly string[];
  /** Labels of the block above a quoted or forwarded mail, before a colon. */
  readonly blockLabels: readonly string[];
  /** The line above a quoted or forwarded mail, without dashes. */
  readonly originalMessage: readonly string[];
  /** "Sent from my iPhone", at the start of a line. */
  readonly sentFrom: readonly string[];
  /** Starts a disclaimer. */
  readonly disclaimer: readonly string[];
}
