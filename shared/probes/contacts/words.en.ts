import type { StatementFormat } from '../../model/format.ts';
import type { Clearer, ShrunkBy } from '../../model/found.ts';
import type { ProbeWords } from '../probe-words.ts';
import { adviceOn, whyUnfinished } from '../unfinished-walk.en.ts';
import { type SharedFault, sharedFaults } from './same-fault.ts';
import type { contacts } from './spec.ts';
import type { ContactsStatements, Cover, ExpectedKind, FaintContact, UnreadableContact } from './statements.ts';
import { viewportLine } from './viewport-line.ts';

export const en: ProbeWords<typeof contacts, ContactsStatements> = {
  name: 'Contacts',
  good: 'contacts are easy to find and use',
  bad: 'contacts are hard to find or use',
  measurement: {
    clicksToContact: (value) => `taps to reach a contact: ${value}`,
    contactsFound: (value) => `ways to get in touch: ${value}`,
    phonesMissing: () => 'there is no phone number to call',
    phonesContradicting: () => 'a phone number contradicts the structured data',
    contactsCovered: () => 'something covers the contacts',
    contactsUnreadable: () => 'contacts are hard to read',
    phonesMiswritten: (value) => `phone numbers with a 0 behind the country code: ${value}`,
    contactsFaint: (value) => `contacts whose contrast falls short of WCAG AA: ${value}`,
    contactsUnusable: (value) => `contacts that do not open when tapped: ${value}`,
    phonesNotTappable: () => 'tapping the phone number does not start a call',
    emailLinksDead: () => 'an email address looks like a link but opens nothing',
    contactsMisdirected: () => 'a link shows one contact and opens another',
    expectedMissing: () => 'a configured contact is not on the page',
    expectedWrong: () => 'a contact differs from the configured one',
  },
  says: {
    'contacts/found': ({ clicks, contacts, others }, { counted }) => {
      const where = clicks === 0 ? 'on the page itself' : `${counted(clicks, { one: 'click', other: 'clicks' })} away`;
      const more = others > 0 ? ` and ${others} more` : '';
      return [`the nearest contact is ${where}`, `Found: ${contacts.join(', ')}${more}.`];
    },
    'contacts/drawn': ({ phone, picture }, { quote }) => [
      `the page itself shows ${phone} only as part of an image (${quote(picture, 60)})`,
      'Add the number as text with a tel: link: nobody can tap or copy a number in an image, and screen readers cannot read it out.',
    ],
    'contacts/none': ({ hasForm, samples = [], scrambled = [] }) => [
      `no phone number, email address or messenger can be reached within two clicks${hasForm ? '; there is only a form' : ''}${samples.length > 0 ? `; what it shows is only what its template came with (${samples.join(', ')})` : ''}`,
      samples.length > 0
        ? 'Replace it with your own number and address.'
        : 'Show at least one of them on the page, or link to a contact page.',
      ...(scrambled.length > 0
        ? [
            `Visitors see “[email protected]” instead of ${scrambled.join(', ')}, because the script that shows the address does not run.`,
            'Ask your developer to bring that script back, or turn off email obfuscation at Cloudflare.',
          ]
        : []),
    ],
    'contacts/no-phone': () => [
      'no phone number can be found within two clicks, so visitors cannot call',
      'Put the number in the header or footer of every page.',
    ],
    'contacts/contradiction': ({ shown, declared }, { list }) => [
      `the page shows ${list(shown)}, but its structured data, which search engines and maps read, says ${list(declared)}`,
      'Put the right one in both places.',
    ],
    'contacts/covered': ({ cover, contacts, forGood = false }, { list }) => [
      `${nameCover(cover)} covers ${list(contacts)}${forGood ? ' and cannot be closed' : ''}, so visitors cannot see or tap ${contacts.length === 1 ? 'it' : 'them'}${forGood ? '' : ' until they close it'}`,
      'Make it smaller, or move it away from the contacts.',
    ],
    'contacts/unreadable': ({ contacts }, format) => {
      const [[what, advice] = ['', ''], ...rest] = sharedFaults(contacts).map((fault) => unreadable(fault, format));
      return [what, advice, ...rest.map(([clause, itsAdvice]) => `${clause}. ${itsAdvice}`)];
    },
    'contacts/faint': ({ contacts }, format) => {
      const [[what, advice] = ['', ''], ...rest] = sharedFaults(contacts).map((fault) => faint(fault, format));
      return [what, advice, ...rest.map(([clause, itsAdvice]) => `${clause}. ${itsAdvice}`)];
    },
    'contacts/unusable': ({ contacts }, { list }) => [
      `${list(contacts)} cannot be opened with a tap or a click`,
      'Ask your developer to use tel: links for phone numbers and mailto: links for email addresses.',
    ],
    'contacts/dead-email': ({ emails, onPhone }, { list }) => [
      `${list(emails)} ${emails.length === 1 ? 'looks like a link' : 'look like links'}, but ${onPhone ? 'tapping' : 'clicking'} ${emails.length === 1 ? 'it' : 'them'} does nothing`,
      `Ask your developer to make ${emails.length === 1 ? 'it a mailto: link' : 'them mailto: links'}.`,
    ],
    'contacts/not-tappable': ({ phones, elsewhere = false }, { list }) => [
      `${list(phones)} can be read on a phone, but tapping ${phones.length === 1 ? 'it' : 'them'} ${elsewhere ? `where visitors see ${phones.length === 1 ? 'it' : 'them'} first does not start a call (on another page it does)` : 'does not start a call'}`,
      `Ask your developer to make ${phones.length === 1 ? 'it a tel: link' : 'them tel: links'}.`,
    ],
    'contacts/miswritten': ({ phones }, { list, quote }) => [
      `the ${phones.length === 1 ? 'number' : 'numbers'} ${list(phones.map(({ written }) => quote(written)))} usually cannot be reached as written, with a 0 after the country code`,
      `Write ${list(phones.map(({ right }) => right))}.`,
    ],
    'contacts/misdirected': ({ contacts }) => [
      contacts.map(({ shown, opens }) => `the page shows ${shown}, but tapping it opens ${opens}`).join('; '),
      `Correct the ${contacts.length === 1 ? 'link' : 'links'}, or customers will reach someone else.`,
    ],
    'contacts/expected-missing': ({ contacts }) => [
      contacts.map(({ kind, wanted }) => `the ${kinds[kind]} ${wanted} is nowhere on the site`).join('; '),
      whichIsRight,
    ],
    'contacts/expected-wrong': ({ contacts }, { list }) => [
      contacts
        .map(({ kind, wanted, shown }) => `the site shows ${list(shown)} instead of the ${kinds[kind]} ${wanted}`)
        .join('; '),
      whichIsRight,
    ],
    'contacts/unfinished': (walk, format) => [
      `no phone number, email address or messenger was found, but there may be one: ${whyUnfinished(walk, format)}`,
      ...adviceOn(walk, format),
    ],
    'contacts/pictured': ({ picture }, { quote }) => [
      `no phone number stands in the text of the site, but it may be part of an image (${quote(picture, 60)}), where Touchlight could not make it out`,
      'Write the number as text with a tel: link: nobody can tap or copy a number in a picture.',
    ],
  },
  trend: {
    clicksToContact: 'Taps to reach a contact',
  },
  remedy: 'Open the page on a phone and try to use the contact. Restore it, correct it, or remove whatever covers it.',
  trouble: {
    title: 'Contacts are wrong or hard to use',
    has: (at) => `the contacts${at} have been wrong or hard to use`,
    was: (at) => `the contacts${at} were wrong or hard to use`,
    todo: 'Open the site on a phone and try to call. Restore the contact, correct it, or remove whatever covers it.',
    gain: 'Customers can call or write with one tap.',
  },
};

