import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import {
  type FactDifference,
  type FactPlace,
  type SameFactsStatements,
  saySameFacts,
} from '../../shared/probes/same-facts/statements.ts';

type Id = keyof SameFactsStatements;

const clue = sayResponses('responses/http-status', { status: 503 });
const home: FactPlace = { kind: 'page', path: '/' };
const contact: FactPlace = { kind: 'data', path: '/contact' };
const google: FactPlace = { kind: 'google', path: null };
const facebook: FactPlace = { kind: 'facebook', path: null };
const file: FactPlace = { kind: 'file', path: null };
const remark = saySameFacts('same-facts/needs-browser', { path: '/' });

const hours = (days: readonly number[]): FactDifference => ({
  fact: 'hours',
  days,
  versions: [
    { values: ['09:00–13:00', '14:00–18:00'], places: [home, contact] },
    { values: [], places: [google] },
  ],
});
const differences: readonly FactDifference[] = [
  hours([0, 1, 2, 3, 4, 5, 6]),
  hours([0, 1, 3, 5, 6]),
  {
    fact: 'closed',
    days: [],
    versions: [
      { values: ['for-good'], places: [google] },
      { values: [], places: [home, facebook] },
    ],
  },
  {
    fact: 'name',
    days: [],
    versions: [
      { values: ['1'], places: [contact] },
      { values: ['2'], places: [facebook] },
    ],
  },
  {
    fact: 'phone',
    days: [],
    versions: [
      { values: ['+380441234567'], places: [file] },
      { values: ['+380441234568'], places: [google] },
    ],
  },
];

/** Every statement of the probe, filled in each way that makes another sentence. */
const examples: { readonly [Each in Id]: readonly SameFactsStatements[Each][] } = {
  'same-facts/agree': [
    { agreed: ['phone'], places: [home, google], remarks: [] },
    { agreed: ['hours'], places: [contact, facebook, file], remarks: [remark] },
    { agreed: ['name', 'phone', 'address', 'hours'], places: [home, contact, google], remarks: [] },
  ],
  'same-facts/differ': [
    ...differences.map((each) => ({ differences: [each], others: 0, remarks: [] })),
    { differences, others: 1, remarks: [remark] },
    { differences, others: 2, remarks: [] },
  ],
  'same-facts/nothing': [
    { places: [], remarks: [remark] },
    { places: [home, google], remarks: [] },
  ],
  'same-facts/unread': [
    { unread: [saySameFacts('same-facts/site-unread', { path: '/', status: 503 })], remarks: [remark] },
  ],
  'same-facts/refused': (['google', 'facebook'] as const).flatMap((kind) =>
    (['access', 'permission', 'setup', 'gone', 'later'] as const).map((why) => ({ kind, why, secret: 'access', clue })),
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
    const says = (days: readonly number[], language: 'en' | 'uk') =>
      wordStatement(
        saySameFacts('same-facts/differ', { differences: [hours(days)], others: 0, remarks: [] }),
        language,
      );
    expect(says([0, 1, 2, 3, 5], 'en')).toMatch(
      /^The opening hours on Monday to Thursday and Saturday: the home page and/,
    );
    expect(says([5, 6], 'en')).toMatch(/^The opening hours on Saturday and Sunday: /);
    expect(says([0, 1, 2, 3, 4, 5, 6], 'en')).toMatch(/^The opening hours every day: /);
    expect(says([0, 1, 2, 3, 4], 'uk')).toMatch(
      /^Години роботи \(понеділок – п’ятниця\): 09:00–13:00 і 14:00–18:00 \(головна сторінка сайту і /,
    );
  });

  it('counts what differs beside the bound, with all values behind it', () => {
    const because = saySameFacts('same-facts/differ', { differences: [hours([5])], others: 0, remarks: [] });
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
