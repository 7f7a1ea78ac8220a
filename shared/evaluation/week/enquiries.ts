import type { Calendar, Touchpoint } from '../../model/business.ts';
import type { Conversation, PollState } from '../../model/conversation.ts';
import type { EnquiryChannel, Zone } from '../../model/enquiry.ts';
import type { Instant } from '../../model/instant.ts';
import { type Waiting, whoWaits } from '../conversations/response-figures.ts';
import { businessMinutesBetween } from '../schedule/business-time.ts';
import { isPresent, type WeekFrame } from './frame.ts';
import type { MeasurementGap } from './measurement-gaps.ts';

/** A customer who wrote or called within the week and needed an answer. */
export interface Enquiry {
  readonly channel: EnquiryChannel;
  /** The same for all that one customer wrote, where the author is known. */
  readonly customer: string;
  readonly zone: Zone;
  /** Null where there was no wait, because a call was picked up, and where nobody knows how long it was. */
  readonly wait: Wait | null;
}

/** Business minutes until the answer, or so far. */
export interface Wait {
  readonly minutes: number;
  readonly isOver: boolean;
}

export interface TouchpointEnquiries {
  readonly ofWeek: readonly Enquiry[];
  /** Customers who have been waiting since before the week. */
  readonly fromBefore: readonly string[];
  /** Who waits beyond the promise now, and unanswered bad reviews; longest first, none for a week further back. */
  readonly waiting: readonly Waiting[];
  /** The others who wait. */
  readonly inTime: readonly Waiting[];
  /** Whether everybody who wrote was seen. */
  readonly sight: 'all' | 'part' | 'none';
}

export interface EnquirySources {
  readonly touchpoint: Touchpoint;
  readonly conversations: readonly Conversation[];
  readonly polls: readonly PollState[];
  readonly measurementGaps: readonly MeasurementGap[];
}

/** Stars out of five; fewer is worse. */
const badRating = 2;

/** Null where nobody looks for customers' messages. */
export function enquiriesOf(sources: EnquirySources, frame: WeekFrame): TouchpointEnquiries | null {
  const { touchpoint, conversations } = sources;
  if (!touchpoint.checks.some(({ probe }) => probe === 'responses')) return null;
  const { week } = frame;
  const waiting = isPresent(frame) ? waitingNow(sources, frame) : [];
  const before = conversations.filter(({ state, waitingSince }) => {
    return state === 'waiting' && waitingSince !== null && waitingSince < week.from;
  });
  return {
    ofWeek: conversations.flatMap((conversation) => enquiryOf(conversation, touchpoint, frame) ?? []),
    fromBefore: before.map((conversation) => customerOf(conversation, touchpoint)),
    waiting: waiting.filter(isTooLong),
    inTime: waiting.filter((each) => !isTooLong(each)),
    sight: sightOf(sources),
  };
}

function waitingNow({ touchpoint: { slaMinutes }, conversations }: EnquirySources, frame: WeekFrame): Waiting[] {
  if (slaMinutes === null) return [];
  const { calendar, now } = frame;
  return whoWaits(conversations, { slaMinutes, calendar, now });
}

function isTooLong({ overdue, conversation }: Waiting): boolean {
  return overdue || isBadReview(conversation);
}

function enquiryOf(conversation: Conversation, touchpoint: Touchpoint, frame: WeekFrame): Enquiry | null {
  const { week, now, calendar } = frame;
  const { waitingSince, startedAt } = conversation;
  const isWithin = (at: Instant): boolean => at >= week.from && at < week.to;
  // Of a thread only the last question is kept: who asked again after the week fared in it as nobody knows.
  const askedAgain = waitingSince !== null && waitingSince >= week.to && isWithin(startedAt);
  if (!askedAgain && !isWithin(waitingSince ?? startedAt)) return null;
  const zone = askedAgain ? 'unknown' : zoneOf(conversation, touchpoint.slaMinutes, { now, calendar });
  if (zone === null) return null;
  return {
    channel: channelOf(conversation, touchpoint),
    customer: customerOf(conversation, touchpoint),
    zone,
    wait: askedAgain ? null : waitOf(conversation, { now, calendar }),
  };
}

interface Clock {
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** Null for what needs no answer. */
function zoneOf(conversation: Conversation, slaMinutes: number | null, clock: Clock): Zone | null {
  const { state, reason, waitingSince, responseMinutes } = conversation;
  switch (state) {
    case 'answered':
      if (responseMinutes === null || slaMinutes === null) return 'unknown';
      return responseMinutes <= slaMinutes ? 'green' : 'yellow';
    case 'waiting': {
      if (isBadReview(conversation)) return 'red';
      if (slaMinutes === null || waitingSince === null) return 'unknown';
      return businessMinutesBetween(waitingSince, clock.now, clock.calendar) >= slaMinutes ? 'red' : 'waiting';
    }
    case 'no-reply-needed':
      // A missed call without a number: nobody can call back, or see whether the customer got through later.
      return reason === 'withheld' ? 'unknown' : null;
    case 'gone':
    case 'expired':
      return waitingSince === null ? null : 'unknown';
  }
}

function waitOf({ state, reason, waitingSince, responseMinutes }: Conversation, clock: Clock): Wait | null {
  if (reason === 'picked-up') return null;
  if (state === 'answered') return responseMinutes === null ? null : { minutes: responseMinutes, isOver: true };
  if (state !== 'waiting' || waitingSince === null) return null;
  return { minutes: businessMinutesBetween(waitingSince, clock.now, clock.calendar), isOver: false };
}

function isBadReview({ kind, rating }: Conversation): boolean {
  return kind === 'review' && rating !== null && rating <= badRating;
}

function channelOf({ kind, viaForm }: Conversation, touchpoint: Touchpoint): EnquiryChannel {
  if (viaForm === true) return 'form';
  if (touchpoint.kind === 'mailbox') return 'mail';
  switch (kind) {
    case 'call':
      return 'phone';
    case 'message':
    case 'review':
      return kind;
    case 'comment':
    case 'mention':
    case 'survey':
      return 'comment';
  }
}

/** Two mailboxes know an author by the same id, two networks do not. */
function customerOf({ authorId, checkId, id }: Conversation, { kind }: Touchpoint): string {
  return authorId === null ? `${checkId} ${id}` : `${kind} ${authorId}`;
}

function sightOf({ measurementGaps, polls }: EnquirySources): TouchpointEnquiries['sight'] {
  const gaps = measurementGaps.filter(({ probe }) => probe === 'responses');
  if (gaps.some(({ how }) => how === 'never')) return 'none';
  const isBehind = polls.some(({ caughtUp, cause }) => !caughtUp || cause !== null);
  return gaps.length > 0 || isBehind ? 'part' : 'all';
}
