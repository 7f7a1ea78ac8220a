import { describe, expect, it } from 'vitest';
import { tellFact } from '../../functions/notify/tell-fact.ts';
import { advanceStatus } from '../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import type { Result } from '../../shared/model/result.ts';
import { aCheck } from '../support/a-check.ts';
import { aNotice } from '../support/a-notification.ts';
import { aResult } from '../support/a-result.ts';

/** What is told in Ukrainian when a check's first run opens an incident. */
function told(checkId: string, found: Partial<Result>) {
  const check = aCheck({ id: checkId, policy: { failuresToOpen: 1 } });
  const result = aResult({ checkId, measurements: {}, ...found });
  const { incident } = advanceStatus(null, judge(result, check), result, check, 'UTC').next;
  return tellFact(aNotice({ checkId, incident }), 'uk');
}

describe('what was found, in the language of the business', () => {
  it('is told from the numbers, with what was expected', () => {
    expect(told('website/page-load@mobile', { measurements: { lcpMs: 6140 } })).toEqual({
      sentence: 'основний вміст видно через 6,1 с (має бути не більше 2,5 с)',
      brief: 'основний вміст видно через 6,1 с',
      expected: 'не більше 2,5 с',
      actual: '6,1 с',
      details: null,
    });
    expect(told('website/lighthouse', { measurements: { score: 0.45 } }).sentence).toBe(
      'оцінка швидкості від Lighthouse: 45 зі 100 (має бути щонайменше 90 зі 100)',
    );
  });

  it('keeps what the probe saw beside the number, in the words it has', () => {
    const slow = told('website/page-load@mobile', {
      measurements: { lcpMs: 6140 },
      facts: { lcpMs: 'the picture hero.jpg is the main content' },
    });
    expect(slow).toMatchObject({ brief: 'основний вміст видно через 6,1 с' });
    expect(slow.details).toBe('The picture hero.jpg is the main content.');
    const wrong = told('website/contacts@mobile', {
      measurements: { expectedWrong: 1 },
      facts: { expectedWrong: 'the page shows +1 instead of +2' },
    });
    expect(wrong).toMatchObject({
      sentence: 'контакт на сторінці не той, що задано',
      expected: 'контакти правильні, їх легко знайти й використати',
      actual: null,
      details: 'The page shows +1 instead of +2.',
    });
  });

  it('is what responses says itself, because it speaks the language of the business', () => {
    const fact = 'Без відповіді 7 год робочого часу: https://www.facebook.com/1, строк був пн 13:00';
    expect(told('facebook/responses', { measurements: { overdue: 1 }, facts: { overdue: fact } })).toMatchObject({
      sentence: `${fact}.`,
      brief: 'Без відповіді 7 год робочого часу, строк був пн 13:00',
      details: null,
    });
  });

  it('is told by the cause where there is no number, with the status that the server answered', () => {
    const form = told('website/form', { outcome: 'failed', cause: 'form-error', reason: 'Its server answered 502.' });
    expect(form).toMatchObject({ brief: 'форма не доставляє повідомлень (502)', details: 'Its server answered 502.' });
    expect(told('website/form', { outcome: 'failed', cause: 'new-kind', reason: 'It broke.' })).toMatchObject({
      brief: 'форма зв’язку не працює',
      details: 'It broke.',
    });
  });

  it('is not lost where an older incident has no numbers', () => {
    const { incident } = aNotice({ checkId: 'website/page-load@mobile' });
    if (incident === null) throw new Error('The builder has an incident.');
    const old = { ...incident, measurement: 'lcpMs', cause: null, reason: 'The page is slow.' };
    expect(tellFact(aNotice({ checkId: incident.checkId, incident: old }), 'ru')).toMatchObject({
      sentence: 'страницы загружаются медленно',
      details: 'The page is slow.',
    });
  });
});
