import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PollState } from '../../../shared/model/conversation.ts';
import { knownAs } from '../csv/known-as.ts';

/** Made when the first comment of a survey is kept, and never leaves its table. */
const memorySchema = z.object({ respondents: z.object({ key: z.string().min(1) }) });

/** What a poll remembers so that answers and people are known again, of no use without the table. */
export function newRespondentMemory(): PollState['memory'] {
  return { respondents: { key: randomBytes(32).toString('base64url') } };
}

/** @returns null where no comment of a survey was ever kept */
export function respondentKeyIn(poll: PollState | null): string | null {
  return memorySchema.safeParse(poll?.memory).data?.respondents.key ?? null;
}

export function answerId(answer: string, key: string): string {
  return seal(`answer ${answer}`, key);
}

/** However they are written: as the file has them, or as somebody asks for them to be forgotten. */
export function respondentId(person: string, key: string): string {
  return seal(`person ${knownAs(person)}`, key);
}

function seal(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
