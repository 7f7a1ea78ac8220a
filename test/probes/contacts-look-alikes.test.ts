import type { CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { findEmails } from '../../functions/probe-page/contacts/emails.ts';
import { isSigned } from '../../functions/probe-page/contacts/ownership.ts';
import { findPhones } from '../../functions/probe-page/contacts/phones.ts';

describe('letters after a number', () => {
  it.each([
    ['Est. 1987-2024. ZIP 78701-1234', []],
    ['Since 1987. CALL NOW', []],
    ['1 - 800 - FLOWERS', ['+18003569377']],
    ['1.800.FLOWERS', ['+18003569377']],
    ['512.555.ROOF', ['5125557663']],
  ])('are dialled only where the number goes on: "%s"', (text, phones) => {
    const found = findPhones(text, { countries: ['US'], certain: true });
    expect(found.map(({ value }) => value)).toEqual(phones);
  });
});

describe('a number in brackets', () => {
  it.each([
    ['(01632) 960123', ['01632960123']],
    ['Shop (020) 79460123', ['02079460123']],
    ['(0123) 45', []],
    ['Order (1632) 960123', []],
  ])('is a phone by its shape, whatever the numbering plan says: "%s"', (text, phones) => {
    const found = findPhones(text, { countries: ['GB'], certain: false });
    expect(found.map(({ value }) => value)).toEqual(phones);
  });
});

describe('"at" and "dot"', () => {
  it.each([
    ['Mail us at office dot com', []],
    ['Schreiben Sie uns at firma punkt de', []],
    ['office at firma dot com', ['office@firma.com']],
    ['info zavináč firma tečka cz', ['info@firma.cz']],
    ['info kukac ceg pont hu', ['info@ceg.hu']],
    ['info apenstaartje bedrijf punt nl', ['info@bedrijf.nl']],
    ['info (zavináč) firma (tečka) cz', ['info@firma.cz']],
    ['Contato: comercial (arroba) padaria (ponto) com (ponto) br', ['comercial@padaria.com.br']],
    ['atelier.dubois (à) orange.fr', ['atelier.dubois@orange.fr']],
    ['Contact us: studio＠pottery．com', ['studio@pottery.com']],
  ])('are an address where a name stands before them: "%s"', (text, emails) => {
    expect(findEmails(text).map(({ value }) => value)).toEqual(emails);
  });
});

describe('a hotline', () => {
  it.each<[CountryCode, string, number]>([
    ['CZ', 'Dotazy k doručení zodpoví infolinka dopravce Balíkovna Express: 800 123 456.', 0],
    ['DE', 'Fragen zur Lieferung beantwortet die Hotline von DHL: 0228 4333112', 0],
    ['DE', 'DHL-Kundenservice 0228 4333112', 0],
    ['DE', 'DHL Paketshop, Tel. 0711 219501', 1],
    ['GB', 'Parcel missing? Ring the courier’s helpline on 0330 808 5456.', 0],
    ['GB', 'Our customer service: 0113 496 0123', 1],
    ['FR', 'Le service client de Colissimo : 09 70 82 87 08', 0],
    ['PL', 'Infolinia kuriera DPD: 22 577 55 55', 0],
    ['UA', 'Гаряча лінія Нової пошти: 0 800 500 609', 0],
    ['RU', 'Горячая линия перевозчика: 8 800 250-14-05', 0],
    ['RU', 'Служба поддержки СДЭК 8 800 250-14-05', 0],
    ['RU', 'Курьерская доставка, звоните 8 (495) 123-45-67', 1],
    ['DE', 'Lieferdienst Pizza Napoli, Tel 0711 219501', 1],
    ['ES', 'Atención al cliente de Correos: 902 197 197', 0],
    ['IT', 'Servizio clienti 06 6982 1234', 1],
    ['DE', 'Garantie: Hersteller-Hotline 0800 123 4567', 0],
    ['DE', 'Kurierdienst Schnell: Hotline 0711 219501', 1],
  ])('of a carrier or a manufacturer is not the business’s number: %s, "%s"', (country, text, phones) => {
    expect(findPhones(text, { countries: [country], certain: true })).toHaveLength(phones);
  });
});

describe('a signature at the end of a page', () => {
  const place = (text: string, contact: string, title: string) => ({
    ...{ text, title, at: text.indexOf(contact), heading: '', atEnd: true },
    ...{ url: 'https://northlight.example/', beside: ['https://dribbble.com/northlight'] },
  });

  it.each([
    ['Website design & development by Northlight Studio, Leeds. hello@mail.example', 'Northlight Studio | Leeds'],
    ['Web design by Northlight · 0113 496 0222 · hello@mail.example', 'Web design in Leeds – Northlight'],
  ])('is the business’s own where it names who the page is of: "%s"', (text, title) => {
    expect(isSigned(place(text, 'hello@', title))).toBe(false);
  });

  it.each([
    ['Website designed by Creative Techweb · hello@mail.example', 'Peak Travel'],
    ['Website design for Peak Travel by Techweb · hello@mail.example', 'Peak Travel'],
    [
      'Website by Techweb, 4 Long Lane · tel 0113 496 0999 · mobile +44 7700 900123 · sales@techweb.example · hello@mail.example',
      'Peak Travel',
    ],
  ])('is of who made the page, however many contacts follow: "%s"', (text, title) => {
    expect(isSigned(place(text, 'hello@', title))).toBe(true);
  });

  it.each([
    ['Projekt i realizacja zamówień: 12 421 55 09', true, false],
    ['Realizacja zamówień: 12 421 55 09', false, true],
    ['Umsetzung Ihrer Gartenträume: 0711 219501', true, false],
    ['Realizacja: 12 421 55 09', true, true],
  ])('of a trade of one’s own swallows nothing that a tap opens: "%s" (%s)', (text, isOpened, signed) => {
    const at = text.search(/\d/);
    const end = { heading: '', atEnd: true, url: 'https://papierek.example/', beside: [] };
    expect(isSigned({ text, at, isOpened, ...end })).toBe(signed);
  });
});
