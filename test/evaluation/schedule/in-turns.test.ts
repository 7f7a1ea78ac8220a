import { expect, test } from 'vitest';
import { inTurns } from '../../../shared/evaluation/schedule/in-turns.ts';
import { businessOf } from '../../../shared/model/check-id.ts';

test('the flood of one business waits behind the few of the others, each in its own order', () => {
  const flood = Array.from({ length: 500 }, (_, n) => `bakery.site-${n}`);
  const turns = inTurns([...flood, 'cafe.website', 'salon.website', 'cafe.shop'], businessOf);
  expect(turns.slice(0, 6)).toEqual([
    'bakery.site-0',
    'cafe.website',
    'salon.website',
    'bakery.site-1',
    'cafe.shop',
    'bakery.site-2',
  ]);
  expect(turns).toHaveLength(503);
  expect(turns.filter((id) => businessOf(id) === 'bakery')).toEqual(flood);
});

test('outside a fleet, the order stays', () => {
  expect(inTurns(['website', 'shop', 'facebook'], businessOf)).toEqual(['website', 'shop', 'facebook']);
});
