import type { Conversation, Message, NoReplyReason, Thread } from '../../../shared/model/conversation.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { aMessage } from '../platform.ts';
import { type Call, joinLegs } from './call.ts';
import { type CallerKey, callerId, lastDigits, matterId } from './caller-key.ts';

/** What happened between one customer and the business, in order. */
interface Happening {
  readonly at: number;
  readonly what: 'missed' | 'picked-up' | 'called-back';
  /** When they spoke. */
  readonly answeredAt: number | null;
  readonly noReply: NoReplyReason | null;
  /** The conversation in which it is kept already. */
  readonly id: string | null;
}

interface Matter {
  /** Of what is known of it already; the first one stays. */
  readonly ids: string[];
  readonly missed: Happening[];
  readonly answer: Happening | null;
}

export interface MatterFrame {
  readonly callerKey: CallerKey;
  /** Who hangs up sooner has misdialled, or thought better of it. */
  readonly misdialMs: number;
  /** What earlier polls kept of a customer: who waits, and what was closed within the last days. */
  readonly knownOf: (customer: string) => readonly Conversation[];
}

export interface Matters {
  readonly threads: readonly Thread[];
  /** Kept twice: a record that came late showed that they are one matter with another. */
  readonly doubled: readonly string[];
}

/**
 * One customer's calls as matters: a matter begins with a call that nobody answered and ends when they speak, no matter who calls;
 * however often the customer tries in between, they wait once. A call that is picked up is a matter that is answered at once.
 * @param customer null for callers who withhold their number: each call stands for itself
 */
export function mattersOf(customer: string | null, calls: readonly Call[], frame: MatterFrame): Matters {
  const received = joinLegs(calls.filter(({ incoming }) => incoming));
  const made = calls.filter(({ incoming }) => !incoming);
  const seen = [...received.map((call) => toHappening(call, customer, frame)), ...made.map(toCallBack)];
  const known = customer === null ? [] : frame.knownOf(customer).flatMap(remembered);
  const happenings = [...known, ...seen].toSorted((a, b) => a.at - b.at || rank(a) - rank(b));
  const matters = divide(happenings);
  const taken = new Set(matters.flatMap(({ ids }) => ids));
  return {
    threads: matters.map((matter) => toThread(customer, matter, taken, frame)),
    doubled: matters.flatMap(({ ids }) => ids.slice(1)),
  };
}

/** At the same moment the missed call comes first: an answer is never older than its question. */
function rank({ what, id }: Happening): number {
  return (what === 'missed' ? 0 : 2) + (id === null ? 1 : 0);
}

function toHappening(call: Call, customer: string | null, { misdialMs }: MatterFrame): Happening {
  const { startedAt: at, answeredAt } = call;
  if (answeredAt !== null) return { at, what: 'picked-up', answeredAt, noReply: null, id: null };
  const isMisdial = call.hungUp && call.endedAt - at < misdialMs;
  const noReply = isMisdial ? 'misdial' : customer === null ? 'withheld' : null;
  return { at, what: 'missed', answeredAt, noReply, id: null };
}

function toCallBack({ answeredAt, startedAt }: Call): Happening {
  const at = answeredAt ?? startedAt;
  return { at, what: 'called-back', answeredAt: at, noReply: null, id: null };
}

/** What is kept of earlier polls, as if it happened once more. */
function remembered({ id, state, reason, startedAt, waitingSince, answeredAt }: Conversation): Happening[] {
  const at = Date.parse(waitingSince ?? startedAt);
  const answer = answeredAt === null ? null : Date.parse(answeredAt);
  const missed: Happening = { at, what: 'missed', answeredAt: null, noReply: null, id };
  if (state === 'waiting') return [missed];
  if (state !== 'answered' || answer === null) return [];
  if (reason === 'picked-up') return [{ ...missed, what: 'picked-up', answeredAt: answer }];
  return [missed, { at: answer, what: 'called-back', answeredAt: answer, noReply: null, id: null }];
}

function divide(happenings: readonly Happening[]): Matter[] {
  const matters: Matter[] = [];
  let open: { ids: string[]; missed: Happening[] } | null = null;
  let lastAnswer: Happening | null = null;
  for (const each of happenings) {
    const ids = each.id === null ? [] : [each.id];
    if (each.what === 'missed') {
      if (each.noReply !== null) {
        if (open === null) matters.push({ ids, missed: [each], answer: null });
      } else if (open === null) open = { ids, missed: [each] };
      else open = { ids: [...open.ids, ...ids], missed: [...open.missed, each] };
      continue;
    }
    const isSame: boolean = lastAnswer !== null && lastAnswer.answeredAt === each.answeredAt;
    lastAnswer = each;
    if (open !== null) {
      matters.push({ ids: [...open.ids, ...ids], missed: open.missed, answer: each });
      open = null;
    } else if (each.what === 'picked-up' && !isSame) matters.push({ ids, missed: [], answer: each });
  }
  return open === null ? matters : [...matters, { ...open, answer: null }];
}

/** A matter keeps its id when an earlier call comes to light, so a later one may find its own id taken. */
function freeId(customer: string | null, startedAt: number, taken: ReadonlySet<string>, callerKey: CallerKey): string {
  for (let at = startedAt; ; at += 1) {
    const id = matterId(customer ?? 'withheld', at, callerKey);
    if (!taken.has(id)) return id;
  }
}

function toThread(
  customer: string | null,
  { ids, missed, answer }: Matter,
  taken: ReadonlySet<string>,
  { callerKey }: MatterFrame,
): Thread {
  const calls = missed.length > 0 ? missed : [answer].filter((each) => each !== null);
  const startedAt = calls[0]?.at ?? 0;
  const author = {
    id: customer === null ? null : callerId(customer, callerKey),
    name: customer === null ? null : lastDigits(customer),
    isBusiness: false,
  };
  const questions = calls.map(({ at, noReply }) =>
    aMessage({ id: String(at), author, text: '', createdAt: toInstant(at), noReply }),
  );
  return {
    id: ids[0] ?? freeId(customer, startedAt, taken, callerKey),
    place: null,
    kind: 'call',
    permalink: null,
    rating: null,
    replyRejected: false,
    messages: answer === null ? questions : [...questions, toAnswer(answer, missed.length === 0)],
  };
}

function toAnswer({ at, answeredAt }: Happening, pickedUp: boolean): Message {
  const createdAt = toInstant(answeredAt ?? at);
  return aMessage({
    id: `${at}/answer`,
    author: { id: null, name: null, isBusiness: true },
    text: '',
    createdAt,
    ...(pickedUp && { pickedUp: true }),
  });
}
