import type { Visit } from '../../../shared/browser/visit.ts';
import type { FoundContact } from '../../../shared/model/found.ts';
import { contacts as spec } from '../../../shared/model/probes/contacts.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { measured, type Probe } from '../../../shared/runtime/probe.ts';
import { type CountryHints, countryHints } from '../contacts/countries.ts';
import { phoneContradiction } from '../contacts/declared-phones.ts';
import { compareWithTruth } from '../contacts/expectations.ts';
import { mergeContacts } from '../contacts/merge.ts';
import { sightings } from '../contacts/sightings.ts';
import { type Stop, tour } from '../contacts/tour.ts';
import { landingFault } from '../landing-fault.ts';

/**
 * Which contacts a visitor sees and can use, on the page and at most two clicks from it, and how far away the nearest is.
 * It cannot see numbers in pictures, nor whether anybody answers.
 */
export const contacts: Probe<typeof spec, Visit> = {
  spec,
  async measure(visit, { signal, options, progress }) {
    const fault = landingFault(visit);
    if (fault !== null) return fault;
    await withinDeadline(visit.unthrottle(), signal);
    progress('looking for contacts');
    const read = (stops: readonly Stop[]) => readStops(stops, options.country);
    const stops = await tour(visit, (sofar) => read(sofar).found.some(isDirect), signal);
    const { found, hints } = read(stops);
    const { missing, wrong } = compareWithTruth(found, options.expect, hints);

    const phones = found.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
    const data = stops.flatMap(({ screen }) => screen.structuredData);
    const contradiction = phoneContradiction(phones, data, hints);
    // Where the file names the contacts that should be there, it alone decides whether a phone number belongs to them.
    const nothingExpected = Object.keys(options.expect).length === 0;
    const direct = found.filter(isDirect);
    const covered = found.filter((contact) => isDirect(contact) && contact.coveredBy !== null);
    const unusable = direct.filter(({ usable }) => !usable);
    const clicks = direct.length === 0 ? null : Math.min(...direct.map((contact) => contact.clicks));
    return measured(describe(found, clicks), {
      measurements: {
        ...(clicks === null ? {} : { clicksToContact: clicks }),
        contactsFound: direct.length + (found.some(({ kind }) => kind === 'form') ? 1 : 0),
        ...(nothingExpected ? { phonesMissing: phones.length === 0 ? 1 : 0 } : {}),
        phonesContradicting: contradiction === null ? 0 : 1,
        contactsCovered: covered.length,
        contactsUnusable: unusable.length,
        expectedMissing: missing.length,
        expectedWrong: wrong.length,
      },
      facts: facts({ covered, unusable, missing, wrong, found, contradiction }),
      details: { found },
    });
  },
};

/** A contact that reaches a person: the address, the hours, social pages and forms are something else. */
function isDirect({ kind }: FoundContact): boolean {
  return kind === 'phone' || kind === 'email' || kind === 'messenger';
}

/** What lies over contacts is judged as the visitor lands; everything else behind the banners, too. */
function readStops(
  stops: readonly Stop[],
  country: string | undefined,
): { found: FoundContact[]; hints: CountryHints } {
  const hints = joinHints(stops.map(({ screen }) => countryHints(screen, country)));
  const landed = stops.filter(({ asLanded }) => asLanded).flatMap(({ screen }) => sightings(screen, 0, hints));
  const all = stops.flatMap(({ screen, clicks }) => sightings(screen, clicks, hints));
  const coverAtLanding = new Map(
    mergeContacts(landed).map(({ kind, value, coveredBy }) => [`${kind} ${value}`, coveredBy]),
  );
  const found = mergeContacts(all).map((contact) => {
    const cover = coverAtLanding.get(`${contact.kind} ${contact.value}`);
    return cover === undefined ? contact : { ...contact, coveredBy: cover };
  });
  return { found, hints };
}

function joinHints(hints: readonly CountryHints[]): CountryHints {
  const certain = hints.filter((hint) => hint.certain);
  const joined = [...certain, ...hints].flatMap(({ countries }) => countries);
  return { countries: [...new Set(joined)].slice(0, 3), certain: certain.length > 0 };
}

function describe(found: readonly FoundContact[], clicks: number | null): string {
  const direct = found.filter(isDirect);
  if (clicks === null) {
    const form = found.some(({ kind }) => kind === 'form');
    return `No phone number, e-mail address or messenger can be reached within two clicks${form ? '; there is only a form' : ''}.`;
  }
  const values = direct.slice(0, 4).map(({ value }) => value);
  const more = direct.length > 4 ? ` and ${direct.length - 4} more` : '';
  const where = clicks === 0 ? 'on the page itself' : `${clicks} ${clicks === 1 ? 'click' : 'clicks'} away`;
  return `The nearest contact is ${where}. Found: ${values.join(', ')}${more}.`;
}

function facts(seen: {
  covered: readonly FoundContact[];
  unusable: readonly FoundContact[];
  missing: readonly string[];
  wrong: readonly string[];
  found: readonly FoundContact[];
  contradiction: string | null;
}): Record<string, string> {
  const values = (list: readonly FoundContact[]): string => list.map(({ value }) => value).join(', ');
  const cover = seen.covered[0]?.coveredBy;
  return {
    ...(seen.covered.length === 0 ? {} : { contactsCovered: `the ${cover} covers ${values(seen.covered)}` }),
    ...(seen.unusable.length === 0 ? {} : { contactsUnusable: `a tap does not open ${values(seen.unusable)}` }),
    ...(seen.missing.length === 0 ? {} : { expectedMissing: seen.missing.join('; ') }),
    ...(seen.wrong.length === 0 ? {} : { expectedWrong: seen.wrong.join('; ') }),
    ...(seen.found.some(({ kind }) => kind === 'phone')
      ? {}
      : { phonesMissing: 'no phone number can be found within two clicks: whoever wants to call cannot' }),
    ...(seen.contradiction === null ? {} : { phonesContradicting: seen.contradiction }),
    ...(seen.found.some(isDirect) ? {} : { contactsFound: describe(seen.found, null) }),
  };
}
