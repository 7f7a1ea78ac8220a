import { expect } from 'vitest';
import { facebookStub, facebookToken } from '../../examples/social-stubs/facebook.ts';
import { googleCredential } from '../../examples/social-stubs/google.ts';
import { googleReviewsStub } from '../../examples/social-stubs/google-reviews.ts';
import { type Stub, serveStub } from '../../examples/social-stubs/stub-server.ts';
import { World } from '../../examples/social-stubs/world.ts';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { shownLight } from '../../shared/evaluation/incidents/light-at.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import type { Language } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Compared } from '../../shared/probes/same-facts/spec.ts';
import { aCheck } from '../support/a-check.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { memoryStore } from './support/memory-store.ts';

const now = Date.parse('2026-09-27T09:00:00.000Z');

/** Stubs and servers to be closed behind a test. */
const opened: { close(): Promise<void> }[] = [];
export async function closeAll(): Promise<void> {
  await Promise.all(opened.splice(0).map((each) => each.close()));
}

export async function website(pages: Parameters<typeof serve>[0]): Promise<TestServer> {
  const server = await serve(pages);
  opened.push(server);
  return server;
}

export async function google(location: Readonly<Record<string, unknown>>): Promise<Stub> {
  const world = new World(() => now, { id: 'accounts/1/locations/22', name: 'Coffee Lab' });
  const stub = await serveStub(googleReviewsStub(world, location));
  opened.push(stub);
  return stub;
}

export async function facebook(about: Readonly<Record<string, unknown>>): Promise<Stub> {
  const stub = await serveStub(facebookStub(new World(() => now), { about }));
  opened.push(stub);
  return stub;
}

const secrets: Readonly<Record<string, string>> = {
  'google-access': JSON.stringify(googleCredential),
  'facebook-token': facebookToken,
};

interface Asked {
  readonly site: string;
  readonly google?: string;
  readonly facebook?: string;
  readonly page?: string;
  readonly file?: Partial<Pick<Compared, 'phones' | 'shifts'>>;
  readonly network?: 'any' | 'public';
  /** Stored instead of the good secrets. */
  readonly secret?: string;
  readonly language?: Language;
}

/** One run, judged, and worded. */
export async function look(asked: Asked) {
  const profile = (id: string, account: string, secret: string, api: string | undefined) =>
    api === undefined ? null : { id, account, secret, api };
  const compared: Compared = {
    google: profile('google-reviews', 'accounts/1/locations/22', 'google-access', asked.google),
    facebook: profile('facebook', '555', 'facebook-token', asked.facebook),
    phones: [],
    country: null,
    shifts: null,
    ...asked.file,
  };
  const options = { page: asked.page ?? null, google: null, facebook: null, ownHours: false, compared };
  const check = aCheck({ id: 'website/same-facts', url: asked.site, options });
  const faults: unknown[] = [];
  const [result] = await runPoll(
    { scheduledAt: toInstant(now), confirmation: false, checks: [check] },
    {
      evidence: { put: () => Promise.reject(new Error('There is no evidence.')) },
      secrets: { read: async (name) => asked.secret ?? secrets[name] ?? '' },
      conversations: memoryStore(),
      now: () => now,
      sleep: async () => {},
      progress: () => {},
      onFault: (_, error) => faults.push(error),
      network: asked.network ?? 'any',
    },
  );
  if (result === undefined) throw new Error('A run yields a result.');
  expect(faults).toEqual([]);
  const { light: judged, headline } = judge(result, check);
  const light = shownLight(judged, result.outcome);
  return { ...result, light, finding: headline.finding, reason: wordStatement(result.reason, asked.language ?? 'en') };
}

/** Coffee Lab at Google as the Business Information API has it: weekdays 8 to 20, weekends 9 to 21. */
export function atGoogle(overrides: Readonly<Record<string, unknown>> = {}) {
  return {
    phoneNumbers: { primaryPhone: '044 123 4567', additionalPhones: [] },
    storefrontAddress: {
      regionCode: 'UA',
      languageCode: 'uk',
      postalCode: '01030',
      locality: 'Київ',
      addressLines: ['вул. Рейтарська, 12'],
    },
    regularHours: { periods: periods(20, 21) },
    specialHours: { specialHourPeriods: [{ startDate: { year: 2026, month: 12, day: 25 }, closed: true }] },
    openInfo: { status: 'OPEN' },
    ...overrides,
  };
}

const workdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];

export function periods(closesOnWorkdays: number, closesOnWeekends: number, weekend = ['SATURDAY', 'SUNDAY']) {
  const on = (day: string, from: number, to: number) => ({
    openDay: day,
    openTime: { hours: from },
    closeDay: day,
    closeTime: { hours: to, minutes: 0 },
  });
  return [
    ...workdays.map((day) => on(day, 8, closesOnWorkdays)),
    ...weekend.map((day) => on(day, 9, closesOnWeekends)),
  ];
}

/** And at Facebook. */
export function atFacebook(overrides: Readonly<Record<string, unknown>> = {}) {
  const hours = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].flatMap((day, index) => [
      [`${day}_1_open`, index < 5 ? '08:00' : '09:00'],
      [`${day}_1_close`, index < 5 ? '20:00' : '21:00'],
    ]),
  );
  return {
    phone: '+380 44 123 45 67',
    single_line_address: '12 Reitarska Street, Kyiv, Ukraine, 01030',
    location: {
      street: '12 Reitarska Street',
      city: 'Kyiv',
      country: 'Ukraine',
      zip: '01030',
      latitude: 50.45,
      longitude: 30.51,
    },
    hours,
    ...overrides,
  };
}

const thing = {
  '@context': 'https://schema.org',
  '@type': 'CafeOrCoffeeShop',
  name: 'Coffee Lab',
  telephone: '+380 44 123 45 67',
  address: { streetAddress: '12 Reitarska Street', postalCode: '01030', addressLocality: 'Kyiv', addressCountry: 'UA' },
  openingHours: ['Mo-Fr 08:00-20:00', 'Sa,Su 09:00-21:00'],
};

/** The website: a home page with structured data that links to a page with the contacts. */
export function coffeeLabPages({ data = {}, hours = '' }: { readonly data?: object; readonly hours?: string } = {}) {
  const written =
    hours === '' ? 'Opening hours<br>Monday to Friday 08:00–20:00<br>Saturday and Sunday 09:00–21:00' : hours;
  const json = JSON.stringify({ ...thing, ...data });
  return {
    '/': `<html lang="en"><body><script type="application/ld+json">${json}</script><a href="/contact">Contact</a><h1>Coffee Lab</h1></body></html>`,
    '/contact': `<html lang="en"><body><a href="tel:+380441234567">Call</a><address>12 Reitarska Street<br>Kyiv</address><p>${written}</p></body></html>`,
  };
}
