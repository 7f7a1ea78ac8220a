import { parse } from 'yaml';
import type { OpeningHours } from '../../shared/business-facts/hours/opening-hours.ts';
import { plain } from '../../shared/business-facts/html-text.ts';
import { defaultHours } from '../../shared/config/hours.ts';
import { wordFoundForm } from '../../shared/i18n/found-forms.ts';
import type { Place } from './place.ts';
import type { NamedForm, SeenContacts, SiteFindings } from './site-findings.ts';
import { platformNeeds, type SocialPage } from './social-pages.ts';

/** Everything that the written file says. */
export interface Proposal {
  readonly business: string;
  readonly place: Place;
  readonly site: SiteFindings;
  /** Null where neither the site's structured data nor its pages say them in a way that leaves no doubt. */
  readonly hours: OpeningHours | null;
  /** Who says so; null when nobody does. */
  readonly hoursFrom: string | null;
  /** Are the country's public holidays days off? Null when nobody was asked. */
  readonly holidays: boolean | null;
  readonly socials: readonly SocialPage[];
  /** Empty when nobody has said who gets alerts. */
  readonly alertsTo: readonly string[];
  readonly digest: { readonly to: string; readonly from: string } | null;
  /** Path of touchpoints.schema.json as seen from the written file. */
  readonly schema: string;
  /** `2026-11-22` */
  readonly today: string;
}

/** touchpoints.yaml as a person would have written it after a look at the site. */
export function touchpointsText(proposal: Proposal): string {
  return `${[
    ...businessLines(proposal),
    ...peopleLines(proposal),
    'touchpoints:',
    ...websiteLines(proposal),
    ...proposal.socials.flatMap(socialLines),
  ].join('\n')}\n`;
}

function businessLines({ business, place, site, hours, hoursFrom, holidays, schema, today }: Proposal): string[] {
  const atWork = ['# When somebody is at work: promises to answer are counted in these hours only.'];
  if (site.openingHours !== null) {
    atWork.push(`# The site says: ${site.openingHours}`);
    if (hours === null) atWork.push('# That could not be turned into hours for certain. Correct the next line:');
  }
  const days = Object.entries(hours ?? defaultHours).map(
    ([key, shifts]) => `${key}: ${JSON.stringify(shifts).replaceAll(',', ', ')}`,
  );
  const free = holidays === true ? [`holidays: ${place.country}`] : [];
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# Proposed by "touchlight init" on ${today} from what ${site.url} showed. Every key: docs/configuration.md.`,
    `business: ${scalar(business)}`,
    `timeZone: ${place.timeZone} # from ${place.timeZoneFrom}`,
    `language: ${place.language} # of alerts and mails: en, uk or ru (${place.languageFrom})`,
    ...atWork,
    `hours: { ${[...days, ...free].join(', ')} }${hoursFrom === null ? '' : ` # from ${hoursFrom}`}`,
    ...(holidays === null && place.holidaysKnown
      ? [
          `# If you are closed on public holidays, add to the line above: holidays: ${place.country}`,
          '# "touchlight validate" then lists the days. Look them through: on a day that is none, customers would wait unseen.',
        ]
      : []),
  ];
}

function peopleLines({ alertsTo, digest }: Proposal): string[] {
  const alerts = alertsTo.length > 0 ? alertsTo.map(scalar).join(', ') : 'ops@example.com';
  const to = scalar(digest?.to ?? 'owner@example.com');
  const from = scalar(digest?.from ?? 'touchlight@example.com');
  return [
    '# Who gets an alert at once when something breaks. Without anybody, alerts are only written to .touchlight/alerts.',
    `${alertsTo.length > 0 ? '' : '# '}alerts: { email: [${alerts}] }`,
    "# The owner's weekly mail; in AWS its sender must be verified in SES.",
    `${digest === null ? '# ' : ''}digest: { to: [${to}], from: ${from}, at: "Mon 08:00" }`,
  ];
}

