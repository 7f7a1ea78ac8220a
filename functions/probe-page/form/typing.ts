import { type CountryCode, getExampleNumber, isSupportedCountry } from 'libphonenumber-js';
import examples from 'libphonenumber-js/mobile/examples';
import type { Role } from './purpose.ts';

/** What a visitor would type, told apart from a real customer by everybody who reads it. */
export interface Typing {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** The same number as fields with a pattern or a length of their own want it: with trunk zero, without, spaced. */
  readonly phoneForms: readonly string[];
  readonly message: string;
  readonly other: string;
  readonly url: string;
}

const messages: Readonly<Record<string, string>> = {
  en: 'Touchlight test, please ignore. Is this form working?',
  de: 'Touchlight-Test, bitte ignorieren. Funktioniert dieses Formular?',
  es: 'Prueba de Touchlight, por favor ignórela. ¿Funciona este formulario?',
  fr: 'Test Touchlight, merci de ne pas en tenir compte. Ce formulaire fonctionne-t-il ?',
  pl: 'Test Touchlight, prosimy zignorować. Czy ten formularz działa?',
  tr: 'Touchlight testi, lütfen dikkate almayın. Bu form çalışıyor mu?',
  ru: 'Тест Touchlight, пожалуйста, не отвечайте. Работает ли эта форма?',
  uk: 'Тест Touchlight, будь ласка, не відповідайте. Чи працює ця форма?',
};
const names: Readonly<Record<string, string>> = { ru: 'Тест Тачлайт', uk: 'Тест Тачлайт' };
const countries: Readonly<Record<string, CountryCode>> = {
  uk: 'UA',
  ru: 'RU',
  de: 'DE',
  es: 'ES',
  fr: 'FR',
  pl: 'PL',
  tr: 'TR',
  en: 'US',
};

/**
 * @param language of the page, as its `lang` says it
 * @param phoneHint what the phone field shows ("+995 ___"), so that the number fits the country
 * @param marker makes this one submission findable
 */
export function typingFor(language: string, phoneHint: string, marker: string): Typing {
  const code = language.slice(0, 2).toLowerCase();
  const region = /^[a-z]{2}-([A-Z]{2})$/.exec(language)?.[1];
  const country = region !== undefined && isSupportedCountry(region) ? region : (countries[code] ?? 'US');
  return {
    name: names[code] ?? 'Touchlight Test',
    email: `touchlight-${marker}@example.com`,
    ...phoneFor(country, phoneHint),
    message: `${messages[code] ?? messages['en']} (${marker})`,
    other: 'Touchlight',
    url: 'https://example.com',
  };
}

function phoneFor(country: CountryCode, hint: string): Pick<Typing, 'phone' | 'phoneForms'> {
  const code = /\+(\d{1,3})/.exec(hint)?.[1];
  const all = Object.keys(examples) as CountryCode[];
  const exampleOf = (candidate: CountryCode) => getExampleNumber(candidate, examples);
  const fitting = [country, ...all].find((c) => code === undefined || exampleOf(c)?.countryCallingCode === code);
  const number = exampleOf(fitting ?? country);
  if (number === undefined) throw new Error(`libphonenumber-js has no example number for ${country}.`);
  const national = number.formatNational();
  return {
    phone: number.number,
    phoneForms: [number.number, national.replace(/\D/g, ''), number.nationalNumber, number.number.slice(1), national],
  };
}

export function valueFor(role: Role, type: string, typing: Typing): string {
  switch (role) {
    case 'name':
    case 'email':
    case 'phone':
    case 'message':
      return typing[role];
    case 'consent':
    case 'other':
      return type === 'url' ? typing.url : type === 'number' || type === 'range' ? '2' : typing.other;
  }
}
