import type { Statement } from '../../model/finding.ts';
import type { Instant } from '../../model/instant.ts';
import { dayMs, minuteMs } from '../../model/time-spans.ts';

/** Where a mail lies. Nobody looks into `spam`; a rule or a person has put it `elsewhere`. */
export type Place = 'inbox' | 'spam' | 'elsewhere';

/** A mail that names the message's marker. Times are epoch milliseconds. */
export interface Sighting {
  /** Tells this mail from others, wherever it lies. */
  readonly key: string;
  /** An answer or a forward, not the message itself. */
  readonly isEcho: boolean;
  readonly place: Place;
  readonly path: string;
  /** Where it lies there, by the folder's UIDVALIDITY and UID. */
  readonly at: string;
  /** By the server's clock. */
  readonly receivedAt: number;
  /** When it was found, by our clock. */
  readonly seenAt: number;
}

/** A message that a form has sent, and what was seen of it. */
export interface SentMessage {
  /** The run that sent it. */
  readonly scheduledAt: Instant;
  readonly sentAt: number;
  readonly marker: string;
  /** How its visit ended; null where it was interrupted. */
  readonly outcome: { readonly isAccepted: boolean; readonly isConfirmed: boolean; readonly says: Statement } | null;
  readonly sightings: readonly Sighting[];
  /** The start of the last reading that left nothing out; 0 before the first. */
  readonly readAt: number;
  /** Mails have come into the inbox since, and were taken out before they were read. */
  readonly isEmptied: boolean;
}

export type ArrivalDecision =
  | {
      readonly reason: 'arrived';
      readonly arrivalMs: number;
      /** Where it lies when that is not the inbox. */
      readonly folder: string | null;
      readonly copies: number;
    }
  | { readonly reason: 'in-spam'; readonly arrivalMs: number; readonly folder: string }
  /** It has arrived, but only what came of it was seen. */
  | { readonly reason: 'answered' }
  | { readonly reason: 'never' }
  | { readonly reason: 'under-way'; readonly until: number }
  | { readonly reason: 'still-reading' }
  | { readonly reason: 'no-spam-folder' }
  /** Another program takes all mails out of the inbox: it may have taken this one. */
  | { readonly reason: 'emptied' }
  /** By the server's clock it came before it was sent: that clock is wrong, or somebody guessed the marker. */
  | { readonly reason: 'too-early'; readonly receivedAt: number }
  | { readonly reason: 'unfinished' }
  | { readonly reason: 'not-accepted'; readonly says: Statement };

/** So far two clocks may differ and their times still be compared. */
const skewMs = 10 * minuteMs;

/**
 * Whether a form's message has arrived.
 * @param hasSpamFolder whether the mail server shows which folder is for spam: without it, what is missing may lie there
 */
export function decideArrival(
  message: SentMessage,
  frame: { readonly now: number; readonly withinMs: number; readonly hasSpamFolder: boolean },
): ArrivalDecision {
  const { sentAt, sightings, outcome, readAt } = message;
  const firsts = firstOfEach(sightings.filter(({ isEcho }) => !isEcho));
  const own = firsts.filter((each) => isAfter(each, sentAt));
  const received = own.filter(({ place }) => place !== 'spam');
  if (received.length > 0)
    return arrived(
      received,
      sightings.filter((each) => isAfter(each, sentAt)),
      sentAt,
    );
  const [inSpam] = own.toSorted((a, b) => arrivalOf(a, sentAt) - arrivalOf(b, sentAt));
  if (inSpam !== undefined)
    return { reason: 'in-spam', arrivalMs: arrivalOf(inSpam, sentAt) - sentAt, folder: inSpam.path };
  if (sightings.some((each) => each.isEcho && isAfter(each, sentAt))) return { reason: 'answered' };
  const until = sentAt + frame.withinMs;
  if (frame.now <= until) return { reason: 'under-way', until };
  if (outcome !== null && !outcome.isAccepted) return { reason: 'not-accepted', says: outcome.says };
  if (outcome === null) return { reason: 'unfinished' };
  if (readAt <= until) return { reason: 'still-reading' };
  const [early] = firsts;
  if (early !== undefined) return { reason: 'too-early', receivedAt: early.receivedAt };
  if (message.isEmptied) return { reason: 'emptied' };
  return frame.hasSpamFolder ? { reason: 'never' } : { reason: 'no-spam-folder' };
}

function isAfter({ receivedAt }: Sighting, sentAt: number): boolean {
  return receivedAt >= sentAt - skewMs;
}

/** A mail that was moved has arrived where it was seen first: one that is rescued from spam was in spam. */
function firstOfEach(sightings: readonly Sighting[]): readonly Sighting[] {
  const inOrder = sightings.toSorted((a, b) => a.seenAt - b.seenAt || rank(a) - rank(b));
  return [...Map.groupBy(inOrder, ({ key }) => key).values()].flatMap(([first]) => first ?? []);
}

/** Of two places at the same time. A server that keeps all mail in one more folder shows it there, too. */
function rank({ place }: Sighting): number {
  return place === 'inbox' ? 0 : place === 'spam' ? 1 : 2;
}

function arrived(received: readonly Sighting[], all: readonly Sighting[], sentAt: number): ArrivalDecision {
  const [first] = received.toSorted((a, b) => rank(a) - rank(b) || arrivalOf(a, sentAt) - arrivalOf(b, sentAt));
  const arrivals = received.map((each) => arrivalOf(each, sentAt));
  const inInbox = new Set(all.flatMap(({ place, isEcho, at }) => (place === 'inbox' && !isEcho ? [at] : [])));
  return {
    reason: 'arrived',
    arrivalMs: Math.min(...arrivals) - sentAt,
    folder: first === undefined || first.place === 'inbox' ? null : first.path,
    copies: copiesOf(inInbox),
  };
}

/** Under a new UIDVALIDITY the same mails are numbered anew. */
function copiesOf(places: ReadonlySet<string>): number {
  const numbered = Map.groupBy(places, (at) => at.slice(0, at.indexOf(':')));
  return Math.max(1, ...[...numbered.values()].map((each) => each.length));
}

/** Not before it was sent and not after it was seen: where the server's clock says otherwise, it is wrong. */
function arrivalOf({ receivedAt, seenAt }: Sighting, sentAt: number): number {
  return Math.max(sentAt, Math.min(receivedAt, seenAt));
}

/** Older messages say nothing of how the form is today. */
export const followedDays = 7;
/** So long a message that was not in time is looked for. */
const lookForMs = dayMs;

/** Whether there is still something to find out about a message. */
export function isFollowed(message: SentMessage, now: number, withinMs: number): boolean {
  const age = now - message.sentAt;
  if (age <= withinMs || message.readAt <= message.sentAt + withinMs) return age <= followedDays * dayMs;
  const isSeen = message.sightings.some((each) => !each.isEcho && isAfter(each, message.sentAt));
  return !isSeen && age <= lookForMs;
}
