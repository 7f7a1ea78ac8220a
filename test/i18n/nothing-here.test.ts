import { describe, expect, it } from 'vitest';
import { wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { sayContacts } from '../../shared/probes/contacts/statements.ts';

const why = sayContacts('contacts/none', { hasForm: false });
const about = (id: string): Statement => ({ id, params: { why } });

describe('a reason behind a colon', () => {
  it.each([
    ['general/nothing-here', 'en', /^Nothing to check here: no phone number.* two clicks\. Show at least one/],
    ['general/nothing-here', 'uk', /^Тут немає чого перевіряти: \p{Ll}.*\. \p{Lu}/u],
    ['general/nothing-here', 'ru', /^Здесь нечего проверять: \p{Ll}.*\. \p{Lu}/u],
    ['general/nothing-though-expected', 'en', /expects something: no phone number/],
    ['general/gone', 'en', /^What was there before is gone: no phone number/],
  ] as const)('begins small, with its advice as a sentence: %s (%s)', (id, language, words) => {
    expect(wordStatement(about(id), language)).toMatch(words);
  });

  it('stays as others said it', () => {
    const quoted = { id: 'quoted', params: { text: 'No form here' } };
    expect(wordStatement({ id: 'general/nothing-here', params: { why: quoted } }, 'en')).toBe(
      'Nothing to check here: No form here.',
    );
  });
});
