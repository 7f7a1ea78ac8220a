import type { Check, TypedEnquiry } from '../../../../shared/model/check.ts';
import type { Instant } from '../../../../shared/model/instant.ts';
import type { SubmissionLog } from '../../../../shared/ports/submission-log.ts';
import { sayChatQuestion } from '../../../../shared/probes/chat-question/statements.ts';
import { liveChat } from '../../../../shared/probes/live-chat/spec.ts';
import { createSending, type Sending, type SendingWords } from '../../form/sending.ts';

/** A live chat's check by which a mystery shopper has a question asked. */
export type Question = Check & { readonly enquiry: TypedEnquiry };

export function isQuestion(check: Check): check is Question {
  return check.probe === liveChat.id && check.enquiry !== undefined;
}

const words: SendingWords = {
  tooLate: () => sayChatQuestion('chat-question/too-late', {}),
  outsideHours: (at, timeZone) => sayChatQuestion('chat-question/outside-hours', { at, timeZone }),
  dailyLimit: (_, at, timeZone) => sayChatQuestion('chat-question/asked-today', { at, timeZone }),
  sentBefore: ({ sentAt }, timeZone) => sayChatQuestion('chat-question/asked-before', { at: sentAt, timeZone }),
};

/** Its leave to ask, once. */
export function questionSending(check: Question, scheduledAt: Instant, log: SubmissionLog, now: () => number): Sending {
  return createSending(check, scheduledAt, log, now, words);
}
