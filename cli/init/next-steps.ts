import { plain } from '../../shared/business-facts/html-text.ts';
import { wordFoundForm } from '../../shared/i18n/found-forms.ts';
import { secretVariable } from '../../shared/model/secret-variable.ts';
import type { Terminal } from '../terminal.ts';
import { platformNeeds } from './social-pages.ts';
import type { Proposal } from './touchpoints-text.ts';

/** What was found, for the person who waits. */
export function describeFindings({ business, place, site, socials }: Proposal, terminal: Terminal): void {
  const { contacts, form } = site;
  const messengers = (['whatsapp', 'telegram', 'viber', 'messenger'] as const).flatMap((name) =>
    contacts[name].slice(0, 1).map((value) => `${name} ${value}`),
  );
  const rows: readonly (readonly [string, string])[] = [
    ['business', business],
    ['place', `${place.timeZone}${place.country === null ? '' : `, ${place.country}`} (from ${place.timeZoneFrom})`],
    ['phone', contacts.phone.join(', ')],
    ['email', contacts.email.join(', ')],
    ['messengers', [...messengers, ...site.otherMessengers].join(', ')],
    ['form', form === null ? (site.formHidden ?? '') : `${form.form.purpose} form on ${form.page ?? 'this page'}`],
    ...site.otherForms.map((other) => ['', plain(wordFoundForm(other.form, 'en'), 160)] as const),
    ['social', socials.map(({ kind, address }) => `${kind} ${address}`).join(', ')],
  ];
  terminal.print();
  terminal.print(terminal.bold(`Found on ${site.url}`));
  for (const [name, value] of rows)
    terminal.print(`  ${name.padEnd(10)}  ${value === '' ? terminal.dim('none') : value}`);
  terminal.print();
}

/** What the person does next, as lines. */
export function nextSteps({ socials, alertsTo }: Proposal, file: string): string[] {
  const option = file === 'touchpoints.yaml' ? '' : ` --config ${file}`;
  const steps = [
    `Look at it:      npx touchlight validate${option}`,
    `Measure once:    npx touchlight run${option}`,
    `Keep watching:   npx touchlight watch${option}`,
  ];
  if (alertsTo.length === 0) steps.push('Name who gets alerts under "alerts", before you deploy.');
  if (socials.length === 0) return steps;
  steps.push(
    '',
    'The social pages are in the file as comments. Each needs a secret before Touchlight can see who waits there:',
  );
  for (const { kind, address } of socials) {
    const needs = platformNeeds[kind];
    steps.push(
      `  ${kind}: ${address}`,
      `    page:        ${needs.account}`,
      `    secret:      ${needs.secret}, made at ${needs.madeAt}`,
      `    permissions: ${needs.permissions}`,
      `    put it into  .touchlight/secrets/${needs.secretName} (or ${secretVariable(needs.secretName)}); see docs/platforms/${kind}.md`,
    );
  }
  steps.push('Then: npx touchlight secrets check');
  return steps;
}

/** @param kept files that were there already */
export function deploySteps(kept: readonly string[]): string[] {
  return [
    '',
    ...(kept.length === 0 ? [] : [`Already there, left as they are: ${kept.join(', ')}.`]),
    'Deploy to AWS:   npm install && npx cdk bootstrap && npx cdk deploy',
    'Commit everything, package-lock.json too. README.md says what the workflow in .github/ needs.',
  ];
}
