/** What stands before a postal code, as people write it: "Austin, TX 78701", "Perth WA 6000", "Calgary, AB T2P 1J9". */
const written: Readonly<Record<string, RegExp>> = {
  US: /(?<![A-Za-z])([A-Z]{2})[\s,]+\d{5}(?:-\d{4})?(?![\dA-Za-z])/g,
  CA: /(?<![A-Za-z])([A-Z]{2})[\s,]+[A-Z]\d[A-Z]\s?\d[A-Z]\d(?![A-Za-z\d])/g,
  AU: /(?<![A-Za-z])([A-Z]{2,3})[\s,]+\d{4}(?![\dA-Za-z])/g,
};

/** The time zone in which most of a region lives. Source: the tz database's zone1970.tab and its comments. */
const zones: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    'America/New_York': 'CT DC DE FL GA KY MA MD ME NC NH NJ NY OH PA RI SC VA VT WV',
    'America/Detroit': 'MI',
    'America/Indiana/Indianapolis': 'IN',
    'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
    'America/Denver': 'CO MT NM UT WY',
    'America/Boise': 'ID',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA NV OR WA',
    'America/Anchorage': 'AK',
    'Pacific/Honolulu': 'HI',
  },
  CA: {
    'America/St_Johns': 'NL',
    'America/Halifax': 'NB NS PE',
    'America/Toronto': 'ON QC',
    'America/Winnipeg': 'MB',
    'America/Regina': 'SK',
    'America/Edmonton': 'AB',
    'America/Vancouver': 'BC',
  },
  AU: {
    'Australia/Sydney': 'ACT NSW',
    'Australia/Melbourne': 'VIC',
    'Australia/Brisbane': 'QLD',
    'Australia/Adelaide': 'SA',
    'Australia/Darwin': 'NT',
    'Australia/Hobart': 'TAS',
    'Australia/Perth': 'WA',
  },
};

/**
 * The region that the addresses of a page name, in a country of several time zones.
 * @param country such as `US`
 * @returns null where the page names none, or regions of several zones
 */
export function regionOf(country: string, text: string): { readonly region: string; readonly zone: string } | null {
  const shape = written[country];
  if (shape === undefined) return null;
  const known = Object.entries(zones[country] ?? {});
  const named = [...text.matchAll(shape)].flatMap(([, region = '']) => {
    const zone = known.find(([, regions]) => regions.split(' ').includes(region))?.[0];
    return zone === undefined ? [] : [{ region, zone }];
  });
  const [first] = named;
  return first !== undefined && named.every(({ zone }) => zone === first.zone) ? first : null;
}
