import { describe, expect, it } from 'vitest';
import { findEmails } from '../../functions/probe-page/contacts/emails.ts';
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
  ])('are an address where a name stands before them: "%s"', (text, emails) => {
    expect(findEmails(text).map(({ value }) => value)).toEqual(emails);
  });
});
