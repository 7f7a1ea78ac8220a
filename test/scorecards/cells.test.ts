import { describe, expect, it } from 'vitest';
import { minus, readAnswer } from '../../functions/probe-social/scorecards/answer-text.ts';
import { readVisitTime } from '../../functions/probe-social/scorecards/visit-time.ts';
import type { Question } from '../../shared/model/scorecard.ts';
import { phoneCard } from '../support/a-scorecard.ts';

const now = Date.parse('2026-11-23T08:00:00Z');
const read = (text: string) => readVisitTime(text, 'Europe/Kyiv', now);

describe('the time of a visit', () => {
  it.each([
    ['2026-11-20', '2026-11-20T10:00:00.000Z'],
    ['2026/11/20', '2026-11-20T10:00:00.000Z'],
    ['20.11.2026', '2026-11-20T10:00:00.000Z'],
    ['5.1.26', '2026-01-05T10:00:00.000Z'],
    ['20/11/2026', '2026-11-20T10:00:00.000Z'],
    ['11/20/2026', '2026-11-20T10:00:00.000Z'],
    ['05/05/2026', '2026-05-05T09:00:00.000Z'],
    ['20.11.2026 14:30', '2026-11-20T12:30:00.000Z'],
    ['11/20/2026 2:30 PM', '2026-11-20T12:30:00.000Z'],
    ['11/20/2026, 12:05 am', '2026-11-19T22:05:00.000Z'],
    ['2026-11-20 14:30:15', '2026-11-20T12:30:15.000Z'],
    ['2026-11-20T14:30:00Z', '2026-11-20T14:30:00.000Z'],
    ['2026-11-20T14:30+0100', '2026-11-20T13:30:00.000Z'],
    // Skipped when clocks went forward, and shown twice when they went back.
    ['2026-03-29 03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 03:30', '2026-10-25T00:30:00.000Z'],
    // In other zones today may have begun already.
    ['2026-11-24', undefined],
    ['2026-11-23', '2026-11-23T10:00:00.000Z'],
  ])('%s is %s', (text, at) => {
    expect(read(text)).toEqual(at === undefined ? { problem: 'lies in the future; correct the date' } : { at });
  });

  it.each([
    ['03/04/2026', 'may be two days: write 2026-04-03 or 2026-03-04'],
    ['3-4-2026', 'may be two days: write 2026-04-03 or 2026-03-04'],
    ['25/04/26', 'has a year of two digits; write it like'],
    ['29.02.2025', 'is not in the calendar; write it like'],
    ['2026-11-20 24:30', 'is not in the calendar; write it like'],
    ['1926-11-20', 'is in the year 1926; write it like'],
    ['46346,5', 'is a date as Excel counts it'],
    ['last week', 'is not a date; write it like'],
  ])('%s is refused, because it %s', (text, problem) => {
    expect(read(text)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

const questions = new Map(phoneCard.sections.flatMap(({ questions: all }) => all.map((each) => [each.id, each])));
const wait: Question = { ...questionCalled('rings'), type: 'number', full: 5, none: 60, unit: 'хв' } as Question;

function questionCalled(id: string): Question {
  const found = questions.get(id);
  if (found === undefined) throw new Error(`There is no question ${id}.`);
  return found;
}

describe('an answer', () => {
  it.each([
    ...['yes', 'Y', 'TRUE', '1', 'x', 'Х', '✓', ' Так ', 'да'].map((text) => ['greeting', text, 'yes'] as const),
    ...['no', 'N', 'False', '0', '✗', 'НІ', 'нет'].map((text) => ['greeting', text, 'no'] as const),
    ...['-', '−'].map((text) => ['greeting', text, minus] as const),
    ...[['4', 4] as const, ['4,0', 4] as const].map(([text, answer]) => ['solved', text, answer] as const),
    ...['warm', 'WARM', 'Warm '].map((text) => ['tone', text, 'warm'] as const),
    ...(
      [
        ['2,5', 2.5],
        ['-3', -3],
        ['1 200', 1200],
        ['1e-3', 0.001],
      ] as const
    ).map(([text, answer]) => ['rings', text, answer] as const),
  ])('to %s may be written as %s', (id, text, answer) => {
    expect(readAnswer(questionCalled(id), text)).toMatchObject({ is: 'answer', answer });
  });

  it('may be called as "does not apply" is written elsewhere, where the template has such an option', () => {
    const options = [
      { id: 'full', label: 'In full', earns: 1 },
      { id: 'na', label: '–', earns: 0.5 },
    ];
    const choice: Question = { id: 'goodbye', ask: 'Goodbye?', type: 'choice', weight: 1, na: true, options };
    for (const text of ['na', 'NA', '–']) expect(readAnswer(choice, text)).toEqual({ is: 'answer', answer: 'na' });
    for (const text of ['n/a', '-']) expect(readAnswer(choice, text)).toEqual({ is: 'not-applicable' });
  });

  it('may have its unit beside it', () => {
    expect(readAnswer(wait, '12,5 хв')).toEqual({ is: 'answer', answer: 12.5 });
    expect(readAnswer(wait, '12 годин')).toMatchObject({ is: 'unreadable' });
  });

  it.each(['n/a', 'N/A', 'н/д', '–', 'не применимо'])('%s says that the question does not apply', (text) => {
    for (const question of questions.values()) expect(readAnswer(question, text)).toEqual({ is: 'not-applicable' });
  });

  it('is not given by an empty cell, and a minus is no answer to a scale, a choice or a number', () => {
    expect(readAnswer(questionCalled('solved'), '  ')).toEqual({ is: 'blank' });
    for (const id of ['solved', 'tone', 'rings'])
      expect(readAnswer(questionCalled(id), '-')).toEqual({ is: 'not-applicable' });
  });

  it.each([
    ['solved', '4,5'],
    ['solved', '-1'],
    ['rings', '1.234,5'],
    ['rings', 'Infinity'],
    ['rings', '0x10'],
    ['tone', 'yes'],
    ['greeting', 'ye'],
  ])('to %s is not %s', (id, text) => {
    expect(readAnswer(questionCalled(id), text)).toMatchObject({ is: 'unreadable' });
  });
});
