import type { LookupFunction } from 'node:net';
import { PrivateAddressError } from '../../../shared/browser/public-addresses.ts';
import { compareFacts } from '../../../shared/business-facts/compare.ts';
import { type Stated, stated } from '../../../shared/business-facts/facts.ts';
import { countryOfPhone, readPhone } from '../../../shared/business-facts/phones.ts';
import { canonical, type Week } from '../../../shared/business-facts/week.ts';
import { weekdays } from '../../../shared/model/calendar.ts';
import type { PlatformCause } from '../../../shared/model/cause.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { type Profile, type SameFactsOptions, sameFacts as spec } from '../../../shared/probes/same-facts/spec.ts';
import { type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { Budget, createApi, type Io } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { type PlatformAccess, readCredential } from '../platform.ts';
import type { SocialTarget } from '../social-probe.ts';
import { readFacebook } from './read-facebook.ts';
import { readGoogle } from './read-google.ts';
import { readSite } from './read-site.ts';
import { report, sayRefused } from './report.ts';

/** Of one profile, each repeated twice at most: the profile itself, and at Google a token for each time. */
const requestsAtMost = 12;

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
    const profiles = [
      await profileOf('google', google, target, io, (access) => readGoogle(access, home)),
      await profileOf('facebook', facebook, target, io, (access) => readFacebook(access, home)),
    ].filter((each) => each !== null);
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

interface ReadProfile {
  readonly facts: readonly Stated[];
  readonly fault: { readonly cause: PlatformCause; readonly says: Statement } | null;
}

async function profileOf(
  kind: 'google' | 'facebook',
  profile: Profile | null,
  target: SocialTarget,
  io: Io,
  read: (access: PlatformAccess) => Promise<Stated>,
): Promise<ReadProfile | null> {
  if (profile === null) return null;
  try {
    return { facts: [await read(await accessTo(profile, target, io))], fault: null };
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error;
    return { facts: [], fault: { cause: error.kind, says: sayRefused(error, kind, profile.secret) } };
  }
}

async function accessTo({ account, secret, api }: Profile, { secrets }: SocialTarget, io: Io): Promise<PlatformAccess> {
  const budget = new Budget(requestsAtMost);
  return {
    account,
    phone: null,
    callFiles: null,
    credential: await readCredential(secrets, secret),
    // Whoever polls the page keeps its token alive.
    keep: null,
    base: api,
    server: null,
    ours: [],
    now: io.now(),
    budget,
    io,
    open: (options) => createApi(options, budget, io),
  };
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
