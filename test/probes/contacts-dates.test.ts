import type { CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { findPhones } from '../../functions/probe-page/contacts/phones.ts';
import { findHours } from '../../functions/probe-page/contacts/places.ts';

/** The last nine digits, which are the number with and without its country code. */
function phonesIn(text: string, country: CountryCode): string[] {
  const found = findPhones(text, { countries: [country], certain: true });
  return found.map(({ value }) => value.replace(/\D/g, '').slice(-9));
}

describe('days from and to', () => {
  it.each([
    'Betriebsferien: 03.06-07.06.2026, 08.06 - 22.06',
    'und 22.12. - 06.01.27. Gegründet 03.07.90.',
    'Urlaub vom 24.12.2026 – 06.01.2027',
    'Відпустка 01.08 – 15.08.2026',
    'Отпуск: 28.12.26-08.01.27',
  ])('are no number: %s', (text) => {
    expect([phonesIn(text, 'DE'), phonesIn(text, 'UA'), phonesIn(text, 'RU')]).toEqual([[], [], []]);
  });

  it('leave a number of dots alone', () => {
    expect(phonesIn('Tel. 01.42.68.53.00', 'FR')).toEqual(['142685300']);
    expect(phonesIn('Telefon 0711 - 22.12.06.01', 'DE')).toEqual(['122120601']);
  });
});

describe('hours as people write them', () => {
  it.each([
    'We’re open Weds to Suns, 10 ’til 4. Closed Mons & Tues.',
    'Mon to Sat 9 till 5',
    'Saturdays from 10 until 2',
    'Po - Čt: 8:00 - 16:30',
    'Pá 8:00 - 14:00',
    'Maandag t/m vrijdag 9.00 - 17.30 uur',
    'Szombat: 9:00-13:00',
  ])('are hours: %s', (text) => {
    expect(findHours(text)).toBe(text);
  });

  it.each(['Sunday menu for 2 to 4 people', 'Monday: 10 till 12% off', 'Po dohodě 8 - 10 dní', 'Pá, 12 korun'])(
    'are none: %s',
    (text) => {
      expect(findHours(text)).toBeNull();
    },
  );
});
