import { describe, expect, it } from 'vitest';
import { guessPlace } from '../../../cli/init/place.ts';
import { regionOf } from '../../../cli/init/region-zones.ts';

describe('the region of an address', () => {
  it.each([
    ['US', 'Smokehouse, 12 Oak St, Austin, TX 78701', 'TX', 'America/Chicago'],
    ['US', 'Denver CO 80202-1234', 'CO', 'America/Denver'],
    ['US', 'Tampa, FL 33601 and Miami, FL 33101', 'FL', 'America/New_York'],
    ['CA', 'Calgary, AB T2P 1J9', 'AB', 'America/Edmonton'],
    ['AU', '1 Hay St, Perth WA 6000', 'WA', 'Australia/Perth'],
  ])('%s, "%s": %s', (country, text, region, zone) => {
    expect(regionOf(country, text)).toEqual({ region, zone });
  });

  it.each([
    ['US', 'Austin, TX 78701 and Miami, FL 33101'],
    ['US', 'Model CA 90210X, order TX 1234'],
    ['US', 'Call (512) 555-0143'],
    ['DE', '70173 Stuttgart, BW 12345'],
  ])('is not told in %s by "%s"', (country, text) => {
    expect(regionOf(country, text)).toBeNull();
  });

  it('tells the time zone, whatever this machine says', () => {
    const hints = {
      url: 'https://bbq.example/',
      pageLanguage: 'en',
      declaredCountry: null,
      machineZone: 'America/Denver',
    };
    const place = guessPlace({ ...hints, phones: ['+15125550143'], text: 'Austin, TX 78701' });
    expect(place).toMatchObject({ timeZone: 'America/Chicago', timeZoneFrom: 'the address (TX)' });
  });
});
