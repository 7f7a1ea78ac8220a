import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../functions/probe-page/form/endpoint.ts';
import type { FieldDraft, FormDraft } from '../../functions/probe-page/form/form-draft.ts';
import { handOver } from '../../functions/probe-page/form/page-events.ts';
import { carries } from '../../functions/probe-page/form/payload.ts';
import { captchaOf, mainForm, purposeOf, roleOf } from '../../functions/probe-page/form/purpose.ts';
import { soundsLikeRefusal, soundsLikeThanks } from '../../functions/probe-page/form/reaction.ts';
import { typingFor } from '../../functions/probe-page/form/typing.ts';

function aField(field: Partial<FieldDraft> = {}): FieldDraft {
  const label = field.label ?? '';
  return {
    key: 'f0-0',
    name: null,
    type: 'text',
    words: label.toLowerCase(),
    label,
    autocomplete: '',
    required: false,
    seen: true,
    ...field,
  };
}

function aForm(form: Partial<FormDraft> = {}): FormDraft {
  return {
    ...{
      key: 'f0',
      page: 'https://x.example/',
      seen: true,
      action: null,
      actionUrl: 'https://x.example/',
      method: 'get',
    },
    ...{
      target: '',
      words: '',
      heading: '',
      submitText: 'Send',
      fields: [],
      captchaMarks: [],
      anchors: [],
      language: 'en',
    },
    ...form,
  };
}

const email = aField({ type: 'email', label: 'E-mail' });
const tel = aField({ type: 'tel', label: 'Phone' });
const name = aField({ label: 'Name' });
const text = aField({ type: 'textarea', label: 'Message' });

describe('the role of a field', () => {
  it.each([
    ['Ваше имя', 'name'],
    ['Ім’я', 'name'],
    ['Vor- und Nachname', 'name'],
    ['Nombre', 'name'],
    ['Adınız', 'name'],
    ['Company name', 'other'],
    ['Betreff', 'other'],
    ['Телефон', 'phone'],
    ['Numer telefonu', 'phone'],
    ['Contact Number', 'phone'],
    ['Número de contacto', 'phone'],
    ['Correo electrónico', 'email'],
    ['Электронная почта', 'email'],
    ['Website', 'other'],
  ])('labelled "%s" is %s', (label, role) => {
    expect(roleOf(aField({ label }))).toBe(role);
  });

  it('of a check box about the privacy policy is consent', () => {
    expect(roleOf(aField({ type: 'checkbox', label: 'Ich stimme der Datenschutzerklärung zu' }))).toBe('consent');
    expect(roleOf(aField({ type: 'checkbox', label: 'Delivery' }))).toBe('other');
  });
});

describe('the purpose of a form', () => {
  it.each<[string, Partial<FormDraft>]>([
    ['contact', { fields: [name, email, text] }],
    ['contact', { heading: 'Замовити дзвінок', submitText: 'Замовити дзвінок', fields: [tel] }],
    ['contact', { words: 'booking-form', submitText: 'Отправить заявку', fields: [name, tel, text] }],
    ['booking', { submitText: 'Book a table', fields: [name, email, aField({ type: 'date' })] }],
    ['booking', { submitText: 'Termin buchen', fields: [name, tel] }],
    ['newsletter', { submitText: 'Subscribe', fields: [email] }],
    ['search', { fields: [aField({ type: 'search' })] }],
    ['login', { fields: [email, aField({ type: 'password' })] }],
    ['comment', { words: 'reviews-form', fields: [name, text] }],
    ['order', { submitText: 'Place order', fields: [name, email, aField({ label: 'Address' })] }],
    ['contact', { heading: 'Plumber', submitText: 'Заказать', fields: [name, tel] }],
    ['order', { submitText: 'Заказать', fields: [name, tel, aField({ label: 'Количество' })] }],
    ['contact', { words: 'popup', fields: [name, tel].map((field) => ({ ...field, seen: false })) }],
    ['other', { submitText: 'Filter', fields: [aField({ type: 'select' })] }],
  ])('is %s for %j', (purpose, form) => {
    expect(purposeOf(aForm(form))).toBe(purpose);
  });

  it('makes the contact form the main one, and never a newsletter', () => {
    const newsletter = aForm({ submitText: 'Subscribe', fields: [email] });
    const contact = aForm({ key: 'f1', fields: [name, email, text] });
    expect(mainForm([newsletter, contact])).toBe(contact);
    expect(mainForm([newsletter])).toBeNull();
    expect(mainForm([newsletter], true)).toBe(newsletter);
  });

  it('is not guarded by a setting of the service that takes the message', () => {
    expect(captchaOf({ captchaMarks: ['input   _captcha '] })).toBe('none');
    expect(captchaOf({ captchaMarks: ['input   captcha '] })).toBe('other');
  });

  it('makes the fullest of several contact forms the main one', () => {
    const callBack = aForm({ submitText: 'Call me', fields: [tel] });
    const letter = aForm({ key: 'f1', fields: [name, email, text] });
    expect(mainForm([callBack, letter])).toBe(letter);
    expect(mainForm([callBack, aForm({ key: 'f2', fields: [tel] })])).toBe(callBack);
  });

  it.each([
    ['div g-recaptcha', 'recaptcha'],
    ['div h-captcha', 'hcaptcha'],
    ['div cf-turnstile', 'turnstile'],
    ['img captcha.php', 'other'],
  ])('is guarded by what "%s" shows', (mark, captcha) => {
    expect(captchaOf({ captchaMarks: [mark] })).toBe(captcha);
  });
});

