import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { usableZone, zoneProblem } from '../../shared/config/time-zones.ts';
import { smallest, today } from './reading.ts';

// Abbreviations that one program knows and the next one does not: https://github.com/moment/luxon/issues/1039,
// https://github.com/open-telemetry/opentelemetry.io/issues/5640, https://github.com/iamkun/dayjs/issues/2445.

describe('a time zone', () => {
  it.each([
    'UTC',
    'Europe/Kyiv',
    'Europe/Kiev',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'US/Pacific',
    'Pacific/Kanton',
    'Asia/Calcutta',
  ])('is %s', (zone) => {
    expect(zoneProblem(zone)).toBeNull();
  });

  it.each([
    ['PST', /abbreviation.*did you mean America\/Los_Angeles or Asia\/Manila\?/],
    ['IST', /did you mean Asia\/Kolkata, Asia\/Jerusalem or Europe\/Dublin\?/],
    ['AST', /did you mean America\/Halifax or Asia\/Riyadh\?/],
    ['CST', /did you mean America\/Chicago or Asia\/Shanghai\?/],
    ['EST', /did you mean America\/New_York or America\/Toronto\?/],
    ['msk', /did you mean Europe\/Moscow or Europe\/Minsk\?/],
    ['CET', /did you mean Europe\/Berlin/],
    ['EET', /did you mean Europe\/Kyiv/],
    ['BST', /did you mean Europe\/London or Asia\/Dhaka\?/],
    ['GMT', /did you mean Europe\/London or UTC\?/],
    ['МСК', /did you mean Europe\/Moscow\?/],
    ['utc', /did you mean UTC\?/],
    ['Etc/UTC', /did you mean UTC\?/],
    ['Zulu', /did you mean UTC\?/],
    ['UTC+2', /is an offset.*did you mean Europe\/Kyiv\?/],
    ['+03:00', /is an offset.*did you mean Europe\/Istanbul or Europe\/Moscow\?/],
    ['GMT-5', /is an offset.*did you mean America\/New_York\?/],
    ['+0530', /is an offset.*did you mean Asia\/Kolkata\?/],
    ['+13:45', /is an offset.*write a zone such as Europe\/Kyiv/],
    // Its name says the opposite of what it is.
    ['Etc/GMT+5', /is an offset.*did you mean America\/New_York\?/],
    ['SystemV/PST8', /is not a time zone/],
    ['Turkey', /did you mean Europe\/Istanbul\?/],
    ['GB', /did you mean Europe\/London\?/],
    ['Ukraine', /did you mean Europe\/Kyiv\?/],
    ['Україна', /did you mean Europe\/Kyiv\?/],
    ['UA', /did you mean Europe\/Kyiv\?/],
    ['Germany', /did you mean Europe\/Berlin\?/],
    ['europe/kyiv', /did you mean Europe\/Kyiv\?/],
    ['Europe/Kyjiv', /did you mean Europe\/Kyiv\?/],
    ['New York', /did you mean America\/New_York\?/],
    ['Omks', /is not a time zone; write one such as/],
    ['XYZ', /is not a time zone; write one such as/],
    ['Mars/Olympus', /is not a time zone/],
    // What every object of the language has.
    ['constructor', /is not a time zone/],
    ['__defineGetter__', /is not a time zone/],
    ['__proto__', /is not a time zone/],
    ['hasOwnProperty', /is not a time zone/],
  ])('is not %s', (zone, sentence) => {
    expect(zoneProblem(zone)).toMatch(sentence);
  });

  it('is suggested only where it can be used', () => {
    for (const zone of ['PST', 'IST', 'UTC+2', 'Turkey', 'Ukraine', 'GMT', 'EST', 'Japan', 'PL', 'Польща', '+01:00']) {
      const meant = /did you mean (.*)\?/.exec(zoneProblem(zone) ?? '')?.[1] ?? '';
      expect(meant.split(/, | or /).map(zoneProblem), `${zone}: ${meant}`).not.toContain(expect.any(String));
    }
  });

  it('of a machine is one that a file may name', () => {
    expect(['Europe/Kiev', 'Etc/UTC', 'EST', 'Etc/GMT+3', 'America/Toronto'].map(usableZone)).toEqual([
      'Europe/Kyiv',
      'UTC',
      expect.stringMatching(/^America\/|^UTC$/),
      'UTC',
      'America/Toronto',
    ]);
  });

  it('that a file may name is one that its year can be calculated in', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zoneProblem(zone) === null);
    expect(zones.length).toBeGreaterThan(350);
    for (const zone of zones.filter((_, index) => index % 20 === 0)) {
      const text = `${smallest.replace('Europe/Kyiv', zone)}maintenance: [{ touchpoint: website, from: 2026-12-01T22:00, to: 2026-12-02T02:00 }]\n`;
      expect(parseConfiguration(text, 'touchpoints.yaml', today).ok, zone).toBe(true);
    }
  });
});
