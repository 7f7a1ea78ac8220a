import type { CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { addressCountries } from '../../functions/probe-page/contacts/address-countries.ts';
import { dialsShown } from '../../functions/probe-page/contacts/dialling.ts';
import { findPhones } from '../../functions/probe-page/contacts/phones.ts';
import { patterns } from '../../functions/probe-page/lexicon/index.ts';

function phonesIn(text: string, country: CountryCode): string[] {
  return findPhones(text, { countries: [country], certain: true }).map(({ value }) => value);
}

// marmelroy/PhoneNumberKit#294, bl00mber/react-phone-input-2#459
describe('a number in the digits of another script', () => {
  it.each<readonly [CountryCode, string, readonly string[]]>([
    ['SA', 'هاتف: +٩٦٦ ١١ ٤٦٥ ٠١٢٣', ['+966114650123']],
    ['SA', 'جوال: ٠٥٠ ١٢٣ ٤٥٦٧', ['+966501234567']],
    ['IR', 'تلفن: ۰۲۱-۸۸۷۷۶۶۵۵', ['+982188776655']],
    ['JP', 'TEL：０３－３４５６－７８９０　FAX：０３－３４５６－７８９１', ['+81334567890']],
    ['SA', 'السعر ٢٥٠ ريال', []],
  ])('is one like any other; %s: "%s"', (country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
    if (phones.length > 0) expect(patterns.mayHoldContact.test(text)).toBe(true);
  });
});

describe('words before numbers in languages without a list of their own', () => {
  it.each<readonly [CountryCode, string, readonly string[]]>([
    ['TH', 'โทร. 02-123-4567', ['+6621234567']],
    ['VN', 'Điện thoại: 0901234567', ['+84901234567']],
    ['KR', '전화 02-312-3456 팩스 02-312-3457', ['+8223123456']],
    ['IL', 'טל: 03-5123456 פקס: 03-5123457', ['+97235123456']],
    ['DK', 'Tlf.: 86123456', ['+4586123456']],
    ['MX', 'Guía de envío: 4820 1120 55', []],
    ['DE', 'Sendungsnummer: 030 23125470', []],
    ['BR', 'São Paulo - SP, CEP 01310-100', []],
    ['TR', 'Cep: 0532 123 45 67', ['+905321234567']],
  ])('%s: "%s"', (country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });
});

// bluesky-social/social-app#2758, dotkom/onlineweb4#869
describe('the country of a page is told by its address and by the register in which the business stands', () => {
  it.each<readonly [string, string, readonly CountryCode[]]>([
    ['da', 'Søndergade 14, 8000 Aarhus C', ['DK']],
    ['nb', 'Innherredsveien 7, 7014 Trondheim', ['NO']],
    ['nb', 'Org.nr. 987 654 321 MVA', ['NO']],
    ['pt', 'CNPJ 12.345.678/0001-95', ['BR']],
    ['en', 'Sydney NSW 2000', ['AU']],
    ['en', 'Dublin, D02 X285', ['IE']],
    ['ja', '〒150-0002', ['JP']],
    ['da', 'Vi vandt i 2019 Prisen', []],
    ['en', 'RCS messages, NIP and tuck', []],
  ])('%s: "%s"', (language, text, countries) => {
    expect(addressCountries(text, language)).toEqual(countries);
  });
});

// MicroTekAppDev/Attune.Website.Issues#105
describe('a plus before a number without the code of a country', () => {
  it.each<readonly [dialled: string, shown: string, CountryCode, boolean]>([
    ['+8669714246', '8669714246', 'US', false],
    ['+18669714246', '8669714246', 'US', true],
    ['8669714246', '8669714246', 'US', true],
    ['+380441234567', '380441234567', 'UA', true],
    ['+442079460123', '442079460123', 'GB', true],
  ])('%s behind %s in %s: %s', (dialled, shown, country, calls) => {
    expect(dialsShown(dialled, shown, { countries: [country], certain: true })).toBe(calls);
  });
});

// GetPublii/Publii#1479
describe('what promises to show a contact', () => {
  it.each([
    'Klicken, um die E-Mail-Adresse zu sehen',
    'Rufnummer einblenden',
    'Click here to see our phone number',
    'Voir l’adresse e-mail',
    'Посмотреть номер',
    'Показати повний номер',
    'Zobacz numer telefonu',
    'E-postayı göster',
    'Ver nuestro teléfono',
  ])('"%s"', (label) => {
    expect(patterns.reveal.test(label)).toBe(true);
  });

  it.each(['Anzeigen', 'Show more', 'Bilder ansehen', 'Voir les photos'])('and what does not: "%s"', (label) => {
    expect(patterns.reveal.test(label)).toBe(false);
  });
});

describe('a number behind the name of somebody else, his house and his postal code', () => {
  it.each<readonly [string, number]>([
    ['Zuständige Kammer: Landeszahnärztekammer, Albstadtweg 9, 70567 Stuttgart, Tel. 0711 2284500', 0],
    ['Notruf 112, Praxis 0711 2284500', 1],
  ])('"%s"', (text, phones) => {
    expect(phonesIn(text, 'DE')).toHaveLength(phones);
  });
});
