import type { Circle } from './circle.ts';
import { says, startsWithName } from './short-message.ts';

/**
 * "@Anna did yours arrive?" is for Anna to answer: addressed to another customer of the thread, or, without her name below what
 * she wrote, in words that nobody asks a business. Who names the business too, or has a matter with it, waits all the same.
 */
export function isBetweenCustomers(
  text: string,
  addressees: readonly string[],
  { business, customers, isGuest }: Circle,
): boolean {
  if (says(text, 'toShop') || business.some((name) => isNamed(text, name))) return false;
  const isAddressed = customers.some((name) => addresses(text, addressees, name));
  return isAddressed || (isGuest && says(text, 'toCustomer') && !says(text, 'own'));
}

/** Does it begin with the name, or carry it behind an @ or as the platform's mark? */
export function addresses(text: string, addressees: readonly string[], name: string): boolean {
  return isNamed(text, `@${name}`) || startsWithName(text, name) || addressees.some((each) => isSame(each, name));
}

const plain = (name: string): string => name.replace(/^@+/, '@').toLowerCase();

function isNamed(text: string, name: string): boolean {
  const at = plain(name);
  return at.length > 1 && plain(text).includes(at);
}

/** Platforms mark whole names, or first names alone. */
function isSame(addressee: string, name: string): boolean {
  const [a, b] = [plain(addressee).replace('@', ''), plain(name).replace('@', '')];
  return a !== '' && (a === b || a === b.split(' ')[0]);
}
