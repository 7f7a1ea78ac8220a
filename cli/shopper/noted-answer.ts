import { type DateReading, readDate } from '../../shared/evaluation/dates/read-date.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Answer, TestEnquiry } from '../../shared/model/test-enquiry.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { UsageError } from '../exit.ts';

interface NotedFrame {
  /** Of a time that names none. */
  readonly timeZone: string;
  readonly now: Instant;
}

/** There is one noted answer of a question: a second note corrects the first. */
const notedKey = 'noted-by-owner';

/**
 * The question with the answer of a person that its owner has seen in the chat.
 * @throws UsageError where it cannot have been given then, or is no question in a chat
 */
export function withNotedAnswer(enquiry: TestEnquiry, typed: string, frame: NotedFrame): TestEnquiry {
  const { token, scenario, delivery, sentAt, to } = enquiry;
  if (scenario !== 'chat')
    throw new UsageError(
      `${token} was not asked in a chat: its answers come to the shopper's mailbox, where Touchlight sees them. Leave --at out.`,
    );
  if (delivery === 'handed-over')
    throw new UsageError(
      `${token} is being asked in the chat on ${to} right now; what came of it is known within half an hour. Run the command again then.`,
    );
  if (delivery !== 'sent' && delivery !== 'uncertain')
    throw new UsageError(`${token} has not been asked in the chat on ${to}, so nobody can have answered it.`);
  const typedAt = readMoment(typed, frame);
  // Times are typed and shown to the minute.
  const isSameMinute = typedAt < sentAt && Date.parse(sentAt) - Date.parse(typedAt) < minuteMs;
  const receivedAt = isSameMinute ? sentAt : typedAt;
  const inZone = (at: Instant): string => shownTime(at, frame.timeZone);
  if (receivedAt < sentAt)
    throw new UsageError(
      `--at ${typed}: ${token} was asked ${inZone(sentAt)}, so it cannot have been answered ${inZone(receivedAt)} (${frame.timeZone}). Give the time of the answer.`,
    );
  if (receivedAt > frame.now)
    throw new UsageError(`--at ${typed} lies in the future; it is ${inZone(frame.now)} (${frame.timeZone}).`);
  const others = enquiry.answers.filter(({ key }) => key !== notedKey);
  return { ...enquiry, answers: [...others, notedAnswer(receivedAt)] };
}

function notedAnswer(receivedAt: Instant): Answer {
  return {
    key: notedKey,
    receivedAt,
    kind: 'human',
    reason: notedKey,
    confidence: 'sure',
    matchedBy: 'chat',
    marked: 'human',
    text: '',
    template: '',
  };
}

const remedy = 'write the day and the time, such as "2026-11-16 14:05"';

function readMoment(typed: string, { timeZone }: NotedFrame): Instant {
  const reading = readDate(typed, { timeZone, order: null });
  if (reading.is === 'date' && !reading.isDay) return toInstant(reading.at);
  throw new UsageError(`--at: "${typed}" ${problemOf(reading)}; ${remedy}.`);
}

function problemOf(reading: DateReading): string {
  switch (reading.is) {
    case 'date':
      return 'has no time of day';
    case 'ambiguous':
      return `may be ${reading.days.join(' or ')}`;
    case 'no-date':
      return reading.why === 'not-in-calendar' ? 'is not in the calendar' : 'is not a time';
  }
}

function shownTime(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}
