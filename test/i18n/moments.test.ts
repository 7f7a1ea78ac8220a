import { describe, expect, it, test } from 'vitest';
import { formatFor } from '../../shared/i18n/format.ts';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Language } from '../../shared/model/business.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { aCause } from '../support/said.ts';

const languages = ['en', 'uk', 'ru'] as const;
const inAll = (say: (language: Language) => string): string[] => languages.map(say);
const kyiv = 'Europe/Kyiv';
/** Wednesday 25 November 2026, 10:00 in Kyiv (UTC+2 in winter). */
const now = '2026-11-25T08:00:00.000Z';

const momentsFrom = (from: string, zone: string) => (at: string) =>
  inAll((language) => formatFor(language).moment(at, zone, from));

describe('a moment in a sentence', () => {
  test.each([
    ['2026-11-25T11:00:00.000Z', ['today at 13:00', 'сьогодні о 13:00', 'сегодня в 13:00']],
    ['2026-11-25T07:00:00.000Z', ['today at 09:00', 'сьогодні о 09:00', 'сегодня в 09:00']],
    ['2026-11-26T09:30:00.000Z', ['tomorrow at 11:30', 'завтра об 11:30', 'завтра в 11:30']],
    ['2026-11-24T16:00:00.000Z', ['yesterday at 18:00', 'учора о 18:00', 'вчера в 18:00']],
    ['2026-11-27T11:00:00.000Z', ['Fri 13:00', 'у п’ятницю о 13:00', 'в пятницу в 13:00']],
    ['2026-12-01T11:00:00.000Z', ['Tue 13:00', 'у вівторок о 13:00', 'во вторник в 13:00']],
    // The same weekday a week on.
    ['2026-12-02T11:00:00.000Z', ['Wed 2 Dec, 13:00', 'у середу, 2 грудня, о 13:00', 'в среду, 2 декабря, в 13:00']],
    [
      '2026-12-21T11:00:00.000Z',
      ['Mon 21 Dec, 13:00', 'у понеділок, 21 грудня, о 13:00', 'в понедельник, 21 декабря, в 13:00'],
    ],
    [
      '2026-11-23T11:00:00.000Z',
      ['Mon 23 Nov, 13:00', 'у понеділок, 23 листопада, о 13:00', 'в понедельник, 23 ноября, в 13:00'],
    ],
    [
      '2027-01-04T11:00:00.000Z',
      ['Mon 4 Jan 2027, 13:00', 'у понеділок, 4 січня 2027 р., о 13:00', 'в понедельник, 4 января 2027 г., в 13:00'],
    ],
    [
      '2025-11-25T11:00:00.000Z',
      ['Tue 25 Nov 2025, 13:00', 'у вівторок, 25 листопада 2025 р., о 13:00', 'во вторник, 25 ноября 2025 г., в 13:00'],
    ],
  ] as const)('%s, said on Wednesday 25 November 2026 at 10:00 in Kyiv', (at, said) => {
    expect(momentsFrom(now, kyiv)(at)).toEqual(said);
  });

  it('changes its day at midnight of the business, not of UTC', () => {
    const lateEvening = momentsFrom('2026-11-25T21:59:00.000Z', kyiv);
    const pastMidnight = momentsFrom('2026-11-25T22:00:00.000Z', kyiv);
    const due = '2026-11-26T08:00:00.000Z';
    expect([lateEvening(due)[0], pastMidnight(due)[0]]).toEqual(['tomorrow at 10:00', 'today at 10:00']);
    expect(momentsFrom('2026-11-25T21:59:00.000Z', 'America/New_York')(due)[0]).toBe('tomorrow at 03:00');
    expect(lateEvening('2026-11-25T22:00:00.000Z')[0]).toBe('tomorrow at 00:00');
  });

  test.each([
    [
      'the clocks go back, and a day has 25 hours',
      '2026-10-24T21:30:00.000Z',
      '2026-10-25T21:45:00.000Z',
      kyiv,
      'today at 23:45',
    ],
    [
      'tomorrow is 24 hours and a half away',
      '2026-10-24T20:45:00.000Z',
      '2026-10-25T21:30:00.000Z',
      kyiv,
      'tomorrow at 23:30',
    ],
    [
      'the clocks go forward, and a day has 23 hours',
      '2026-03-28T22:30:00.000Z',
      '2026-03-29T21:15:00.000Z',
      kyiv,
      'tomorrow at 00:15',
    ],
    ['yesterday is 23 hours away', '2026-03-29T21:30:00.000Z', '2026-03-28T22:30:00.000Z', kyiv, 'yesterday at 00:30'],
    ['six days are 145 hours', '2026-10-20T21:00:00.000Z', '2026-10-26T21:59:00.000Z', kyiv, 'Mon 23:59'],
    [
      'midnight does not exist',
      '2026-04-24T09:00:00.000Z',
      '2026-04-23T22:00:00.000Z',
      'Africa/Cairo',
      'today at 01:00',
    ],
    ['a half-hour zone', '2026-11-25T18:29:00.000Z', '2026-11-25T18:30:00.000Z', 'Asia/Kolkata', 'tomorrow at 00:00'],
    ['the year turns', '2026-12-31T10:00:00.000Z', '2027-01-01T10:00:00.000Z', kyiv, 'tomorrow at 12:00'],
    ['the year turns within the week', '2026-12-30T10:00:00.000Z', '2027-01-04T10:00:00.000Z', kyiv, 'Mon 12:00'],
    ['a leap day', '2028-02-28T10:00:00.000Z', '2028-02-29T10:00:00.000Z', kyiv, 'tomorrow at 12:00'],
  ])('is said by the calendar where %s', (_, from, at, zone, said) => {
    expect(formatFor('en').moment(at, zone, from)).toBe(said);
  });

  it('is dated in full for a reader whose day is not known', () => {
    const at = '2026-11-25T11:00:00.000Z';
    expect(inAll((language) => formatFor(language).moment(at, kyiv, undefined))).toEqual([
      'Wed 25 Nov 2026, 13:00',
      'у середу, 25 листопада 2026 р., о 13:00',
      'в среду, 25 ноября 2026 г., в 13:00',
    ]);
  });

  it('takes little room in a list, and carries its year where it is another', () => {
    const { shortMoment, stamp } = formatFor('en');
    const moments = ['2026-11-25T07:40:00.000Z', '2026-11-22T07:40:00.000Z', '2025-11-25T07:40:00.000Z'];
    expect(moments.map((at) => shortMoment(at, kyiv, now))).toEqual(['09:40', '22 Nov 09:40', '25 Nov 2025 09:40']);
    expect(moments.map((at) => stamp(at, kyiv, now))).toEqual([
      'Wed 25 Nov, 09:40',
      'Sun 22 Nov, 09:40',
      'Tue 25 Nov 2025, 09:40',
    ]);
  });
});

