import { describe, expect, it } from 'vitest';
import { createDueIndex } from '../../../shared/evaluation/schedule/due-index.ts';
import { dueVisits } from '../../../shared/evaluation/schedule/due-visits.ts';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { aCheck } from '../../support/a-check.ts';
import { weekdaysNineToSix } from '../../support/a-world.ts';

const minuteAt = (minute: number): string => toInstant(Date.parse('2026-10-23T00:00:00.000Z') + minute * 60_000);
const names = ['availability', 'page-load@mobile', 'page-load@desktop', 'contacts@mobile', 'form', 'lighthouse'];

function checksOf(business: number): Check[] {
  const zones = ['Europe/Kyiv', 'America/New_York', 'Pacific/Chatham'];
  const calendar = { ...weekdaysNineToSix, timeZone: zones[business % 3] ?? 'UTC' };
  return names.map((name, place) => ({
    ...aCheck({ id: `business-${business}.website/${name}` }),
    everyMinutes: [1, 5, 30, 45, 360, 1440][(place + business) % 6] ?? 1,
    // Each form within the hours of its business; of the fifth, within none.
    ...(name === 'form' && business !== 5 && { onlyWithin: calendar }),
  }));
}

describe('the index of what is due', () => {
  const checks = Array.from({ length: 12 }, (_, business) => checksOf(business)).flat();
  const index = createDueIndex(checks);

  it('finds the same visits as a look at every check, minute by minute, over weekends and set clocks', () => {
    let visits = 0;
    // A week from the Friday before clocks go back in Kyiv.
    for (let minute = 0; minute < 7 * 1440; minute += 1) {
      const found = index.visitsAt(minuteAt(minute));
      if (minute % 7 === 0 || minute % 60 === 0) expect(found).toEqual(dueVisits(checks, minuteAt(minute)));
      visits += found.length;
    }
    expect(visits).toBeGreaterThan(50_000);
  });

  it('what falls due while its hours are closed is made up for when they open, as before', () => {
    const opening = Array.from({ length: 11 * 24 }, (_, hour) => minuteAt(hour * 60));
    const late = opening.filter(
      (minute) =>
        index.visitsAt(minute).length >
        dueVisits(
          checks.filter((check) => check.onlyWithin === undefined),
          minute,
        ).length,
    );
    expect(late.length).toBeGreaterThan(0);
    for (const minute of late) expect(index.visitsAt(minute)).toEqual(dueVisits(checks, minute));
  });

  it('knows a check by its id, and none that is not scheduled', () => {
    expect(index.check('business-3.website/form')).toBe(checks.find(({ id }) => id === 'business-3.website/form'));
    expect(index.check('business-99.website/form')).toBeUndefined();
  });
});
