import { expect, test } from 'vitest';
import { replacePersonal } from '../../cli/wrong/replace-personal.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { languages } from '../../shared/model/business.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { type MarkedPicture, type MarkState, picturesDetail, picturesOf } from '../../shared/model/marked-picture.ts';
import type { Result } from '../../shared/model/result.ts';
import { saySite } from '../../shared/model/site-statements.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';
import { sayContacts } from '../../shared/probes/contacts/statements.ts';
import { sayForm } from '../../shared/probes/form/statements.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { aCheck } from '../support/a-check.ts';
import { aResult } from '../support/a-result.ts';

const checkId = 'website/form';
const markStates: readonly MarkState[] = ['usable', 'plain', 'faulty', 'unseen', 'untested'];

function replaced(reason: Statement, details: Result['details'] = {}) {
  return replacePersonal(aCheck({ id: checkId }), aResult({ checkId, reason, details })).result;
}

test.each([
  saySite('site/turned-away', {
    ...{ url: 'http://127.0.0.1/', status: 403, statusText: '', userAgent: 'Touchlight/1', why: 'forbidden' },
  }),
  saySite('site/covered', { what: 'password', selector: '#wall', says: null }),
  sayAvailability('availability/slow-step', { step: 'lookup', ms: 3000 }),
  sayContacts('contacts/covered', { cover: { what: 'part', selector: '.bar > div' }, contacts: [] }),
  sayForm('form/none', { purposes: ['newsletter', 'search'] }),
  sayForm('form/hands-over', { to: 'messenger' }),
  sayForm('form/captcha', { captcha: 'reCAPTCHA', testKey: null, userAgent: 'Touchlight/1' }),
  sayForm('form/outside-hours', { at: '2026-11-28T07:00:00.000Z', timeZone: 'Europe/Kyiv' }),
  sayForm('form/unfinished', { why: 'gate', name: null, pages: 1, taps: 0, seconds: 2, left: [] }),
  sayResponses('responses/still-reading', { platform: 'x' }),
  sayResponses('responses/throttled', {
    ...{ platform: 'google-reviews', retryAt: null, clue: sayResponses('responses/http-status', { status: 429 }) },
  }),
])('what a probe says in words of its own reads as before: $id', (statement) => {
  for (const language of languages) {
    expect(wordStatement(replaced(statement).reason, language)).toBe(wordStatement(statement, language));
  }
});

test("what is kept beside it for the probe alone is nobody's either", () => {
  const details = {
    author: 'Olena K.',
    authorId: 7700112233,
    id: '7700112233_55',
    'Olena K.': 'x',
    transferBytes: 7_700_112_233,
  };
  const result = replaced(sayForm('form/vanished', {}), details);
  expect(JSON.stringify(result.details)).not.toMatch(/Olena|0112233_|"authorId":7700112233/);
  expect(result.details['transferBytes']).toBe(7_700_112_233);
});

test('marks stay on their picture, in their state, without what they are on', () => {
  const at = { x: 1, y: 2, width: 30, height: 10 };
  const picture: MarkedPicture = {
    ...{ name: 'mobile-contacts-1.jpg', page: 'https://coffeelab.example/team/olena', width: 390, height: 844 },
    marks: markStates.map((state) => ({ kind: 'email', label: 'olena@coffeelab.example', state, ...at })),
  };
  const { details } = replaced(sayForm('form/vanished', {}), {
    [picturesDetail]: [{ ...picture, marks: [...picture.marks] }],
  });
  const [shown] = picturesOf(details);
  expect(shown).toMatchObject({ name: picture.name, width: 390, marks: markStates.map((state) => ({ state, ...at })) });
  expect(JSON.stringify(shown)).not.toMatch(/olena|coffeelab/);
});

test('where evidence lies says who keeps it, so only its name stays', () => {
  const evidence = [
    { name: 'form.jpg', contentType: 'image/jpeg', reference: '/home/olena/.touchlight/evidence/form.jpg' },
  ];
  const { result } = replacePersonal(aCheck({ id: checkId }), aResult({ checkId, evidence }));
  expect(result.evidence).toEqual([{ name: 'form.jpg', contentType: 'image/jpeg', reference: 'form.jpg' }]);
});
