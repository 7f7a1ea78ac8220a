import type { ProbeWords } from '../probe-words.ts';
import type { contacts } from './spec.ts';
import type { ContactsStatements } from './statements.ts';

export const en: ProbeWords<typeof contacts, ContactsStatements> = {
  name: 'Contacts',
  good: 'contacts are easy to find and use',
  bad: 'contacts are hard to find or use',
  measurement: {
    clicksToContact: (value) => `taps until a contact is in view: ${value}`,
    contactsFound: (value) => `ways to get in touch: ${value}`,
    phonesMissing: () => 'there is no phone number to call',
    phonesContradicting: () => 'a phone number contradicts the structured data',
    contactsCovered: () => 'something covers the contacts',
    contactsUnreadable: () => 'contacts are hard to read',
    contactsUnusable: (value) => `contacts that a tap does not open: ${value}`,
    phonesNotTappable: () => 'a tap on the phone number does not call it',
    contactsMisdirected: () => 'a link shows one contact and opens another',
    expectedMissing: () => 'a configured contact is not on the page',
    expectedWrong: () => 'a contact differs from the configured one',
  },
  says: {},
  trend: {
    clicksToContact: 'Taps to a contact',
  },
  remedy:
    'Open the page on a phone and try to reach the contact. Restore it, correct it, or remove whatever covers it.',
  trouble: {
    title: 'Contacts are wrong or hard to use',
    has: (at) => `the contacts${at} have been wrong or hard to use`,
    was: (at) => `the contacts${at} were wrong or hard to use`,
    todo: 'Open the site on a phone and try to call. Restore the contact, correct it, or remove whatever covers it.',
    gain: 'Customers can call or write with one tap.',
  },
};
