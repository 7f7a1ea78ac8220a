import { z } from 'zod';
import { type Answer, type ShownInChat, shownInChatSchema } from '../../model/test-enquiry.ts';

/**
 * What a chat told after the question, in order: somebody took the conversation (`joined`), a message of the business's side
 * (`agent`), or one that the vendor itself marks as a program's (`bot`).
 */
const chatEventSchema = z.object({ what: z.enum(['joined', 'agent', 'bot']), afterMs: z.number().min(0) });
export type ChatEvent = z.infer<typeof chatEventSchema>;

const writtenDown = z.object({ heard: z.array(chatEventSchema) });

/** Of a visit that asked in a chat, as it is written down; nothing for any other. */
export function chatEventsIn(details: unknown): readonly ChatEvent[] {
  return writtenDown.safeParse(details).data?.heard ?? [];
}

const shownSchema = z.object({ shown: shownInChatSchema });

/** What the chat showed its visitor; null where nothing of it is written down. */
export function shownIn(details: unknown): ShownInChat | null {
  return shownSchema.safeParse(details).data?.shown ?? null;
}

export interface ChatReply extends Pick<Answer, 'reason' | 'confidence'> {
  readonly kind: 'human' | 'automatic';
  readonly afterMs: number;
}

/** Nobody reads a question and writes an answer so quickly. */
const quickMs = 15_000;
const repliesAtMost = 10;

/**
 * Who wrote each reply. What a vendor marks as a program's is one; somebody who has taken the conversation by hand is a person; without
 * either, only time can tell, and within seconds not even that: then it counts as a program's, and the owner may say otherwise.
 */
export function judgeReplies(events: readonly ChatEvent[]): readonly ChatReply[] {
  const joinedAfterMs = events.find(({ what }) => what === 'joined')?.afterMs ?? Number.POSITIVE_INFINITY;
  const replies = events.filter(({ what }) => what !== 'joined').slice(0, repliesAtMost);
  return replies.map(({ what, afterMs }) => ({ afterMs, ...writerOf(what === 'bot', afterMs, joinedAfterMs) }));
}

function writerOf(isMarked: boolean, afterMs: number, joinedAfterMs: number): Omit<ChatReply, 'afterMs'> {
  if (isMarked) return { kind: 'automatic', reason: 'marked-as-bot', confidence: 'sure' };
  const isQuick = afterMs < quickMs;
  if (joinedAfterMs <= afterMs)
    return { kind: 'human', reason: 'joined-the-chat', confidence: isQuick ? 'likely' : 'sure' };
  return isQuick
    ? { kind: 'automatic', reason: 'within-seconds', confidence: 'likely' }
    : { kind: 'human', reason: 'took-its-time', confidence: 'likely' };
}
