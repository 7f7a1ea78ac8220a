import type { z } from 'zod';
import type { FoundContact } from '../../../shared/model/found.ts';
import type { contacts as spec } from '../../../shared/probes/contacts/spec.ts';
import type { CountryHints } from './countries.ts';
import { isSamePhone, readPhone } from './phones.ts';

export type Expectations = z.infer<typeof spec.options>['expect'];

export interface Differences {
  /** Sentences, one per expected contact that no page shows although it shows none of its kind. */
  readonly missing: readonly string[];
  /** Sentences, one per expected contact in whose place another one stands. */
  readonly wrong: readonly string[];
}

const names: Readonly<Record<keyof Expectations, string>> = {
  phone: 'phone number',
  email: 'e-mail address',
  whatsapp: 'WhatsApp number',
  telegram: 'Telegram name',
  viber: 'Viber number',
  messenger: 'Messenger name',
};

/** Compares what was found with the configured truth. */
export function compareWithTruth(
  found: readonly FoundContact[],
  expect: Expectations,
  hints: CountryHints,
): Differences {
  const missing: string[] = [];
  const wrong: string[] = [];
  for (const kind of Object.keys(names) as (keyof Expectations)[]) {
    const wanted = [expect[kind] ?? []].flat();
    const shown = valuesOf(found, kind);
    const others = shown.filter((value) => !wanted.some((want) => isSame(kind, want, value, hints)));
    for (const want of wanted) {
      if (shown.some((value) => isSame(kind, want, value, hints))) continue;
      const sentence = `instead of the ${names[kind]} ${want}`;
      if (others.length > 0) wrong.push(`the site shows ${others.join(' and ')} ${sentence}`);
      else missing.push(`the ${names[kind]} ${want} is nowhere on the site`);
    }
  }
  return { missing, wrong };
}

function valuesOf(found: readonly FoundContact[], kind: keyof Expectations): string[] {
  if (kind === 'phone' || kind === 'email') return found.filter((f) => f.kind === kind).map(({ value }) => value);
  const name = { whatsapp: 'WhatsApp', telegram: 'Telegram', viber: 'Viber', messenger: 'Messenger' }[kind];
  return found
    .filter((f) => f.kind === 'messenger' && f.text.startsWith(`${name}:`))
    .map(({ value }) => handleOf(value));
}

/** The name or number that a messenger's address leads to. */
export function handleOf(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const named = ['phone', 'number', 'domain', 'chatURI']
    .map((key) => url.searchParams.get(key))
    .find((value) => value !== null);
  return (named ?? url.pathname.replace(/^\/(send\/|t\/|messages\/t\/)?/, '')).replace(/\/$/, '').trim();
}

function isSame(kind: keyof Expectations, want: string, shown: string, hints: CountryHints): boolean {
  if (kind === 'phone') return isSamePhone(readPhone(want, hints), shown);
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^(https?:\/\/[^/]+\/|@)/, '')
      .trim();
  if (plain(want) === plain(shown)) return true;
  const digits = (text: string): string => text.replace(/\D/g, '');
  return /^[+\d\s()-]+$/.test(want) && digits(want).length >= 7 && digits(want) === digits(shown);
}
