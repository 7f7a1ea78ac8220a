import { isBusinessTime } from '../../shared/evaluation/schedule/business-time.ts';
import { weekAt } from '../../shared/evaluation/week/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
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
  const sentAt = lastBusinessTime(now, calendar);
  for (const check of touchpoints.flatMap(({ checks }) => checks)) {
    const own = ofProbe(check, sentAt);
    if (own !== null) await enquiries.claim({ ...common(check, slot, sentAt), ...own });
  }
}

/** Some hours ago, so that the answer is there, too. */
function lastBusinessTime(now: number, calendar: Configuration['calendar']): number {
  const hours = Array.from({ length: 21 * 24 }, (_, n) => Math.floor(now / hourMs) * hourMs - (n + 2) * hourMs);
  const isOpen = (at: number): boolean => isBusinessTime(toInstant(at), calendar);
  return hours.find((at) => isOpen(at) && isOpen(at + 50 * minuteMs)) ?? now - 2 * hourMs;
}

function common({ id }: Check, slot: string, sentAt: number) {
  return {
    ...{ checkId: id, slot, isBlind: false, attempts: 1, sentAt: toInstant(sentAt), nudgedAt: null, revision: 0 },
    delivery: 'sent' as const,
  };
}

type Own = Pick<TestEnquiry, 'token' | 'scenario' | 'subject' | 'to' | 'form' | 'messageIds' | 'answers' | 'closing'>;

/** In the chat, a program thanks at once and a person writes after six minutes; the mail is answered after 40. */
function ofProbe({ probe, url, options }: Check, sentAt: number): Own | null {
  const after = (ms: number): Instant => toInstant(sentAt + ms);
  switch (probe) {
    case chatQuestion.id:
      return {
        ...{ token: 'TL-7K3Q9ZB', scenario: 'chat', subject: '', to: url ?? '', messageIds: [], closing: null },
        form: { visitAt: after(0), why: null },
        answers: [
          anAnswer({ receivedAt: after(2_000), kind: 'automatic', reason: 'marked-as-bot', matchedBy: 'chat' }),
          anAnswer({ receivedAt: after(6 * minuteMs), kind: 'human', reason: 'joined-the-chat', matchedBy: 'chat' }),
        ],
      };
    case shopper.id:
      return {
        ...{
          token: 'TL-M4X2WQP',
          scenario: 'question',
          subject: 'Question before my first visit',
          to: String(options['to']),
          form: null,
        },
        messageIds: ['<tl-m4x2wqp@mail.example>'],
        answers: [
          anAnswer({ receivedAt: after(40 * minuteMs), kind: 'human', reason: 'reply', matchedBy: 'reference' }),
        ],
        closing: {
          ...{ why: 'answered', claimedAt: after(41 * minuteMs), delivery: 'sent', attempts: 1 },
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
