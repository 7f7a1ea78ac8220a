import type { Device } from '../../../shared/model/device.ts';
import type { FoundContact } from '../../../shared/model/found.ts';
import { patterns } from '../lexicon/index.ts';
import { pageOf } from '../walking/contact-links.ts';
import { isReadable, type Legibility } from '../walking/legibility.ts';
import type { SeenLink } from '../walking/links.ts';
import type { Screen } from '../walking/screen.ts';
import type { SeenBlock } from '../walking/texts.ts';
import type { CountryHints } from './countries.ts';
import { isDialLink } from './dial-link.ts';
import { findEmails, readMailto, readScrambledEmail } from './emails.ts';
import { readOutwardContact } from './messengers.ts';
import { findPhones, isSamePhone, readTelLink } from './phones.ts';
import { findAddress, findHours } from './places.ts';

/** Whose numbers they may be, and on what they are looked at. */
export interface Looking {
  readonly hints: CountryHints;
  readonly device: Device;
}

/** Every contact on this screen, each occurrence for itself. Contacts of somebody else are left out. */
export function sightings(screen: Screen, clicks: number, { hints, device }: Looking): FoundContact[] {
  const seen = screen.links.filter((link) => link.seen && !isCredit(link.around, link.around.indexOf(link.text)));
  const found = [
    ...seen.flatMap((link) => readLink(link, hints).map((contact) => withLooks(contact, link.legibility, device))),
    ...screen.blocks.flatMap((block) => readBlock(block, hints, device)),
    ...readPlaces(screen),
  ];
  const unsaid = { opensInstead: null, readable: null, fontPx: null, contrast: null };
  return found.map((contact) => ({ ...unsaid, ...contact, page: screen.url, clicks }));
}

type Sighting = Omit<FoundContact, 'page' | 'clicks'>;

function withLooks(sighting: Sighting, legibility: Legibility | null, device: Device): Sighting {
  const readable = isReadable(legibility, device === 'mobile');
  return { ...sighting, readable, fontPx: legibility?.fontPx ?? null, contrast: legibility?.contrast ?? null };
}

function readLink({ href, url, text, aboveFold, coveredBy }: SeenLink, hints: CountryHints): Sighting[] {
  const sighting = { text: text === '' ? href : text, aboveFold, coveredBy };
  if (isDialLink(href)) {
    const value = readTelLink(href, hints);
    return value === null ? [] : [{ kind: 'phone', value, ...sighting, usable: callsWhatItSays(text, value, hints) }];
  }
  if (/^mailto:/i.test(href)) {
    return readMailto(href).map((value) => ({
      kind: 'email',
      value,
      ...sighting,
      usable: findEmails(text).every((written) => written.value === value),
    }));
  }
  const scrambled = readScrambledEmail(href);
  // Where the script that unscrambles it has run, the address is an ordinary link.
  if (scrambled !== null) return [{ kind: 'email', value: scrambled, ...sighting, usable: false }];
  const outward = readOutwardContact(url);
  if (outward === null) return [];
  const { kind, value, name } = outward;
  return [{ kind, value, ...sighting, text: `${name}: ${sighting.text}`, usable: true }];
}

/** A link that shows one number and dials another is of no use to whoever trusts it. */
function callsWhatItSays(text: string, dialled: string, hints: CountryHints): boolean {
  const written = findPhones(text, hints);
  return written.length === 0 || written.some(({ value }) => isSamePhone(value, dialled));
}

interface Place extends Pick<Sighting, 'text' | 'aboveFold' | 'coveredBy'> {
  readonly href: string | null;
  /** All words of the link it stands in. */
  readonly linked: string;
  readonly legibility: Legibility | null;
}

function placeOf({ text, parts }: SeenBlock, start: number, end: number): Place | null {
  const within = parts.filter((part) => part.start < end && part.end > start);
  if (within.length === 0 || isCredit(text, start)) return null;
  const href = within.find((part) => part.href !== null)?.href ?? null;
  const sameLink = parts.filter((part) => href !== null && part.href === href);
  return {
    text: text.slice(start, end).trim(),
    aboveFold: within.some((part) => part.aboveFold),
    coveredBy: within.every((part) => part.coveredBy !== null) ? (within[0]?.coveredBy ?? null) : null,
    href,
    linked: sameLink.map((part) => text.slice(part.start, part.end)).join(' '),
    legibility: within.find((part) => part.legibility !== null)?.legibility ?? null,
  };
}

function readBlock(block: SeenBlock, hints: CountryHints, device: Device): Sighting[] {
  const emails = findEmails(block.text).filter(({ value }) => !isAuthority(value));
  const phones = findPhones(block.text, hints).filter(
    ({ start, end }) => !emails.some((e) => start < e.end && end > e.start),
  );
  const tell = (kind: 'phone' | 'email', value: string, at: Place, opens: Opening): Sighting => {
    const { text, aboveFold, coveredBy } = at;
    return withLooks({ kind, value, text, aboveFold, coveredBy, ...opens }, at.legibility, device);
  };
  return [
    ...phones.flatMap(({ start, end, value }) => {
      const at = placeOf(block, start, end);
      return at === null ? [] : [tell('phone', value, at, openingOfPhone(value, at, hints))];
    }),
    ...emails.flatMap(({ start, end, value }) => {
      const at = placeOf(block, start, end);
      return at === null ? [] : [tell('email', value, at, openingOfEmail(value, at))];
    }),
  ];
}

type Opening = Pick<Sighting, 'usable' | 'opensInstead'>;

function openingOfPhone(value: string, { href, linked }: Place, hints: CountryHints): Opening {
  const dialled = href !== null && isDialLink(href) ? readTelLink(href, hints) : null;
  if (dialled === null) return { usable: false, opensInstead: null };
  if (isSamePhone(dialled, value)) return { usable: true, opensInstead: null };
  return { usable: false, opensInstead: callsWhatItSays(linked, dialled, hints) ? null : `tel:${dialled}` };
}

function openingOfEmail(value: string, { href, linked }: Place): Opening {
  if (href === null || !/^mailto:/i.test(href)) return { usable: false, opensInstead: null };
  const recipients = readMailto(href);
  if (recipients.includes(value)) return { usable: true, opensInstead: null };
  const isSomebodySaid = findEmails(linked).some((written) => recipients.includes(written.value));
  return { usable: false, opensInstead: isSomebodySaid ? null : (href.split('?')[0] ?? href) };
}

function readPlaces({ text, hasForm, url }: Screen): Sighting[] {
  const [address, hours] = [findAddress(text), findHours(text)];
  const sighting = { aboveFold: false, coveredBy: null, usable: true };
  return [
    ...(address === null ? [] : [{ kind: 'address' as const, value: address, text: address, ...sighting }]),
    ...(hours === null ? [] : [{ kind: 'hours' as const, value: hours, text: hours, ...sighting }]),
    ...(hasForm ? [{ kind: 'form' as const, value: pageOf(url), text: 'form', ...sighting }] : []),
  ];
}

/** Complaints go to these; the business does not answer there. */
function isAuthority(email: string): boolean {
  const host = email.split('@')[1] ?? '';
  return /(^|\.)(gov|govt|gob|gouv|gub)(\.|$)|(^|\.)(europa\.eu|bund\.de)$|datenschutz/.test(host);
}

/** Who made the page, provided the map or the template signs near the end of a block: theirs are not the site's contacts. */
function isCredit(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), Math.max(0, at) + 1);
  return patterns.credit.test(before) || /openstreetmap|leaflet|mapbox|©\s*google/i.test(text.slice(0, 200));
}
