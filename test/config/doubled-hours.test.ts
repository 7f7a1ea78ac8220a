import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, read, smallest, today } from './reading.ts';

// Windows that are an hour off: https://github.com/louislam/uptime-kuma/issues/6233, https://github.com/louislam/uptime-kuma/issues/4856.

const fileWith = (timeZone: string, from: string, to: string) =>
  `${smallest.replace('Europe/Kyiv', timeZone)}maintenance:\n  - { touchpoint: website, from: ${from}, to: ${to} }\n`;

function windowOf(timeZone: string, from: string, to: string): string[] {
  return read(fileWith(timeZone, from, to)).maintenance.flatMap((window) => [window.from, window.to]);
}

function refusal(timeZone: string, from: string, to: string): string {
  return message(parseConfiguration(fileWith(timeZone, from, to), 'touchpoints.yaml', today));
}

/** Clocks go back: the local hour comes twice. The instants agree with Python's zoneinfo (fold 0 for the beginning, 1 for the end). */
const doubled = [
  ['Europe/Kyiv', '2026-10-25T02:00', '2026-10-25T03:30', '2026-10-24T23:00', '2026-10-25T01:30'],
  ['Europe/Kyiv', '2026-10-25T03:30', '2026-10-25T05:00', '2026-10-25T00:30', '2026-10-25T03:00'],
  ['Europe/Kyiv', '2026-10-25T03:10', '2026-10-25T03:50', '2026-10-25T00:10', '2026-10-25T01:50'],
  ['Europe/Kyiv', '2026-10-25T03:45', '2026-10-25T03:15', '2026-10-25T00:45', '2026-10-25T01:15'],
  ['Europe/Berlin', '2026-10-25T01:00', '2026-10-25T02:59', '2026-10-24T23:00', '2026-10-25T01:59'],
  ['Europe/London', '2026-10-25T00:30', '2026-10-25T01:30', '2026-10-24T23:30', '2026-10-25T01:30'],
  ['America/New_York', '2026-11-01T01:00', '2026-11-01T01:30', '2026-11-01T05:00', '2026-11-01T06:30'],
  ['Australia/Lord_Howe', '2027-04-04T01:30', '2027-04-04T01:45', '2027-04-03T14:30', '2027-04-03T15:15'],
  ['America/Santiago', '2027-04-03T23:00', '2027-04-03T23:30', '2027-04-04T02:00', '2027-04-04T03:30'],
  ['Atlantic/Azores', '2026-10-25T00:30', '2026-10-25T00:45', '2026-10-25T00:30', '2026-10-25T01:45'],
  // Just before and just after, nothing is doubled.
  ['Europe/Kyiv', '2026-10-25T04:00', '2026-10-25T05:00', '2026-10-25T02:00', '2026-10-25T03:00'],
  ['Europe/Kyiv', '2026-10-25T02:00', '2026-10-25T02:59', '2026-10-24T23:00', '2026-10-24T23:59'],
] as const;

describe('in the night when clocks go back', () => {
  it.each(doubled)('in %s, a window from %s to %s covers both readings', (zone, from, to, begins, ends) => {
    expect(windowOf(zone, from, to)).toEqual([`${begins}:00.000Z`, `${ends}:00.000Z`]);
  });

  it('a window that ends before it begins by any reading is refused', () => {
    expect(refusal('Europe/Kyiv', '2026-10-25T04:15', '2026-10-25T03:45')).toContain(
      '2026-10-25T03:45 is not after the beginning, 2026-10-25T04:15; write a later end',
    );
    expect(refusal('Europe/Kyiv', '2026-10-26T03:45', '2026-10-26T03:15')).toContain('is not after the beginning');
  });
});

/** Clocks go forward: zone, a time that no clock shows, the change, and what to write as a beginning and as an end. */
const skipped = [
  ['Europe/Kyiv', '2026-03-29T03:30', '2026-03-29T03:00', '2026-03-29T04:00', '2026-03-29T04:30'],
  ['Europe/Kyiv', '2026-03-29T03:00', '2026-03-29T03:00', '2026-03-29T04:00', '2026-03-29T04:00'],
  ['Europe/Kyiv', '2026-03-29T03:59', '2026-03-29T03:00', '2026-03-29T04:00', '2026-03-29T04:59'],
  ['Europe/Berlin', '2026-03-29T02:15', '2026-03-29T02:00', '2026-03-29T03:00', '2026-03-29T03:15'],
  ['Europe/London', '2026-03-29T01:00', '2026-03-29T01:00', '2026-03-29T02:00', '2026-03-29T02:00'],
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T02:00', '2026-03-08T03:00', '2026-03-08T03:30'],
  ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-04T02:00', '2026-10-04T02:30', '2026-10-04T02:40'],
  ['America/Santiago', '2026-09-06T00:30', '2026-09-06T00:00', '2026-09-06T01:00', '2026-09-06T01:30'],
  ['Africa/Cairo', '2026-04-24T00:00', '2026-04-24T00:00', '2026-04-24T01:00', '2026-04-24T01:00'],
  ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T00:00', '2011-12-31T00:00', '2011-12-31T12:00'],
] as const;

describe('in the night when clocks go forward', () => {
  it.each(skipped)('in %s, %s is refused, with the time to write instead', (zone, time, from, to, unmoved) => {
    const why = `${time} is a time that no clock in ${zone} shows: they are set forward from ${from} to ${to}`;
    expect(refusal(zone, time, '2030-06-01T00:00')).toContain(`maintenance[0].from: ${why}; write ${to}`);
    expect(refusal(zone, '2000-06-01T00:00', time)).toContain(`maintenance[0].to: ${why}; write ${unmoved}`);
  });

  it.each(skipped)('in %s, what is offered instead of %s is accepted', (zone, _time, _from, to, unmoved) => {
    expect(refusal(zone, to, '2030-06-01T00:00')).toBe('no fault');
    expect(refusal(zone, '2000-06-01T00:00', unmoved)).toBe('no fault');
  });

  it('a window within the skipped hour is refused at both ends, and not accepted as one that ends before it begins', () => {
    const twice = refusal('Europe/Kyiv', '2026-03-29T03:10', '2026-03-29T03:50');
    expect(twice).toContain('maintenance[0].from: 2026-03-29T03:10 is a time');
    expect(twice).toContain('maintenance[0].to: 2026-03-29T03:50 is a time');
  });

  it('a window around the change is shorter by the hour that there is not', () => {
    expect(windowOf('Europe/Kyiv', '2026-03-29T02:00', '2026-03-29T05:00')).toEqual([
      '2026-03-29T00:00:00.000Z',
      '2026-03-29T02:00:00.000Z',
    ]);
  });
});

it('where the zone is wrong, the window is still compared', () => {
  const text = refusal('Europe/Nowhere', '2026-03-29T03:30', '2026-03-29T03:10');
  expect(text).toContain('maintenance[0].to: 2026-03-29T03:10 is not after the beginning');
  expect(text).not.toContain('no clock');
});
