import type { Standing } from '../../../shared/evaluation/shopper/standing.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { sayChatQuestion } from '../../../shared/probes/chat-question/statements.ts';
import { sayShopper } from '../../../shared/probes/shopper/statements.ts';
import { type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
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
} from '../shopper/enquiry-figures.ts';
import { acknowledgedAfter, acknowledgementOf, type Reported, type Stood, standings } from '../shopper/stood.ts';

type Over = Extract<Standing, { reason: 'unanswered' | 'unseen' }>;

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

function notAskedYet(known: readonly TestEnquiry[], given: Reported): Measured {
  const { timeZone } = given.options.calendar;
  const says = sayChatQuestion('chat-question/not-asked-yet', { at: firstEnquiryAt(known, given), timeZone });
  return unknown('not-asked-yet', says);
}

function resultOf({ enquiry, standing }: Stood, waits: Stood | undefined, given: Reported): Measured {
  const asked = askedOf(enquiry, given);
  switch (standing.reason) {
    case 'answered':
      return answered(enquiry, standing, waits, given);
    case 'waiting':
      return waiting(enquiry, standing, given);
    case 'unanswered':
    case 'unseen':
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

function answered(enquiry: TestEnquiry, standing: Answered, waits: Stood | undefined, given: Reported): Measured {
  const { by, responseMinutes } = standing;
  const asked = askedOf(enquiry, given);
  const via = by.matchedBy === 'chat' ? 'chat' : 'email';
  const confidence = confidenceOf(by);
  const late = sayChatQuestion('chat-question/late', { ...asked, slaMinutes: given.options.slaMinutes });
  const waitingMinutes = sayWhatWaits(waits, sayingOf('chat-question/waiting', given));
  return measured(sayChatQuestion('chat-question/answered', { ...asked, responseMinutes, via, confidence }), {
    measurements: answeredFigures(enquiry, standing, waits),
    facts: { firstResponseMinutes: late, ...(waitingMinutes !== null && { waitingMinutes }) },
    nudges: nudges(waits, given),
  });
}

function waiting(enquiry: TestEnquiry, standing: Waiting, given: Reported): Measured {
  const says = sayingOf('chat-question/waiting', given)(enquiry, standing);
  return measured(says, {
    measurements: waitingFigures(enquiry, standing),
    facts: { waitingMinutes: says },
    nudges: nudges({ enquiry, standing }, given),
  });
}

/**
 * The owner is blamed for what was seen, and asked about the rest: red only where an answer was promised by mail and none came. Whether
 * somebody answered in the chat after the visit, or who answered within seconds, the owner alone can tell.
 */
function unanswered(enquiry: TestEnquiry, standing: Over, waits: Stood | undefined, given: Reported): Measured {
  const { address, slaMinutes } = given.options;
  if (!given.isComplete) return unknown('not-read-yet', sayShopper('shopper/still-reading', { address }));
  const asked = { ...askedOf(enquiry, given), slaMinutes };
  if (standing.perhapsHuman) return unknown('chat-answer-unclear', sayChatQuestion('chat-question/cannot-tell', asked));
  const acknowledged = standing.acknowledgedAt !== null;
  const also = { nudges: nudges(waits, given) };
  const answeredByProgram = acknowledgedAfter(enquiry, standing.acknowledgedAt);
  if (standing.reason === 'unanswered') {
    const says = sayChatQuestion('chat-question/unanswered', { ...asked, acknowledged });
    return measured(says, { measurements: { overdue: 1, ...answeredByProgram }, facts: { overdue: says }, ...also });
  }
  if (!standing.nobodyCame)
    return unknown('chat-answer-unseen', sayChatQuestion('chat-question/unseen', { ...asked, acknowledged }));
  const says = sayChatQuestion('chat-question/nobody-came', { ...asked, acknowledged });
  return measured(says, {
    measurements: { nobodyCame: 1, ...answeredByProgram },
    facts: { nobodyCame: says },
    ...also,
  });
}

function sayingOf(id: 'chat-question/waiting' | 'chat-question/nudge', given: Reported) {
  return (enquiry: TestEnquiry, standing: Waiting) =>
    sayChatQuestion(id, { ...askedOf(enquiry, given), dueAt: standing.dueAt, ...acknowledgementOf(standing) });
}

function nudges(waits: Stood | undefined, given: Reported) {
  return nudgesOf(waits, given, sayingOf('chat-question/nudge', given));
}
