import { describe, expect, it, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { configurationSchema } from '../../shared/model/business.ts';
import { message, read, smallest, today } from './reading.ts';

const withAlerts = (alerts: string, settings = '') => `alerts: ${alerts}\n${smallest}${settings}`;
const promise = (alerts: string, settings = '') => read(withAlerts(alerts, settings));

function policyOf(id: string, alerts: string, settings = '') {
  const checks = promise(alerts, settings).touchpoints.flatMap((touchpoint) => touchpoint.checks);
  return checks.find((check) => check.id === id)?.policy.acknowledge;
}

const form = 'website/form';
const then = 'then: chief@coffeelab.example';

describe('how soon an alert must be acknowledged', () => {
  test.each([
    [
      'one time for both lights: red around the clock, yellow in business time',
      'acknowledge: 30m',
      { red: { minutes: 30, inBusinessHours: false }, yellow: { minutes: 30, inBusinessHours: true } },
    ],
    [
      'a time for each light',
      'acknowledge: { red: 15m, yellow: 4h }',
      { red: { minutes: 15, inBusinessHours: false }, yellow: { minutes: 240, inBusinessHours: true } },
    ],
    ['only red', 'acknowledge: { red: 1h }', { red: { minutes: 60, inBusinessHours: false } }],
    [
      'everything in business hours',
      'acknowledge: { red: 1h, in: hours }',
      { red: { minutes: 60, inBusinessHours: true } },
    ],
    [
      'everything around the clock',
      'acknowledge: { yellow: 1d, in: always }',
      { yellow: { minutes: 1440, inBusinessHours: false } },
    ],
  ])('%s', (_, written, expected) => {
    expect(policyOf(form, `{ ${written}, ${then} }`)).toEqual(expected);
  });

  it('is no question where the file does not ask for it', () => {
    expect(policyOf(form, '{ email: ops@coffeelab.example }')).toBeUndefined();
    expect(promise('{ email: ops@coffeelab.example }').alerts).not.toHaveProperty('escalateTo');
  });

  it('may differ for one check, or never be asked for there', () => {
    const settings = '    checks: { form: { acknowledge: 15m }, availability: { acknowledge: never } }\n';
    const alerts = `{ acknowledge: { red: 1h }, ${then} }`;
    expect(policyOf(form, alerts, settings)).toEqual({
      red: { minutes: 15, inBusinessHours: false },
      yellow: { minutes: 15, inBusinessHours: true },
    });
    expect(policyOf('website/availability', alerts, settings)).toEqual({});
    expect(policyOf('website/contacts@mobile', alerts, settings)).toEqual({
      red: { minutes: 60, inBusinessHours: false },
    });
  });

  it('names those who are alerted then', () => {
    const { alerts } = promise('{ acknowledge: 30m, then: [chief@coffeelab.example, owner@coffeelab.example] }');
    expect(alerts).toMatchObject({ email: [], escalateTo: ['chief@coffeelab.example', 'owner@coffeelab.example'] });
  });
});

describe('the owner of a touchpoint', () => {
  test.each([
    ['Olena', { name: 'Olena', email: null }],
    ['olena@coffeelab.example', { name: 'olena@coffeelab.example', email: 'olena@coffeelab.example' }],
    [
      '{ name: Olena Marchenko, email: olena@coffeelab.example }',
      { name: 'Olena Marchenko', email: 'olena@coffeelab.example' },
    ],
  ])('may be written as %s', (written, owner) => {
    const configuration = read(`${smallest}    owner: ${written}\n`);
    expect(configuration.touchpoints[0]?.owner).toEqual(owner);
    expect(configurationSchema.safeParse(configuration).success).toBe(true);
  });

  test.each([
    'kind: facebook, page: "1", secret: token',
    'kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: info-mailbox',
    'kind: phone, source: csv, numbers: ["+380 44 123 45 67"]',
    'kind: shopper, to: hello@coffeelab.example, smtp: "smtp.probe.example:587", address: a@probe.example, server: "imap.probe.example:993", secret: s',
  ])('may stand at every kind of touchpoint: %s', (kind) => {
    const { touchpoints } = read(`${smallest}  - { id: other, ${kind}, owner: Olena }\n`);
    expect(touchpoints[1]?.owner).toEqual({ name: 'Olena', email: null });
  });

  it('is nobody unless the file says who', () => {
    expect(read(smallest).touchpoints[0]).not.toHaveProperty('owner');
  });
});

describe('what validate says of it', () => {
  const notesOn = (text: string) => {
    const reading = parseConfiguration(text, 'touchpoints.yaml', today);
    if (!reading.ok) throw new Error(message(reading));
    return reading.notes;
  };

  it('an owner without an address is only named', () => {
    expect(notesOn(`${smallest}    owner: Olena\n`)).toEqual([
      'Touchpoint website: its owner, Olena, has no email address and is only named in alerts and in the weekly mail. To alert this person too, write owner: { name: Olena, email: olena@example.com }.',
    ]);
    expect(notesOn(`${smallest}    owner: olena@coffeelab.example\n`)).toEqual([]);
  });

  it('what nobody is alerted of, nobody can acknowledge', () => {
    const [note, ...others] = notesOn(withAlerts(`{ acknowledge: 30m, ${then} }`));
    expect(others).toEqual([]);
    expect(note).toMatch(
      /^alerts\.acknowledge: nobody is mailed when an incident opens at website \(alerts\.email names/,
    );
    const owner = '    owner: olena@coffeelab.example\n';
    const ofOneCheck = '    checks: { form: { acknowledge: 1h } }\n';
    expect(notesOn(withAlerts(`{ acknowledge: 30m, ${then} }`, owner))).toEqual([]);
    expect(notesOn(withAlerts(`{ ${then} }`, ofOneCheck))).toEqual([note]);
    expect(notesOn(withAlerts(`{ ${then}, email: ops@coffeelab.example }`, ofOneCheck))).toEqual([]);
  });

  it('escalating to somebody who gets everything already reaches nobody new', () => {
    const both = '{ email: [ops@coffeelab.example], acknowledge: 30m, then: [OPS@coffeelab.example] }';
    expect(notesOn(withAlerts(both))).toEqual([
      'alerts.then: OPS@coffeelab.example is alerted of everything already (alerts.email), so escalating reaches nobody new there. Name somebody else, or leave the address out of alerts.email.',
    ]);
  });
});
