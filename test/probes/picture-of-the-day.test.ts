import { expect, it } from 'vitest';
import { isFirstOfItsDay } from '../../shared/evaluation/schedule/first-of-day.ts';
import { aCheck } from '../support/a-check.ts';

const run = (at: string, everyMinutes: number) => ({
  scheduledAt: `2026-11-29T${at}:00.000Z`,
  checks: [{ ...aCheck({ id: 'website/contacts@mobile' }), everyMinutes }],
});

it.each([
  ['every half an hour, at the first', '00:12', 30, true],
  ['every half an hour, at the second', '00:42', 30, false],
  ['every half an hour, at night', '23:42', 30, false],
  ['every four hours, at the first', '03:51', 240, true],
  ['every four hours, at the second', '07:51', 240, false],
  ['once a day', '19:00', 1440, true],
  ['every two days', '23:59', 2880, true],
])('a deployed check takes pictures once a day: %s', (_, at, everyMinutes, takes) => {
  expect(isFirstOfItsDay(run(at, everyMinutes))).toBe(takes);
});
