import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../functions/digest/formats.ts';
import type { Language } from '../../shared/model/business.ts';

const HOUR_MS = 3_600_000;
const now = '2026-11-23T06:00:00.000Z';
const inKyiv = (language: Language) => formatsFor(language, 'Europe/Kyiv', now);

describe('numbers and their nouns', () => {
  test.each([
    ['en', ['90 minutes', '3 hours', '21 hours', '3 days', '5 days', '21 days']],
    ['uk', ['90 хвилин', '3 години', '21 годину', '3 дні', '5 днів', '21 день']],
    ['ru', ['90 минут', '3 часа', '21 час', '3 дня', '5 дней', '21 день']],
  ] as const)('spans of time agree in %s', (language, spans) => {
    expect([1.5, 3, 21, 72, 120, 504].map((hours) => inKyiv(language).span(hours * HOUR_MS))).toEqual(spans);
  });

  test.each([
    ['en', ['And 1 more touchpoint, green too.', 'And 22 more touchpoints, all green.']],
    ['uk', ['І ще 1 точка контакту, теж зелена.', 'І ще 22 точки контакту, усі зелені.']],
    ['ru', ['И ещё 1 точка контакта, тоже зелёная.', 'И ещё 22 точки контакта, все зелёные.']],
  ] as const)('touchpoints agree in %s', (language, expected) => {
    expect([1, 22].map((count) => inKyiv(language).words.rest(count, count))).toEqual(expected);
  });

  test.each([
    [
      'en',
      [
        'Call back 1 customer',
        'Answer 1 customer who wrote to the mailbox',
        'Answer 21 customers who wrote to the mailbox',
      ],
    ],
    [
      'uk',
      [
        'Передзвоніть 1 клієнту',
        'Дайте відповідь 1 клієнту, що написав на пошту',
        'Дайте відповідь 21 клієнту, що написав на пошту',
      ],
    ],
    [
      'ru',
      [
        'Перезвоните 1 клиенту',
        'Ответьте 1 клиенту, который написал на почту',
        'Ответьте 21 клиенту, который написал на почту',
      ],
    ],
  ] as const)('customers who call and write agree in %s', (language, expected) => {
    const { action } = inKyiv(language).words;
    expect([action.callBack(1, ''), action.answerMail(1, ''), action.answerMail(21, '')]).toEqual(expected);
  });

  test.each([
    ['en', ['No alerts were sent this week.', 'You and your staff got 1 alert this week.', 'Answer 21 customers on X']],
    [
      'uk',
      [
        'За тиждень сповіщень не було.',
        'За тиждень ви та ваші колеги отримали 1 сповіщення.',
        'X: дайте відповідь 21 клієнту',
      ],
    ],
    [
      'ru',
      ['За неделю оповещений не было.', 'За неделю вы и ваши коллеги получили 1 оповещение.', 'X: ответьте 21 клиенту'],
    ],
  ] as const)('alerts and customers agree in %s', (language, expected) => {
    const { words } = inKyiv(language);
    expect([words.noise(0), words.noise(1), words.action.answer(21, 'X')]).toEqual(expected);
  });

  test.each([
    ['en', ['68,880', '4.6/5', '99.9%', '0.9 s', '4 h 10 min', '+0.03']],
    ['uk', ['68 880', '4,6 з 5', '99,9%', '0,9 с', '4 год 10 хв', '+0,03']],
    ['ru', ['68 880', '4,6 из 5', '99,9 %', '0,9 с', '4 ч 10 мин', '+0,03']],
  ] as const)('figures are written as in %s', (language, written) => {
    const { number, figure, measured, change } = inKyiv(language);
    expect([
      number(68_880),
      figure('rating', 4.6),
      figure('answering', 0.9996),
      figure('phoneContentMs', 852),
      measured(250, 'minutes'),
      change(0.03),
    ]).toEqual(written);
  });
});

describe('days and moments', () => {
  test.each([
    ['en', '28 December 2026 – 3 January 2027', 'Monday 23 November'],
    ['uk', '28 грудня 2026 – 3 січня 2027 рр.', 'понеділок, 23 листопада'],
    ['ru', '28 декабря 2026 г. – 3 января 2027 г.', 'понедельник, 23 ноября'],
  ] as const)('a week over the turn of the year, and a day, in %s', (language, week, day) => {
    expect(inKyiv(language).dates('2026-12-28', '2027-01-03')).toBe(week);
    expect(inKyiv(language).day('2026-11-23')).toBe(day);
  });

  test('one customer who waits is not the first of several', () => {
    const { longestSince } = inKyiv('en').words.action;
    expect(longestSince('Fri 20 Nov, 10:00', 1)).toBe('waiting since Fri 20 Nov, 10:00');
    expect(longestSince('Fri 20 Nov, 10:00', 2)).toBe('longest wait since Fri 20 Nov, 10:00');
  });

  test('moments are those of the business’s clocks, before and after they are put back', () => {
    const { moment } = inKyiv('en');
    expect(['2026-10-24T23:30:00.000Z', '2026-10-25T01:30:00.000Z'].map(moment)).toEqual([
      'Sun 25 Oct, 02:30',
      'Sun 25 Oct, 03:30',
    ]);
    expect(formatsFor('en', 'America/New_York', now).moment('2026-10-25T01:30:00.000Z')).toBe('Sat 24 Oct, 21:30');
  });
});
