import { describe, expect, it, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, smallest, today } from './reading.ts';

// Spaces that are none: https://github.com/travis-ci/travis-ci/issues/1204, https://github.com/nmstate/nmstate/issues/2051; and
// https://github.com/Azure/Azure-Sentinel/issues/580.

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

describe('a character that cannot be seen', () => {
  // Copied from chats, PDFs and web pages; https://github.com/eemeli/yaml keeps each as a part of the text.
  test.each([
    ['in a key', smallest.replace('business', 'busi\u200bness'), '1:5', 'U+200B ZERO WIDTH SPACE'],
    ['at the end of a key', smallest.replace('business:', 'business\u200b:'), '1:9', 'U+200B ZERO WIDTH SPACE'],
    [
      'a byte order mark within the file',
      smallest.replace('timeZone', '\ufefftimeZone'),
      '2:1',
      'U+FEFF ZERO WIDTH NO-BREAK SPACE',
    ],
    ['in an id', smallest.replace('id: website', 'id: web\u2060site'), '4:12', 'U+2060 WORD JOINER'],
    [
      'in an id, drawn as nothing',
      smallest.replace('id: website', 'id: web\u3164site'),
      '4:12',
      'U+3164 HANGUL FILLER',
    ],
    ['in a kind', smallest.replace('kind: website', 'kind: web\u200csite'), '5:14', 'U+200C ZERO WIDTH NON-JOINER'],
    ['in an address', smallest.replace('coffeelab', 'coffee\u00adlab'), '6:24', 'U+00AD SOFT HYPHEN'],
    ['behind an address', smallest.replace('.example', '.example\u200b'), '6:35', 'U+200B ZERO WIDTH SPACE'],
    [
      'that turns an address round',
      smallest.replace('.example', '.\u202eexample'),
      '6:28',
      'U+202E RIGHT-TO-LEFT OVERRIDE',
    ],
    ['in a time zone', smallest.replace('Kyiv', 'Ky\u200div'), '2:20', 'U+200D ZERO WIDTH JOINER'],
    ['in a path', `${smallest}    pages: ["/pri\u2066ces"]\n`, '7:18', 'U+2066 LEFT-TO-RIGHT ISOLATE'],
    [
      'in the name of a form',
      `${smallest}    checks: { "form:/con\u200btact": {} }\n`,
      '7:25',
      'U+200B ZERO WIDTH SPACE',
    ],
    ['in a duration', `${smallest}    checks: { form: { every: "4\u200bh" } }\n`, '7:32', 'U+200B ZERO WIDTH SPACE'],
    ['in an email address', `${smallest}alerts: { email: ops@ex\u200bample.com }\n`, '7:24', 'U+200B ZERO WIDTH SPACE'],
    ['in an account', social('page: "1\u200e2"'), '7:46', 'U+200E LEFT-TO-RIGHT MARK'],
    ['in the id of a colleague', social('page: "1", staff: ["12\u202a3"]'), '7:60', 'U+202A LEFT-TO-RIGHT EMBEDDING'],
    [
      'of a set that spells words in secret',
      smallest.replace('id: website', 'id: web\u{e0041}site'),
      '4:12',
      'U+E0041 TAG CHARACTER',
    ],
  ])('%s is named with its place and refused', (_, text, place, name) => {
    const faults = faultsIn(text);
    expect(faults).toEqual([
      expect.stringMatching(
        new RegExp(`^${place} .* contains ${name.replace('+', '\\+')}, which cannot be seen; delete it$`),
      ),
    ]);
  });

  it('is shown where it stands', () => {
    expect(message(parse(smallest.replace('id: website', 'id: web\u200bsite')))).toBe(
      [
        'touchpoints.yaml:4:12 touchpoints[0].id: "web\\u{200b}site" contains U+200B ZERO WIDTH SPACE, which cannot be seen; delete it',
        '  - id: web\\u{200b}site',
        '           ^',
      ]
        .map((line, index) => (index === 0 ? line : `  ${line}`))
        .join('\n'),
    );
  });

  test.each([
    [
      'a name',
      smallest.replace('Coffee Lab', 'Coffee\u200bLab'),
      '1:17 business: "Coffee\\u{200b}Lab" contains U+200B ZERO WIDTH SPACE, which cannot be seen. If that is not meant, delete it.',
    ],
    [
      'a name that is turned round',
      smallest.replace('Coffee Lab', 'Coffee \u202eLab'),
      '1:18 business: "Coffee \\u{202e}Lab" contains U+202E RIGHT-TO-LEFT OVERRIDE',
    ],
    [
      'a name with a space that is none',
      smallest.replace('Coffee Lab', 'Coffee\u00a0Lab'),
      '1:17 business: "Coffee\\u{a0}Lab" contains U+00A0 NO-BREAK SPACE, which looks like a plain space and is none. If that is not meant, type a plain space.',
    ],
    [
      'a reason',
      `${smallest}maintenance: [{ touchpoint: website, from: 2026-12-01T22:00, to: 2026-12-02T02:00, why: "new\u2009host" }]\n`,
      'maintenance[0].why: "new\\u{2009}host" contains U+2009 THIN SPACE',
    ],
    [
      'a confirmation',
      `${smallest}    checks: { form: { confirmation: "Thank\u00a0you" } }\n`,
      'contains U+00A0 NO-BREAK SPACE',
    ],
    [
      'a phone number',
      `${smallest}    checks: { contacts: { expect: { phone: "\u202a+380 44 123 45 67\u202c" } } }\n`,
      'contains U+202A LEFT-TO-RIGHT EMBEDDING (and 1 more of the kind)',
    ],
    [
      'a comment, which a control of the reading direction turns into something else',
      `${smallest}# \u202e} :smaertsnwod\n`,
      '7:3 a comment: "\\u{202e}" contains U+202E RIGHT-TO-LEFT OVERRIDE',
    ],
  ])('in %s is warned about', (_, text, said) => {
    expect(notesOn(text)).toEqual([expect.stringContaining(said)]);
  });

  it('in a confirmation does not keep it from being found on the page', () => {
    const reading = parse(`${smallest}    checks: { form: { confirmation: "Thank\u00a0you\u200b!" } }\n`);
    const form = reading.ok
      ? reading.configuration.touchpoints[0]?.checks.find(({ probe }) => probe === 'form')
      : undefined;
    expect(form?.options['confirmation']).toBe('Thank you!');
  });

  it.each([
    'Кав’ярня «Їжак»',
    'قهوة‌خانه',
    'Café Crème',
    '咖啡',
    'Kaffee 👨‍👩‍👧',
    'SMSка',
    'IPhoneчик',
    '1С-Кава',
    'T-подібний',
    'Wi-Fi зона',
    'β-lab',
    'СОСО',
  ])('is not seen in the name %s', (name) => {
    expect(notesOn(smallest.replace('Coffee Lab', `"${name}"`))).toEqual([]);
  });
});

