import { describe, expect, it, test } from 'vitest';
import { describeDaysOff, formatDaysOff } from '../../cli/schedule/days-off.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, smallest } from './reading.ts';

// Days off in Ukraine under martial law: https://github.com/vacanza/holidays/pull/1014, https://github.com/vacanza/holidays/pull/1921; dates that
// moved in 2023: https://github.com/commenthol/date-holidays/pull/428.

function reading(holidays: string, today = '2026-11-22') {
  const result = parseConfiguration(
    `hours: { mon-fri: "09:00-18:00", holidays: ${holidays} }\n${smallest}`,
    'touchpoints.yaml',
    today,
  );
  if (!result.ok) throw new Error(message(result));
  return result;
}

/** The days off of one year, as the month and the day. */
function ofYear(year: number, holidays = 'UA'): string[] {
  const { calendar } = reading(holidays, `${year}-06-01`).configuration;
  return calendar.holidays.filter((date) => date.startsWith(`${year}`)).map((date) => date.slice(5));
}

// Law 2136-IX, article 6; laws 3107-IX and 3258-IX of 2023. Reported for other calendars: vacanza/holidays#1014,
// azuyalabs/yasumi#369, nager/Nager.Date#663 and #676, commenthol/date-holidays#428.
describe('the holidays of Ukraine', () => {
  test.each([
    [
      2023,
      '2023 had both Christmases, and the old dates until the law of 30 July',
      ['01-01', '01-07', '03-08', '04-16', '05-01', '05-09', '06-04', '06-28', '07-28', '08-24', '10-01', '12-25'],
    ],
    [
      2024,
      'the dates of today',
      ['01-01', '03-08', '05-01', '05-05', '05-08', '06-23', '06-28', '07-15', '08-24', '10-01', '12-25'],
    ],
    [
      2025,
      'Easter on 20 April',
      ['01-01', '03-08', '04-20', '05-01', '05-08', '06-08', '06-28', '07-15', '08-24', '10-01', '12-25'],
    ],
    [
      2026,
      'Trinity on 31 May',
      ['01-01', '03-08', '04-12', '05-01', '05-08', '05-31', '06-28', '07-15', '08-24', '10-01', '12-25'],
    ],
    [
      2027,
      'Easter on 2 May',
      ['01-01', '03-08', '05-01', '05-02', '05-08', '06-20', '06-28', '07-15', '08-24', '10-01', '12-25'],
    ],
  ] as const)('in %i: %s', (year, _, days) => {
    expect(ofYear(year)).toEqual(days);
  });

  test.each([
    ['2024-05-06', 'the Monday after Easter'],
    ['2024-08-26', 'the Monday after Independence Day on a Saturday'],
    ['2025-08-25', 'the Monday after Independence Day on a Sunday'],
    ['2025-03-10', "the Monday after Women's Day on a Saturday"],
    ['2026-06-01', 'the Monday after Trinity'],
    ['2026-05-11', 'the Monday after a Victory Day of the old date'],
    ['2026-06-29', 'the Monday after Constitution Day on a Sunday'],
    ['2026-01-02', 'the second day of the year'],
    ['2027-05-04', 'the Tuesday after Labour Day on a Saturday'],
    ['2027-12-27', 'the Monday after Christmas on a Saturday'],
    ['2026-05-09', 'the old date of Victory Day'],
    ['2026-01-07', 'the old Christmas'],
  ])('%s is a day of work: %s', (date) => {
    expect(ofYear(Number(date.slice(0, 4)))).not.toContain(date.slice(5));
  });

  it('are those of the library before the law, and for every other country', () => {
    expect(ofYear(2021)).toContain('08-24');
    expect(ofYear(2021)).toContain('05-10');
    expect(ofYear(2026, 'PL')).toEqual([
      '01-01',
      '01-06',
      '04-05',
      '04-06',
      '05-01',
      '05-03',
      '05-24',
      '06-04',
      '08-15',
      '11-01',
      '11-11',
      '12-24',
      '12-25',
      '12-26',
    ]);
  });
});