const kinds: Readonly<Record<ExpectedKind, string>> = {
  phone: 'phone number',
  email: 'email address',
  whatsapp: 'WhatsApp number',
  telegram: 'Telegram name',
  viber: 'Viber number',
  messenger: 'Messenger name',
};

const whichIsRight = 'Correct the site or, if the contact has changed, touchpoints.yaml.';

function nameCover(cover: Cover): string {
  return cover.what === 'cookie-banner' ? 'the cookie banner' : `another part of the page (${cover.selector})`;
}

function unreadable(
  { contacts, fault, sizes }: SharedFault<UnreadableContact>,
  { number, counted, list }: StatementFormat,
): [what: string, advice: string] {
  const one = contacts.length === 1;
  const which = `${list(contacts)} ${one ? 'is' : 'are'} hard to read: ${one ? 'its' : 'their'}`;
  if (fault.why !== 'pale') {
    const high = counted(Math.min(...sizes), { one: 'pixel', other: 'pixels' });
    const size = `${which} text is ${sizes.length === 1 ? 'only' : 'as little as'} ${high} high on a phone`;
    if (fault.why === 'small') return [size, 'Make it at least 12 pixels high, ideally 16.'];
    const [because, advice] = shrinking[fault.shrunkBy];
    return [`${size}, ${because}`, advice];
  }
  const ratio = `${list(sizes.map((size) => number(size, 2)))} to 1`;
  return [
    `${which} colour is too close to the background (contrast ${ratio}; 4.5 to 1 is readable)`,
    adviceOnContrast(fault),
  ];
}

const shrinking: Readonly<Record<ShrunkBy, readonly [because: string, advice: string]>> = {
  'no-viewport': [
    'because the page has no viewport meta tag and phones shrink it as a whole',
    `Ask your developer to make every page fit a phone: the line “${viewportLine}” in its <head>, and a layout that is not wider than the screen.`,
  ],
  'own-viewport': [
    'because the page’s viewport meta tag does not ask for the width of the phone, which shrinks it as a whole',
    `Ask your developer to replace the tag with “${viewportLine}”, and to make the layout fit a phone.`,
  ],
  'wide-page': [
    'because something on the page is wider than the screen and phones shrink all of it',
    'Ask your developer to make everything fit the width of a phone.',
  ],
};

function faint(
  { contacts, fault, sizes }: SharedFault<FaintContact>,
  { number, list }: StatementFormat,
): [what: string, advice: string] {
  const ratio = `${list(sizes.map((size) => number(size, 2)))} to 1`;
  return [
    `${list(contacts)} can be read, but with a contrast of ${ratio} ${contacts.length === 1 ? 'it falls' : 'they fall'} short of the accessibility standard WCAG AA (4.5 to 1)`,
    adviceOnContrast(fault),
  ];
}

const onContrast: Readonly<Record<Clearer, string>> = {
  'lighter-text': 'Make the text lighter.',
  'darker-text': 'Make the text darker.',
  'darker-background': 'Make the background darker, or use dark text.',
};

function adviceOnContrast({ clearer }: FaintContact): string {
  return clearer === undefined
    ? 'Make the text darker and the background lighter, or vice versa.'
    : onContrast[clearer];
}
