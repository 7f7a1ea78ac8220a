import type { ProbeWords } from '../probe-words.ts';
import type { contacts } from './spec.ts';

export const en: ProbeWords<typeof contacts> = {
  name: 'Contacts',
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
