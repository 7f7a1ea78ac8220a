import type { Conversation } from '../../../shared/model/conversation.ts';
import { type CallerKey, callerId, matterId } from './caller-key.ts';

/** @returns what is known of a customer; a person who was forgotten is found by the matter itself */
export function knownMatters(
  known: readonly Conversation[],
  callerKey: CallerKey,
): (customer: string) => readonly Conversation[] {
  const forgotten = known.filter((each) => each.forgotten);
  const byCaller = Map.groupBy(known, ({ authorId }) => authorId);
  return (customer) => [
    ...(byCaller.get(callerId(customer, callerKey)) ?? []),
    ...forgotten.filter(({ id, startedAt }) => id === matterId(customer, Date.parse(startedAt), callerKey)),
  ];
}
