import { addBusinessMinutes, businessMinutesBetween } from '../../shared/evaluation/schedule/business-time.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { coffeeLabHours } from '../social/support/coffee-lab-hours.ts';
import { countMinutes, minuteMs, minutesOfYear, readWall, year } from '../social/support/minute-by-minute.ts';
import { verdict } from './verdict.ts';

const limitUs = 50;
const batches = 50;
const batchSize = 200;

/** One evaluation of a year's span, beside the minute-by-minute reference that the property test compares it with. */
export function benchBusinessTime(): boolean {
  // As each poll has it: read from the configuration, so compiled once and asked for many conversations.
  const calendar = { ...coffeeLabHours, holidays: ['2026-01-01', '2026-05-01', '2026-08-24', '2026-12-25'] };
  const from = toInstant(year);
  const to = toInstant(year + (minutesOfYear - 1) * minuteMs);
  const wall = readWall(calendar.timeZone);
  const started = performance.now();
  const counted = countMinutes(0, minutesOfYear - 1, wall, calendar);
  const referenceUs = (performance.now() - started) * 1000;
  const reckoned = businessMinutesBetween(from, to, calendar);
  const elapsedUs = median(() => businessMinutesBetween(from, to, calendar));
  const dueUs = median(() => addBusinessMinutes(from, counted, calendar));
  console.log(`a year has ${counted} minutes of business; counted minute by minute in ${referenceUs.toFixed(0)} us`);
  console.log(`a due time a year ahead takes ${round(dueUs)} us`);
  return [
    verdict('difference to the reference', Math.abs(counted - reckoned), 0, 'minutes'),
    verdict("one evaluation of a year's span", round(elapsedUs), limitUs, 'us'),
  ].every(Boolean);
}

/** Microseconds of one call: the median of batches, so that a pause of the machine does not count. */
function median(call: () => unknown): number {
  const times: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const started = performance.now();
    for (let i = 0; i < batchSize; i++) call();
    times.push(((performance.now() - started) * 1000) / batchSize);
  }
  return times.toSorted((a, b) => a - b)[batches / 2] ?? Number.NaN;
}

function round(us: number): number {
  return Math.round(us * 10) / 10;
}
