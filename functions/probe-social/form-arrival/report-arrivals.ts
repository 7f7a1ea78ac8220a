import type { z } from 'zod';
import {
  type ArrivalDecision,
  decideArrival,
  followedDays,
  type SentMessage,
} from '../../../shared/evaluation/arrivals/decide-arrival.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { formArrival } from '../../../shared/probes/form-arrival/spec.ts';
import { sayFormArrival } from '../../../shared/probes/form-arrival/statements.ts';
import { failed, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import type { ApiFault } from '../api-fault.ts';

type Options = z.infer<typeof formArrival.options>;

/**
 * The result of one poll: what the newest message says of which anything is known. While a message is on its way, the one
 * before it speaks.
 * @param messages newest first
 */
export function reportArrivals(
  messages: readonly SentMessage[],
  { hasSpamFolder }: { readonly hasSpamFolder: boolean },
  options: Options,
  now: number,
): Measured {
  const frame = { now, withinMs: options.withinMinutes * minuteMs, hasSpamFolder };
  const decided = messages.map((message) => ({ message, decision: decideArrival(message, frame) }));
  const speaks = decided.find(({ decision }) => decision.reason !== 'under-way') ?? decided[0];
  if (speaks === undefined)
    return unknown('nothing-sent', sayFormArrival('form-arrival/nothing-sent', { days: followedDays }));
  const details = {
    messages: decided.map(({ message, decision }) => ({
      sentAt: toInstant(message.sentAt),
      marker: message.marker,
      ...shownOf(decision),
    })),
  };
  return { ...resultOf(speaks.decision, speaks.message, options), details };
}

function shownOf(decision: ArrivalDecision) {
  switch (decision.reason) {
    case 'under-way':
      return { reason: decision.reason, until: toInstant(decision.until) };
    case 'too-early':
      return { reason: decision.reason, receivedAt: toInstant(decision.receivedAt) };
    case 'not-accepted':
      return { reason: decision.reason };
    case 'arrived':
    case 'in-spam':
    case 'answered':
    case 'never':
    case 'still-reading':
    case 'no-spam-folder':
    case 'emptied':
    case 'unfinished':
      return decision;
  }
}

function resultOf(decision: ArrivalDecision, message: SentMessage, options: Options): Measured {
  const { timeZone, withinMinutes, account } = options;
  const sent = { sentAt: toInstant(message.sentAt), timeZone };
  switch (decision.reason) {
    case 'arrived':
    case 'in-spam':
    case 'answered':
      return received(decision, sent, options);
    case 'never': {
      const confirmed = message.outcome?.isConfirmed ?? false;
      const never = { ...sent, confirmed, withinMinutes, mailbox: account };
      return failed('message-lost', sayFormArrival('form-arrival/never', never));
    }
    case 'under-way': {
      const until = toInstant(decision.until);
      return unknown('on-its-way', sayFormArrival('form-arrival/under-way', { ...sent, until }));
    }
    case 'still-reading':
      return unknown('not-read-yet', sayFormArrival('form-arrival/still-reading', { ...sent, mailbox: account }));
    case 'no-spam-folder':
      return unknown('no-spam-folder', sayFormArrival('form-arrival/no-spam-folder', { ...sent, mailbox: account }));
    case 'emptied':
      return unknown('inbox-emptied', sayFormArrival('form-arrival/emptied', { ...sent, mailbox: account }));
    case 'too-early': {
      const receivedAt = toInstant(decision.receivedAt);
      return unknown('wrong-clock', sayFormArrival('form-arrival/too-early', { ...sent, receivedAt }));
    }
    case 'unfinished':
      return unknown('sent-before', sayFormArrival('form-arrival/unfinished', sent));
    case 'not-accepted':
      return unknown('nothing-sent', sayFormArrival('form-arrival/not-accepted', { ...sent, why: decision.says }));
  }
}

function received(
  decision: Extract<ArrivalDecision, { reason: 'arrived' | 'in-spam' | 'answered' }>,
  sent: { readonly sentAt: string; readonly timeZone: string },
  { withinMinutes, inbound }: Options,
): Measured {
  if (decision.reason === 'answered')
    return measured(sayFormArrival('form-arrival/answered', sent), { measurements: { inSpam: 0 } });
  const { arrivalMs, folder } = decision;
  if (decision.reason === 'in-spam') {
    const says = inbound
      ? sayFormArrival('form-arrival/marked-as-spam', sent)
      : sayFormArrival('form-arrival/in-spam', { ...sent, folder: decision.folder });
    return measured(says, { measurements: { arrivalMs, inSpam: 1 }, facts: { inSpam: says } });
  }
  const { copies } = decision;
  return measured(sayFormArrival('form-arrival/arrived', { ...sent, arrivalMs, folder, copies }), {
    measurements: { arrivalMs, inSpam: 0, copies },
    facts: { arrivalMs: sayFormArrival('form-arrival/late', { ...sent, arrivalMs, withinMinutes }) },
  });
}

/** The mailbox could not be read while a message was on its way: nothing is known of it. */
export function sayUnreadable({ kind, clue }: ApiFault, { account, secret }: Options): Measured {
  const isAccess = kind === 'auth' || kind === 'permission';
  const named = { mailbox: account, why: clue, secret: isAccess ? secret : null };
  return unknown(kind, sayFormArrival('form-arrival/unreadable', named));
}
