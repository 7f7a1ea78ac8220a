import type { Account } from './account.ts';
import { eventually } from './eventually.ts';
import { openInvocations } from './invocations.ts';

/** Waits until nothing is under way in the stack any more. */
export async function drained(account: Account, stack: string): Promise<void> {
  const open = await openInvocations(account, stack);
  let quiet = 0;
  await eventually(
    'A stack at rest',
    300,
    async () => ({ waiting: waiting(await account.queueLengths(), stack), invocations: await open.count() }),
    (now) => {
      quiet = now.waiting + now.invocations === 0 ? quiet + 1 : 0;
      return quiet >= 5; // seconds: what a function has taken and not yet sent on is in no queue
    },
  );
}

function waiting(lengths: Readonly<Record<string, number>>, stack: string): number {
  return Object.entries(lengths)
    .filter(([name]) => name.startsWith(stack) && !name.includes('DeadLetters'))
    .reduce((sum, [, length]) => sum + length, 0);
}

/** The one queue in whose name both stand, as `Story-ProbePageVisits1234-5678.fifo` does. */
export async function queueNamed(account: Account, stack: string, construct: string): Promise<string> {
  const names = Object.keys(await account.queueLengths());
  const [name, ...more] = names.filter((each) => each.startsWith(`${stack}-${construct}`));
  if (name === undefined || more.length > 0) throw new Error(`Not one ${construct}, but ${names.join(', ')}.`);
  return name;
}
