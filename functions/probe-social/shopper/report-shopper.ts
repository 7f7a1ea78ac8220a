import { markNudged } from '../../../shared/evaluation/conversations/nudges.ts';
import { conversationOf, type ShopperFrame } from '../../../shared/evaluation/shopper/standing.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import type { ShopperOptions } from '../../../shared/probes/shopper/spec.ts';
import { sayShopper } from '../../../shared/probes/shopper/statements.ts';
import { failed, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import type { ApiFault } from '../api-fault.ts';
import {
  type Answered,
  answeredFigures,
  askedOf,
  confidenceOf,
  firstEnquiryAt,
  nudgesOf,
  sayWhatWaits,
  type Waiting,
  waitingFigures,
} from './enquiry-figures.ts';
import { acknowledgedAfter, acknowledgementOf, type Reported, type Stood, standings } from './stood.ts';

/**
 * The result of one run: what the newest enquiry says of which anything is known. While one waits within the promise, the one
 * before it speaks: "never answered" ends with an answer, not with the next enquiry.
 */
export function reportShopper(known: readonly TestEnquiry[], given: Reported): Measured {
  const { stood, speaks, waits, details } = standings(known, given);
  const unsent = stood[0]?.enquiry;
  if (unsent !== undefined && unsent.form !== null && unsent.delivery === 'refused')
    return { ...notSentByForm(unsent), details };
  if (speaks === undefined) return { ...notAskedYet(known, given), details };
  return { ...resultOf(speaks, waits, given), details };
}

function notAskedYet(known: readonly TestEnquiry[], given: Reported): Measured {
  const { timeZone } = given.options.calendar;
  const says = sayShopper('shopper/not-asked-yet', { at: firstEnquiryAt(known, given), timeZone });
  return unknown('not-asked-yet', says);
}

function resultOf({ enquiry, standing }: Stood, waits: Stood | undefined, given: Reported): Measured {
  const { options, isComplete } = given;
  const asked = askedOf(enquiry, given);
  switch (standing.reason) {
    case 'answered':
      return answered(enquiry, standing, waits, given);
    case 'waiting':
      return waiting(enquiry, standing, given);
    // Only of a question in a chat may an answer go unseen.
    case 'unseen':
    case 'unanswered': {
      if (!isComplete)
        return unknown('not-read-yet', sayShopper('shopper/still-reading', { address: options.address }));
      const says = sayShopper('shopper/unanswered', {
        ...asked,
        slaMinutes: options.slaMinutes,
        ...acknowledgementOf(standing),
      });
      return measured(says, {
        measurements: { overdue: 1, ...acknowledgedAfter(enquiry, standing.acknowledgedAt) },
        facts: { overdue: says },
        nudges: nudges(waits, given),
      });
    }
    case 'undeliverable':
      return failed('undeliverable', sayShopper('shopper/undeliverable', asked));
    case 'unclear':
      return unknown('unclear-sending', sayUnclear(enquiry, asked));
    case 'under-way':
      return unknown('on-its-way', sayShopper('shopper/under-way', asked));
    case 'inconclusive':
      return unknown('unclear-sending', sayShopper('shopper/inconclusive', asked));
    case 'not-sent':
      return notAskedYet([], given);
  }
}

function notSentByForm({ to, form }: TestEnquiry): Measured {
  return unknown('nothing-sent', sayShopper('shopper/form-not-sent', { to, why: form?.why ?? null }));
}

function sayUnclear({ form }: TestEnquiry, asked: ReturnType<typeof askedOf>) {
  if (form === null) return sayShopper('shopper/unclear', asked);
  return sayShopper('shopper/form-unclear', { ...asked, why: form.why });
}

function answered(enquiry: TestEnquiry, standing: Answered, waits: Stood | undefined, given: Reported): Measured {
  const { by, responseMinutes } = standing;
  const { slaMinutes } = given.options;
  const asked = askedOf(enquiry, given);
  const waitingMinutes = sayWhatWaits(waits, sayingOf('shopper/waiting', given));
  return measured(sayShopper('shopper/answered', { ...asked, responseMinutes, confidence: confidenceOf(by) }), {
    measurements: answeredFigures(enquiry, standing, waits),
    facts: {
      firstResponseMinutes: sayShopper('shopper/late', { ...asked, responseMinutes, slaMinutes }),
      ...(waitingMinutes !== null && { waitingMinutes }),
    },
    nudges: nudges(waits, given),
  });
}

function waiting(enquiry: TestEnquiry, standing: Waiting, given: Reported): Measured {
  const says = sayingOf('shopper/waiting', given)(enquiry, standing);
  return measured(says, {
    measurements: waitingFigures(enquiry, standing),
    facts: { waitingMinutes: says },
    nudges: nudges({ enquiry, standing }, given),
  });
}

function sayingOf(id: 'shopper/waiting' | 'shopper/nudge', given: Reported) {
  return (enquiry: TestEnquiry, standing: Waiting) => {
    const { waitedMinutes, dueAt } = standing;
    return sayShopper(id, { ...askedOf(enquiry, given), waitedMinutes, dueAt, ...acknowledgementOf(standing) });
  };
}

function nudges(waits: Stood | undefined, given: Reported) {
  return nudgesOf(waits, given, sayingOf('shopper/nudge', given));
}

/** The enquiries about which a nudge is due for the first time, marked. A blind test would be none if a nudge gave it away. */
export function nudgedNow(
  known: readonly TestEnquiry[],
  frame: ShopperFrame,
  lastPolledAt: string | null,
): TestEnquiry[] {
  const conversations = known.filter(({ isBlind }) => !isBlind).map((each) => conversationOf(each, frame));
  const marked = markNudged(conversations, { ...frame, lastPolledAt });
  return known.flatMap((each) => {
    const now = marked.find(({ id }) => id === each.token);
    return now === undefined ? [] : [{ ...each, nudgedAt: now.nudgedAt }];
  });
}

function secretAtFault({ kind }: ApiFault, secret: string | null): string | null {
  return kind === 'auth' || kind === 'permission' ? secret : null;
}

/** What the check of the secrets says of a login. */
export function sayCannotRead(fault: ApiFault, { address, secret }: ShopperOptions): Statement {
  return sayShopper('shopper/cannot-read', { address, why: fault.clue, secret: secretAtFault(fault, secret) });
}

export function sayCannotSend(fault: ApiFault, { smtp, smtpSecret }: ShopperOptions): Statement {
  const secret = secretAtFault(fault, smtpSecret);
  return sayShopper('shopper/cannot-send', { server: smtp ?? '', why: fault.clue, secret });
}

/** Whether somebody has answered is not known. */
export function sayUnreadable(fault: ApiFault, { address, secret }: ShopperOptions): Measured {
  const named = { address, why: fault.clue, secret: secretAtFault(fault, secret) };
  return unknown(fault.kind, sayShopper('shopper/unreadable', named));
}

export function sayNotSent(fault: ApiFault, { smtp, smtpSecret }: ShopperOptions): Measured {
  const named = { server: smtp ?? '', why: fault.clue, secret: secretAtFault(fault, smtpSecret) };
  return unknown(fault.kind, sayShopper('shopper/not-sent', named));
}
