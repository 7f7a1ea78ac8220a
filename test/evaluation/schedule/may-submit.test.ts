import { describe, expect, it } from 'vitest';
import { countedFrom, maySubmit } from '../../../shared/evaluation/schedule/may-submit.ts';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

/** A Monday noon in Kyiv. */
const noon = '2026-11-23T10:00:00.000Z';
const earlierBy = (at: Instant, hours: number): Instant => toInstant(Date.parse(at) - hours * 3_600_000);
const atNoon = { scheduledAt: noon, now: noon };

describe('whether a form may really be sent', () => {
  it('in business hours, below the limit: yes', () => {
    expect(maySubmit({ onlyWithin: weekdaysNineToSix }, 2, [earlierBy(noon, 3)], atNoon)).toEqual({ reason: 'send' });
  });

  it('not outside business hours, also when the run was due within them and is late', () => {
    const late = { scheduledAt: noon, now: '2026-11-23T17:00:00.000Z' };
    expect(maySubmit({ onlyWithin: weekdaysNineToSix }, 8, [], late)).toEqual({
      reason: 'outside-hours',
      opensAt: '2026-11-24T07:00:00.000Z',
    });
    expect(maySubmit({}, 8, [], late)).toEqual({ reason: 'send' });
  });

  it('not beyond the limit of any 24 hours, and it says when again', () => {
    const earlier = [earlierBy(noon, 30), earlierBy(noon, 20), earlierBy(noon, 10), earlierBy(noon, 1)];
    expect(maySubmit({}, 3, earlier, atNoon)).toEqual({ reason: 'daily-limit', freeAt: '2026-11-23T14:00:00.000Z' });
    expect(maySubmit({}, 4, earlier, atNoon)).toEqual({ reason: 'send' });
  });

  it('a cadence that uses the limit up is not held up by its own first run of the day before', () => {
    const everySixHours = [24, 18, 12, 6].map((hours) => earlierBy(noon, hours));
    expect(maySubmit({}, 4, everySixHours, atNoon)).toEqual({ reason: 'send' });
    expect(everySixHours.filter((at) => at >= countedFrom(noon))).toHaveLength(3);
  });

  it('one confirmation on top of such a cadence is one too many', () => {
    const withConfirmation = [18, 12, 6, 5.9].map((hours) => earlierBy(noon, hours));
    expect(maySubmit({}, 4, withConfirmation, atNoon)).toMatchObject({ reason: 'daily-limit' });
  });
});
