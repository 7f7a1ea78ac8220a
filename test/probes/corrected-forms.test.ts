import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typingFor } from '../../functions/probe-page/form/typing.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { tryPage } from './form-trial.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const usual = `<p><label>E-mail <input name="email" type="email" required></label></p>
  <p><label>Text <textarea name="message" required></textarea></label></p>`;

interface Refusing {
  readonly lang?: string;
  /** Further fields. */
  readonly asks?: string;
  /** What the script wants, of `v` (the values by name) and `f` (the form). */
  readonly unless: string;
  readonly says: string;
}

/** A form that refuses with words, by script, what it does not like. */
function refusing({ lang = 'en', asks = '', unless, says }: Refusing) {
  const code = `const f = document.getElementById('f'), note = document.getElementById('note'); f.onsubmit = async (e) => {
    e.preventDefault(); note.textContent = ''; const v = Object.fromEntries(new FormData(f));
    if (!(${unless})) { note.textContent = ${JSON.stringify(says)}; return }
    await fetch('/send', { method: 'POST', body: new FormData(f) }); f.innerHTML = '<p>Thank you! Gracias! Danke!</p>' }`;
  return {
    status: 200,
    body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><body><h1>Contact</h1><form id="f">${asks}${usual}<button>Send message</button></form><p id="note" role="alert"></p><script>${code}</script>`,
  };
}

const phone = (label: string): string => `<p><label>${label} <input name="phone" type="tel" required></label></p>`;
const text = (label: string, name: string): string => `<p><label>${label} <input name="${name}" required></label></p>`;
const boxes = (name = 'service'): string =>
  ['Repair', 'Gutters', 'Chimney']
    .map((each) => `<label><input type="checkbox" name="${name}" value="${each}"> ${each}</label>`)
    .join('');
const ticked = "f.querySelectorAll('[type=checkbox]:checked').length === 1";

const corrected: readonly (Refusing & { readonly what: string })[] = [
  {
    ...{ what: 'a Spanish number of nine digits', lang: 'es', asks: phone('Teléfono') },
    ...{ unless: '/^[6789][0-9]{8}$/.test(v.phone)', says: 'Introduce un teléfono válido de 9 dígitos, sin prefijo.' },
  },
  {
    ...{ what: 'a German number that begins with 0', lang: 'de', asks: phone('Telefon') },
    ...{ unless: '/^0[0-9]{9,}$/.test(v.phone)', says: 'Bitte geben Sie die Telefonnummer mit führender 0 an.' },
  },
  {
    ...{ what: 'a French number with its zero', lang: 'fr', asks: phone('Téléphone') },
    ...{ unless: '/^0[67][0-9]{8}$/.test(v.phone)', says: 'Veuillez saisir un numéro à 10 chiffres.' },
  },
  {
    ...{ what: 'a Polish number of nine digits', lang: 'pl', asks: phone('Telefon') },
    ...{ unless: '/^[0-9]{9}$/.test(v.phone)', says: 'Proszę podać 9 cyfr numeru.' },
  },
  {
    ...{ what: 'a number with its plus', asks: phone('Phone') },
    ...{ unless: '/^[+][0-9]{10,}$/.test(v.phone)', says: 'Please enter the number with + and the country code.' },
  },
  {
    ...{ what: 'one of several services', asks: `<fieldset><legend>Which services?</legend>${boxes()}</fieldset>` },
    ...{ unless: ticked, says: 'Please choose at least one service.' },
  },
  {
    ...{
      what: 'one of several boxes with a star',
      asks: `<fieldset><legend>Leistungen *</legend>${boxes()}</fieldset>`,
    },
    ...{ lang: 'de', unless: ticked, says: 'Das fehlt noch.' },
  },
  {
    ...{ what: 'one of several boxes, in Ukrainian', lang: 'uk', asks: `<div>${boxes('a[]')}</div>` },
    ...{ unless: ticked, says: 'Оберіть хоча б одну послугу' },
  },
  {
    ...{ what: 'one of several boxes without a common box, in Polish', lang: 'pl', asks: boxes('usluga[]') },
    ...{ unless: ticked, says: 'Zaznacz co najmniej jedną usługę' },
  },
  {
    what: 'a message of at least 150 characters',
    ...{ unless: 'v.message.length >= 150', says: 'Please write at least 150 characters.' },
  },
  {
    ...{ what: 'a message of at least 200 characters, in Russian', lang: 'ru' },
    ...{ unless: 'v.message.length >= 200', says: 'Слишком короткое сообщение: нужно не менее 200 символов' },
  },
  {
    ...{ what: 'a message of 120 to 125 characters, in Turkish', lang: 'tr' },
    ...{ unless: 'v.message.length >= 120 && v.message.length <= 125', says: 'Mesajınız en az 120 karakter olmalı' },
  },
  {
    ...{ what: 'a name of letters only', asks: text('Your name', 'name') },
    ...{
      unless: '/^[a-z]{2,} [a-z]{2,}$/i.test(v.name) && v.name.length <= 20',
      says: 'Letters only, first and last name',
    },
  },
  {
    ...{ what: 'the number of a house', lang: 'de', asks: text('Straße', 'street') + text('Hausnummer', 'hn') },
    ...{ unless: '/^[0-9]+[a-z]?$/.test(v.hn)', says: 'Bitte geben Sie eine gültige Hausnummer an.' },
  },
  {
    ...{ what: 'an address with a number', asks: text('Address', 'address') },
    ...{ unless: '/[0-9]/.test(v.address)', says: 'Please enter your street and house number' },
  },
  {
    ...{ what: 'a British postcode', lang: 'en-GB', asks: text('Postcode', 'pc') },
    ...{ unless: '/^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$/.test(v.pc)', says: 'That is not a UK postcode' },
  },
  {
    ...{ what: 'a Polish postcode', lang: 'pl', asks: text('Kod pocztowy', 'pc') },
    ...{ unless: '/^[0-9]{2}-[0-9]{3}$/.test(v.pc)', says: 'Nieprawidłowy kod pocztowy' },
  },
  {
    what: 'the birth date of an adult',
    asks: '<p><label>Date of birth <input name="dob" type="date" required></label></p>',
    ...{ unless: 'new Date(v.dob).getFullYear() < 2005', says: 'You must be at least 18 years old' },
  },
  {
    ...{ what: 'the birth date of an adult, written', lang: 'fr' },
    asks: '<p><label>Date de naissance <input name="dob" placeholder="jj/mm/aaaa" required></label></p>',
    ...{ unless: '/^[0-9]{2}.[0-9]{2}.(19[0-9]{2})$/.test(v.dob)', says: 'Vous devez être majeur' },
  },
  {
    ...{ what: 'a sum in digits', lang: 'es', asks: text('Presupuesto', 'budget') },
    ...{ unless: '/^[0-9]+$/.test(v.budget)', says: 'Introduzca el importe en números' },
  },
  {
    what: 'the same e-mail twice',
    asks: '<p><label>Repeat your e-mail <input name="again" type="email"></label></p>',
    ...{ unless: 'v.again === v.email', says: 'The e-mail addresses do not match' },
  },
  {
    what: 'a topic',
    asks: '<p><label>Topic <select name="topic"><option value="">Please choose</option><option>Roof</option></select></label></p>',
    ...{ unless: 'v.topic', says: 'Please select a topic' },
  },
  {
    ...{ what: 'the terms', lang: 'de' },
    asks: '<p><label><input type="checkbox" name="agb"> Ich akzeptiere die AGB und die Datenschutzerklärung</label></p>',
    ...{ unless: 'v.agb', says: 'Bitte akzeptieren Sie die AGB' },
  },
];

describe.concurrent('a form that refuses with words what was typed is corrected as a person would', {
  timeout: 90_000,
}, () => {
  it.each(corrected)('and takes $what', async (one) => {
    const { result, deliveries } = await tryPage('form', {
      launch: browser.launch,
      replies: { '/form': refusing(one) },
    });
    expect(result.outcome, result.reason).toBe('measured');
    expect(result.measurements, result.reason).toMatchObject({ fieldsMissing: 0 });
    expect(deliveries).toEqual([]);
  });

  it('and a submission sends the corrected message once, with its marker', async () => {
    const [spanish] = corrected;
    const replies = { '/form': refusing(spanish ?? { unless: 'true', says: '' }) };
    const { deliveries, submissions } = await tryPage('form', {
      launch: browser.launch,
      options: { mode: 'submit' },
      replies,
    });
    expect(deliveries).toHaveLength(1);
    const [{ marker } = { marker: '?' }] = submissions;
    expect(deliveries[0]?.body).toMatch(new RegExp(`touchlight-${marker}@example.com[^]*\\(${marker}\\)`));
  });
});

describe.concurrent('what nobody asked for is not ticked', { timeout: 90_000 }, () => {
  const none = "f.querySelectorAll('[type=checkbox]:checked').length === 0";
  it.each([
    ['a group that the form does not insist on', `<fieldset><legend>Services</legend>${boxes()}</fieldset>`],
    ['a newsletter', '<p><label><input type="checkbox" name="news"> Subscribe to the newsletter</label></p>'],
  ])('%s', async (_, asks) => {
    const replies = { '/form': refusing({ asks, unless: none, says: 'Nothing of that.' }) };
    const { result } = await tryPage('form', { launch: browser.launch, replies });
    expect(result.outcome, result.reason).toBe('measured');
  });

  it('and what is still refused is told in the form’s own words', async () => {
    const replies = { '/form': refusing({ unless: 'false', says: 'Only for members of the club.' }) };
    const { result } = await tryPage('form', { launch: browser.launch, replies });
    expect({ outcome: result.outcome, cause: result.cause }).toEqual({ outcome: 'unknown', cause: 'form-refuses' });
    expect(result.reason).toContain('Only for members of the club.');
  });
});

describe('what is typed after a refusal', () => {
  it('is the number as people at home dial it, unless a plus is asked for', () => {
    expect(typingFor('es', '', 'x').phoneForms[0]).toMatch(/^\+34/);
    expect(typingFor('es', '', 'x', { refusal: '9 dígitos' }).phoneForms[0]).toMatch(/^[67]\d{8}$/);
    expect(typingFor('es', '', 'x', { refusal: 'con +34' }).phoneForms[0]).toMatch(/^\+34/);
  });

  it('is a message of the length that was asked for, and no longer than is allowed', () => {
    const typedAfter = (refusal: string) => typingFor('en', '', 'abcd1234', { refusal }).message;
    expect(typedAfter('Please write 150 characters or more')).toHaveLength(150);
    expect(typedAfter('Please write 150 characters or more')).toMatch(/\(abcd1234\)$/);
    expect(typedAfter('At most 150 characters')).toHaveLength(typingFor('en', '', 'abcd1234').message.length);
    expect(typedAfter('Please write 9000 characters').length).toBeLessThanOrEqual(1_000);
  });
});
