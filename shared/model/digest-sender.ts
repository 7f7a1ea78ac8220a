import type { Configuration } from './business.ts';

/** Without a `from` the digest's first reader is its sender too: SES's sandbox wants that address verified anyway. */
export function digestSender({ from, to }: NonNullable<Configuration['digest']>): string {
  const sender = from ?? to[0];
  if (sender === undefined) throw new Error('The digest has neither "from" nor a reader in "to"; name at least one.');
  return sender;
}
