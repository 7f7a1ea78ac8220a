import type { Message, Thread } from '../../model/conversation.ts';

/** Who else takes part in a thread, by the names that the platform shows. */
export interface Circle {
  readonly business: readonly string[];
  /** Customers, but for the one who writes. */
  readonly customers: readonly string[];
  /** It stands below what another customer wrote first. */
  readonly isGuest: boolean;
}

export const nobodyElse: Circle = { business: [], customers: [], isGuest: false };

/** The circle of each message of a thread. */
export function circleOf(
  { messages }: Pick<Thread, 'messages'>,
  isOurs: (message: Message) => boolean,
): (message: Message) => Circle {
  const namesOf = (some: readonly Message[]): string[] => [...new Set(some.flatMap(({ author }) => author.name ?? []))];
  const business = namesOf(messages.filter(isOurs));
  const others = messages.filter((message) => !isOurs(message));
  const [root] = messages.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return ({ author }) => {
    const isOther = (each: Message): boolean => each.author.id !== author.id || each.author.name !== author.name;
    return {
      business,
      customers: namesOf(others.filter(isOther)),
      isGuest: root !== undefined && !isOurs(root) && isOther(root),
    };
  };
}
