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
  /** The start of the last reading without it, and of the reading that found it, by our clock. */
  readonly notBefore: number;
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
  /** By the server's clock it came before it was sent: that clock is wrong, or somebody guessed the marker. */
  | { readonly reason: 'too-early'; readonly receivedAt: number }
  | { readonly reason: 'unfinished' }
  | { readonly reason: 'not-accepted'; readonly says: Statement };

/** So far two clocks may differ and their times still be compared. */
const skewMs = 10 * minuteMs;
/** A mail is in its folder so long after the server has received it, at most. */
const filingMs = 2 * minuteMs;

/**
 * Whether a form's message has arrived.
 * @param hasSpamFolder whether the mail server shows which folder is for spam: without it, what is missing may lie there
 */
export function decideArrival(
  message: SentMessage,
  frame: { readonly now: number; readonly withinMs: number; readonly hasSpamFolder: boolean },
): ArrivalDecision {
  const { sentAt, sightings, outcome, readAt } = message;
  const isInTime = ({ receivedAt }: Sighting): boolean => receivedAt >= sentAt - skewMs;
  const firsts = firstOfEach(sightings.filter(({ isEcho }) => !isEcho));
  const own = firsts.filter(isInTime);
  const received = own.filter(({ place }) => place !== 'spam');
  if (received.length > 0) return arrived(received, sightings, sentAt);
  const [inSpam] = own.toSorted((a, b) => arrivalOf(a, sentAt) - arrivalOf(b, sentAt));
  if (inSpam !== undefined)
    return { reason: 'in-spam', arrivalMs: arrivalOf(inSpam, sentAt) - sentAt, folder: inSpam.path };
  if (sightings.some((each) => each.isEcho && isInTime(each))) return { reason: 'answered' };
  const until = sentAt + frame.withinMs;
  if (frame.now <= until) return { reason: 'under-way', until };
  if (outcome !== null && !outcome.isAccepted) return { reason: 'not-accepted', says: outcome.says };
  if (outcome === null) return { reason: 'unfinished' };
  if (readAt <= until) return { reason: 'still-reading' };
  const [early] = firsts;
  if (early !== undefined) return { reason: 'too-early', receivedAt: early.receivedAt };
  return frame.hasSpamFolder ? { reason: 'never' } : { reason: 'no-spam-folder' };
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

/**
 * When it arrived by our clock: not before it was sent, not after it was seen, and not long before a reading that did not find
 * it. Where the server's clock says otherwise, it is wrong.
 */
function arrivalOf({ receivedAt, notBefore, seenAt }: Sighting, sentAt: number): number {
  const earliest = Math.max(sentAt, notBefore - filingMs);
  return Math.min(Math.max(receivedAt, earliest), Math.max(seenAt, earliest));
}

/** Older messages say nothing of how the form is today. */
export const followedDays = 7;
/** So long a message that was not in time is looked for. */
const lookForMs = dayMs;

/** Whether there is still something to find out about a message. */
export function isFollowed(message: SentMessage, now: number, withinMs: number): boolean {
  const age = now - message.sentAt;
  if (age <= withinMs || message.readAt <= message.sentAt + withinMs) return age <= followedDays * dayMs;
  const isSeen = message.sightings.some(({ isEcho }) => !isEcho);
  return !isSeen && age <= lookForMs;
}
