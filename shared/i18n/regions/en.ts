import { isRegion, type Region } from '../../model/region.ts';
import type { OneRegionWords } from './one-region-words.ts';

/** Where each region is, as it reads on behind "from". */
const names: Readonly<Record<Region, string>> = {
  'af-south-1': 'Cape Town',
  'ap-east-1': 'Hong Kong',
  'ap-east-2': 'Taipei',
  'ap-northeast-1': 'Tokyo',
  'ap-northeast-2': 'Seoul',
  'ap-northeast-3': 'Osaka',
  'ap-south-1': 'Mumbai',
  'ap-south-2': 'Hyderabad',
  'ap-southeast-1': 'Singapore',
  'ap-southeast-2': 'Sydney',
  'ap-southeast-3': 'Jakarta',
  'ap-southeast-4': 'Melbourne',
  'ap-southeast-5': 'Malaysia',
  'ap-southeast-7': 'Thailand',
  'ca-central-1': 'Montreal',
  'ca-west-1': 'Calgary',
  'eu-central-1': 'Frankfurt',
  'eu-central-2': 'Zurich',
  'eu-north-1': 'Stockholm',
  'eu-south-1': 'Milan',
  'eu-south-2': 'Spain',
  'eu-west-1': 'Ireland',
  'eu-west-2': 'London',
  'eu-west-3': 'Paris',
  'il-central-1': 'Tel Aviv',
  'me-central-1': 'the United Arab Emirates',
  'me-south-1': 'Bahrain',
  'mx-central-1': 'Mexico',
  'sa-east-1': 'São Paulo',
  'us-east-1': 'Virginia',
  'us-east-2': 'Ohio',
  'us-west-1': 'California',
  'us-west-2': 'Oregon',
};

/** A region that only a later version knows keeps AWS's name. */
export function regionName(region: string): string {
  return isRegion(region) ? names[region] : region;
}

export const oneRegion: OneRegionWords = {
  remedy:
    'Ask your hosting provider whether a firewall, a CDN or a block by country treats visitors from there differently.',
  seenFrom: (fails, unclear) =>
    unclear === '' ? `fails from ${fails}` : `fails from ${fails}; could not be checked from ${unclear}`,
  region: regionName,
  trouble: {
    title: 'The website does not work from everywhere',
    has: (at) => `the website${at} has not worked from everywhere`,
    was: (at) => `the website${at} did not work from everywhere`,
    gain: 'Customers can reach you wherever they are. From some places, they currently cannot.',
  },
};
