import { describe, expect, it, test } from 'vitest';
import { selectChecks } from '../../cli/options/select-checks.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { read, smallest, today } from './reading.ts';

function faultIn(text: string): string {
  const reading = parseConfiguration(text, 'touchpoints.yaml', today);
  return reading.ok ? '' : (reading.faults[0]?.message ?? '');
}

describe('a suggestion that would look like what is written', () => {
  test.each([
    [
      'a capital I for an l',
      smallest.replace('    url', '    urI'),
      '"urI" is not a key of a touchpoint of kind website; its character 3 is U+0049 LATIN CAPITAL LETTER I where U+006C LATIN SMALL LETTER L is meant',
    ],
    [
      'a digit for an l',
      smallest.replace('    url', '    ur1'),
      'its character 3 is U+0031 DIGIT ONE where U+006C LATIN SMALL LETTER L is meant',
    ],
    [
      'a vertical line for an l',
      `${smallest}aIerts: {}\n`.replace('aIerts', 'a|erts'),
      'its character 2 is U+007C VERTICAL LINE where U+006C LATIN SMALL LETTER L is meant',
    ],
    ['a capital I in a value', smallest.replace('website\n    url', 'websIte\n    url'), 'did you mean "website"?'],
    [
      'a space behind a value',
      smallest.replace('kind: website', 'kind: "website "'),
      '"website " is not a kind; there is a space behind it; delete that',
    ],
    [
      'a space before a value',
      smallest.replace('kind: website', 'kind: " website"'),
      'there is a space before it; delete that',
    ],
    ['a space behind a key', smallest.replace('business:', '"business ":'), 'there is a space behind it; delete that'],
    [
      'a space behind a zone',
      smallest.replace('Europe/Kyiv', '"Europe/Kyiv "'),
      '"Europe/Kyiv " is not a time zone; there is a space behind it; delete that',
    ],
    ['a space behind a language', `${smallest}language: "uk "\n`, 'there is a space behind it; delete that'],
    [
      'a capital I in a touchpoint of a window',
      `${smallest.replace('id: website', 'id: mail')}maintenance: [{ touchpoint: maiI, from: 2026-12-01T22:00, to: 2026-12-02T02:00 }]\n`,
      'its character 4 is U+0049 LATIN CAPITAL LETTER I where U+006C LATIN SMALL LETTER L is meant',
    ],
  ])('names what differs: %s', (_, text, said) => {
    expect(faultIn(text)).toContain(said);
  });

  test.each([
    ['bussiness', smallest.replace('business', 'bussiness'), 'did you mean "business"?'],
    [
      'smpt',
      `${smallest}  - { id: s, kind: shopper, to: a@b.example, address: c@d.example, server: "d.example:993", smpt: "d.example:587", secret: s }\n`,
      '"smpt" is not a key of a touchpoint of kind shopper; did you mean "smtp"?',
    ],
    ['ulr', smallest.replace('    url', '    ulr'), 'did you mean "url"?'],
    ['Website', smallest.replace('kind: website', 'kind: Website'), 'did you mean "website"?'],
    ['europe/kiev', smallest.replace('Europe/Kyiv', 'europe/kiev'), 'did you mean Europe/Kyiv?'],
  ])('is made where it can be told apart: %s', (_, text, said) => {
    expect(faultIn(text)).toContain(said);
  });
});

describe('a name at the command line that looks like one of the file', () => {
  const configuration = read(`${smallest}    pages: ["/чай"]\n`);
  const refusal = (name: string): string => {
    try {
      selectChecks(configuration, [name]);
      return '';
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
  };

  test.each([
    [
      'wеbsite',
      'No check is called "wеbsite": its character 2 is U+0435 CYRILLIC SMALL LETTER IE where U+0065 LATIN SMALL LETTER E is meant.',
    ],
    ['web\u200bsite', 'No check is called "web\\u{200b}site": its character 4 is U+200B ZERO WIDTH SPACE; delete it.'],
    ['website\u200b', 'its character 8 is U+200B ZERO WIDTH SPACE; delete it.'],
    ['website ', 'there is a space behind it; delete that.'],
    ['website\u00a0', 'there is a space behind it; delete that.'],
    ['website/fоrm', 'U+043E CYRILLIC SMALL LETTER O where U+006F LATIN SMALL LETTER O is meant.'],
    ['website/form\u2011x', 'This configuration has: '],
    ['website/page‑load', 'its character 13 is U+2011 NON-BREAKING HYPHEN where U+002D is meant.'],
    ['website/page-load:/чай@mobile'.normalize('NFD'), 'is U+0438 where U+0439 is meant.'],
    ['website/availabiIity', 'is U+0049 LATIN CAPITAL LETTER I where U+006C LATIN SMALL LETTER L is meant.'],
    ['website/forms', 'No check is called "website/forms". This configuration has: website/availability, '],
  ])('%j', (name, said) => {
    expect(refusal(name)).toContain(said);
  });

  it('is found where it is one', () => {
    expect(selectChecks(configuration, ['website/page-load:/чай@mobile'])).toHaveLength(1);
  });
});
