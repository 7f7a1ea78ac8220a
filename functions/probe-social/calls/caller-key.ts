import { createHmac, randomBytes } from 'node:crypto';
import type { CountryCode } from 'libphonenumber-js';
import { z } from 'zod';
import { toE164 } from './numbers.ts';

/**
 * What a poll keeps of numbers: a key that is made at the first poll of a touchpoint and never leaves its table, and the
 * country by which a number is read when somebody asks to be forgotten.
 */
export const callerKeySchema = z.object({ key: z.string().min(1), country: z.string().nullable() });
export type CallerKey = z.infer<typeof callerKeySchema>;

export function newCallerKey(country: CountryCode | undefined): CallerKey {
  return { key: randomBytes(32).toString('base64url'), country: country ?? null };
}

/** A caller as the table knows them: not their number, and of no use without the key. */
export function callerId(number: string, { key }: Pick<CallerKey, 'key'>): string {
  return seal(number, key);
}

/** One matter of a caller: from the first call that nobody answered on. */
export function matterId(number: string, startedAt: number, { key }: Pick<CallerKey, 'key'>): string {
  return seal(`${number}/${startedAt}`, key);
}

/** The last four digits: enough to find the call in the phone's own list. */
export function lastDigits(number: string): string {
  return `…${number.slice(-4)}`;
}

/** Whom "044 123 45 67" means there, for `touchlight forget`. */
export function callerIdOf(written: string, known: CallerKey): string | null {
  if (written.replace(/\D/g, '').length < 7 || /\p{L}/u.test(written)) return null;
  return callerId(toE164(written, (known.country ?? undefined) as CountryCode | undefined), known);
}

function seal(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