function websiteLines({ site, place }: Proposal): string[] {
  return [
    '  - id: website',
    '    kind: website',
    `    url: ${scalar(site.url)}`,
    '    checks:',
    '      availability: { every: 5m } # does it answer, how fast, how long is the certificate valid',
    '      page-load: { every: 30m, devices: [mobile, desktop] } # how long a visitor waits',
    ...contactsLines(site, place),
    ...formLines(site),
    "      lighthouse: { every: 12h } # Lighthouse's score for performance",
    '    # pages: [/prices] # further pages whose speed matters',
  ];
}

const single: readonly (keyof SeenContacts)[] = ['whatsapp', 'telegram', 'viber', 'messenger'];

function contactsLines({ contacts, contactsHidden }: SiteFindings, { country }: Place): string[] {
  if (contactsHidden !== null) {
    return [`      # The contacts could not be checked: ${contactsHidden}`, '      contacts: { every: 30m }'];
  }
  const lists = (['phone', 'email'] as const).flatMap((key) => {
    const values = contacts[key].map(scalar);
    return values.length === 0 ? [] : `          ${key}: ${values.length === 1 ? values[0] : `[${values.join(', ')}]`}`;
  });
  const names = single.flatMap((key) => {
    const [value] = contacts[key];
    return value === undefined ? [] : `          ${key}: ${scalar(value)}`;
  });
  const expected = [...lists, ...names];
  if (expected.length === 0) {
    return [
      '      # No phone number, email address or messenger was found. Name those that should be there, and their absence is red:',
      '      # contacts: { every: 30m, expect: { phone: "+380 44 123 45 67" } }',
      '      contacts: { every: 30m }',
    ];
  }
  return [
    '      contacts: # can a visitor see and use them',
    '        every: 30m',
    ...(country === null ? [] : [`        country: ${country} # of numbers written without a country code`]),
    '        # What the site shows today. Anything else is red from now on: correct it where the site itself is wrong.',
    '        expect:',
    ...expected,
  ];
}

function formLines({ form, formHidden, otherForms }: SiteFindings): string[] {
  if (formHidden !== null) {
    return [`      # The form could not be checked: ${formHidden}`, '      form: { every: 4h, mode: rehearse }'];
  }
  if (form === null) return ['      form: false # no form was found through which a customer could write'];
  const page = form.page === null ? '' : ` page: ${scalar(form.page)},`;
  return [
    '      # rehearse fills the form and stops the request before it leaves; submit really sends it.',
    `      form: { every: 4h,${page} mode: rehearse }`,
    ...otherForms.flatMap(otherFormLines),
  ];
}

function otherFormLines({ form, name }: NamedForm): string[] {
  const what = plain(wordFoundForm(form, 'en'), 160);
  if (name === null) return [`      # ${what}. It has no id of its own, so it cannot be checked by itself.`];
  return [`      # ${what}`, `      ${key(name)}: { every: 4h, mode: rehearse }`];
}

/** A key as YAML reads it back. */
function key(name: string): string {
  return /^form:[\w/.#-]+$/.test(name) ? name : JSON.stringify(name);
}

/** A comment, because without its secret nobody could be seen there. */
function socialLines({ kind, address, account }: SocialPage): string[] {
  const needs = platformNeeds[kind];
  return [
    `  # ${address}`,
    `  # It needs ${needs.secret} (${needs.permissions}), made at ${needs.madeAt}`,
    `  # and stored under the name below: docs/platforms/${kind}.md. Then remove "# " from the lines below.`,
    `  # - id: ${kind}`,
    `  #   kind: ${kind}`,
    `  #   page: "${account ?? needs.exampleAccount}" ${account === null ? `# replace it by ${needs.account}` : ''}`.trimEnd(),
    `  #   secret: ${needs.secretName}`,
    '  #   sla: { firstResponse: 4h } # what customers were promised, in hours of work',
  ];
}

/** A text as YAML reads it back: bare where that is safe, else in quotes. */
function scalar(text: string): string {
  if (/^[\p{L}][\p{L}\d .@/:_-]*$/u.test(text) && !text.includes(': ') && parse(text) === text) return text;
  return JSON.stringify(text);
}
