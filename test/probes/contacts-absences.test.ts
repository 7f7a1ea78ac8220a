import { describe, expect, it } from 'vitest';
import { statementsOfAbsences } from '../../functions/probe-page/contacts/advice.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { type FoundContact, foundContactSchema } from '../../shared/model/found.ts';

const found = (...kinds: readonly FoundContact['kind'][]): readonly FoundContact[] =>
  kinds.map((kind) =>
    foundContactSchema.parse({
      kind,
      value: kind,
      text: kind,
      aboveFold: false,
      coveredBy: null,
      usable: true,
      page: 'https://bakery.example/',
      clicks: 0,
    }),
  );

/** What is said of the missing phone; null where nothing is. */
function saysOfPhone(...kinds: readonly FoundContact['kind'][]): string | null {
  const { phonesMissing } = statementsOfAbsences({
    found: found(...kinds),
    missing: [],
    wrong: [],
    contradiction: null,
  });
  return phonesMissing === undefined ? null : wordStatement(phonesMissing, 'en');
}

describe('a page without a phone number', () => {
  it.each([[['email']], [['messenger']], [['email', 'messenger', 'form']], [['email', 'address', 'hours']]] as const)(
    'that has %s misses only the number',
    (kinds) => {
      expect(saysOfPhone(...kinds)).toMatch(/^No phone number can be found/);
    },
  );

  it.each([[['form']], [['address', 'form']], [['social', 'form']], [['hours', 'address', 'social', 'form']]] as const)(
    'that has only %s is said to have only a form',
    (kinds) => {
      expect(saysOfPhone(...kinds)).toMatch(/^No phone number, email address or messenger .*; there is only a form\./);
    },
  );

  it.each([[[]], [['address']], [['social']], [['social', 'hours']]] as const)(
    'that has only [%s] is said to have no way to get in touch',
    (kinds) => {
      const says = saysOfPhone(...kinds);
      expect(says).toMatch(/^No phone number, email address or messenger/);
      expect(says).not.toContain('form');
    },
  );
});

it.each([[['phone']], [['phone', 'form']]] as const)('a page that has %s misses nothing', (kinds) => {
  expect(saysOfPhone(...kinds)).toBeNull();
});
