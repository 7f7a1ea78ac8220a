import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { secretNamesIn } from '../../shared/model/business.ts';
import { read, smallest } from './reading.ts';

const places = `  - { id: reviews, kind: google-reviews, page: accounts/1/locations/22, secret: google-access }
  - { id: fan-page, kind: facebook, page: "555", secret: page-token, api: "http://127.0.0.1:8081" }
`;
const withFacts = (settings: string, more = ''): string =>
  `${smallest}    checks:\n      contacts: { country: UA, expect: { phone: "+380 44 123 45 67" } }\n      same-facts: ${settings}\n${more}`;

function checksOf(text: string) {
  return read(text).touchpoints.flatMap(({ checks }) => checks.filter(({ probe }) => probe === 'same-facts'));
}

function faultsOf(text: string): string[] {
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  return reading.ok ? [] : reading.faults.map(({ path, message }) => `${path}: ${message}`);
}

describe('the same facts everywhere', () => {
  it('are compared only where the file says so', () => {
    expect(checksOf(smallest)).toEqual([]);
    expect(checksOf(withFacts('false'))).toEqual([]);
  });

  it('are compared once a day with the profiles and the phone that the file names already', () => {
    const text = withFacts('{}', places);
    expect(checksOf(text)).toMatchObject([
      {
        id: 'website/same-facts',
        everyMinutes: 1440,
        thresholds: { differences: { green: 0, red: null } },
        policy: { failuresToOpen: 1, remindEveryMinutes: 7 * 1440 },
        options: {
          page: null,
          compared: {
            google: { id: 'reviews', account: 'accounts/1/locations/22', secret: 'google-access', api: null },
            facebook: { id: 'fan-page', account: '555', secret: 'page-token', api: 'http://127.0.0.1:8081/' },
            phones: ['+380 44 123 45 67'],
            country: 'UA',
            shifts: null,
          },
        },
      },
    ]);
    expect(secretNamesIn(read(text))).toEqual(['google-access', 'page-token']);
  });

  it('take the hours of the file only where it says that they are the opening hours', () => {
    const own = 'hours: { mon-fri: ["09:00-13:00", "14:00-18:00"] }\n';
    const shiftsOf = (text: string) => checksOf(text)[0]?.options['compared'];
    expect(shiftsOf(withFacts('{}') + own)).toMatchObject({ shifts: null });
    expect(shiftsOf(withFacts('{ ownHours: true }') + own)).toMatchObject({
      shifts: {
        mon: [
          [540, 780],
          [840, 1080],
        ],
        sat: [],
      },
    });
    expect(shiftsOf(withFacts('{ ownHours: true }'))).toMatchObject({ shifts: null });
  });

  it('leave out a place that the file switches off', () => {
    expect(checksOf(withFacts('{ google: false, facebook: fan-page }', places))[0]?.options['compared']).toMatchObject({
      google: null,
      facebook: { id: 'fan-page' },
    });
  });

  it('must be told which of several profiles is meant', () => {
    const two = `${places}  - { id: podil, kind: google-reviews, page: accounts/1/locations/23, secret: google-access }\n`;
    expect(faultsOf(withFacts('{}', two))).toEqual([
      'touchpoints[0].checks.same-facts.google: is missing; this file has 2 touchpoints of kind google-reviews: write reviews or podil, or false to compare with none',
    ]);
    expect(checksOf(withFacts('{ google: podil }', two))[0]?.options['compared']).toMatchObject({
      google: { id: 'podil' },
    });
  });

  it('say what cannot be meant', () => {
    expect(faultsOf(withFacts('{ google: fan-page }', places))).toEqual([
      'touchpoints[0].checks.same-facts.google: "fan-page" is not the id of a touchpoint of kind google-reviews; write reviews',
    ]);
    expect(faultsOf(withFacts('{ facebook: nowhere }'))).toEqual([
      'touchpoints[0].checks.same-facts.facebook: "nowhere" is not the id of a touchpoint of kind facebook; add one, or leave this out',
    ]);
    expect(faultsOf(withFacts('{ every: 1h }'))[0]).toContain('is below the limit of 12h');
    expect(faultsOf(withFacts('{ compared: {} }'))[0]).toContain('compared');
  });
});