describe('a day that is taken out of the holidays', () => {
  test.each([
    ['[UA, "-2026-12-25"]', '2026-12-25'],
    ['[UA, -2026-12-25]', '2026-12-25'],
    ['["-2027-01-01", UA]', '2027-01-01'],
    ['[DE-BY, 2026-12-24, "-2026-06-04"]', '2026-06-04'],
    ['[DE, PL, "-2026-12-25"]', '2026-12-25'],
  ])('is a day of work: %s', (holidays, date) => {
    const { configuration, notes } = reading(holidays);
    expect(configuration.calendar.holidays).not.toContain(date);
    expect(configuration.calendar.holidays.length).toBeGreaterThan(20);
    expect(notes).toEqual([]);
  });

  test.each([
    [
      '[UA, "-2026-12-24"]',
      '"-2026-12-24" removes a day that is not a holiday: no holiday of UA. Correct the date or delete it.',
    ],
    ['[DE, PL, "-2026-12-23"]', 'no holiday of DE or PL'],
    ['["-2026-12-25"]', 'the list names no calendar'],
    ['"-2026-12-25"', 'the list names no calendar'],
    ['[UA, "-2030-02-03"]', '"-2030-02-03" removes a day that is not a holiday'],
    ['[2026-12-24, "-2026-12-25"]', 'the list names no calendar'],
  ])('is warned about where it is none: %s', (holidays, said) => {
    expect(reading(holidays).notes).toEqual([expect.stringContaining(said)]);
  });

  test.each([
    ['far ahead', '[UA, "-2030-12-25"]'],
    ['a Monday that others still take for one', '[UA, "-2026-06-01"]'],
    ['the second day of a holiday that began in the year before', '[UA, "-2027-01-01"]'],
  ])('is not warned about: %s', (_, holidays) => {
    expect(reading(holidays).notes).toEqual([]);
  });
});

describe('the days off that validate believes in', () => {
  const listed = (holidays: string) => {
    const { daysOff, configuration } = reading(holidays);
    return formatDaysOff(describeDaysOff(daysOff, configuration.calendar));
  };

  it('are listed with their names, and with whose data they are', () => {
    expect(
      listed('[UA, 2026-12-24, "-2027-03-08"]'),
    ).toBe(`Days off in the next 12 months, on which nobody is expected to answer:
  Thu 24 Dec 2026  from the file
  Fri 25 Dec 2026  Christmas (UA)
  Fri 01 Jan 2027  New Year (UA)
  Mon 28 Jun 2027  Constitution Day (UA)
  Thu 15 Jul 2027  Statehood Day (UA)
  Tue 24 Aug 2027  Independence Day (UA)
  Fri 01 Oct 2027  Defenders of Ukraine Day (UA)
  (4 more on days that are closed anyway)
The calendar of UA comes from the package date-holidays and is not official. A day that is none: "-2026-12-25" in the list of holidays.
Under martial law (since 24 February 2022), public holidays in Ukraine are working days and are not moved to a Monday: keep only those on which you are closed.`);
  });

  it('are those of the file alone where no calendar is named, and none where they fall on closed days', () => {
    expect(listed('[2026-12-24]')).toBe(
      'Days off in the next 12 months, on which nobody is expected to answer:\n  Thu 24 Dec 2026  from the file',
    );
    expect(listed('[2026-12-26]')).toContain('none on a working day');
    expect(listed('DE')).not.toContain('martial law');
  });

  it('end a year from today, and are counted where they are many', () => {
    const { daysOff } = reading('UA');
    expect(daysOff[0]).toEqual({ date: '2026-12-25', name: 'Christmas', calendar: 'UA' });
    expect(daysOff.every(({ date }) => date >= '2026-11-22' && date < '2027-11-22')).toBe(true);
    expect(listed('[JP, IL]')).toMatch(/\n {2}and \d+ more\n/);
  });
});
