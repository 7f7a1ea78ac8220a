import { expect, it } from 'vitest';
import { deploymentNotes } from '../../shared/config/deployment-notes.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';

function notesOf(
  inbound: string,
  stack?: string,
  touchpoint = '{ id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example }',
): string[] {
  const yaml = `
business: Coffee Lab
timeZone: Europe/Kyiv
${inbound}
touchpoints:
  - ${touchpoint}
`;
  const reading = parseConfiguration(yaml, 'touchpoints.yaml', '2026-11-22');
  return reading.ok ? deploymentNotes(reading.configuration, stack) : reading.faults.map(({ message }) => message);
}

it('says where copies of a mailbox’s mail are to be sent, which command activates our rule set, and when not to', () => {
  expect(notesOf('inbound: { domain: Inbox.CoffeeLab.example }', 'Lab')).toEqual([
    'Touchpoint mailbox reads what SES receives (source: inbound), in AWS only. Have copies of what comes to info@coffeelab.example, and of what is answered from there, redirected to mailbox@inbox.coffeelab.example.',
    `SES receives nothing until a receipt rule set is active. Where none is yet, activate the one of this stack once it is deployed:
  aws ses set-active-receipt-rule-set --rule-set-name Lab-inbound
If another set is active in this region, that would stop the mail that it receives: name it instead (inbound: ruleSet, after). "touchlight doctor --stack Lab" shows which one is active.`,
  ]);
});

it('never asks to activate anything where a set is active already', () => {
  const named = notesOf('inbound: { domain: inbox.coffeelab.example, ruleSet: default, after: support }');
  expect(named[1]).toBe(
    "Touchlight's receipt rules come into the rule set default behind support, and take nothing but mail to their own addresses.",
  );
  const first = notesOf('inbound: { domain: inbox.coffeelab.example, ruleSet: default }');
  expect(first[1]).toBe(
    "Touchlight's receipt rules come before the first rule of default. To have them behind all others, name its last rule (inbound: after).",
  );
});

it('says where a mystery shopper’s mail is received, and what is to be redirected there', () => {
  const shopper =
    'id: enquiries, kind: shopper, source: inbound, to: hello@coffeelab.example, smtp: "smtp.net.example:587"';
  const of = (more: string) =>
    notesOf('inbound: { domain: inbox.coffeelab.example }', 'Lab', `{ ${shopper}${more} }`)[0];
  const received =
    "Touchpoint enquiries has SES receive the mystery shopper's mail at enquiries@inbox.coffeelab.example (source: inbound), in AWS only.";
  expect(of('')).toBe(received);
  expect(of(', address: anna@net.example')).toBe(
    `${received} Have what comes to anna@net.example redirected to enquiries@inbox.coffeelab.example.`,
  );
});
