import { describe, expect, it } from 'vitest';
import { placementOf } from '../../../shared/evaluation/places/place-of.ts';
import { sheetOf } from '../../../shared/evaluation/places/sheet.ts';
import type { Check } from '../../../shared/model/check.ts';
import type { ShownLight } from '../../../shared/model/light.ts';
import { type Place, places } from '../../../shared/model/place.ts';
import { read } from '../../config/reading.ts';

const { touchpoints } = read(`business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
  - { id: phone, kind: phone, numbers: ["+380 44 123 45 67"], source: twilio, secret: t, sla: { firstResponse: 4h } }
  - { id: inbox, kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: mail, sla: { firstResponse: 4h } }
  - { id: bot, kind: telegram, page: "@coffeelab", secret: bot, sla: { firstResponse: 4h } }
  - { id: facebook, kind: facebook, page: "1", secret: fb, sla: { firstResponse: 4h } }
  - { id: maps, kind: google-reviews, page: accounts/1/locations/2, secret: google, sla: { firstResponse: 4h } }
  - { id: pilot, kind: trustpilot, page: coffeelab.example, secret: pilot, sla: { firstResponse: 4h } }
`);

function withOptions(options: Check['options']) {
  const [website] = touchpoints;
  const [check] = website?.checks ?? [];
  if (website === undefined || check === undefined) throw new Error('The website has no check.');
  return { kind: website.kind, checks: [{ ...check, options }] };
}

describe('the place of a touchpoint', () => {
  it('follows from its kind', () => {
    expect(Object.fromEntries(touchpoints.map((each) => [each.id, placementOf(each).place]))).toEqual({
      website: 'website',
      phone: 'phone',
      inbox: 'messages',
      bot: 'messages',
      facebook: 'social',
      maps: 'reviews',
      pilot: 'reviews',
    });
  });

  it('is the one that its scorecard names', () => {
    const template = { scorecard: 'shop-floor', version: 2, place: 'live-contact' };
    expect(placementOf(withOptions({ template }))).toEqual({ place: 'live-contact', isScored: true });
  });

  it.each([{ template: 'scorecards/own.yaml' }, { template: { place: 'moon' } }, { template: null }, {}])(
    'is not taken from options that say something else: %j',
    (options) => expect(placementOf(withOptions(options))).toEqual({ place: 'website', isScored: false }),
  );
});

describe('the sheet', () => {
  const at = (id: string, place: Place | null, light: ShownLight) => ({ id, place, light });
  const rows = (...all: readonly ReturnType<typeof at>[]) =>
    sheetOf(all).map(({ place, light, touchpoints: its }) => [place, light, its.map(({ id }) => id).join(' ')]);

  it('has all six places in the order of the audit, also when nobody watches any', () => {
    expect(rows()).toEqual(places.map((place) => [place, null, '']));
  });

  it('shows the worst light of a place, and its worst touchpoint first', () => {
    const all = rows(
      at('a', 'social', 'green'),
      at('b', 'social', 'unknown'),
      at('c', 'social', 'yellow'),
      at('d', 'phone', 'green'),
      at('e', 'phone', null),
      at('f', 'reviews', 'green'),
      at('g', 'reviews', 'unknown'),
    );
    expect(all).toEqual([
      ['phone', 'green', 'd e'],
      ['messages', null, ''],
      ['social', 'yellow', 'c b a'],
      ['live-contact', null, ''],
      ['website', null, ''],
      ['reviews', 'unknown', 'g f'],
    ]);
  });

  it('puts below the six what belongs to none of them', () => {
    expect(rows(at('returning', null, 'red')).at(-1)).toEqual(['loyalty', 'red', 'returning']);
  });
});
