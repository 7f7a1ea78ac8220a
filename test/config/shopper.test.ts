import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Check } from '../../shared/model/check.ts';
import { message, read, smallest, today } from './reading.ts';

const file = (...lines: readonly string[]): string => `business: Coffee Lab
timeZone: Europe/Kyiv
language: uk
touchpoints:
  - id: enquiries
    kind: shopper
    to: hello@coffeelab.example
    address: shopper@probe.example
    server: imap.probe.example:993
    smtp: smtp.probe.example:587
    secret: shopper-mailbox
${lines.map((line) => `    ${line}\n`).join('')}`;

const checkOf = (...lines: readonly string[]): Check => {
  const [check] = read(file(...lines)).touchpoints.flatMap(({ checks }) => checks);
  if (check === undefined) throw new Error('A shopper has one check.');
  return check;
};
const faultsOf = (text: string): string => message(parseConfiguration(text, 'touchpoints.yaml', today));

describe('a mystery shopper in touchpoints.yaml', () => {
  it('is a touchpoint with one check, which asks once a week, openly and in the language of the business', () => {
    expect(checkOf('sla: { firstResponse: 4h }')).toMatchObject({
      id: 'enquiries/shopper',
      everyMinutes: 15,
      options: {
        business: 'Coffee Lab',
        language: 'uk',
        to: 'hello@coffeelab.example',
        address: 'shopper@probe.example',
        secret: 'shopper-mailbox',
        smtpSecret: 'shopper-mailbox',
        replyTag: false,
        perWeek: 1,
        slaMinutes: 240,
        blind: false,
        scenarios: ['question', 'price', 'appointment', 'complaint'],
        texts: [],
      },
      thresholds: {
        overdue: { green: 0, red: 1 },
        waitingMinutes: { green: 180, red: 240 },
        firstResponseMinutes: { green: 240, red: null },
      },
    });
  });

  it('has answers sent to an address for each enquiry where the provider is known to take them', () => {
    const at = (server: string): unknown =>
      read(file().replace('imap.probe.example', server)).touchpoints[0]?.checks[0]?.options['replyTag'];
    expect(['imap.gmail.com', 'outlook.office365.com', 'notgmail.com', 'imap.gmail.com.example'].map(at)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(checkOf('replyTag: true').options['replyTag']).toBe(true);
  });

  it('uses texts of the file instead of its own, and those scenarios that are named beside them', () => {
    const own = 'texts: [{ subject: Hours, text: "Hello, are you open on Saturday?" }]';
    expect(checkOf(own).options).toMatchObject({ scenarios: [], texts: [{ subject: 'Hours' }] });
    expect(checkOf(own, 'scenarios: [price]').options['scenarios']).toEqual(['price']);
  });

  it('is no customer of a mailbox in the same file', () => {
    const inbox =
      '  - { id: inbox, kind: mailbox, page: hello@coffeelab.example, server: "imap.coffeelab.example:993", secret: inbox }\n';
    const { touchpoints } = read(file() + inbox);
    expect(touchpoints[1]?.checks[0]?.options['shoppers']).toEqual(['shopper@probe.example']);
  });

  it.each([
    [
      'blind: true',
      "blind: needs the owner's written consent, because staff are tested without being told; add consent",
    ],
    ['perWeek: 6', 'perWeek: 6 is above the limit of 5'],
    ['perWeek: 0', 'perWeek: 0 is below the limit of 1'],
    ['scenarios: [price, price]', 'scenarios[1]: lists a scenario twice; remove one'],
    ['scenarios: [order]', 'scenarios[0]: "order" is not'],
    ['blind: true\n    consent: { by: Olena, date: 20.11.2026 }', 'consent.date: "20.11.2026"'],
    ['consent: { by: Olena }', 'consent.date: is missing'],
  ])('says what is wrong with "%s"', (line, says) => {
    expect(faultsOf(file(...line.split('\n    ')))).toContain(says);
  });

  it.each([
    [
      'address: shopper@probe.example',
      'address: Hello+test@coffeelab.example',
      'is the address that the shopper writes to',
    ],
    ['smtp: smtp.probe.example:587', 'smtp: smtp.probe.example', 'has no port; did you mean "smtp.probe.example:587"?'],
    ['smtp: smtp.probe.example:587', 'smtp: smtp.probe.example:993', 'is a port for reading mail'],
    ['server: imap.probe.example:993', 'server: smtp.probe.example:587', 'is the port for sending mail'],
  ])('refuses "%s" written as "%s"', (right, wrong, says) => {
    expect(faultsOf(file().replace(right, wrong))).toContain(says);
  });
});

describe("a shopper at the business's own domain", () => {
  const notesOn = (address: string, others = '') => {
    const reading = parseConfiguration(
      `${smallest}  - { id: enquiries, kind: shopper, to: hello@coffeelab.ua, address: ${address}, server: "imap.x.example:993", smtp: "smtp.x.example:587", secret: s }\n${others}`,
      'touchpoints.yaml',
      today,
    );
    return reading.ok ? reading.notes : [message(reading)];
  };
  const inbox =
    '  - { id: inbox, kind: mailbox, page: info@gmail.com, ours: [info@gmail.com, anna@partner.example], server: "imap.gmail.com:993", secret: m }\n';

  it.each([
    ['the domain that it writes to', 'shopper@coffeelab.ua', ''],
    ['a subdomain of it', 'shopper@mail.coffeelab.ua', ''],
    ["the website's", 'shopper@coffeelab.example', ''],
    ["an address that a mailbox counts as the business's own", 'anna@partner.example', inbox],
  ])('is named: %s', (_, address, others) => {
    expect(notesOn(address, others)).toEqual([
      `Touchpoint enquiries: the shopper's address ${address} is one of the business's own, so mail from there counts as a colleague's: a filter or a ticket system may treat it otherwise than a customer's. Give the shopper a mailbox at another domain, such as one of a free provider.`,
    ]);
  });

  it('is nothing to speak of where everybody may have an address, or elsewhere', () => {
    expect(notesOn('shopper@gmail.com', inbox)).toEqual([]);
    expect(notesOn('shopper@notcoffeelab.ua')).toEqual([]);
  });
});
