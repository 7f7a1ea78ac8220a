import { z } from 'zod';
import { isAskable } from '../../shared/model/chat-vendor.ts';

const chatSchema = z.looseObject({ chat: z.string().optional(), ask: z.unknown().optional() });
const fileSchema = z.looseObject({
  touchpoints: z.array(z.looseObject({ kind: z.string(), checks: z.record(z.string(), z.unknown()).optional() })),
});

/** A chat is asked by a shopper of the same file, and only where its vendor lets that be seen. */
export function withQuestions(file: unknown): unknown {
  const { data } = fileSchema.safeParse(file);
  if (data === undefined) return file;
  const hasShopper = data.touchpoints.some(({ kind }) => kind === 'shopper');
  const touchpoints = data.touchpoints.map(({ checks, ...touchpoint }) => {
    if (checks === undefined) return touchpoint;
    const chat = chatSchema.safeParse(checks['live-chat']).data;
    const mayAsk = hasShopper && (chat?.chat === undefined || chat.chat === 'any' || isAskable(chat.chat));
    if (chat?.ask === undefined || mayAsk) return { ...touchpoint, checks };
    const { ask: _, ...settings } = chat;
    return { ...touchpoint, checks: { ...checks, 'live-chat': settings } };
  });
  return { ...data, touchpoints };
}
