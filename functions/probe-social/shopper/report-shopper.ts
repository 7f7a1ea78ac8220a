import { markNudged, nudgeGroups } from '../../../shared/evaluation/conversations/nudges.ts';
import { planEnquiry } from '../../../shared/evaluation/shopper/plan-enquiry.ts';
import { conversationOf, type ShopperFrame, type Standing } from '../../../shared/evaluation/shopper/standing.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import type { Nudge } from '../../../shared/model/nudge.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import type { ShopperOptions } from '../../../shared/probes/shopper/spec.ts';
import { sayShopper } from '../../../shared/probes/shopper/statements.ts';
import { failed, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import type { ApiFault } from '../api-fault.ts';
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

function notAskedYet(known: readonly TestEnquiry[], { checkId, options, ...frame }: Reported): Measured {
  const plan = planEnquiry(known, { ...frame, checkId, perWeek: options.perWeek });
  const at = plan.reason === 'not-due' ? plan.at : frame.now;
  return unknown('not-asked-yet', sayShopper('shopper/not-asked-yet', { at, timeZone: options.calendar.timeZone }));
}

function resultOf({ enquiry, standing }: Stood, waits: Stood | undefined, given: Reported): Measured {
  const { options, isComplete } = given;
  const asked = askedOf(enquiry, options);
  switch (standing.reason) {
    case 'answered':
      return answered(enquiry, standing, waits, given);
    case 'waiting':
      return waiting(enquiry, standing, given);
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
        nudges: nudgesOf(waits, given),
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

function askedOf({ token, sentAt, to }: TestEnquiry, { calendar }: ShopperOptions) {
  return { token, sentAt, to, timeZone: calendar.timeZone };
}

function answered(
  enquiry: TestEnquiry,
  { by, responseMinutes }: Extract<Standing, { reason: 'answered' }>,
  waits: Stood | undefined,
  given: Reported,
): Measured {
  const { slaMinutes } = given.options;
  const asked = askedOf(enquiry, given.options);
  const confidence = by.marked === null ? by.confidence : 'sure';
  const firstAutomatic = enquiry.answers.find((each) => (each.marked ?? each.kind) === 'automatic');
  return measured(sayShopper('shopper/answered', { ...asked, responseMinutes, confidence }), {
    measurements: {
      overdue: 0,
      waitingMinutes: waits?.standing.reason === 'waiting' ? waits.standing.waitedMinutes : 0,
      firstResponseMinutes: responseMinutes,
      ...acknowledgedAfter(enquiry, firstAutomatic?.receivedAt ?? null),
    },
    facts: {
      firstResponseMinutes: sayShopper('shopper/late', { ...asked, responseMinutes, slaMinutes }),
      ...(waits?.standing.reason === 'waiting' && {
        waitingMinutes: sayWaiting('shopper/waiting', waits.enquiry, waits.standing, given.options),
      }),
    },
    nudges: nudgesOf(waits, given),
  });
}

function waiting(enquiry: TestEnquiry, standing: Extract<Standing, { reason: 'waiting' }>, given: Reported): Measured {
  const says = sayWaiting('shopper/waiting', enquiry, standing, given.options);
  return measured(says, {
    measurements: {
      overdue: 0,
      waitingMinutes: standing.waitedMinutes,
      ...acknowledgedAfter(enquiry, standing.acknowledgedAt),
    },
    facts: { waitingMinutes: says },
    nudges: nudgesOf({ enquiry, standing }, given),
  });
}

function sayWaiting(
  id: 'shopper/waiting' | 'shopper/nudge',
  enquiry: TestEnquiry,
  standing: Extract<Standing, { reason: 'waiting' }>,
  options: ShopperOptions,
) {
  const { waitedMinutes, dueAt } = standing;
  return sayShopper(id, { ...askedOf(enquiry, options), waitedMinutes, dueAt, ...acknowledgementOf(standing) });
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

function nudgesOf(waits: Stood | undefined, given: Reported): Nudge[] {
  if (waits === undefined || waits.standing.reason !== 'waiting' || waits.enquiry.isBlind) return [];
  const { enquiry, standing } = waits;
  const groups = nudgeGroups([conversationOf(enquiry, given)], given);
  return groups.map(({ at }) => ({ at, says: sayWaiting('shopper/nudge', enquiry, standing, given.options) }));
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
