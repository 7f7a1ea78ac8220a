import { describe, expect, it } from 'vitest';
import type { Check } from '../../shared/model/check.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { read, smallest } from './reading.ts';

const inbox = `  - id: inbox
    kind: mailbox
    page: info@coffeelab.example
    server: imap.coffeelab.example:993
    secret: info-mailbox
`;

function checksOf(lines: string): Check[] {
  return read(`${smallest}    checks:\n${lines}${inbox}`).touchpoints.flatMap(({ checks }) => checks);
}

describe('where the messages of a form arrive', () => {
  it('makes a check that follows them there', () => {
    const checks = checksOf('      form: { mode: submit, arrivesIn: inbox, within: 20m, failuresToOpen: 3 }\n');
    const [arrival, ...more] = checks.filter(({ probe }) => probe === 'form-arrival');
    expect(more).toEqual([]);
    expect(arrival).toMatchObject({
      id: 'website/form-arrival',
      touchpointId: 'website',
      everyMinutes: 5,
      options: {
        form: 'website/form',
        mailbox: 'inbox',
        account: 'info@coffeelab.example',
        server: 'imap.coffeelab.example:993',
        secret: 'info-mailbox',
        ours: ['coffeelab.example'],
        withinMinutes: 20,
        timeZone: 'Europe/Kyiv',
      },
      thresholds: { arrivalMs: { green: 20 * minuteMs, red: null }, inSpam: { green: 0, red: null } },
      policy: { failuresToOpen: 3 },
    });
    // It runs also when the business is closed: what was sent in the evening arrives then.
    expect(arrival?.onlyWithin).toBeUndefined();
    expect(checks.find(({ id }) => id === 'website/form')?.options).not.toHaveProperty('arrivesIn');
  });

  it('is told of each form by itself, within a quarter of an hour by default', () => {
    const checks = checksOf(
      '      form: false\n      form:/contact: { mode: submit, arrivesIn: inbox }\n      form:/#callback: { mode: submit }\n',
    );
    const arrivals = checks.filter(({ probe }) => probe === 'form-arrival');
    expect(arrivals.map(({ id, options }) => [id, options['form'], options['withinMinutes']])).toEqual([
      ['website/form-arrival:/contact', 'website/form:/contact', 15],
    ]);
  });

  it('is known to no check where the file does not say it', () => {
    expect(checksOf('      form: { mode: submit }\n').filter(({ probe }) => probe === 'form-arrival')).toEqual([]);
  });

  it('does not matter for who waits: the mailbox knows all forms that are really sent', () => {
    const checks = checksOf(
      '      form: { mode: submit }\n      form:/contact: { mode: submit }\n      form:/order: {}\n',
    );
    const responses = checks.find(({ id }) => id === 'inbox/responses');
    expect(responses?.options['tests']).toEqual(['website/form', 'website/form:/contact']);
  });
});
