import { expect, it } from 'vitest';
import { deploymentNotes } from '../../shared/config/deployment-notes.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';

function notesOf(inbound: string, stack?: string): string[] {
  const yaml = `
business: Coffee Lab
timeZone: Europe/Kyiv
${inbound}
touchpoints:
  - { id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example }
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
