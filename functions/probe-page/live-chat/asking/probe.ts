import type { BrowserContext } from 'playwright-core';
import type { Visit } from '../../../../shared/browser/visit.ts';
import { judgeReplies } from '../../../../shared/evaluation/shopper/chat-replies.ts';
import { promisesMail } from '../../../../shared/evaluation/shopper/mail-promise.ts';
import { type AskableChat, isAskable } from '../../../../shared/model/chat-vendor.ts';
import type { TypedEnquiry } from '../../../../shared/model/check.ts';
import type { ShownInChat } from '../../../../shared/model/test-enquiry.ts';
import { sayChatQuestion } from '../../../../shared/probes/chat-question/statements.ts';
import { liveChat as spec } from '../../../../shared/probes/live-chat/spec.ts';
import type { Presence } from '../../../../shared/probes/live-chat/statements.ts';
import { bestEffort } from '../../../../shared/runtime/best-effort.ts';
import { withinDeadline } from '../../../../shared/runtime/deadline.ts';
import { type Measured, measured, type Probe, type ProbeContext, unknown } from '../../../../shared/runtime/probe.ts';
import { isAnalytics } from '../../form/analytics.ts';
import type { Sending } from '../../form/sending.ts';
import { landingFault } from '../../landing-fault.ts';
import { awaitChat, fitting } from '../await-chat.ts';
import { readPresence } from '../presence.ts';
import { vendors } from '../vendors.ts';
import { usualWaits, type Waits } from '../waits.ts';
import { withoutChat } from '../without-chat.ts';
import { askable } from './askable.ts';
import { type Heard, heardSince, listen } from './listening.ts';
import { type Patience, usualPatience } from './patience.ts';
import { readWindow, type Written, writeQuestion } from './writing.ts';

export interface AskTarget {
  readonly open: (prepare: (context: BrowserContext) => Promise<void>) => Promise<Visit>;
  readonly sending: Sending;
  /** Who asks, and what. */
  readonly enquiry: TypedEnquiry;
}

/**
 * Asks one question in the chat, as a visitor would, and watches for a while who answers. It cannot see what is answered later:
 * that goes to the mystery shopper's mailbox.
 */
export const chatAsker = chatAskerWaiting(usualWaits, usualPatience);

/** The probe with other waits than the usual ones. */
export function chatAskerWaiting(waits: Waits, patience: Patience): Probe<typeof spec, AskTarget> {
  return {
    spec,
    measure: async (target, context) => {
      const startedMs = performance.now();
      const { signal, progress } = context;
      const instead = await target.sending.instead(visitsPerDay, signal);
      if (instead !== null) return instead;
      const visit = await target.open(keepUncounted);
      const found = await findAskable(visit, waits, context);
      if (!('vendor' in found)) return found;
      progress('asking a question in the chat');
      return ask(visit, found, { target, waits, patience, startedMs }, context);
    },
  };
}

const visitsPerDay = 1;

type Context = ProbeContext<typeof spec>;

interface FoundChat {
  readonly vendor: AskableChat;
  /** What it said of who is there; null where it said nothing that could be read. */
  readonly presence: Presence | null;
}

interface Terms {
  readonly target: AskTarget;
  readonly waits: Waits;
  readonly patience: Patience;
  /** Of the visit, by the clock of this process. */
  readonly startedMs: number;
}

/** A test must not count as a visit in the owner's statistics. */
async function keepUncounted(context: BrowserContext): Promise<void> {
  await context.route(isAnalytics, (route) => route.abort());
}

