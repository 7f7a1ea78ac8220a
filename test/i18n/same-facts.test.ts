import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import {
  type FactDifference,
  type FactPlaces,
  type SameFactsStatements,
  saySameFacts,
} from '../../shared/probes/same-facts/statements.ts';

type Id = keyof SameFactsStatements;

const clue = sayResponses('responses/http-status', { status: 503 });
const nowhere: FactPlaces = { pages: [], data: [], others: [] };
const home: FactPlaces = { ...nowhere, pages: ['/'] };
const contact: FactPlaces = { ...nowhere, data: ['/contact'] };
const google: FactPlaces = { ...nowhere, others: ['google'] };
const facebook: FactPlaces = { ...nowhere, others: ['facebook'] };
const file: FactPlaces = { ...nowhere, others: ['file'] };
const remark = saySameFacts('same-facts/needs-browser', { path: '/' });

const hours = (days: string): FactDifference => ({
  fact: 'hours',
  days,
  versions: [
    { values: ['09:00–13:00', '14:00–18:00'], places: { ...home, data: ['/contact'] } },
    { values: [], places: google },
  ],
});
const differences: readonly FactDifference[] = [
  hours('0123456'),
  hours('01356'),
  {
    fact: 'closed',
    days: '',
    versions: [
      { values: ['for-good'], places: google },
      { values: [], places: { ...home, others: ['facebook'] } },
    ],
  },
  {
    fact: 'name',
    days: '',
    versions: [
      { values: ['1'], places: contact },
      { values: ['2'], places: facebook },
    ],
  },
  {
    fact: 'phone',
    days: '',
    versions: [
      { values: ['+380441234567'], places: file },
      { values: ['+380441234568'], places: google },
    ],
  },
];

/** Every statement of the probe, filled in each way that makes another sentence. */
const examples: { readonly [Each in Id]: readonly SameFactsStatements[Each][] } = {
  'same-facts/agree': [
    { agreed: ['phone'], places: { pages: ['/'], data: ['/'], others: ['google'] }, remarks: [] },
    { agreed: ['hours'], places: { ...contact, others: ['facebook', 'file'] }, remarks: [remark] },
    {
      agreed: ['name', 'phone', 'address', 'hours'],
      places: { pages: ['/', '/contact'], data: ['/contact', '/'], others: ['google', 'facebook', 'file'] },
      remarks: [],
    },
    {
      ...{ agreed: ['name'], places: { ...contact, others: ['facebook'] }, remarks: [remark] },
      more: [{ agreed: ['phone', 'hours'], places: { ...home, others: ['google', 'facebook'] } }],
      uncompared: [{ agreed: ['name'], places: google }],
    },
  ],
  'same-facts/differ': [
    ...differences.map((each) => ({ differences: [each], others: 0, remarks: [] })),
    { differences, others: 1, remarks: [remark] },
    { differences, others: 2, remarks: [] },
  ],
  'same-facts/nothing': [
    { places: nowhere, remarks: [remark] },
    { places: { pages: ['/'], data: ['/'], others: ['google'] }, remarks: [] },
  ],
  'same-facts/unread': [
    { unread: [saySameFacts('same-facts/site-unread', { path: '/', status: 503 })], remarks: [remark] },
  ],
  'same-facts/refused': (['google', 'facebook'] as const).flatMap((kind) =>
    (['access', 'permission', 'setup', 'gone', 'quota', 'later'] as const).map((why) => ({
      kind,
      why,
      secret: 'access',
      clue,
    })),
  ),
  'same-facts/site-unread': [
    { path: '/', status: null },
    { path: '/contact', status: 404 },
  ],
  'same-facts/needs-browser': [{ path: '/' }, { path: '/contact' }],
};

const statements: readonly Statement[] = Object.entries(examples).flatMap(([id, filled]) =>
  filled.map((params): Statement => ({ id, params })),
);

