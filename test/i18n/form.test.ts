import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import { quoted, type Statement } from '../../shared/model/finding.ts';
import { type FormStatements, sayForm } from '../../shared/probes/form/statements.ts';
import { foreignWords } from '../support/foreign-words.ts';

type Id = keyof FormStatements;

const url = 'https://coffeelab.example/api/contact';
const timeZone = 'Europe/Kyiv';
const at = '2026-11-28T07:00:00.000Z';
const recaptcha = {
  captcha: 'reCAPTCHA',
  testKey: '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI',
  userAgent: 'Touchlight/1',
};
const unknownCaptcha = { captcha: null, testKey: null, userAgent: 'Touchlight/1' };
const emptyField = { label: 'Customer number', says: 'Please fill out this field.' };
const why = quoted('inside.example resolves to 10.0.0.7, which is not on the public internet.');

/** Every statement of the probe, filled in each way that makes another sentence. */
const examples: { readonly [Each in Id]: readonly FormStatements[Each][] } = {
  'form/none': [
    { purposes: [] },
    { purposes: ['contact', 'booking', 'newsletter', 'search', 'login', 'comment', 'order', 'other'] },
  ],
  'form/missing': [{ page: '/contact' }],
  'form/unfinished': [
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
    { why: 'announced', name: 'Loading form…', pages: 1, taps: 0, seconds: 12, left: [] },
    { why: 'announced', name: null, pages: 1, taps: 0, seconds: 12, left: [] },
  ],
  'form/vanished': [{}],
  'form/rehearsed': [
    { url, advice: [] },
    {
      url,
      advice: [sayForm('form/many-required', { required: 12 }), sayForm('form/needless-email', { label: 'E-mail' })],
    },
  ],
  'form/many-required': [1, 3, 8, 12, 21].map((required) => ({ required })),
  'form/needless-email': [{ label: 'E-mail' }],
  'form/number-displaced': [{ label: 'Phone', typed: '0671234567', left: '0067123456' }],
  'form/mail-program': [{}],
  'form/sent-twice': [{ url }],
  'form/sent-two-ways': [{ url, other: 'https://coffeelab.example/contact' }],
  'form/hands-over': [{ to: 'mail' }, { to: 'messenger' }],
  'form/untried': [
    { forms: [{ title: 'Write to us', page: '/contact', key: 'form:/contact' }], more: 0 },
    { forms: [{ title: null, page: '/', key: null }], more: 0 },
    {
      forms: [
        { title: 'Write to us', page: '/contact', key: 'form:/contact' },
        { title: 'Book a table', page: '/', key: 'form:/#book' },
      ],
      more: 3,
    },
  ],
  'form/one-of-several': [{ page: '/contact', says: sayForm('form/endpoint-broken', { status: 500, url }) }],
  'form/placeholder-address': [{ url: 'https://forms.example/f/YOUR_FORM_ID' }],
  'form/endpoint-broken': [{ status: 500, url }],
  'form/endpoint-doubtful': [{ status: 404, url }],
  'form/fields-not-sent': [{ labels: ['E-mail'] }, { labels: ['Your name', 'E-mail', 'Phone'] }],
  'form/field-unfilled': [{ label: 'Topic' }],
  'form/asks-first': [{}],
  'form/waits-for': [{ button: 'Find address' }],
  'form/script-error': [{ message: 'tracker.track is not a function' }, { message: 'x is null', page: '/contact' }],
  'form/captcha': [recaptcha, unknownCaptcha],
  'form/captcha-missing': [{ url: 'https://bakery.example/vendor/captcha/api.js', status: 404 }],
  'form/only-reloads': [{}, { page: '/contact' }],
  'form/does-nothing': [{}, { page: '/contact' }],
  'form/sends-nothing': [
    { thanks: 'Thank you, we will get back to you.' },
    { thanks: null },
    { thanks: null, page: '/contact' },
  ],
  'form/no-button': [{}],
  'form/refuses': [{ says: 'Please enter a valid customer number' }],
  'form/refuses-field': [emptyField, { label: null, says: null }],
  'form/hidden-required': [{ label: 'Company VAT number' }, { label: null }],
  'form/impossible-field': [
    { label: 'Branch', misses: 'choice' },
    { label: null, misses: 'value' },
  ],
  'form/no-such-name': [{}],
  'form/switched-off': [{}, { page: '/contact' }],
  'form/field-closed': [emptyField, { label: null, says: null }],
  'form/confirmed': [{ says: 'Thank you, your message has been sent.', advice: [] }],
  'form/unconfirmed': [{ expected: 'See you soon' }, { expected: null }],
  'form/confirmation-missing': [{ expected: 'See you soon' }, { expected: null }],
  'form/rejected': [
    { status: 422, says: 'The phone number is not valid' },
    { status: null, says: null },
  ],
  'form/captcha-refuses': [recaptcha, unknownCaptcha],
  'form/timeout': [{ patienceSeconds: 15 }],
  'form/unreachable': [
    { host: 'forms.example', why: quoted('connect ECONNREFUSED 203.0.113.7:443') },
    { host: 'forms.example', why: sayForm('form/connection-broke', {}) },
  ],
  'form/connection-broke': [{}],
  'form/no-answer': [{}],
  'form/server-error': [{ status: 502 }],
  'form/private-address': [{ url: 'http://localhost:8080/send' }],
  'form/leads-inside': [{ url, why }],
  'form/sent-on-inside': [{ url, why }],
  'form/outside-hours': [
    { at, timeZone },
    { at: null, timeZone },
  ],
  'form/daily-limit': [{ maxPerDay: 8, at, timeZone }],
  'form/sent-before': [{ at, timeZone, marker: '1f0c2a9b' }],
  'form/not-for-enquiries': [{ purpose: 'booking' }, { purpose: 'order' }, { purpose: 'other' }],
  'form/takes-no-enquiry': [{ missing: 'message' }, { missing: 'email' }],
  'form/too-late': [{}],
};