/** @returns why nothing can be asked, where it cannot */
async function findAskable(
  visit: Visit,
  waits: Waits,
  { options: { chat: wanted }, signal, progress, business }: Context,
): Promise<FoundChat | Measured> {
  const fault = landingFault(visit);
  if (fault !== null) return fault;
  await withinDeadline(visit.unthrottle(), signal);
  progress('waiting for the chat');
  const awaited = await awaitChat(visit, { wanted, waits }, signal);
  const there = fitting(awaited.look.there, wanted);
  const vendor = there.find(isAskable) ?? there[0];
  if (vendor === undefined) {
    const seconds = Math.round(waits.chatMs / 1000);
    const sought = { awaited, wanted, seconds, inHours: business?.isOpen ?? true };
    return notAsked((await withoutChat(visit, sought, signal)).reason);
  }
  if (!isAskable(vendor)) return notAsked(sayChatQuestion('chat-question/unaskable', { vendor }));
  const read = await readPresence(visit, vendors[vendor].presence, waits, signal);
  const presence = read !== null && 'presence' in read ? read.presence : null;
  if (presence === 'offline') return notAsked(sayChatQuestion('chat-question/nobody-there', { vendor }));
  return { vendor, presence };
}

function notAsked(reason: Measured['reason']): Measured {
  return unknown('chat-not-asked', reason);
}

async function ask(visit: Visit, chat: FoundChat, terms: Terms, { signal }: Context): Promise<Measured> {
  const { vendor } = chat;
  const { target, waits } = terms;
  const { sending, enquiry } = target;
  const asking = askable[vendor];
  if (!(await listen(visit, asking, signal))) return notAsked(sayChatQuestion('chat-question/unheard', { vendor }));
  const typed = [enquiry.name, enquiry.email, enquiry.text].map((value) => ({ field: '', value }));
  const claim = (): Promise<boolean> => sending.claim({ page: visit.url, sentTo: visit.url, typed });
  const written = await writeQuestion(visit.page, { asking, enquiry, waits, claim }, signal);
  if (written.reason === 'nowhere') return notAsked(sayChatQuestion('chat-question/nowhere-to-write', { vendor }));
  if (written.reason === 'taken') return (await sending.fasterOne(signal)) ?? unconfirmed(vendor);
  const result = await watched(visit, chat, written, terms, signal);
  // The question was sent: the outcome is reported, whether or not it could be written down.
  await bestEffort(() => sending.complete(typed, result), notePatienceMs);
  return result;
}

const notePatienceMs = 5_000;

function unconfirmed(vendor: AskableChat): Measured {
  return unknown('unclear-sending', sayChatQuestion('chat-question/unconfirmed', { vendor }));
}

async function watched(
  visit: Visit,
  { vendor, presence }: FoundChat,
  written: Exclude<Written, { reason: 'nowhere' | 'taken' }>,
  { waits, patience, startedMs }: Terms,
  signal: AbortSignal,
): Promise<Measured> {
  if (written.reason === 'unfinished') return unconfirmed(vendor);
  const { askedAt, emailAsked } = written;
  const asking = askable[vendor];
  const until = async (isEnough: (heard: Heard) => boolean, withinMs: number): Promise<Heard> => {
    const end = Math.min(performance.now() + withinMs, startedMs + patience.visitMs);
    for (;;) {
      const heard = await heardSince(visit, askedAt, signal);
      if (isEnough(heard) || performance.now() >= end) return heard;
      await withinDeadline(visit.page.waitForTimeout(waits.pollMs), signal);
    }
  };
  const { isSent } = await until((heard) => heard.isSent, patience.confirmMs);
  if (!isSent) return unconfirmed(vendor);
  const isAnswered = ({ events }: Heard): boolean => judgeReplies(events).some(({ kind }) => kind === 'human');
  const isWatchedToTheEnd = performance.now() + patience.watchMs <= startedMs + patience.visitMs;
  const before = await readWindow(visit.page, asking, signal);
  const { events, greetings } = await until(isAnswered, patience.watchMs);
  const said = `${before}\n${await readWindow(visit.page, asking, signal)}`;
  const shown: ShownInChat = {
    somebodyThere: presence === 'online' && isWatchedToTheEnd,
    // A chat asks for an address as a matter of course; one that says that nobody is there at the moment, to answer later.
    mailPromised: promisesMail(said) || (emailAsked && presence === 'away'),
  };
  const details = { vendor, greetings, heard: events, shown };
  return measured(sayChatQuestion('chat-question/sent', { vendor }), { measurements: {}, details });
}