describe('what same-facts says', () => {
  it.each(statements)('is a sentence in every language: $id $params', (says) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const sentence = wordStatement(says, language);
      expect(sentence).toMatch(/^["«]?\p{Lu}.*[.!?]["»]?$/su);
      expect(sentence).not.toContain(says.id);
      expect(sentence).not.toMatch(/undefined|null|\[object|NaN| {2}|\(\)|: [,.;]/);
      const { brief } = wordFinding({ kind: 'cause', cause: null, says }, 'same-facts', language);
      expect(brief).not.toMatch(/undefined| {2}|\(\)|[.:,]$/);
    }
  });

  it('names days one by one, in rows, and all of them as every day', () => {
    const says = (days: string, language: 'en' | 'uk') =>
      wordStatement(
        saySameFacts('same-facts/differ', { differences: [hours(days)], others: 0, remarks: [] }),
        language,
      );
    expect(says('01235', 'en')).toMatch(/^The opening hours on Monday to Thursday and Saturday: the home page and/);
    expect(says('56', 'en')).toMatch(/^The opening hours on Saturday and Sunday: /);
    expect(says('0123456', 'en')).toMatch(/^The opening hours every day: /);
    expect(says('01234', 'uk')).toMatch(
      /^Години роботи \(понеділок – п’ятниця\): 09:00–13:00 і 14:00–18:00 \(головна сторінка сайту і /,
    );
  });

  it('names what agrees in the right number', () => {
    const says = (agreed: 'phone' | 'hours', language: 'uk' | 'ru') =>
      wordStatement(saySameFacts('same-facts/agree', { agreed: [agreed], places: home, remarks: [] }), language);
    expect(says('phone', 'uk')).toContain('збігається телефон:');
    expect(says('hours', 'uk')).toContain('збігаються години роботи:');
    expect(says('phone', 'ru')).toContain('совпадает телефон:');
    expect(says('hours', 'ru')).toContain('совпадают часы работы:');
  });

  it('names for each fact the places that agree on it, and who could not be compared', () => {
    const says = (language: 'en' | 'uk' | 'ru') =>
      wordStatement(
        saySameFacts('same-facts/agree', {
          agreed: ['name'],
          places: { ...home, others: ['facebook'] },
          more: [{ agreed: ['phone'], places: { ...home, others: ['google', 'facebook'] } }],
          uncompared: [{ agreed: ['name'], places: google }],
          remarks: [],
        }),
        language,
      );
    expect(says('en')).toBe(
      'The name is the same wherever Touchlight can compare: the home page and Facebook; the phone number: the home page, Google and Facebook. Could not be compared: the name (Google).',
    );
    expect(says('uk')).toContain('Не вдалося порівняти: назва (Google).');
    expect(says('ru')).toContain('Не удалось сравнить: название (Google).');
  });

  it('shows two extensions of one number, each as people of that language write it', () => {
    const says = (language: 'en' | 'uk' | 'ru') =>
      wordStatement(
        saySameFacts('same-facts/differ', {
          differences: [
            {
              fact: 'phone',
              days: '',
              versions: [
                { values: ['+380441234567;ext=5'], places: home },
                { values: ['+380441234567;ext=7'], places: google },
              ],
            },
          ],
          others: 0,
          remarks: [],
        }),
        language,
      );
    expect(says('en')).toContain('the home page says +380441234567 ext. 5, Google says +380441234567 ext. 7.');
    expect(says('uk')).toContain('+380441234567 дод. 5');
    expect(says('ru')).toContain('+380441234567 доб. 7');
  });

  it('counts what differs beside the bound, with all values behind it', () => {
    const because = saySameFacts('same-facts/differ', { differences: [hours('5')], others: 0, remarks: [] });
    const number = {
      kind: 'measurement',
      id: 'differences',
      value: 1,
      bound: 0,
      side: 'at-most',
      unit: 'count',
    } as const;
    expect(wordFinding({ ...number, because }, 'same-facts', 'en').sentence).toContain('Google says none');
    expect(wordFinding({ ...number, because }, 'same-facts', 'ru').sentence).toContain('не указаны (Google)');
  });
});