describe('a space that is none', () => {
  test.each([
    [
      'behind a key',
      smallest.replace('business:', 'business\u00a0:'),
      '1:9',
      '"business\\u{a0}" contains U+00A0 NO-BREAK SPACE',
    ],
    ['behind an address', smallest.replace('.example', '.example\u00a0'), '6:35', 'contains U+00A0 NO-BREAK SPACE'],
    ['behind true', `${smallest}    checks: { form: false\u2003}\n`, '7:26', 'contains U+2003 EM SPACE'],
    [
      'behind a colon',
      smallest.replace('business: ', 'business:\u00a0'),
      '1:10',
      'U+00A0 NO-BREAK SPACE stands where YAML wants a plain space; type one instead',
    ],
    [
      'in the indentation',
      smallest.replace('    kind', ' \u00a0  kind'),
      '5:2',
      'U+00A0 NO-BREAK SPACE stands where YAML wants a plain space',
    ],
    [
      'as the indentation',
      smallest.replace('    kind', '\u3000\u3000kind'),
      '5:1',
      'U+3000 IDEOGRAPHIC SPACE stands where YAML wants a plain space',
    ],
    [
      'behind the dash of a list',
      smallest.replace('  - id', '  -\u00a0id'),
      '4:4',
      'U+00A0 NO-BREAK SPACE stands where YAML wants a plain space',
    ],
    [
      'invisible, in the indentation',
      smallest.replace('    kind', '  \u200b  kind'),
      '5:3',
      'U+200B ZERO WIDTH SPACE stands where YAML wants a space or nothing, and cannot be seen; delete it',
    ],
    [
      'and a colon that is none',
      smallest.replace('business: ', 'business：'),
      '1:9',
      'U+FF1A FULLWIDTH COLON stands where YAML wants a colon; type ": " on the Latin keyboard layout instead',
    ],
    [
      'on a line of its own',
      smallest.replace('timeZone', '\u00a0\ntimeZone'),
      '2:1',
      'U+00A0 NO-BREAK SPACE stands where',
    ],
    [
      'behind a quoted text',
      smallest.replace('Coffee Lab', '"Coffee Lab"\u00a0'),
      '1:23',
      'U+00A0 NO-BREAK SPACE stands where nothing may stand; delete it',
    ],
    ['before a comment', `${smallest}language: uk\u00a0# ours\n`, '7:13', 'contains U+00A0 NO-BREAK SPACE'],
    ['in a shift', `${smallest}hours: { mon-fri: "09:00\u00a0- 18:00" }\n`, '7:25', 'contains U+00A0 NO-BREAK SPACE'],
    [
      'and a dash that begins no list',
      smallest.replace('  - id', '  – id'),
      '4:3',
      'U+2013 EN DASH stands where YAML wants the "-" of a list; type a plain "- " instead',
    ],
  ])('%s is named with its place', (_, text, place, said) => {
    const [first = ''] = faultsIn(text);
    expect(first).toContain(`${place} `);
    expect(first).toContain(said);
  });
});
