import type { Device } from '../../../shared/model/device.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import type { FoundContact } from '../../../shared/model/found.ts';
import {
  type Cover,
  type FaintContact,
  sayContacts,
  type UnreadableContact,
} from '../../../shared/probes/contacts/statements.ts';
import type { Contradiction } from './declared-phones.ts';
import type { Differences } from './expectations.ts';
import { usesAfter } from './merge.ts';

/** Contacts that a visitor finds and cannot use as hoped. */
export interface Faults {
  readonly covered: readonly FoundContact[];
  readonly unreadable: readonly FoundContact[];
  /** Most people read them without effort, but they fall short of WCAG AA. */
  readonly faint: readonly FoundContact[];
  readonly unusable: readonly FoundContact[];
  /** Email addresses that look like links, and nothing comes of a click. */
  readonly dead: readonly FoundContact[];
  /** The phone numbers, where none of them can be called by a tap on a phone. */
  readonly untappable: readonly FoundContact[];
  readonly miswritten: readonly FoundContact[];
  readonly misdirected: readonly FoundContact[];
}

/** For each fault what is wrong and what to do; keyed by its measurement. */
export function statementsOfFaults(faults: Faults, device: Device): Record<string, Statement> {
  const { covered, unreadable, faint, unusable, dead, untappable, miswritten, misdirected } = faults;
  const cover = coverOf(covered);
  // Of those that have a sentence of their own, one is enough.
  const plain = unusable.filter((contact) => !dead.includes(contact) && !untappable.includes(contact));
  return {
    ...(cover !== null && {
      contactsCovered: sayContacts('contacts/covered', { cover, contacts: valuesOf(covered) }),
    }),
    ...(unreadable.length > 0 && {
      contactsUnreadable: sayContacts('contacts/unreadable', {
        contacts: unreadable.map((contact) => whyUnreadable(contact, device)),
      }),
    }),
    ...(faint.length > 0 && { contactsFaint: sayContacts('contacts/faint', { contacts: faint.map(howFaint) }) }),
    ...(plain.length > 0 && { contactsUnusable: sayContacts('contacts/unusable', { contacts: valuesOf(plain) }) }),
    ...(dead.length > 0 && {
      emailLinksDead: sayContacts('contacts/dead-email', { emails: valuesOf(dead), onPhone: device === 'mobile' }),
    }),
    ...(untappable.length > 0 && {
      phonesNotTappable: sayContacts('contacts/not-tappable', {
        phones: valuesOf(untappable),
        elsewhere: untappable.every((phone) => usesAfter(phone) !== null),
      }),
    }),
    ...(miswritten.length > 0 && {
      phonesMiswritten: sayContacts('contacts/miswritten', {
        phones: miswritten.map(({ text, value }) => ({ written: text, right: value })),
      }),
    }),
    ...(misdirected.length > 0 && {
      contactsMisdirected: sayContacts('contacts/misdirected', {
        contacts: misdirected.map(({ value, opensInstead }) => ({ shown: value, opens: opensInstead ?? '' })),
      }),
    }),
  };
}

/** What stands there and is nobody's contact. */
export interface UselessContacts {
  /** The page's template came with them. */
  readonly samples?: readonly string[];
  /** Email addresses whose script does not unscramble them. */
  readonly scrambled?: readonly string[];
}

/** What a visitor looks for in vain, and what differs from what the owner says is right. */
export function statementsOfAbsences(
  seen: Differences & {
    readonly found: readonly FoundContact[];
    readonly contradiction: Contradiction | null;
    readonly useless?: UselessContacts;
  },
): Record<string, Statement> {
  const { missing, wrong, found, contradiction, useless = {} } = seen;
  const kinds = new Set(found.map(({ kind }) => kind));
  const reachable = kinds.has('phone') || kinds.has('email') || kinds.has('messenger');
  const none = sayContacts('contacts/none', { hasForm: kinds.has('form'), ...useless });
  return {
    ...(missing.length > 0 && { expectedMissing: sayContacts('contacts/expected-missing', { contacts: missing }) }),
    ...(wrong.length > 0 && { expectedWrong: sayContacts('contacts/expected-wrong', { contacts: wrong }) }),
    // Who misses the phone and everything else, too, is to hear of all of it.
    ...(!kinds.has('phone') && { phonesMissing: reachable ? sayContacts('contacts/no-phone', {}) : none }),
    ...(contradiction !== null && { phonesContradicting: sayContacts('contacts/contradiction', contradiction) }),
    ...(!reachable && { contactsFound: none }),
  };
}

export function coverOf([first]: readonly FoundContact[]): Cover | null {
  const name = first?.coveredBy ?? null;
  if (name === null) return null;
  return name === 'cookie banner' ? { what: 'cookie-banner' } : { what: 'part', selector: name };
}

export function valuesOf(contacts: readonly FoundContact[]): string[] {
  return contacts.map(({ value }) => value);
}

/** Small letters are a fault on a phone only; what is not too small is too pale. */
function whyUnreadable(contact: FoundContact, device: Device): UnreadableContact {
  const { value, fontPx = null, shrunkBy = null } = contact;
  const letterPx = fontPx === null ? null : Math.round(fontPx);
  if (device === 'mobile' && letterPx !== null && letterPx < 12) {
    return shrunkBy === null
      ? { contact: value, why: 'small', letterPx }
      : { contact: value, why: 'shrunken', letterPx, shrunkBy };
  }
  return { why: 'pale', ...howFaint(contact) };
}

function howFaint({ value, contrast = null, clearer = null }: FoundContact): FaintContact {
  return { contact: value, contrast: contrast ?? 1, ...(clearer !== null && { clearer }) };
}