describe('what a request carries', () => {
  const { name: who, email: address, phone, message } = typingFor('uk', '', 'abcd1234');
  const typed = [who, address, phone, message];

  it.each([
    [
      'a query',
      `?n=${encodeURIComponent(who)}&e=${encodeURIComponent(address)}&p=${encodeURIComponent(phone)}&m=${encodeURIComponent(message)}`,
    ],
    ['a form body', new URLSearchParams({ who, address, phone, message }).toString()],
    ['JSON', JSON.stringify({ who, address, phone, message })],
    [
      'escaped JSON',
      JSON.stringify({ who, address, phone, message }).replace(
        /[^\x20-\x7e]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ],
    [
      'a form body in a field of another',
      new URLSearchParams({
        action: 'submit',
        data: `${new URLSearchParams({ who, address, phone, message })}`,
      }).toString(),
    ],
    [
      'JSON in a field of a form body, packed as text into JSON',
      JSON.stringify({ q: new URLSearchParams({ data: JSON.stringify({ who, address, phone, message }) }).toString() }),
    ],
    ['base64', Buffer.from(JSON.stringify({ who, address, phone, message })).toString('base64')],
  ])('is found in %s', (_, payload) => {
    expect(carries(payload, typed)).toEqual(typed);
  });

  it('is a phone number also behind a mask, and nothing that was not typed', () => {
    expect(carries('p=+38 (050) 123-45-67', ['+380501234567'])).toEqual(['+380501234567']);
    expect(carries('q=coffee', typed)).toEqual([]);
  });
});

describe('what a visitor types', () => {
  it('is in the language of the page, with a number of its country', () => {
    expect(typingFor('de-AT', '', 'x').phone).toMatch(/^\+43/);
    expect(typingFor('ru', '+995 ___ ___ ___', 'x').phone).toMatch(/^\+995/);
    expect(typingFor('uk', '', 'x').message).toMatch(/^Тест Touchlight/);
  });
});

describe('what a page says after sending', () => {
  it.each([
    'Thank you!',
    'Спасибо за заявку!',
    'Дякуємо, ми зв’яжемося з вами',
    'Ihre Nachricht wurde gesendet',
    'Dziękujemy',
  ])('"%s" confirms', (line) => {
    expect(soundsLikeThanks(['Home', line])).toBe(line);
  });

  it.each(['Please enter a valid e-mail address', 'Заполните поле', 'Bitte füllen Sie das Feld aus'])(
    '"%s" refuses',
    (line) => {
      expect(soundsLikeRefusal([line])).toBe(line);
      expect(soundsLikeThanks([line])).toBeNull();
    },
  );
});

describe('an address that was never filled in', () => {
  it.each([
    'https://forms.example/f/YOUR_FORM_ID',
    'https://forms.example/f/your-form-id',
    'https://mail.example/your@email.com',
  ])('%s', (url) => {
    expect(isPlaceholder(url)).toBe(true);
  });

  it.each(['https://forms.example/f/xyzabcde', 'https://x.example/contact', 'https://x.example/your-visit/send'])(
    'is not %s',
    (url) => {
      expect(isPlaceholder(url)).toBe(false);
    },
  );
});

describe('an address that a form opens', () => {
  // computerclubkec/computerclubkec.github.io#85
  it.each([
    ['mailto:office@shop.example?subject=Hi', 'mail'],
    ['https://mail.google.com/mail/?view=cm&fs=1&to=office@shop.example&body=Hi', 'mail'],
    ['https://outlook.office.com/mail/deeplink/compose?to=office@shop.example', 'mail'],
    ['https://www.whatsapp.com/send?phone=380441234567', 'messenger'],
    ['https://mail.google.com/mail/u/0/', null],
    ['https://shop.example/mail/compose?to=office', null],
  ])('%s: %s', (url, to) => {
    expect(handOver(url)).toBe(to);
  });
});
