import type { Calendar } from '../../model/business.ts';
import type { Conversation } from '../../model/conversation.ts';
import type { Instant } from '../../model/instant.ts';
import type { Answer, TestEnquiry } from '../../model/test-enquiry.ts';
import { dayMs } from '../../model/time-spans.ts';
import { keepUntil, keepWordsDays } from '../conversations/history.ts';
import { addBusinessMinutes, businessMinutesBetween } from '../schedule/business-time.ts';
import { promisesMail } from './mail-promise.ts';

export interface ShopperFrame {
  readonly slaMinutes: number;
  readonly calendar: Calendar;
  readonly now: Instant;
}

interface Asked {
  /** The first automatic answer; null where there was none. */
  readonly acknowledgedAt: Instant | null;
  /** By a mail that a person may have written: a quick answer, or a prepared one. */
  readonly perhapsHuman: boolean;
  /** Business minutes. */
  readonly waitedMinutes: number;
  /** Null when the business never opens. */
  readonly dueAt: Instant | null;
}

/** How one enquiry stands. Decisions carry no sentence: the probe words them. */
export type Standing =
  | ({ readonly reason: 'waiting' } & Asked)
  /** Nobody has answered within what was promised. */
  | ({ readonly reason: 'unanswered' } & Asked)
  /**
   * The promise has ended, and an answer may have been given in the chat after the visit. `nobodyCame`: the chat said that
   * somebody is there, and no person came while the visit watched.
   */
  | ({ readonly reason: 'unseen'; readonly nobodyCame: boolean } & Asked)
  | { readonly reason: 'answered'; readonly by: Answer; readonly responseMinutes: number }
  | { readonly reason: 'undeliverable'; readonly at: Instant }
  /** It may never have been sent, and nothing has come back. */
  | { readonly reason: 'unclear' }
  | { readonly reason: 'not-sent' }
  /** A browser is asked to send it through the form. */
  | { readonly reason: 'under-way' }
  /** It was closed too early to tell, because an answer was corrected later. */
  | { readonly reason: 'inconclusive' };

/** What the owner says of an answer counts, otherwise what the judge says. */
export function kindOf({ kind, marked }: Answer): Answer['kind'] {
  return marked ?? kind;
}

/** Once the business knows that it was a test, nothing that comes is an answer any more. */
function countedAnswers({ answers, closing }: TestEnquiry): readonly Answer[] {
  const inOrder = answers.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  return closing === null ? inOrder : inOrder.filter(({ receivedAt }) => receivedAt <= closing.claimedAt);
}

function isPerhapsHuman({ kind, marked, reason, confidence }: Answer): boolean {
  return kind === 'automatic' && marked === null && (confidence === 'likely' || reason === 'same-text-again');
}

/**
 * Would a person's answer reach us, whenever it is given? In a chat, only one by mail does: where none was promised, a later one may
 * stand in the chat itself.
 */
export function isAnswerSeen({ scenario, form, answers }: TestEnquiry): boolean {
  if (scenario !== 'chat' || form?.chat?.mailPromised === true) return true;
  return answers.some((each) => each.matchedBy !== 'chat' && kindOf(each) === 'automatic' && promisesMail(each.text));
}

export function standingOf(enquiry: TestEnquiry, { slaMinutes, calendar, now }: ShopperFrame): Standing {
  const { delivery, sentAt, closing } = enquiry;
  if (delivery === 'refused') return { reason: 'not-sent' };
  const answers = countedAnswers(enquiry);
  const first = (kind: Answer['kind']): Answer | undefined => answers.find((each) => kindOf(each) === kind);
  const [human, automatic, bounce] = [first('human'), first('automatic'), first('bounce')];
  if (human !== undefined) {
    const responseMinutes = businessMinutesBetween(sentAt, human.receivedAt, calendar);
    return { reason: 'answered', by: human, responseMinutes };
  }
  // Of a group, one mailbox may be full while another one answers.
  if (bounce !== undefined && automatic === undefined) return { reason: 'undeliverable', at: bounce.receivedAt };
  if (delivery === 'handed-over' && automatic === undefined) return { reason: 'under-way' };
  if (delivery !== 'sent' && automatic === undefined) return { reason: 'unclear' };
  const until = closing === null ? now : closing.claimedAt;
  const waitedMinutes = businessMinutesBetween(sentAt, until, calendar);
  const asked: Asked = {
    acknowledgedAt: automatic?.receivedAt ?? null,
    perhapsHuman: answers.some(isPerhapsHuman),
    waitedMinutes,
    dueAt: addBusinessMinutes(sentAt, slaMinutes, calendar),
  };
  if (waitedMinutes >= slaMinutes) {
    if (isAnswerSeen(enquiry)) return { reason: 'unanswered', ...asked };
    return { reason: 'unseen', nobodyCame: enquiry.form?.chat?.somebodyThere === true, ...asked };
  }
  return closing === null ? { reason: 'waiting', ...asked } : { reason: 'inconclusive' };
}

