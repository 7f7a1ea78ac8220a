import { coffeeLab } from '../demo-business/business.ts';

const { phone, street, postalCode, city, hours } = coffeeLab;

function hourOf(time: string): { readonly hours: number } {
  return { hours: Number(time.split(':')[0]) };
}

/** What Coffee Lab's profile at Google says of it, as the Business Information API writes that. */
export const coffeeLabAtGoogle = {
  phoneNumbers: { primaryPhone: phone.display.replace('+380 ', '0') },
  storefrontAddress: { regionCode: 'UA', postalCode, locality: city, addressLines: [street] },
  regularHours: {
    periods: hours.flatMap(({ days, opens, closes }) =>
      days.map((day) => ({
        openDay: day.toUpperCase(),
        openTime: hourOf(opens),
        closeDay: day.toUpperCase(),
        closeTime: hourOf(closes),
      })),
    ),
  },
  openInfo: { status: 'OPEN', canReopen: true },
} as const;

/** And its page at Facebook, as the Graph API does. */
export const coffeeLabAtFacebook = {
  phone: phone.display,
  single_line_address: `${street}, ${city}, Ukraine, ${postalCode}`,
  location: { street, city, country: 'Ukraine', zip: postalCode },
  hours: Object.fromEntries(
    hours.flatMap(({ days, opens, closes }) =>
      days.flatMap((day) => {
        const key = day.slice(0, 3).toLowerCase();
        return [
          [`${key}_1_open`, opens],
          [`${key}_1_close`, closes],
        ];
      }),
    ),
  ),
} as const;
