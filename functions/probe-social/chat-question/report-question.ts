import { nudgeGroups } from '../../../shared/evaluation/conversations/nudges.ts';
import { planEnquiry } from '../../../shared/evaluation/shopper/plan-enquiry.ts';
import { conversationOf, type Standing } from '../../../shared/evaluation/shopper/standing.ts';
import type { Nudge } from '../../../shared/model/nudge.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { sayChatQuestion } from '../../../shared/probes/chat-question/statements.ts';
import { sayShopper } from '../../../shared/probes/shopper/statements.ts';
import { type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import { acknowledgedAfter, acknowledgementOf, type Reported, type Stood, standings } from '../shopper/stood.ts';

type Waiting = Extract<Standing, { reason: 'waiting' }>;

/** What the newest question says of which anything is known; while one waits within the promise, the one before it speaks. */
export function reportQuestion(known: readonly TestEnquiry[], given: Reported): Measured {
  const { stood, speaks, waits, details } = standings(known, given);
  const newest = stood[0]?.enquiry;
  if (newest?.delivery === 'refused') return { ...notAsked(newest), details };
  if (speaks === undefined) return { ...notAskedYet(known, given), details };
  return { ...resultOf(speaks, waits, given), details };
}

function notAsked({ to, form }: TestEnquiry): Measured {
  return unknown('chat-not-asked', sayChatQuestion('chat-question/not-asked', { to, why: form?.why ?? null }));
}

function notAskedYet(known: readonly TestEnquiry[], { checkId, options, ...frame }: Reported): Measured {
  const plan = planEnquiry(known, { ...frame, checkId, perWeek: options.perWeek });
  const at = plan.reason === 'not-due' ? plan.at : frame.now;
  const { timeZone } = options.calendar;
  return unknown('not-asked-yet', sayChatQuestion('chat-question/not-asked-yet', { at, timeZone }));
}

function resultOf({ enquiry, standing }: Stood, waits: Stood | undefined, given: Reported): Measured {
  const asked = askedOf(enquiry, given);
  switch (standing.reason) {
    case 'answered':
      return answered(enquiry, standing, waits, given);
    case 'waiting':
      return waiting(enquiry, standing, given);
    case 'unanswered':
      return unanswered(enquiry, standing, waits, given);
    case 'under-way':
      return unknown('on-its-way', sayChatQuestion('chat-question/under-way', asked));
    case 'unclear':
    case 'undeliverable':
    case 'inconclusive': {
      const why = enquiry.form?.why ?? null;
      return unknown('unclear-sending', sayChatQuestion('chat-question/unclear', { ...asked, why }));
    }
    case 'not-sent':
      return notAsked(enquiry);
  }
}

function askedOf({ token, sentAt, to }: TestEnquiry, { options: { calendar } }: Reported) {
  return { token, sentAt, to, timeZone: calendar.timeZone };
}

function answered(
  enquiry: TestEnquiry,
  { by, responseMinutes }: Extract<Standing, { reason: 'answered' }>,
  waits: Stood | undefined,
  given: Reported,
): Measured {
  const asked = askedOf(enquiry, given);
  const confidence = by.marked === null ? by.confidence : 'sure';
  const via = by.matchedBy === 'chat' ? 'chat' : 'email';
  const firstByProgram = enquiry.answers.find((each) => (each.marked ?? each.kind) === 'automatic');
  const late = sayChatQuestion('chat-question/late', { ...asked, slaMinutes: given.options.slaMinutes });
  const isWaiting = waits?.standing.reason === 'waiting';
  return measured(sayChatQuestion('chat-question/answered', { ...asked, responseMinutes, via, confidence }), {
    measurements: {
      overdue: 0,
      waitingMinutes: isWaiting ? waits.standing.waitedMinutes : 0,
      firstResponseMinutes: responseMinutes,
      ...acknowledgedAfter(enquiry, firstByProgram?.receivedAt ?? null),
    },
    facts: {
      firstResponseMinutes: late,
      ...(isWaiting && {
        waitingMinutes: sayWaiting('chat-question/waiting', waits.enquiry, waits.standing, given),
      }),
    },
    nudges: nudgesOf(waits, given),
  });
}

function waiting(enquiry: TestEnquiry, standing: Waiting, given: Reported): Measured {
  const says = sayWaiting('chat-question/waiting', enquiry, standing, given);
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

/** Where the only answer may have been a person's or a program's, the owner is asked instead of blamed. */
function unanswered(
  enquiry: TestEnquiry,
  { acknowledgedAt, perhapsHuman }: Extract<Standing, { reason: 'unanswered' }>,
  waits: Stood | undefined,
  given: Reported,
): Measured {
  const { address, slaMinutes } = given.options;
  if (!given.isComplete) return unknown('not-read-yet', sayShopper('shopper/still-reading', { address }));
  const asked = { ...askedOf(enquiry, given), slaMinutes };
  if (perhapsHuman) return unknown('chat-answer-unclear', sayChatQuestion('chat-question/cannot-tell', asked));
  const acknowledged = acknowledgedAt !== null;
  const says = sayChatQuestion('chat-question/unanswered', { ...asked, acknowledged });
  return measured(says, {
    measurements: { overdue: 1, ...acknowledgedAfter(enquiry, acknowledgedAt) },
    facts: { overdue: says },
    nudges: nudgesOf(waits, given),
  });
}

function sayWaiting(
  id: 'chat-question/waiting' | 'chat-question/nudge',
  enquiry: TestEnquiry,
  standing: Waiting,
  given: Reported,
) {
  const { dueAt } = standing;
  return sayChatQuestion(id, { ...askedOf(enquiry, given), dueAt, ...acknowledgementOf(standing) });
}

function nudgesOf(waits: Stood | undefined, given: Reported): Nudge[] {
  if (waits?.standing.reason !== 'waiting') return [];
  const { enquiry, standing } = waits;
  const groups = nudgeGroups([conversationOf(enquiry, given)], given);
  return groups.map(({ at }) => ({ at, says: sayWaiting('chat-question/nudge', enquiry, standing, given) }));
}
