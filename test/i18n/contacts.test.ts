import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import { type ContactsStatements, sayContacts } from '../../shared/probes/contacts/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { aCause } from '../support/said.ts';

const phone = '+380441234567';
const email = 'hello@coffeelab.example';

/** Each statement in each of its shapes. */
const examples: { readonly [Id in keyof ContactsStatements]: readonly ContactsStatements[Id][] } = {
  'contacts/found': [
    { clicks: 0, contacts: [phone, email], others: 0 },
    { clicks: 1, contacts: [phone, email, 'https://wa.me/380441234567', 'https://t.me/coffeelab'], others: 2 },
    { clicks: 2, contacts: [phone], others: 0 },
  ],
  'contacts/none': [
    { hasForm: false },
    { hasForm: true },
    { hasForm: false, samples: ['info@mysite.com'] },
    { hasForm: false, scrambled: ['office@cedar.example'] },
  ],
  'contacts/unfinished': [
    { why: 'budget', name: null, pages: 7, taps: 16, seconds: 25, left: ['/contact', '/branches'] },
    { why: 'budget', name: null, pages: 1, taps: 1, seconds: 1, left: [] },
    { why: 'gate', name: null, pages: 1, taps: 0, seconds: 2, left: [] },
    { why: 'button', name: 'WhatsApp', pages: 1, taps: 1, seconds: 2, left: [] },
    { why: 'language', name: 'ja', pages: 1, taps: 0, seconds: 2, left: [] },
    { why: 'frame', name: 'forms.example', pages: 1, taps: 0, seconds: 2, left: [] },
    { why: 'service', name: 'js.hsforms.net', pages: 1, taps: 0, seconds: 2, left: ['/contact'] },
    { why: 'element', name: 'x-contact-form', pages: 1, taps: 0, seconds: 2, left: [] },
    { why: 'consent', name: 'Load the form', pages: 1, taps: 0, seconds: 2, left: [] },
    { why: 'picture', name: 'header-tel.png', pages: 2, taps: 0, seconds: 4, left: [] },
  ],
  'contacts/pictured': [{ picture: 'header-tel.png' }],
  'contacts/drawn': [{ phone, picture: 'header-tel.png' }],
  'contacts/dead-email': [
    { emails: [email], onPhone: true },
    { emails: [email, 'sales@coffeelab.example'], onPhone: false },
  ],
  'contacts/no-phone': [{}],
  'contacts/contradiction': [{ shown: [phone, '+380447654321'], declared: ['+380671112233'] }],
  'contacts/covered': [
    { cover: { what: 'cookie-banner' }, contacts: [phone] },
    { cover: { what: 'part', selector: 'div#chat widget' }, contacts: [phone, email] },
    { cover: { what: 'part', selector: 'div.appbar' }, contacts: [phone], forGood: true },
  ],
  'contacts/unreadable': [
    { contacts: [{ contact: phone, why: 'small', letterPx: 9 }] },
    {
      contacts: [
        { contact: email, why: 'pale', contrast: 1.94 },
        { contact: phone, why: 'small', letterPx: 1 },
      ],
    },
    { contacts: [{ contact: phone, why: 'shrunken', letterPx: 4, shrunkBy: 'no-viewport' }] },
    { contacts: [{ contact: phone, why: 'shrunken', letterPx: 5, shrunkBy: 'own-viewport' }] },
    { contacts: [{ contact: phone, why: 'shrunken', letterPx: 8, shrunkBy: 'wide-page' }] },
  ],
  'contacts/faint': [
    { contacts: [{ contact: phone, contrast: 3.78, clearer: 'lighter-text' }] },
    {
      contacts: [
        { contact: phone, contrast: 4.2, clearer: 'darker-text' },
        { contact: email, contrast: 3.1, clearer: 'darker-text' },
        { contact: '+380447654321', contrast: 3, clearer: 'darker-background' },
      ],
    },
  ],
  'contacts/miswritten': [
    { phones: [{ written: '+44 0113 496 0123', right: '+441134960123' }] },
    {
      phones: [
        { written: '+49 030 1234567', right: '+49301234567' },
        { written: '0044 01134960123', right: '+441134960123' },
      ],
    },
  ],
  'contacts/unusable': [{ contacts: [phone, email] }],
  'contacts/not-tappable': [
    { phones: [phone] },
    { phones: [phone], elsewhere: true },
    { phones: [phone, '+380447654321'], elsewhere: true },
  ],
  'contacts/misdirected': [
    { contacts: [{ shown: phone, opens: 'tel:+380447654321' }] },
    {
      contacts: [
        { shown: phone, opens: 'tel:+380447654321' },
        { shown: email, opens: 'mailto:hello@coffeelab' },
      ],
    },
  ],
  'contacts/expected-missing': [
    {
      contacts: [
        { kind: 'phone', wanted: phone },
        { kind: 'telegram', wanted: 'coffeelab' },
      ],
    },
  ],
  'contacts/expected-wrong': [
    { contacts: [{ kind: 'email', wanted: email, shown: ['office@coffeelab.example', 'jobs@coffeelab.example'] }] },
    {
      contacts: [
        { kind: 'whatsapp', wanted: phone, shown: ['380447654321'] },
        { kind: 'viber', wanted: phone, shown: ['380447654321'] },
        { kind: 'messenger', wanted: 'coffeelab', shown: ['coffeelabs'] },
      ],
    },
  ],
};
const all = Object.entries(examples).flatMap(([id, shapes]) => shapes.map((params) => ({ id, params })));

