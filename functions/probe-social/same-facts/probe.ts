import type { LookupFunction } from 'node:net';
import { PrivateAddressError } from '../../../shared/browser/public-addresses.ts';
import { compareFacts } from '../../../shared/business-facts/compare.ts';
import { type Stated, stated } from '../../../shared/business-facts/facts.ts';
import { countryOfPhone, readPhone } from '../../../shared/business-facts/phones.ts';
import { canonical, type Week } from '../../../shared/business-facts/week.ts';
import { weekdays } from '../../../shared/model/calendar.ts';
import { type SameFactsOptions, sameFacts as spec } from '../../../shared/probes/same-facts/spec.ts';
import { type Probe, unknown } from '../../../shared/runtime/probe.ts';
import type { Io } from '../api.ts';
import type { SocialTarget } from '../social-probe.ts';
import { readProfile } from './read-profile.ts';
import { readSite } from './read-site.ts';
import { report } from './report.ts';

/**
 * Whether the website, its structured data, the profile at Google, the page at Facebook and the file give the same name, phone, address
 * and opening hours. It reads the website without a browser, so it does not see what only a script writes, nor holidays and special hours.
 */
export const sameFacts: Probe<typeof spec, SocialTarget> = {
  spec,
  async measure(target, { options, signal, progress }) {
    const { google, facebook } = options.compared;
    const io: Io = { now: target.now, sleep: target.sleep, signal };
    progress('comparing what is said of the business');
    const country =
      options.compared.country ?? options.compared.phones.map(countryOfPhone).find((code) => code !== null) ?? null;
    const site = await siteOf(target, options, country, signal);
    if (site instanceof PrivateAddressError) return unknown('private-address', site.says);
    const home = country ?? site.country;
    const reading = { secrets: target.secrets, io, country: home };
    const profiles = await Promise.all([
      readProfile({ kind: 'google', profile: google, ...reading }),
      readProfile({ kind: 'facebook', profile: facebook, ...reading }),
    ]);
    const facts = [...site.facts, ...profiles.flatMap(({ facts: said }) => said), ...factsOfFile(options, home)];
    const refused = profiles.flatMap(({ fault }) => (fault === null ? [] : [fault]));
    return report({
      facts,
      comparison: compareFacts(facts),
      unread: [...site.unread, ...refused.map(({ says }) => says)],
      cause: refused[0]?.cause ?? 'transient',
      remarks: site.remarks,
    });
  },
};

async function siteOf(
  { check, now, lookup }: SocialTarget,
  { page }: SameFactsOptions,
  country: string | null,
  signal: AbortSignal,
) {
  try {
    return await readSite({ url: check.url ?? '', page, country, now, signal, ...guardedBy(lookup) });
  } catch (error) {
    if (error instanceof PrivateAddressError) return error;
    throw error;
  }
}

function guardedBy(lookup: LookupFunction | undefined): { readonly lookup?: LookupFunction } {
  return lookup === undefined ? {} : { lookup };
}

function factsOfFile({ compared: { phones, shifts } }: SameFactsOptions, country: string | null): Stated[] {
  if (phones.length === 0 && shifts === null) return [];
  const week: Week | null = shifts === null ? null : canonical(weekdays.map((day) => shifts[day]));
  return [
    stated(
      { kind: 'file', path: null },
      { phones: phones.map((phone) => readPhone(phone, country)), weeks: week === null ? [] : [week] },
    ),
  ];
}
