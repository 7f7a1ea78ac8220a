import { tagOf } from '../../../shared/evaluation/shopper/match-answer.ts';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import type { EnquiryStore } from '../../../shared/ports/enquiry-store.ts';
import type { ShopperOptions } from '../../../shared/probes/shopper/spec.ts';
import { ApiFault } from '../api-fault.ts';
import type { MailServerAccess } from '../imap/imap-client.ts';
import { type OutgoingMail, sendMail, UncertainSend } from '../smtp/send-mail.ts';
import { closingLetter, enquiryLetter, newToken, nextLetter, signerOf } from './letters/write-letter.ts';

export interface Post {
  readonly store: EnquiryStore;
  readonly options: ShopperOptions;
  readonly access: MailServerAccess;
  readonly now: () => number;
}

/** What came of a mail: what is stored now, and why it was not sent. */
export interface Posted {
  /** Null when another run has done it, or is doing it. */
  readonly enquiry: TestEnquiry | null;
  readonly fault: ApiFault | null;
}

const doneElsewhere: Posted = { enquiry: null, fault: null };

/** A first enquiry for a slot: written down, then sent. Of all runs that race for the slot, one alone sends. */
export async function sendNew(
  { checkId, slot, sent }: { readonly checkId: string; readonly slot: string; readonly sent: number },
  post: Post,
): Promise<Posted> {
  const { options, store } = post;
  const letter = nextLetter(options, sent);
  const token = newToken();
  const enquiry = await store.claim({
    checkId,
    slot,
    token,
    scenario: letter.scenario,
    subject: enquiryLetter(letter, token, options).subject,
    to: options.to,
    form: null,
    isBlind: options.blind,
    delivery: 'claimed',
    attempts: 1,
    sentAt: toInstant(post.now()),
    messageIds: [messageIdOf(token, 1, options)],
    answers: [],
    nudgedAt: null,
    closing: null,
    revision: 0,
  });
  return enquiry === null ? doneElsewhere : sendClaimed(enquiry, enquiryLetter(letter, token, options).text, post);
}

/** One that the mail server has refused, under the same token. */
export async function sendAgain(refused: TestEnquiry, sent: number, post: Post): Promise<Posted> {
  const { options, store } = post;
  const letter = nextLetter(options, sent);
  const written = enquiryLetter(letter, refused.token, options);
  const enquiry = await store.save({
    ...refused,
    scenario: letter.scenario,
    subject: written.subject,
    to: options.to,
    isBlind: options.blind,
    delivery: 'claimed',
    attempts: refused.attempts + 1,
    sentAt: toInstant(post.now()),
  });
  return enquiry === null ? doneElsewhere : sendClaimed(enquiry, written.text, post);
}

async function sendClaimed(enquiry: TestEnquiry, text: string, post: Post): Promise<Posted> {
  const { delivery, acceptedAs, fault } = await deliver(post.access, {
    ...envelopeOf(enquiry, post.options),
    subject: enquiry.subject,
    text,
    messageId: messageIdOf(enquiry.token, 1, post.options),
    inReplyTo: null,
    headers: {},
  });
  const messageIds = acceptedAs === null ? enquiry.messageIds : [...enquiry.messageIds, acceptedAs];
  return { enquiry: await settle(post.store, enquiry, (each) => ({ ...each, delivery, messageIds })), fault };
}

/** Thanks and asks to delete; once for each enquiry, whatever comes back. To the business's address, also after a form. */
export async function sendClosing(enquiry: TestEnquiry, why: 'answered' | 'expired', post: Post): Promise<Posted> {
  const { options, store } = post;
  const claimedAt: Instant = toInstant(post.now());
  const messageId = messageIdOf(enquiry.token, 2, options);
  const attempts = (enquiry.closing?.attempts ?? 0) + 1;
  const closing = {
    why,
    claimedAt: enquiry.closing?.claimedAt ?? claimedAt,
    delivery: 'claimed',
    attempts,
    messageId,
  } as const;
  const claimed = await store.save({ ...enquiry, closing });
  if (claimed === null) return doneElsewhere;
  const { delivery, fault } = await deliver(post.access, {
    ...envelopeOf({ ...enquiry, to: options.to }, options),
    ...closingLetter(enquiry, why, options),
    messageId,
    inReplyTo: enquiry.messageIds.at(-1) ?? null,
    // No program answers a program (RFC 3834), nor does Exchange.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  });
  return { enquiry: await settle(store, claimed, (each) => ({ ...each, closing: { ...closing, delivery } })), fault };
}

async function deliver(access: MailServerAccess, mail: OutgoingMail) {
  try {
    const acceptedAs = await sendMail(access, mail);
    return { delivery: 'sent' as const, acceptedAs, fault: null };
  } catch (error) {
    if (error instanceof ApiFault) return { delivery: 'refused' as const, acceptedAs: null, fault: error };
    if (error instanceof UncertainSend) return { delivery: 'uncertain' as const, acceptedAs: null, fault: null };
    throw error;
  }
}

/** Always to the address of touchpoints.yaml, and never to the address of an answer: that may be a stranger's. */
function envelopeOf(
  { token, to }: TestEnquiry,
  options: ShopperOptions,
): Pick<OutgoingMail, 'from' | 'replyTo' | 'to'> {
  const { address, replyTag } = options;
  return { from: { name: signerOf(options), address }, replyTo: replyTag ? replyAddress(token, options) : null, to };
}

/** Where an answer is recognised by the address alone; without such addresses, the shopper's own. */
export function replyAddress(token: string, { address, replyTag }: ShopperOptions): string {
  const at = address.lastIndexOf('@');
  return replyTag ? `${address.slice(0, at)}+${tagOf(token)}${address.slice(at)}` : address;
}

function messageIdOf(token: string, number: number, { address }: ShopperOptions): string {
  return `${tagOf(token)}.${number}@${address.slice(address.lastIndexOf('@') + 1)}`;
}

const attemptsToSave = 5;

/** Changes what is stored, also when somebody else (the owner's correction, another run) has changed it meanwhile. */
export async function settle(
  store: EnquiryStore,
  enquiry: TestEnquiry,
  change: (enquiry: TestEnquiry) => TestEnquiry,
): Promise<TestEnquiry> {
  let current = enquiry;
  for (let attempt = 0; attempt < attemptsToSave; attempt++) {
    const next = change(current);
    if (next === current) return current;
    const saved = await store.save(next);
    if (saved !== null) return saved;
    current = (await store.load(enquiry.checkId, enquiry.slot)) ?? current;
  }
  throw new Error(`The enquiry ${enquiry.slot} of ${enquiry.checkId} kept changing while it was to be saved.`);
}