describe('until when to answer', () => {
  const link = 'https://t.me/c/1/2';
  const waiting = (dueAt: string) =>
    sayResponses('responses/waiting', { link, waitedMinutes: 30, dueAt, others: 0, timeZone: kyiv });

  test.each([
    [
      '2026-11-25T11:00:00.000Z',
      ['answer by 13:00 today', 'відповісти сьогодні до 13:00', 'ответить сегодня до 13:00'],
    ],
    [
      '2026-11-26T11:00:00.000Z',
      ['answer by 13:00 tomorrow', 'відповісти завтра до 13:00', 'ответить завтра до 13:00'],
    ],
    [
      '2026-11-30T11:00:00.000Z',
      ['answer by Mon 13:00', 'відповісти до понеділка, 13:00', 'ответить до понедельника, 13:00'],
    ],
    [
      '2026-12-21T11:00:00.000Z',
      [
        'answer by Mon 21 Dec, 13:00',
        'відповісти до понеділка, 21 грудня, 13:00',
        'ответить до понедельника, 21 декабря, 13:00',
      ],
    ],
    [
      '2026-11-24T11:00:00.000Z',
      [
        'answer now (due yesterday at 13:00)',
        'відповісти зараз (строк був учора о 13:00)',
        'ответить сейчас (срок был вчера в 13:00)',
      ],
    ],
    [
      '2026-11-25T08:00:00.000Z',
      [
        'answer now (due today at 10:00)',
        'відповісти зараз (строк був сьогодні о 10:00)',
        'ответить сейчас (срок был сегодня в 10:00)',
      ],
    ],
  ] as const)('%s', (dueAt, said) => {
    expect(inAll((language) => wordFinding(aCause(waiting(dueAt)), 'responses', language, now).brief)).toEqual(said);
  });

  it('is no day that comes every week, three weeks after it was missed', () => {
    const overdue = sayResponses('responses/overdue', {
      link,
      waitedMinutes: 250,
      dueAt: '2026-11-02T11:00:00.000Z',
      others: 0,
      timeZone: kyiv,
    });
    expect(inAll((language) => wordFinding(aCause(overdue), 'responses', language, now).brief)).toEqual([
      'no answer for 4 h 10 min of business time, due by Mon 2 Nov, 13:00',
      'без відповіді 4 год 10 хв робочого часу, строк був у понеділок, 2 листопада, о 13:00',
      'без ответа 4 ч 10 мин рабочего времени, срок был в понедельник, 2 ноября, в 13:00',
    ]);
  });

  it('a platform that wants a pause until tomorrow does not seem to want one until this morning', () => {
    const clue = sayResponses('responses/error-word', { says: 'quotaExceeded' });
    const pause = { platform: 'youtube', clue, retryAt: '2026-11-26T08:00:00.000Z' } as const;
    const quota = sayResponses('responses/quota', { ...pause, timeZone: kyiv });
    expect(inAll((language) => wordStatement(quota, language, now).split('. ')[0] ?? '')).toEqual([
      'The request quota of YouTube is used up ("quotaExceeded"); Touchlight asks again no earlier than tomorrow at 10:00',
      'Ліміт запитів до YouTube вичерпано («quotaExceeded»); Touchlight запитає знову не раніше ніж завтра о 10:00',
      'Лимит запросов к YouTube исчерпан («quotaExceeded»); Touchlight спросит снова не раньше чем завтра в 10:00',
    ]);
    expect(wordStatement(sayResponses('responses/quota', pause), 'en', now)).toContain(
      'no earlier than tomorrow at 08:00 UTC.',
    );
  });
});
