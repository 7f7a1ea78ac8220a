import type { Configuration } from './business.ts';

/** Without a `from` the digest's first reader is its sender too: SES's sandbox wants that address verified anyway. */
export function digestSender({ from, to }: Pick<NonNullable<Configuration['digest']>, 'from' | 'to'>): string {
  const sender = from ?? to[0];
  if (sender === undefined) throw new Error('The digest has neither "from" nor a reader in "to"; name at least one.');
  return sender;
}

/**
 * Under which names SES may know an address: itself, its domain, and each parent domain, because verifying a domain verifies
 * what lies below it. `owner@mail.coffeelab.example` is known as itself, `mail.coffeelab.example` and `coffeelab.example`.
 */
export function mailIdentities(address: string): string[] {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  // A top-level domain alone is nobody's.
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  return [address, ...domains];
}
