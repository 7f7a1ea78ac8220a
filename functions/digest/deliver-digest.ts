import { createHash } from 'node:crypto';
import { toAscii } from '../../shared/i18n/plain-text.ts';
import { subscribersOfAlerts } from '../../shared/model/digest-plan.ts';
import { shorten } from '../../shared/model/foreign-text.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { type Announcer, type Mailer, MailRefusedError } from '../../shared/ports/mailer.ts';
import type { DigestLog } from '../../shared/ports/stores.ts';
import type { RenderedMail } from './render-mail.ts';

export interface Outgoing extends RenderedMail {
  readonly weekId: string;
  readonly business: string;
  readonly from: string;
  readonly readers: readonly string[];
  /** Tells a fleet's mails of one week apart: the business's id, or the agency's scope. */
  readonly scope?: string | null;
  /** The mail as one reader gets it, where it holds a link of their own. */
  readonly mailFor?: (reader: string) => RenderedMail;
}

export interface DeliveryDeps {
  readonly digests: DigestLog;
  readonly mailer: Mailer;
  readonly now: () => number;
}

/** How the mail to one reader stands; `reason` is a sentence where it did not go as it should. */
export interface ReaderDelivery {
  readonly reader: string;
  readonly outcome: 'sent' | 'sent-before' | 'unverified' | 'refused' | 'unknown';
  readonly reason: string | null;
}

/**
 * Sends a week's mail to each reader, at most once: the sending is claimed before and settled after. Crashed in between, the
 * claim stays, and every further attempt says `unknown` instead of sending: SES has no key against duplicates, so a second
 * attempt could be a second mail, while a claim that stays is an alarm that names the reader. What was refused for certain
 * is free to be tried again. One reader's failure holds up no other.
 */
export async function deliverDigest(outgoing: Outgoing, deps: DeliveryDeps): Promise<ReaderDelivery[]> {
  const deliveries: ReaderDelivery[] = [];
  for (const reader of new Set(outgoing.readers)) deliveries.push(await deliverTo(reader, outgoing, deps));
  return deliveries;
}

async function deliverTo(
  reader: string,
  outgoing: Outgoing,
  { digests, mailer, now }: DeliveryDeps,
): Promise<ReaderDelivery> {
  const { weekId, business, from } = outgoing;
  const { subject, text, html } = outgoing.mailFor?.(reader) ?? outgoing;
  const at = (): string => toInstant(now());
  const claim = await digests.claim(weekId, reader, at());
  if (claim === 'sent') return { reader, outcome: 'sent-before', reason: null };
  if (claim === 'claimed') {
    return { reader, outcome: 'unknown', reason: `An earlier attempt to mail ${reader} did not say how it ended.` };
  }
  try {
    await mailer.send({
      fromName: `${business} (Touchlight)`,
      from,
      to: reader,
      subject,
      text,
      html,
      messageId: messageId(reader, outgoing),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof MailRefusedError)) return { reader, outcome: 'unknown', reason };
    await digests.settle(weekId, reader, 'refused', at());
    return { reader, outcome: error.why === 'unverified' ? 'unverified' : 'refused', reason };
  }
  await digests.settle(weekId, reader, 'sent', at());
  return { reader, outcome: 'sent', reason: null };
}

/** Mailboxes drop a second mail of the same id: who reads about several businesses must get a mail of each. */
function messageId(reader: string, { weekId, from, scope = null }: Outgoing): string {
  const named = scope === null ? reader : `${scope} ${reader}`;
  const hash = createHash('sha256').update(named).digest('hex').slice(0, 16);
  return `<touchlight.${weekId}.${hash}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

const snsSubjectLimit = 100;

/**
 * Where SES may not write to a reader, the text goes to the subscribers of the alerts, once a week, with the way out.
 * @returns how that stands
 */
export async function announceInstead(
  { weekId, subject, text }: Pick<Outgoing, 'weekId' | 'subject' | 'text'>,
  unverified: readonly ReaderDelivery[],
  { digests, announcer, now }: Pick<DeliveryDeps, 'digests' | 'now'> & { readonly announcer: Announcer },
): Promise<'sent' | 'sent-before' | 'unknown'> {
  const claim = await digests.claim(weekId, subscribersOfAlerts, toInstant(now()));
  if (claim !== 'ours') return claim === 'sent' ? 'sent-before' : 'unknown';
  const why = [
    `This is the weekly mail of Touchlight, sent this way because SES may not write to ${unverified.map(({ reader }) => reader).join(', ')}.`,
    ...new Set(unverified.flatMap(({ reason }) => reason ?? [])),
    'How to change that: docs/runbook.md#weekly-mail',
  ];
  try {
    await announcer.announce(shorten(toAscii(subject), snsSubjectLimit), `${why.join('\n')}\n\n${text}`);
  } catch (error) {
    // Unlike a mail, an announcement that comes twice is better than none.
    await digests.settle(weekId, subscribersOfAlerts, 'refused', toInstant(now()));
    throw error;
  }
  await digests.settle(weekId, subscribersOfAlerts, 'sent', toInstant(now()));
  return 'sent';
}
