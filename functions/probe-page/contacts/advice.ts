import type { Device } from '../../../shared/model/device.ts';
import type { FoundContact } from '../../../shared/model/found.ts';

/** Contacts that a visitor finds and cannot use as hoped. */
export interface Faults {
  readonly covered: readonly FoundContact[];
  readonly unreadable: readonly FoundContact[];
  readonly unusable: readonly FoundContact[];
  /** The phone numbers, where none of them can be called by a tap on a phone. */
  readonly untappable: readonly FoundContact[];
  readonly misdirected: readonly FoundContact[];
}

/** For each fault what is wrong and what to do, in words for whoever owns the site; keyed by its measurement. */
export function tellFaults(faults: Faults, device: Device): Record<string, string> {
  const { covered, unreadable, unusable, untappable, misdirected } = faults;
  const [cover] = covered;
  return {
    ...(cover !== undefined && {
      contactsCovered: `${nameOf(cover)} covers ${values(covered)}, so visitors cannot see or tap ${them(covered)} until they close it. Make it smaller or move it to where no contact stands`,
    }),
    ...(unreadable.length > 0 && {
      contactsUnreadable: `${unreadable.map((contact) => `${contact.value} is hard to read: ${whyUnreadable(contact, device)}`).join('; ')}`,
    }),
    ...(unusable.length > 0 && {
      contactsUnusable: `a tap does not open ${values(unusable)}. Have phone numbers written as links that begin with tel:, e-mail addresses as links that begin with mailto:`,
    }),
    ...(untappable.length > 0 && {
      phonesNotTappable: `${values(untappable)} can be read on a phone, but a tap on it does not call. Ask whoever looks after the site to make it a link that begins with tel:`,
    }),
    ...(misdirected.length > 0 && {
      contactsMisdirected: `${misdirected.map(({ value, opensInstead }) => `the page shows ${value}, but a tap on it opens ${opensInstead}`).join('; ')}. Correct the link, or customers reach somebody else`,
    }),
  };
}

const whichIsRight = 'Correct the site, or the expected contacts in touchpoints.yaml where they have changed';

/** What a visitor looks for in vain, and what differs from what the owner says is right. */
export function tellAbsences(seen: {
  found: readonly FoundContact[];
  missing: readonly string[];
  wrong: readonly string[];
  contradiction: string | null;
}): Record<string, string> {
  const kinds = new Set(seen.found.map(({ kind }) => kind));
  const reachable = kinds.has('phone') || kinds.has('email') || kinds.has('messenger');
  return {
    ...(seen.missing.length > 0 && { expectedMissing: `${seen.missing.join('; ')}. ${whichIsRight}` }),
    ...(seen.wrong.length > 0 && { expectedWrong: `${seen.wrong.join('; ')}. ${whichIsRight}` }),
    ...(!kinds.has('phone') && {
      phonesMissing:
        'no phone number can be found within two clicks: whoever wants to call cannot. Put the number into the head or the foot of every page',
    }),
    ...(seen.contradiction !== null && {
      phonesContradicting: `${seen.contradiction}. Write the right one in both places`,
    }),
    ...(!reachable && { contactsFound: describeNoContact(kinds.has('form')) }),
  };
}

export function describeNoContact(hasForm: boolean): string {
  const form = hasForm ? '; there is only a form' : '';
  return `No phone number, e-mail address or messenger can be reached within two clicks${form}. Show at least one of them on the page, or link a page of contacts from it.`;
}

function nameOf({ coveredBy }: FoundContact): string {
  return coveredBy === 'cookie banner' ? 'the cookie banner' : `another part of the page (${coveredBy})`;
}

function values(contacts: readonly FoundContact[]): string {
  return contacts.map(({ value }) => value).join(', ');
}

function them(contacts: readonly FoundContact[]): string {
  return contacts.length === 1 ? 'it' : 'them';
}

function whyUnreadable({ fontPx = null, contrast = null }: FoundContact, device: Device): string {
  const isSmall = device === 'mobile' && fontPx !== null && Math.round(fontPx) < 12;
  if (isSmall)
    return `its letters are only ${Math.round(fontPx)} pixels high on a phone. Make them at least 12, better 16`;
  return `its colour differs too little from the background (contrast ${contrast} to 1; 4.5 to 1 is readable). Make the letters darker or the background lighter, or the other way round`;
}
