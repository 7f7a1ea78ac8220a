import { businessMinutesBetween, isBusinessTime } from '../../shared/evaluation/schedule/business-time.ts';
import { weekAt } from '../../shared/evaluation/week/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Answer, TestEnquiry } from '../../shared/model/test-enquiry.ts';
import { hourMs, minuteMs } from '../../shared/model/time-spans.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { chatQuestion } from '../../shared/probes/chat-question/spec.ts';
import { shopper } from '../../shared/probes/shopper/spec.ts';

/**
 * Puts this week's enquiries of the mystery shopper into the demo's table, as if a watch had sent them: one by mail, one in the chat. So
 * `npm start` neither writes to anybody nor waits for an answer. Put again, nothing changes.
 */
export async function recallEnquiries(
  { enquiries }: Pick<Stores, 'enquiries'>,
  { touchpoints, timeZone, calendar }: Configuration,
  now: number,
): Promise<void> {
  const slot = `${weekAt(toInstant(now), timeZone).days[0]?.date}.1`;
  const answeredAt = lastBusinessTime(now, calendar);
  for (const check of touchpoints.flatMap(({ checks }) => checks)) {
    const own = ofProbe(check, answeredAt, calendar);
    if (own !== null) await enquiries.claim({ ...common(check, slot), ...own });
  }
}

type Calendar = Configuration['calendar'];

/** Full hours before `at`, the latest first. */
function hoursBefore(at: number): number[] {
  return Array.from({ length: 21 * 24 }, (_, n) => (Math.floor(at / hourMs) - n - 1) * hourMs);
}

function lastBusinessTime(now: number, calendar: Calendar): number {
  return hoursBefore(now).find((at) => isBusinessTime(toInstant(at), calendar)) ?? now - hourMs;
}

/** So long before an answer that it came after the promise had ended. */
function tooLongBefore(answeredAt: number, slaMinutes: number, calendar: Calendar): number {
  const waited = (at: number): number => businessMinutesBetween(toInstant(at), toInstant(answeredAt), calendar);
  const isLate = (at: number): boolean => isBusinessTime(toInstant(at), calendar) && waited(at) > slaMinutes;
  return hoursBefore(answeredAt).find(isLate) ?? answeredAt - hourMs;
}

function common({ id }: Check, slot: string) {
  return {
    ...{ checkId: id, slot, isBlind: false, attempts: 1, nudgedAt: null, revision: 0 },
    delivery: 'sent' as const,
  };
}

type Own = Pick<
  TestEnquiry,
  'token' | 'scenario' | 'subject' | 'to' | 'form' | 'sentAt' | 'messageIds' | 'answers' | 'closing'
>;

/** In the chat, a program thanks at once, and a person writes by mail, too late; the mail is answered within 40 minutes. */
function ofProbe({ probe, url, options }: Check, answered: number, calendar: Calendar): Own | null {
  const answeredAt = toInstant(answered);
  switch (probe) {
    case chatQuestion.id: {
      const asked = tooLongBefore(answered, Number(options['slaMinutes']), calendar);
      return {
        ...{ token: 'TL-7K3Q9ZB', scenario: 'chat', subject: '', to: url ?? '', messageIds: [], closing: null },
        ...{ sentAt: toInstant(asked), form: { visitAt: toInstant(asked), why: null } },
        answers: [
          anAnswer({
            receivedAt: toInstant(asked + 2_000),
            kind: 'automatic',
            reason: 'marked-as-bot',
            matchedBy: 'chat',
          }),
          anAnswer({ receivedAt: answeredAt, kind: 'human', reason: 'reply', matchedBy: 'address' }),
        ],
      };
    }
    case shopper.id:
      return {
        ...{ token: 'TL-M4X2WQP', scenario: 'question', subject: 'Question before my first visit', form: null },
        ...{ to: String(options['to']), sentAt: toInstant(answered - 40 * minuteMs) },
        messageIds: ['<tl-m4x2wqp@mail.example>'],
        answers: [anAnswer({ receivedAt: answeredAt, kind: 'human', reason: 'reply', matchedBy: 'reference' })],
        closing: {
          ...{ why: 'answered', claimedAt: answeredAt, delivery: 'sent', attempts: 1 },
          messageId: '<tl-m4x2wqp-end@mail.example>',
        },
      };
    default:
      return null;
  }
}

function anAnswer(given: Pick<Answer, 'receivedAt' | 'kind' | 'reason' | 'matchedBy'>): Answer {
  return { key: `demo-${given.receivedAt}`, confidence: 'sure', marked: null, text: '', template: '', ...given };
}
