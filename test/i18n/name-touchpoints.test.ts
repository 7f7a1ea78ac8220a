import { expect, test } from 'vitest';
import { digestWords } from '../../shared/i18n/digest.ts';
import { nameTouchpoints } from '../../shared/i18n/name-touchpoints.ts';

const website = { id: 'website', kind: 'website' } as const;
const floor = { id: 'shop-floor', kind: 'scorecard', title: 'Shop floor' } as const;
const named = (...touchpoints: Parameters<typeof nameTouchpoints>[0]) =>
  nameTouchpoints(touchpoints, { words: digestWords.en, language: 'en' });

test('what people assess is called as its template calls it', () => {
  const { nameOf, suffixOf } = named(website, floor);
  expect([nameOf('website'), nameOf('shop-floor'), suffixOf('shop-floor')]).toEqual([
    'Website',
    'Shop floor',
    ' (Shop floor)',
  ]);
});

test('two that are assessed by the same template are told apart by their ids, and by different ones need none', () => {
  const { nameOf, whichOf } = named(floor, { ...floor, id: 'kiosk' }, { ...floor, id: 'calls', title: 'Phone call' });
  expect(['shop-floor', 'kiosk', 'calls'].map(nameOf)).toEqual([
    'Shop floor shop-floor',
    'Shop floor kiosk',
    'Phone call',
  ]);
  expect([whichOf(['kiosk']), whichOf(['calls'])]).toEqual([' (kiosk)', '']);
});
