import { describe, expect, it, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, smallest, today } from './reading.ts';

const parse = (text: string) => parseConfiguration(text, 'touchpoints.yaml', today);

/** The faults' places, paths and sentences, one a line. */
function faultsIn(text: string): string[] {
  const reading = parse(text);
  return reading.ok ? [] : reading.faults.map((fault) => `${fault.line}:${fault.column} ${fault.message}`);
}

function notesOn(text: string): readonly string[] {
  const reading = parse(text);
  if (!reading.ok) throw new Error(message(reading));
  return reading.notes;
}

const social = (settings: string) => `${smallest}  - { id: x, kind: x, secret: token, ${settings} }\n`;

describe('a letter of another alphabet that looks the same', () => {
  test.each([
    [
      'in a key',
      smallest.replace('touchpoints', 'tоuchpoints'),
      '3:2',
      'U+043E CYRILLIC SMALL LETTER O, which looks like the Latin "o"',
    ],
    [
      'in a key of a touchpoint',
      smallest.replace('    url', '    urӏ'),
      '6:7',
      'U+04CF CYRILLIC SMALL LETTER PALOCHKA, which looks like the Latin "l"',
    ],
    ['in a kind', smallest.replace('kind: website', 'kind: wеbsite'), '5:12', 'U+0435 CYRILLIC SMALL LETTER IE'],
    [
      'in a kind, Greek',
      smallest.replace('kind: website', 'kind: wεbsite'),
      '5:12',
      'U+03B5 GREEK SMALL LETTER EPSILON',
    ],
    ['in an id', smallest.replace('id: website', 'id: wеbsite'), '4:10', 'U+0435 CYRILLIC SMALL LETTER IE'],
    ['in an id, Armenian', smallest.replace('id: website', 'id: shօp'), '4:11', 'U+0585 ARMENIAN SMALL LETTER OH'],
    ['in a language', `${smallest}language: uк\n`, '7:12', 'U+043A CYRILLIC SMALL LETTER KA'],
    ['in a country', `${smallest}hours: { holidays: UА }\n`, '7:21', 'U+0410 CYRILLIC CAPITAL LETTER A'],
    ['in a time zone', smallest.replace('Europe', 'Еurope'), '2:11', 'U+0415 CYRILLIC CAPITAL LETTER IE'],
    ['in a duration', `${smallest}    checks: { form: { every: 4һ } }\n`, '7:31', 'U+04BB CYRILLIC SMALL LETTER SHHA'],
    [
      'in a duration, a wide digit',
      `${smallest}    checks: { form: { every: ４h } }\n`,
      '7:30',
      'U+FF14 FULLWIDTH DIGIT FOUR, which looks like a plain "4" and is none',
    ],
    [
      'in a range of days, a hyphen',
      `${smallest}hours: { mon‑fri: "09:00-18:00" }\n`,
      '7:13',
      'U+2011 NON-BREAKING HYPHEN, which looks like a plain "-" and is none',
    ],
    [
      'in an email address',
      `${smallest}alerts: { email: оps@example.com }\n`,
      '7:18',
      'U+043E CYRILLIC SMALL LETTER O',
    ],
    [
      'in the name of a secret',
      social('page: "1"').replace('secret: token', 'secret: tоken'),
      '7:32',
      'U+043E CYRILLIC SMALL LETTER O',
    ],
    [
      'in the touchpoint of a window',
      `${smallest}maintenance: [{ touchpoint: wеbsite, from: 2026-12-01T22:00, to: 2026-12-02T02:00 }]\n`,
      '7:30',
      'U+0435 CYRILLIC SMALL LETTER IE',
    ],
    [
      'in a holiday that is taken out, a minus',
      `${smallest}hours: { holidays: [UA, "−2026-12-25"] }\n`,
      '7:26',
      'U+2212 MINUS SIGN',
    ],
    [
      'around an address, quotation marks',
      smallest.replace('https://coffeelab.example', '“https://coffeelab.example”'),
      '6:10',
      'U+201C LEFT DOUBLE QUOTATION MARK',
    ],
    ['in an account', social('page: cоffee'), '7:45', 'U+043E CYRILLIC SMALL LETTER O'],
    [
      'in a path',
      `${smallest}    pages: ["/prіces"]\n`,
      '7:17',
      'U+0456 CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I',
    ],
    [
      'in a Cyrillic path, a Latin one',
      `${smallest}    pages: ["/кaва"]\n`,
      '7:16',
      'U+0061 LATIN SMALL LETTER A, which looks like the Cyrillic "а"',
    ],
  ])('%s is named with its place and refused', (_, text, place, said) => {
    const faults = faultsIn(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${place} `);
    expect(faults[0]).toContain(said);
    expect(faults[0]).not.toContain('did you mean');
  });

  // CVE-2021-42694 and https://www.xudongz.com/blog/2017/idn-phishing/ (all letters of the name are Cyrillic).
  test.each([
    ['https://соffeelab.example', 'https://xn--ffeelab-8ig0a.example/'],
    ['https://аррӏе.example', 'https://xn--80ak6aa92e.example/'],
  ])('in the address %s leads to another site, so its plain spelling is offered', (url, plain) => {
    const [fault = ''] = faultsIn(smallest.replace('https://coffeelab.example', url));
    expect(fault).toContain(`or, if the address is really spelled so, write "${plain}"`);
    expect(faultsIn(smallest.replace('https://coffeelab.example', plain))).toEqual([]);
  });

  it.each([
    'https://кава.укр',
    'https://хор.укр',
    'https://кав’ярня.com.ua/меню',
    'https://καφές.gr',
    'https://coffeelab.example/ціни?мова=uk',
    'https://bücher.example',
  ])('is not seen in the honest address %s', (url) => {
    expect(faultsIn(smallest.replace('https://coffeelab.example', url))).toEqual([]);
  });

  it.each([
    [
      '&base { id: website',
      '*bаse',
      'its character 2 is U+0430 CYRILLIC SMALL LETTER A where U+0061 LATIN SMALL LETTER A is meant',
    ],
    [
      '&site1 { id: website',
      '*sitel',
      'its character 5 is U+006C LATIN SMALL LETTER L where U+0031 DIGIT ONE is meant',
    ],
  ])('in an alias of %s is named: %s', (marked, alias, said) => {
    const text = `business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n  - ${marked}, kind: website, url: "https://coffeelab.example" }\n  - ${alias}\n`;
    expect(faultsIn(text)).toEqual([`5:5 ${alias} refers to nothing; ${said}`]);
  });

  it('in a name is warned about', () => {
    expect(notesOn(smallest.replace('Coffee Lab', 'Cоffee Lab'))).toEqual([
      'touchpoints.yaml:1:12 business: "Cоffee Lab" contains U+043E CYRILLIC SMALL LETTER O, which looks like the Latin "o". If that is not meant, type it again on the other keyboard layout.',
    ]);
    expect(notesOn(smallest.replace('Coffee Lab', 'Кaва'))).toEqual([
      expect.stringContaining(
        '1:12 business: "Кaва" contains U+0061 LATIN SMALL LETTER A, which looks like the Cyrillic "а"',
      ),
    ]);
  });

  it('is not blamed for another fault', () => {
    expect(faultsIn(smallest.replace('Europe/Kyiv', 'Київ'))[0]).toContain('is not a time zone');
    expect(faultsIn(`${smallest}hours: { mon-fri: "09:00–25:00" }\n`)[0]).toContain('is not a shift');
    expect(faultsIn(smallest.replace('business', 'назва')).join()).toContain('"назва" is not a key of this file');
  });
});