/** After so many times what was promised, but at least two days of eight hours beyond it, an answer is no longer waited for. */
const promisesUntilExpiry = 3;
const leastBeyondMinutes = 960;
/** However seldom the business opens. */
const longestOpenMs = 28 * dayMs;

function isExpired({ sentAt }: TestEnquiry, { slaMinutes, calendar, now }: ShopperFrame): boolean {
  if (Date.parse(now) - Date.parse(sentAt) >= longestOpenMs) return true;
  const patience = Math.max(slaMinutes * promisesUntilExpiry, slaMinutes + leastBeyondMinutes);
  return businessMinutesBetween(sentAt, now, calendar) >= patience;
}

/** Does it still wait for an answer, so that no other is sent? */
export function isOpen(enquiry: TestEnquiry, frame: ShopperFrame): boolean {
  if (enquiry.closing !== null) return false;
  const { reason } = standingOf(enquiry, frame);
  const waits =
    reason === 'waiting' ||
    reason === 'unanswered' ||
    reason === 'unseen' ||
    reason === 'unclear' ||
    reason === 'under-way';
  return waits && !isExpired(enquiry, frame);
}

/** So long after it was sent, mail that belongs to it is still looked for. */
const followedMs = 35 * dayMs;

export function isFollowed({ delivery, sentAt, closing }: TestEnquiry, now: Instant): boolean {
  const isOver = closing !== null && closing.delivery !== 'refused';
  return delivery !== 'refused' && !isOver && Date.parse(now) - Date.parse(sentAt) < followedMs;
}

/** A closing mail that the mail server keeps refusing is given up. */
const closingAttempts = 20;

/**
 * Why the enquiry is to be closed now; null when it is not. What a machine may have written is not thanked for before the promise
 * has ended: until then the owner can correct it, and a person can answer. What never arrived needs no closing.
 */
export function closingDue(enquiry: TestEnquiry, frame: ShopperFrame): 'answered' | 'expired' | null {
  const { closing } = enquiry;
  if (closing !== null) {
    const isWorthAnother = closing.delivery === 'refused' && closing.attempts < closingAttempts;
    return isWorthAnother ? closing.why : null;
  }
  const standing = standingOf(enquiry, frame);
  switch (standing.reason) {
    case 'answered': {
      const dueAt = addBusinessMinutes(enquiry.sentAt, frame.slaMinutes, frame.calendar);
      const isClear = standing.by.confidence === 'sure' || standing.by.marked === 'human';
      return isClear || dueAt === null || dueAt <= frame.now ? 'answered' : null;
    }
    case 'waiting':
    case 'unanswered':
    case 'unseen':
      return isExpired(enquiry, frame) ? 'expired' : null;
    case 'undeliverable':
    case 'unclear':
    case 'under-way':
    case 'not-sent':
    case 'inconclusive':
      return null;
  }
}

/** As long as the words of closed conversations are kept, so are those of an answer. @returns the same object when there is nothing to forget */
export function withoutOldTexts(enquiry: TestEnquiry, now: Instant): TestEnquiry {
  const isOld = ({ receivedAt, text }: Answer): boolean =>
    text !== '' && Date.parse(now) - Date.parse(receivedAt) > keepWordsDays * dayMs;
  if (!enquiry.answers.some(isOld)) return enquiry;
  return { ...enquiry, answers: enquiry.answers.map((each) => (isOld(each) ? { ...each, text: '' } : each)) };
}

/** The same matter as a customer's, so that who waits, and who is to be nudged about it, is decided by the same rules. */
export function conversationOf(enquiry: TestEnquiry, frame: ShopperFrame): Conversation {
  const { checkId, token, sentAt, nudgedAt } = enquiry;
  const standing = standingOf(enquiry, frame);
  const isWaiting = (standing.reason === 'waiting' || standing.reason === 'unanswered') && isAnswerSeen(enquiry);
  const answer = standing.reason === 'answered' ? standing : null;
  const answeredAt = answer?.by.receivedAt ?? null;
  const closedAt = isWaiting ? null : (answeredAt ?? sentAt);
  return {
    checkId,
    id: token,
    place: null,
    kind: 'message',
    state: isWaiting ? 'waiting' : answer === null ? 'gone' : 'answered',
    reason: isWaiting ? 'unanswered' : answer === null ? 'not-found' : 'answered',
    startedAt: sentAt,
    waitingSince: sentAt,
    answeredAt,
    responseMinutes: answer?.responseMinutes ?? null,
    closedAt,
    keepUntil: keepUntil({ kind: 'message', startedAt: sentAt, waitingSince: sentAt, closedAt }),
    nudgedAt,
    permalink: null,
    rating: null,
    authorId: null,
    author: '',
    text: '',
    forgotten: false,
  };
}
