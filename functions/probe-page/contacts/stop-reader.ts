import type { Device } from '../../../shared/model/device.ts';
import type { FoundContact } from '../../../shared/model/found.ts';
import { pageOf } from '../walking/contact-links.ts';
import type { Screen } from '../walking/screen.ts';
import type { UselessContacts } from './advice.ts';
import { type CountryHints, countryHints } from './countries.ts';
import { isIgnored } from './expectations.ts';
import { isDirect, mergeContacts } from './merge.ts';
import { isSample } from './samples.ts';
import { type Looking, type SpottedContact, sightings, spotted } from './sightings.ts';
import type { Stop } from './tour.ts';

export interface StopReader {
  /** All contacts of these stops, each once. */
  read(stops: readonly Stop[]): {
    readonly found: readonly FoundContact[];
    readonly hints: CountryHints;
    readonly useless: UselessContacts;
  };
  /** The contacts of one screen, with where they are. */
  spotsOf(screen: Screen): SpottedContact[];
}

/** What the file says of the site's contacts. */
interface Told {
  readonly country?: string | undefined;
  /** Numbers and addresses of somebody else. */
  readonly ignore: readonly string[];
}

/**
 * Reads the stops of a tour, which asks after each step what has been found so far. A screen is read once, and again only when
 * a later one has changed what countries its numbers may be of.
 */
export function createStopReader(device: Device, { country, ignore }: Told): StopReader {
  const hintsOf = rememberPerScreen((screen) => countryHints(screen, country));
  let looking: Looking = { hints: { countries: [], certain: false }, device };
  let contactsOn = rememberPerScreen((screen) => sightings(screen, 0, looking));
  const lookWith = (hints: CountryHints): void => {
    if (isSame(hints, looking.hints)) return;
    looking = { hints, device };
    contactsOn = rememberPerScreen((screen) => sightings(screen, 0, looking));
  };
  return {
    read(stops) {
      lookWith(joinHints(stops.map(({ screen }) => hintsOf(screen))));
      const landed = stops.filter(({ asLanded }) => asLanded).flatMap(({ screen }) => contactsOn(screen));
      const all = stops.flatMap(({ screen, clicks }, at) => {
        const later = stops.slice(at + 1).filter((stop) => pageOf(stop.screen.url) === pageOf(screen.url));
        return contactsOn(screen)
          .filter((contact) => !later.some((stop) => completes(contactsOn(stop.screen), contact)))
          .map((contact) => ({ ...contact, clicks }));
      });
      const { hints } = looking;
      const merged = mergeContacts(all).filter((contact) => !isIgnored(contact, ignore, hints));
      const scrambled = merged.some((contact) => isDirect(contact) && !isScrambled(contact))
        ? []
        : merged.filter(isScrambled);
      const own = merged.filter((contact) => !scrambled.includes(contact));
      return {
        found: withCoverAtLanding(
          own.filter((contact) => !isSample(contact)),
          mergeContacts(landed),
        ),
        hints,
        useless: {
          samples: own.filter(isSample).map(({ value }) => value),
          scrambled: scrambled.map(({ value }) => value),
        },
      };
    },
    spotsOf: (screen) =>
      spotted(screen, 0, { hints: hintsOf(screen), device }).filter(({ contact }) => !isSample(contact)),
  };
}

/** Does the same page show later what this one was the beginning of? Headlines type themselves, letter by letter. */
function completes(later: readonly FoundContact[], { kind, text }: FoundContact): boolean {
  const alike = later.filter((other) => other.kind === kind && other.text.startsWith(text));
  return (kind === 'phone' || kind === 'email') && alike.length > 0 && alike.every((other) => other.text !== text);
}

/**
 * Where the script has not run that unscrambles it, visitors read "[email protected]" or press a picture in vain. Beside other
 * contacts that is a nuisance; alone it is no contact.
 */
function isScrambled({ kind, usable, text }: FoundContact): boolean {
  return kind === 'email' && !usable && /^\[e-?mail.protected\]$|\/cdn-cgi\/l\/email-protection/i.test(text.trim());
}

/** What lies over contacts is judged as the visitor lands; everything else behind the banners, too. */
function withCoverAtLanding(all: readonly FoundContact[], landed: readonly FoundContact[]): FoundContact[] {
  const coverAtLanding = new Map(landed.map(({ kind, value, coveredBy }) => [`${kind} ${value}`, coveredBy]));
  return all.map((contact) => {
    const cover = coverAtLanding.get(`${contact.kind} ${contact.value}`);
    return cover === undefined ? contact : { ...contact, coveredBy: cover };
  });
}

function joinHints(hints: readonly CountryHints[]): CountryHints {
  const certain = hints.filter((hint) => hint.certain);
  const joined = (certain.length > 0 ? certain : hints).flatMap(({ countries }) => countries);
  return { countries: [...new Set(joined)].slice(0, 3), certain: certain.length > 0 };
}

function isSame(a: CountryHints, b: CountryHints): boolean {
  return a.certain === b.certain && a.countries.join() === b.countries.join();
}

function rememberPerScreen<Value>(read: (screen: Screen) => Value): (screen: Screen) => Value {
  const known = new WeakMap<Screen, { readonly value: Value }>();
  return (screen) => {
    const remembered = known.get(screen) ?? { value: read(screen) };
    known.set(screen, remembered);
    return remembered.value;
  };
}
