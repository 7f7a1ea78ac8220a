import type { CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { findPhones } from '../../functions/probe-page/contacts/phones.ts';
import { findHours } from '../../functions/probe-page/contacts/places.ts';

function phonesIn(text: string, country: CountryCode): string[] {
  return findPhones(text, { countries: [country], certain: true }).map(({ value }) => value);
}

/** Public report, country of the page, text, and the numbers that a visitor would say. */
type Row = readonly [source: string, country: CountryCode, text: string, phones: readonly string[]];

describe('numbers of registers, accounts and documents', () => {
  it.each<Row>([
    ['langflow-ai/langflow#14934', 'DE', 'BAFA-Förderung (Vorgangsnummer 70123456)', []],
    ['own', 'AT', 'Kremstal DAC, Prüfnummer N 12847/24, Flasche € 11,90', []],
    ['catamphetamine/libphonenumber-js#466', 'NL', 'IBAN NL91 ABNA 0417 1643 00', []],
    ['own', 'GB', 'GB29 NWBK 0161 3319 2681', []],
    ['own', 'PL', 'podaj numer polisy 1023456789', []],
    ['own', 'BR', 'CNPJ 12.482.907/0001-38 – Insc. Municipal 3.481.207-9', []],
    ['own', 'CH', 'CHE-284.917.305 MWST · PostFinance 80-148293-7', []],
    ['own', 'DE', 'BSNR 521748300', []],
    ['own', 'DE', 'Unser Zeichen lautet 521748300', []],
    ['own', 'IE', 'Order reference 20241187 is shown on your receipt', []],
    ['own', 'DE', 'Spendenkonto 370 205 00', []],
    ['own', 'GB', 'DBS certificate 001481729304', []],
    ['own', 'US', 'Permit 2024-048172', []],
    ['own', 'BE', 'Ondernemingsnummer 0481.729.305', []],
    ['own', 'US', 'Claim number 512 476 2018', []],
  ])('are no phones: %s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });

  it.each<Row>([
    ['own', 'UA', 'моб. 8 067 504 18 22', ['+380675041822']],
    ['own', 'UA', 'Пишіть 380671234567', ['+380671234567']],
    ['own', 'DE', 'Telefon 71121840123', ['+4971121840123']],
    ['own', 'TR', 'Bize ulaşın 4441234', ['+904441234']],
    ['own', 'CZ', 'volejte 603418275', ['+420603418275']],
    ['own', 'DE', 'Rufnummer 0711 21840123', ['+4971121840123']],
    ['own', 'DE', 'Kundennummer bereithalten, Hotline 0711 21840123', ['+4971121840123']],
    ['own', 'GB', 'Leeds LS12 3AB 0113 496 0123', ['+441134960123']],
  ])('make no phone beside them one: %s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });
});

describe('tax offices, insurers, railways and the police', () => {
  it.each<Row>([
    ['alltheplaces/alltheplaces#11204', 'ES', 'La Agencia Tributaria atiende en el 91 554 87 70.', []],
    ['own', 'PL', 'assistance ubezpieczyciela: 22 566 55 55', []],
    ['own', 'NL', 'Doe aangifte bij de politie via 0900-8844', []],
    ['own', 'CH', 'Velo gestohlen? Stadtpolizei Zürich, Telefon 044 411 71 17', []],
    ['own', 'CH', 'Velo gestohlen? Stadtpolizei Zürich: 044 411 71 17', []],
    ['own', 'BR', 'Reclamações sobre planos: Disque ANS 0800 701 9656', []],
    ['own', 'FR', 'Une odeur de gaz ? Appelez Urgence Sécurité Gaz GRDF au 0 800 47 33 33.', []],
    ['own', 'IE', 'Please ring Pearse Street Garda Station on 01 666 9000.', []],
    ['own', 'MX', 'Quejas: Profeco, Teléfono del Consumidor 55 5568 8722.', []],
    ['own', 'DE', 'Anreise mit der Bahn: Fahrplan unter 030 2970123', []],
    ['own', 'PL', 'Inspekcja Handlowa: 12 422 05 55', []],
    ['own', 'IT', 'In caso di urgenza Guardia Medica 0577 994000', []],
  ])('have numbers of their own: %s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });

  it.each<Row>([
    ['own', 'DE', 'Ulmenstraße 5, neben dem Finanzamt, Tel. 0711 21840123', ['+4971121840123']],
    ['own', 'CH', 'Zwei Minuten vom Bahnhof SBB, Tel. 044 668 12 74', ['+41446681274']],
    ['own', 'GB', 'Gas leak? Call us on 0161 496 0382', ['+441614960382']],
    ['own', 'IT', 'Via dei Carabinieri 3, Siena – tel. 0577 941207', ['+390577941207']],
    ['own', 'CH', 'Neben der Kantonspolizei, Tel. 044 668 12 74', ['+41446681274']],
    ['own', 'IT', 'Tel. 0577/941207 - Cell. 338.7412905', ['+390577941207', '+393387412905']],
    ['own', 'IT', 'Milano 02.48173920, coordinate 45.46420, 9.19030', ['+390248173920']],
    ['own', 'ES', 'Hacienda San Rafael 954 227 116', ['+34954227116']],
    ['own', 'US', 'For assistance call (512) 476-2018', ['+15124762018']],
  ])('do not take that of a business: %s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });
});

describe('a second number behind an area code', () => {
  it.each<Row>([
    ['catamphetamine/libphonenumber-js#268', 'UA', '(044) 425-16-34, 425-16-35', ['+380444251634', '+380444251635']],
    ['own', 'BR', 'Fone: (11) 3064-8127 / 98745-2216', ['+551130648127', '+5511987452216']],
    ['own', 'RU', '8 (495) 641-22-08, 641-22-09, 641-22-10', ['+74956412208', '+74956412209', '+74956412210']],
    ['own', 'DE', '0711 / 218400 oder 218401', ['+49711218400', '+49711218401']],
    ['own', 'RU', '8 (495) 641-22-08, 641-22-09 (факс)', ['+74956412208']],
    ['own', 'RU', '8 (495) 641-22-08, 119049 Москва', ['+74956412208']],
    ['own', 'UA', '(044) 425-16-34, 067 504 18 22', ['+380444251634', '+380675041822']],
  ])('has that code, too: %s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });
});

describe('another extension, or that of the fax', () => {
  it.each<Row>([
    ['HugoBlox/kit#1834', 'AT', 'Tel. +43 (0) 2732 / 84 51 60-0, Fax-DW 20', ['+4327328451600']],
    ['own', 'DE', 'Telefon: 0711 21840-12/-13', ['+497112184012']],
    ['own', 'DE', 'Telefon 0711 21840-12, Fax Durchwahl -20', ['+497112184012']],
  ])('leaves the number before it alone: %s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });
});

it('takes the end of a number for no opening round the clock', () => {
  expect(findHours('Do it yourself: Prüfnummer N 12847/24, Mo Flasche')).toBeNull();
});