const statements: readonly Statement[] = Object.entries(examples).flatMap(([id, filled]) =>
  filled.map((params): Statement => ({ id, params })),
);

function briefOf(says: Statement, language: 'en' | 'uk' | 'ru'): string {
  return wordFinding({ kind: 'cause', cause: null, says }, 'form', language).brief;
}

describe('what the form probe says', () => {
  it.each(statements)('is a sentence in every language: $id $params', (says) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(says, language);
      expect(sentence).toMatch(/^\p{Lu}.*[.!?]["»]?$/su);
      // A language that has no words for a statement, or fails over them, names it instead.
      expect(sentence).not.toContain(says.id);
      expect(sentence).not.toMatch(/undefined|\[object|NaN/);
      expect(briefOf(says, language)).not.toMatch(/https?:|undefined| {2}|\(\)|[.:,]$/);
      if (language !== 'en') expect(foreignWords(sentence)).toEqual([]);
    }
  });

  it.each([
    [
      sayForm('form/endpoint-broken', { status: 500, url }),
      "The form's endpoint returns HTTP 500 (https://coffeelab.example/api/contact), so messages are lost. Ask your developer to check that server and its log.",
      "the form's endpoint returns HTTP 500, so messages are lost",
    ],
    [
      sayForm('form/private-address', { url: 'http://localhost:8080/send' }),
      "Messages from the form are lost: it sends them to http://localhost:8080/send, an address that exists only on the visitor's own computer or inside a private network. Ask your developer to replace it with the site's public address.",
      "messages from the form are lost: it sends them to an address that exists only on the visitor's own computer or inside a private network",
    ],
    [
      sayForm('form/sent-on-inside', { url: 'http://10.0.0.7/send', why }),
      'The form was sent, but its server then redirects to http://10.0.0.7/send. inside.example resolves to 10.0.0.7, which is not on the public internet. If customers are sent there too, they get an error instead of a confirmation. Fill in the form yourself to find out.',
      'the form was sent, but its server then redirects to a private address',
    ],
    [
      sayForm('form/only-reloads', { page: '/contact' }),
      'Nobody can use the form on /contact: pressing its button only reloads the page and sends nothing. Ask your developer to connect it.',
      'nobody can use the form: pressing its button only reloads the page and sends nothing',
    ],
    [
      sayForm('form/none', { purposes: ['newsletter', 'search'] }),
      'No contact form was found (only forms for: newsletter, search).',
      'no contact form was found (only forms for: newsletter, search)',
    ],
    [
      sayForm('form/timeout', { patienceSeconds: 15 }),
      'The form was sent, but its server did not respond within 15 seconds: customers cannot tell whether their message arrived. Ask your developer to check what the server does when the form is sent.',
      'the form was sent, but its server did not respond within 15 seconds: customers cannot tell whether their message arrived',
    ],
    [
      sayForm('form/outside-hours', { at: null, timeZone }),
      'No test message was sent, because they are sent only during business hours: there are none. To send at any time, set "outsideHours: true" in touchpoints.yaml.',
      'no test message was sent, because they are sent only during business hours: there are none',
    ],
  ])('reads in English, whole and where there is little room: $id', (says, sentence, brief) => {
    expect(wordStatement(says, 'en')).toBe(sentence);
    expect(briefOf(says, 'en')).toBe(brief);
  });

  it('puts the words of pages and servers in the quotation marks of the language, and nothing of ours', () => {
    const rejected = sayForm('form/rejected', { status: 422, says: 'The phone number is not valid' });
    expect(wordStatement(rejected, 'uk')).toContain('її відхилив (код 422): «The phone number is not valid».');
    const [byServer, byUs] = examples['form/unreachable'].map((params) => sayForm('form/unreachable', params));
    expect(byServer && briefOf(byServer, 'ru')).toContain('(«connect ECONNREFUSED 203.0.113.7:443»)');
    expect(byUs && briefOf(byUs, 'ru')).toContain('(соединение оборвалось)');
  });
});

it('English that was forgotten in a sentence is found', () => {
  expect(foreignWords('форму надіслано, but the page shows nothing: «Thank you»')).toEqual([
    'but the page shows nothing',
  ]);
  expect(foreignWords('форма на https://a.example/b c touchpoints.yaml, у «fill in», Touchlight, HTTP 500')).toEqual(
    [],
  );
});
