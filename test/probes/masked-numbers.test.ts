import type { CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { findPhones } from '../../functions/probe-page/contacts/phones.ts';

function phonesIn(text: string, country: CountryCode): string[] {
  return findPhones(text, { countries: [country], certain: true }).map(({ value }) => value);
}

type Row = readonly [country: CountryCode, text: string, phones: readonly string[]];

// Sites of classified ads and directories show a part of a number, and the rest to who presses "show".
describe('a number of which only a part is shown', () => {
  it.each<Row>([
    ['GB', 'Phone: 0113 49… Show number', []],
    ['GB', 'Call 0113 496...', []],
    ['DE', 'Tel.: 030 12XX-XXX', []],
    ['DE', 'Mobil +49 1511 2345***', []],
    ['RU', 'Телефон: 8 (495) 123-ХХ-ХХ показать', []],
    ['RU', '+7 495 123-**-**', []],
    ['UA', 'тел. (050) 123 ** **', []],
    ['UA', 'тел. +38 (050) 123-••-••', []],
    ['PL', 'tel. 22 123 XX XX', []],
    ['US', 'Call (512) 555-____', []],
    ['US', 'Phone (***) 555-0143', []],
  ])('%s: "%s"', (country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });

  it.each<Row>([
    ['GB', 'Phone: 0113 496 0123… we answer at once', ['+441134960123']],
    ['GB', '*** Call 0113 496 0123 ***', ['+441134960123']],
    ['US', 'Call (512) 555-0143 x12', ['+15125550143']],
    ['US', 'Call (512) 555-0143 ext. 7 ...', ['+15125550143']],
    ['RU', '*** 8 (495) 123-45-67 ***', ['+74951234567']],
    ['US', 'Text 512-555-0143 xx', ['+15125550143']],
  ])('a whole one beside the same marks is read; %s: "%s"', (country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones);
  });
});
