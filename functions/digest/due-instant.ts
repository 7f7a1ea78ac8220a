import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { scheduledTimePlaceholder } from '../../shared/model/stack-names.ts';

/** For when a schedule woke the digest: an invocation that is tried again stands for the same moment. */
export function dueInstant(scheduledAt: string, nowMs: number): Instant {
  return toInstant(scheduledAt === scheduledTimePlaceholder ? nowMs : Date.parse(scheduledAt));
}
