import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { conversationKindSchema } from './conversation.ts';
import { instantSchema } from './instant.ts';
import { themeSchema } from './theme.ts';

/**
 * What a customer's text came to: its themes without its words, so that it may be kept when words and names are deleted. A SAID item of
 * the table, one of each text.
 */
export const sayingSchema = z.strictObject({
  checkId: checkIdSchema,
  /** A hash of the message's id: it leads nobody back to the text. */
  id: z.string().min(1),
  /** When it was written. */
  at: instantSchema,
  kind: conversationKindSchema,
  /** 1 to 5; null where there are no stars. */
  rating: z.number().nullable(),
  /** A hash of the author's id, so that one person counts once; null where nobody knows, or the person was forgotten. */
  voice: z.string().nullable(),
  complaints: z.array(themeSchema),
  praises: z.array(themeSchema),
});
export type Saying = z.infer<typeof sayingSchema>;
