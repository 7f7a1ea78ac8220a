import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedRuns } from '../../../shared/evaluation/schedule/expected-runs.ts';
import { forecastVisits } from '../../../shared/evaluation/what-if/forecast.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { aCheck } from '../../support/a-check.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

const minuteMs = 60_000;
/** Days off over New Year and a change of the clocks lie within. */
const hours = { ...weekdaysNineToSix, holidays: ['2026-12-31', '2027-01-01'] };

test('as many runs are expected as dispatch sends, minute by minute, also of a check that runs in hours only', () => {
  const aPeriod = fc.record({
    everyMinutes: fc.constantFrom(1, 5, 30, 240, 720, 1440, 7 * 1440),
    inHours: fc.boolean(),
    probe: fc.constantFrom('availability', 'form', 'lighthouse'),
    fromMinute: fc.integer({ min: 0, max: 60 * 1440 }),
    minutes: fc.integer({ min: 0, max: 4 * 1440 }),
  });
  fc.assert(
    fc.property(aPeriod, ({ everyMinutes, inHours, probe, fromMinute, minutes }) => {
      const check = aCheck({ id: `website/${probe}`, everyMinutes, ...(inHours && { onlyWithin: hours }) });
      const from = Date.parse('2026-12-01T00:00:00.000Z') + fromMinute * minuteMs;
      const sent = forecastVisits([check], toInstant(from), minutes).length;
      expect(expectedRuns(check, toInstant(from), toInstant(from + minutes * minuteMs))).toBe(sent);
    }),
    { numRuns: 60 },
  );
});

test('what falls due within a second is not expected before its full minute', () => {
  const check = aCheck({ everyMinutes: 1 });
  expect(expectedRuns(check, '2026-12-01T00:00:30.000Z', '2026-12-01T00:02:00.000Z')).toBe(1);
  expect(expectedRuns(check, '2026-12-01T00:02:00.000Z', '2026-12-01T00:01:00.000Z')).toBe(0);
});
