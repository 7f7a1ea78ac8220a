import { toInstant } from '../../model/instant.ts';
import type { Answer, AnswerKind, MatchedBy, TestEnquiry } from '../../model/test-enquiry.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { shortText } from '../conversations/conversation.ts';
import { aboveQuote } from '../mail/above-quote.ts';
import { answerTemplate, judgeMail } from '../mail/judge-mail.ts';
import type { MailFacts, MailJudgement, OurMail } from '../mail/mail-facts.ts';
import { isBusinessTime } from '../schedule/business-time.ts';
import type { ShopperFrame } from './standing.ts';

/** A mail that came back, with what the reading knows of it. */
export interface Received {
  readonly key: string;
  readonly mail: MailFacts;
  readonly matchedBy: MatchedBy;
  /** The start of the last reading that did not find it; null for the first reading. Epoch milliseconds. */
  readonly notBefore: number | null;
}

interface AnswerFrame extends Pick<ShopperFrame, 'calendar' | 'now'> {
  /** The shopper's own addresses: here, the business is the stranger. */
  readonly ours: OurMail;
  /** All enquiries of the check, whose answers show what is a template. */
  readonly known: readonly TestEnquiry[];
  /** Short, and says nothing of what it was made of. */
  readonly digest: (text: string) => string;
}

/** A mail is in its folder so long after the server has received it, at most. */
const filingMs = 2 * minuteMs;

/** What a mail is as an answer to an enquiry. Received when our clock allows it: where the server's clock says otherwise, it is wrong. */
export function answerOf(
  { key, mail, matchedBy, notBefore }: Received,
  enquiry: TestEnquiry,
  frame: AnswerFrame,
): Answer {
  const earliest = Math.max(Date.parse(enquiry.sentAt), notBefore === null ? 0 : notBefore - filingMs);
  const at = Math.min(Math.max(Date.parse(mail.receivedAt), earliest), Math.max(Date.parse(frame.now), earliest));
  const receivedAt = toInstant(at);
  const said = aboveQuote(mail.text ?? '');
  const judged = judgeMail(
    { ...mail, receivedAt, folder: 'inbox', headers: mail.headers.filter(({ key: name }) => !isSpamMark(name)) },
    frame.ours,
    { askedAt: enquiry.sentAt, isOpen: isBusinessTime(receivedAt, frame.calendar), earlierAnswers: [] },
  );
  const template = templateOf(said, frame.digest);
  const isRepeated = template !== '' && repeats(template, enquiry, frame.known);
  const verdict =
    judged.kind === 'human' && isRepeated
      ? ({ kind: 'automatic', reason: 'same-text-again', confidence: 'sure' } as const)
      : { kind: kindOfJudgement(judged), reason: judged.reason, confidence: judged.confidence };
  return { key, receivedAt, ...verdict, matchedBy, marked: null, text: shortText(withoutName(said, mail)), template };
}

/** What our own mail server thinks of an answer says nothing about who wrote it. */
function isSpamMark(key: string): boolean {
  return /^x-(?:ses-)?spam/.test(key);
}

function kindOfJudgement({ kind, reason }: MailJudgement): AnswerKind {
  if (reason === 'delivery-delay') return 'delay';
  switch (kind) {
    case 'human':
    case 'automatic':
    case 'bounce':
      return kind;
    case 'newsletter':
    case 'internal':
    case 'spam':
      return 'other';
  }
}

/** Shorter texts are alike by chance. */
const leastTemplate = 20;

function templateOf(said: string, digest: (text: string) => string): string {
  const words = answerTemplate(said);
  return words.length < leastTemplate ? '' : digest(words);
}

/** People who answer with a text that they have prepared are people: the owner says so once. */
function repeats(template: string, { token }: TestEnquiry, known: readonly TestEnquiry[]): boolean {
  const earlier = known.filter((each) => each.token !== token).flatMap(({ answers }) => answers);
  return earlier.some((each) => each.template === template && each.marked !== 'human');
}

/** The name of the person who answers is not kept. */
function withoutName(said: string, { from }: MailFacts): string {
  const names = from.flatMap(({ name }) => (name ?? '').split(/[\s,.()"']+/)).filter((word) => word.length >= 3);
  return names.reduce((text, word) => text.replaceAll(word, '…'), said);
}

/** The enquiry with one more answer; the same object when it is known already. */
export function withAnswer(enquiry: TestEnquiry, answer: Answer): TestEnquiry {
  const alike = enquiry.answers.filter(({ kind }) => kind === answer.kind);
  if (enquiry.answers.some(({ key }) => key === answer.key) || alike.length >= answersAtMost) return enquiry;
  return { ...enquiry, answers: [...enquiry.answers, answer] };
}

/** Of one kind. Two machines that answer each other never end. */
const answersAtMost = 10;
