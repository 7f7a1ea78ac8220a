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

const byForm = (...lines: readonly string[]): string => `business: Coffee Lab
timeZone: Europe/Kyiv
inbound: { domain: Inbox.CoffeeLab.example }
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
    checks: { form: { every: 2d, fill: { City: Kyiv } }, "form:/#callback": {}, "form:/order": false }
  - id: enquiries
    kind: shopper
${lines.map((line) => `    ${line}\n`).join('')}`;

describe('a mystery shopper that asks through a form', () => {
  const optionsOf = (...lines: readonly string[]): Check['options'] | undefined =>
    read(byForm(...lines)).touchpoints[1]?.checks[0]?.options;

  it('has the form of a website really sent, under its own name and within business hours', () => {
    expect(optionsOf('form: website/form', 'source: inbound')).toMatchObject({
      inbound: true,
      address: 'enquiries@inbox.coffeelab.example',
      replyTag: true,
      to: '',
      smtp: null,
      form: {
        id: 'enquiries/form',
        touchpointId: 'enquiries',
        url: 'https://coffeelab.example',
        options: { mode: 'submit', outsideHours: false, fill: { City: 'Kyiv' } },
        onlyWithin: { timeZone: 'Europe/Kyiv' },
      },
    });
    expect(optionsOf('form: website/form:/#callback', 'source: inbound')?.['form']).toMatchObject({
      id: 'enquiries/form',
      url: 'https://coffeelab.example/#callback',
      options: { page: '/#callback' },
    });
  });

  it('is one check, and leaves the website’s own form as it is', () => {
    const { touchpoints } = read(byForm('form: website/form', 'source: inbound'));
    expect(touchpoints[1]?.checks.map(({ id }) => id)).toEqual(['enquiries/shopper']);
    const own = touchpoints[0]?.checks.find(({ id }) => id === 'website/form');
    expect([own?.everyMinutes, own?.options['mode']]).toEqual([2 * 24 * 60, 'rehearse']);
  });

  const imap = ['address: shopper@probe.example', 'server: imap.probe.example:993', 'secret: shopper'];
  it('reads a mailbox by IMAP where the file says so', () => {
    expect(optionsOf('form: website/form', ...imap)).toMatchObject({
      inbound: false,
      address: 'shopper@probe.example',
      replyTag: false,
    });
  });

  const blind = ['blind: true', 'consent: { by: Olena, date: 2026-11-20 }'];
  const closing = ['to: hello@coffeelab.example', 'smtp: smtp.probe.example:587'];
  it('may be blind where an answer is known by its address and a closing mail can be sent', () => {
    expect(optionsOf('form: website/form', 'source: inbound', ...closing, ...blind)).toMatchObject({ blind: true });
    expect(optionsOf('form: website/form', 'replyTag: true', ...imap, ...closing, ...blind)).toMatchObject({
      blind: true,
    });
  });

  const cases: readonly [string, readonly string[]][] = [
    ['form: "website/forms" must name the check of a form', ['form: website/forms', 'source: inbound']],
    [
      'form: "site/form" is not a form of this file; did you mean "website/form"?',
      ['form: site/form', 'source: inbound'],
    ],
    ['form: "website/form:/order" is not a form of this file', ['form: website/form:/order', 'source: inbound']],
    ['to: is missing; for example: to: hello@example.com', ['source: inbound', 'smtp: smtp.probe.example:587']],
    ['smtp: is missing', ['source: inbound', 'to: hello@coffeelab.example']],
    ['address: is missing', ['form: website/form', 'server: imap.probe.example:993']],
    ['server: is missing', ['form: website/form', 'address: shopper@probe.example']],
    [
      'server: does not go with source: inbound',
      ['form: website/form', 'source: inbound', 'server: imap.probe.example:993'],
    ],
    [
      "secret: does not go with source: inbound, because SES receives the mailbox's mail, and no server is logged in to; leave it out; what the shopper sends with is smtpSecret",
      ['form: website/form', 'source: inbound', 'secret: shopper'],
    ],
    [
      'to: goes with form only for a closing mail, which needs both to and smtp; add smtp',
      ['form: website/form', 'source: inbound', 'to: hello@coffeelab.example'],
    ],
    [
      'smtp: goes with form only for a closing mail, which needs both to and smtp; add to',
      ['form: website/form', 'source: inbound', 'smtp: smtp.probe.example:587'],
    ],
    ['blind: needs to and smtp', ['form: website/form', 'source: inbound', ...blind]],
    ['blind: needs replyTag: true with form', ['form: website/form', ...imap, ...closing, ...blind]],
  ];
  it.each(cases)('says "%s"', (says, lines) => {
    expect(faultsOf(byForm(...lines))).toContain(says);
  });

  it('needs a domain whose mail SES receives', () => {
    const faults = faultsOf(byForm('form: website/form', 'source: inbound').replace(/^inbound: .*\n/m, ''));
    expect(faults).toContain('source: needs a domain whose mail SES receives');
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
