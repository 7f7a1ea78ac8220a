import type { z } from 'zod';
import type { FoundContact } from '../../../shared/model/found.ts';
import type { contacts as spec } from '../../../shared/probes/contacts/spec.ts';
import type { ExpectedContact, ExpectedKind, ReplacedContact } from '../../../shared/probes/contacts/statements.ts';
import type { CountryHints } from './countries.ts';
import { isSamePhone, readPhone } from './dialling.ts';

export type Expectations = z.infer<typeof spec.options>['expect'];

export interface Differences {
  /** Expected contacts that no page shows although it shows none of their kind. */
  readonly missing: readonly ExpectedContact[];
  /** Expected contacts in whose place others stand. */
  readonly wrong: readonly ReplacedContact[];
}

/** Compares what was found with the configured truth. */
export function compareWithTruth(
  found: readonly FoundContact[],
  expect: Expectations,
  hints: CountryHints,
): Differences {
  const missing: ExpectedContact[] = [];
  const wrong: ReplacedContact[] = [];
  for (const kind of Object.keys(expect) as ExpectedKind[]) {
    const allWanted = [expect[kind] ?? []].flat();
    const onSite = valuesOf(found, kind);
    const shown = onSite.filter((value) => !allWanted.some((want) => isSame(kind, want, value, hints)));
    for (const wanted of allWanted) {
      if (onSite.some((value) => isSame(kind, wanted, value, hints))) continue;
      if (shown.length > 0) wrong.push({ kind, wanted, shown });
      else missing.push({ kind, wanted });
    }
  }
  return { missing, wrong };
}

/** Does the file say that it is not the business's? */
export function isIgnored({ kind, value }: FoundContact, ignore: readonly string[], hints: CountryHints): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^(mailto:|https?:\/\/(www\.)?)/, '')
      .replace(/\/$/, '');
  return ignore.some((written) =>
    kind === 'phone' && !written.includes('@')
      ? isSamePhone(readPhone(written.replace(/^tel:/i, ''), hints), value)
      : plain(written) === plain(value),
  );
}

function valuesOf(found: readonly FoundContact[], kind: ExpectedKind): string[] {
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

function isSame(kind: ExpectedKind, want: string, shown: string, hints: CountryHints): boolean {
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
