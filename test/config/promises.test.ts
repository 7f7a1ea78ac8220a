import { describe, expect, it, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { message, smallest, today } from './reading.ts';

function notesOn(text: string): readonly string[] {
  const reading = parseConfiguration(text, 'touchpoints.yaml', today);
  if (!reading.ok) throw new Error(message(reading));
  return reading.notes;
}

/** @param hours as the file writes them; absent for the default of nine hours from Monday to Friday */
function notesOnPromise(promise: string | null, settings = '', hours?: string): readonly string[] {
  const sla = promise === null ? '' : `, sla: { firstResponse: ${promise} }`;
  const social = `  - { id: facebook, kind: facebook, page: "1", secret: token${sla}${settings} }\n`;
  return notesOn(`${hours === undefined ? '' : `hours: ${hours}\n`}${smallest}${social}`);
}

const days = (amount: string, hours?: string) => notesOnPromise(amount, '', hours);

describe('a promise in days', () => {
  it('is one of 24 business hours each, and one working day is offered', () => {
    expect(days('1d')).toEqual([
      'Touchpoint facebook: firstResponse: 1d means 24 hours of business time, which is 2.7 working days of 9 hours. For one working day, write firstResponse: 9h; if 24 hours of business time are meant, write firstResponse: 24h.',
    ]);
  });

  test.each([
    [
      '2d',
      undefined,
      '48 hours of business time, which is 5.3 working days of 9 hours. For 2 working days, write firstResponse: 18h;',
    ],
    [
      '30d',
      undefined,
      '720 hours of business time, which is 80 working days of 9 hours. For 30 working days, write firstResponse: 270h;',
    ],
    ['1d', '{ mon-fri: "10:00-18:00" }', '3 working days of 8 hours. For one working day, write firstResponse: 8h;'],
    ['1d', '{ mon-fri: ["09:00-13:00", "14:00-18:00"] }', '3 working days of 8 hours. For one'],
    [
      '1d',
      '{ mon-fri: "09:00-17:30" }',
      '2.8 working days of 8 hours 30 minutes. For one working day, write firstResponse: 510m;',
    ],
    [
      '1d',
      '{ mon-fri: "09:00-18:00", sat: "10:00-15:00" }',
      '2.7 working days of 9 hours (sat: 5 hours). For one working day, write firstResponse: 9h;',
    ],
    [
      '1d',
      '{ sat: "10:00-15:00", sun: "10:00-14:00" }',
      '4.8 working days of 5 hours (sun: 4 hours). For one working day, write firstResponse: 5h;',
    ],
    ['1d', '{ mon: "09:00-10:00" }', '24 working days of 1 hour. For one working day, write firstResponse: 1h;'],
    [
      '1d',
      '{ mon-sun: "08:00-24:00" }',
      '1.5 working days of 16 hours. For one working day, write firstResponse: 16h;',
    ],
    ['3d', '{ mon-fri: "00:00-24:00", sat: "00:00-12:00" }', null],
  ] as const)('%s, with the hours %s', (amount, hours, said) => {
    const notes = days(amount, hours);
    expect(notes).toHaveLength(said === null ? 0 : 1);
    if (said !== null) expect(notes[0]).toContain(said);
  });

  it.each(['24h', '8h', '480m', '9h'])('says nothing of %s, which is in hours', (amount) => {
    expect(days(amount)).toEqual([]);
  });

  it('says nothing where a day of work has 24 hours, or where nobody ever works', () => {
    expect(days('1d', '{ mon-sun: "00:00-24:00" }')).toEqual([]);
    expect(days('1d', '{ mon-fri: [] }')).toEqual([]);
  });
});

describe('a promise that polls are too slow for', () => {
  it('is warned about with both values', () => {
    expect(notesOnPromise('10m')).toEqual([
      'Touchpoint facebook promises more than its polls can see: firstResponse: 10m is shorter than every: 15m (the default), so a customer may be overdue before anybody is told. Write every: 2m, or promise firstResponse: 15m or more.',
    ]);
  });

  test.each([
    [
      '1h',
      ', every: 2h',
      'firstResponse: 1h is shorter than every: 2h, so a customer may be overdue before anybody is told. Write every: 15m, or promise firstResponse: 2h or more.',
    ],
    ['1m', ', every: 5m', 'Write every: 1m, or promise firstResponse: 5m or more.'],
    [null, ', every: 12h', 'firstResponse: 8h (the default) is shorter than every: 12h'],
    // A poll a day leaves nine business hours between two of them, not 24.
    [null, ', every: 1d', 'Write every: 2h, or promise firstResponse: 9h or more.'],
    ['9h', ', every: 1d', null],
    ['17h', ', every: 2d', 'Write every: 4h, or promise firstResponse: 18h or more.'],
    ['44h', ', every: 7d', 'firstResponse: 44h is shorter than every: 7d'],
    ['45h', ', every: 7d', null],
    ['15m', '', null],
    ['4h', ', every: 4h', null],
  ] as const)('%s with "%s"', (promise, settings, said) => {
    const notes = notesOnPromise(promise, settings);
    expect(notes).toHaveLength(said === null ? 0 : 1);
    if (said !== null) expect(notes[0]).toContain(said);
  });

  it('counts the default cadence of each platform', () => {
    const x = `${smallest}  - { id: x, kind: x, page: "1", secret: token, sla: { firstResponse: 30m } }\n`;
    expect(notesOn(x)).toEqual([expect.stringContaining('firstResponse: 30m is shorter than every: 1h (the default)')]);
  });
});

describe('patience with a grey check that is shorter than its cadence', () => {
  test.each([
    [
      'checks: { form: { every: 4h, blindAfter: 30m } }',
      'Touchpoint website, check form: blindAfter: 30m is shorter than every: 4h, and only the next run can see that the check is still grey. Write blindAfter: 4h or more, or run the check more often.',
    ],
    ['checks: { lighthouse: { blindAfter: 1h } }', 'every: 12h (the default)'],
    ['checks: { availability: { blindAfter: 5m } }', null],
    ['checks: { form: { every: 4h, blindAfter: 4h } }', null],
    ['checks: { form: false }', null],
  ] as const)('%s', (checks, said) => {
    const notes = notesOn(`${smallest}    ${checks}\n`);
    expect(notes).toHaveLength(said === null ? 0 : 1);
    if (said !== null) expect(notes[0]).toContain(said);
  });
});