describe('what is said of contacts', () => {
  it.each(all)('is whole in every language: $id $params', (statement) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(statement, language);
      expect(sentence).not.toMatch(/undefined|\[object|NaN|null|no words for|немає слів|нет слов/);
      expect(sentence).toMatch(/[.»]$/);
      expect(wordFinding(aCause(statement), 'contacts', language).brief).toMatch(/^[\p{Ll}+].*[^.]$/u);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it('reads as a person would write it in English', () => {
    const { 'contacts/found': found, 'contacts/covered': covered } = examples;
    expect(found.map((params) => wordStatement(sayContacts('contacts/found', params), 'en'))).toEqual([
      'The nearest contact is on the page itself. Found: +380441234567, hello@coffeelab.example.',
      'The nearest contact is 1 click away. Found: +380441234567, hello@coffeelab.example, https://wa.me/380441234567, https://t.me/coffeelab and 2 more.',
      'The nearest contact is 2 clicks away. Found: +380441234567.',
    ]);
    expect(covered.map((params) => wordStatement(sayContacts('contacts/covered', params), 'en'))).toEqual([
      'The cookie banner covers +380441234567, so visitors cannot see or tap it until they close it. Make it smaller, or move it away from the contacts.',
      'Another part of the page (div#chat widget) covers +380441234567 and hello@coffeelab.example, so visitors cannot see or tap them until they close it. Make it smaller, or move it away from the contacts.',
      'Another part of the page (div.appbar) covers +380441234567 and cannot be closed, so visitors cannot see or tap it. Make it smaller, or move it away from the contacts.',
    ]);
  });

  it('tells every fault of several, each with what to do', () => {
    const contacts = [
      { contact: phone, why: 'small', letterPx: 9 },
      { contact: '+380447654321', why: 'pale', contrast: 1.9 },
    ] as const;
    expect(wordStatement(sayContacts('contacts/unreadable', { contacts }), 'en')).toBe(
      '+380441234567 is hard to read: its text is only 9 pixels high on a phone. Make it at least 12 pixels high, ideally 16. +380447654321 is hard to read: its colour is too close to the background (contrast 1.9 to 1; 4.5 to 1 is readable). Make the text darker and the background lighter, or vice versa.',
    );
  });

  it('names contacts with the same fault in one clause, with one piece of advice', () => {
    const pale = { why: 'pale', contrast: 2.02, clearer: 'lighter-text' } as const;
    const same = [phone, email, '+380447654321'].map((contact) => ({ contact, ...pale }));
    expect(wordStatement(sayContacts('contacts/unreadable', { contacts: same }), 'en')).toBe(
      '+380441234567, hello@coffeelab.example and +380447654321 are hard to read: their colour is too close to the background (contrast 2.02 to 1; 4.5 to 1 is readable). Make the text lighter.',
    );
    const small = [9, 8].map((letterPx, n) => ({ contact: [phone, email][n] ?? '', why: 'small', letterPx }) as const);
    expect(wordStatement(sayContacts('contacts/unreadable', { contacts: small }), 'uk')).toBe(
      '+380441234567 і hello@coffeelab.example важко прочитати: на телефоні літери заввишки подекуди лише 8 пікселів. Зробіть їх щонайменше 12, а краще 16 пікселів.',
    );
  });

  it('names the missing viewport as the cause of tiny letters, and the line to add', () => {
    const contact = { why: 'shrunken', letterPx: 4, shrunkBy: 'no-viewport' } as const;
    const contacts = [phone, email].map((each) => ({ contact: each, ...contact }));
    expect(wordStatement(sayContacts('contacts/unreadable', { contacts }), 'en')).toBe(
      '+380441234567 and hello@coffeelab.example are hard to read: their text is only 4 pixels high on a phone, because the page has no viewport meta tag and phones shrink it as a whole. Ask your developer to make every page fit a phone: the line “<meta name="viewport" content="width=device-width, initial-scale=1">” in its <head>, and a layout that is not wider than the screen.',
    );
  });

  it('gives each remedy its own clause', () => {
    const [, several] = examples['contacts/faint'];
    expect(several && wordStatement(sayContacts('contacts/faint', several), 'en')).toBe(
      '+380441234567 and hello@coffeelab.example can be read, but with a contrast of 4.2 and 3.1 to 1 they fall short of the accessibility standard WCAG AA (4.5 to 1). Make the text darker. +380447654321 can be read, but with a contrast of 3 to 1 it falls short of the accessibility standard WCAG AA (4.5 to 1). Make the background darker, or use dark text.',
    );
  });

  it('puts the kind of a contact into the case that its sentence asks for', () => {
    const wrong = sayContacts('contacts/expected-wrong', {
      contacts: [{ kind: 'whatsapp', wanted: phone, shown: ['380447654321'] }],
    });
    const { brief } = wordFinding(aCause(wrong), 'contacts', 'uk');
    expect(brief).toBe('на сайті вказано 380447654321 замість номера WhatsApp +380441234567');
    const missing = sayContacts('contacts/expected-missing', { contacts: [{ kind: 'phone', wanted: phone }] });
    expect(wordStatement(missing, 'ru')).toBe(
      'На сайте нигде нет номера телефона +380441234567. Исправьте сайт или, если контакты изменились, ожидаемые контакты в touchpoints.yaml.',
    );
  });
});
