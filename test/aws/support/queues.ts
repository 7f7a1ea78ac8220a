import type { Account } from './account.ts';
import { eventually } from './eventually.ts';

/** Waits until nothing is under way in the stack any more. */
export async function drained(account: Account, stack: string): Promise<void> {
  const waiting = (lengths: Readonly<Record<string, number>>): number =>
    Object.entries(lengths)
      .filter(([name]) => name.startsWith(stack) && !name.includes('DeadLetters'))
      .reduce((sum, [, length]) => sum + length, 0);
  let quiet = 0;
  await eventually(
    'Quiet queues',
    180,
    () => account.queueLengths(),
    (lengths) => {
      quiet = waiting(lengths) === 0 ? quiet + 1 : 0;
      return quiet >= 5; // seconds: what a function has taken and not yet sent on is in no queue
    },
  );
}

export function deadLettersOf(construct: string, lengths: Readonly<Record<string, number>>): string {
  return Object.keys(lengths).find((name) => name.includes(construct) && name.includes('DeadLetters')) ?? '';
}
