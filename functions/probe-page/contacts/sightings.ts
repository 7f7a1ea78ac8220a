import type { Device } from '../../../shared/model/device.ts';
import type { FoundContact } from '../../../shared/model/found.ts';
import { pageOf } from '../walking/contact-links.ts';
import { isReadable, type Legibility } from '../walking/legibility.ts';
import type { SeenLink } from '../walking/links.ts';
import type { Screen } from '../walking/screen.ts';
import type { Spot } from '../walking/spots.ts';
import type { SeenBlock } from '../walking/texts.ts';
import type { CountryHints } from './countries.ts';
import { isDialLink } from './dial-link.ts';
import { readTelLink } from './dialling.ts';
import { findEmails, readMailto, readScrambledEmail } from './emails.ts';
import { readOutwardContact } from './messengers.ts';
import { isNeighbours } from './neighbours.ts';
import { isEmailElsewhere, isFax } from './number-context.ts';
import { isAuthority, isOfSomebodyElse, isOwnHost, isSigned, namesAuthority, type Surroundings } from './ownership.ts';
import { findAddress, findHours } from './places.ts';
import { callsWhatItSays, type Sighting, writtenContacts } from './written-contacts.ts';

/** Whose numbers they may be, and on what they are looked at. */
export interface Looking {
  readonly hints: CountryHints;
  readonly device: Device;
}

/** A contact, and where on the screen it is. */
export interface SpottedContact {
  readonly contact: FoundContact;
  readonly spot: Spot | null;
}

/** Every contact on this screen, each occurrence for itself. Contacts of somebody else are left out. */
export function sightings(screen: Screen, clicks: number, looking: Looking): FoundContact[] {
  return spotted(screen, clicks, looking).map(({ contact }) => contact);
}

export function spotted(screen: Screen, clicks: number, looking: Looking): SpottedContact[] {
  const found = [
    ...screen.links.filter(({ seen }) => seen).flatMap((link) => readLink(link, looking, screen)),
    ...screen.blocks.flatMap((block) => readBlock(block, looking, screen)),
  ];
  const unsaid = { opensInstead: null, readable: null, fontPx: null, contrast: null, clearer: null, shrunkBy: null };
  return [...ownContacts(found, screen), ...readPlaces(screen)].map(({ spot = null, ...contact }) => ({
    contact: { ...unsaid, ...contact, page: screen.url, clicks },
    spot,
  }));
}

/** A sighting, and what speaks for somebody else: who made the page, or who watches over the business. */
interface Claimed {
  readonly sighting: Sighting;
  readonly isSigned: boolean;
  readonly isAuthority: boolean;
  /** Its sentence names somebody else; where it is the only address, the sentence may be about the business itself. */
  readonly isElsewhere: boolean;
  /** A phone to which its sentence sends visitors; where it is the only one of the page, it is the business's. */
  readonly isNeighbours: boolean;
  /** What a tap opens is the site's own unless the site shows something else, too. */
  readonly isOpened: boolean;
}

/** A signature takes no link to call or write away that is the only one; an authority's own site has no other address. */
function ownContacts(found: readonly Claimed[], { url }: Screen): Sighting[] {
  const isDirect = ({ sighting: { kind } }: Claimed): boolean => kind === 'phone' || kind === 'email';
  const hasOthers = found.some((each) => isDirect(each) && !each.isSigned && !each.isAuthority);
  const hasOtherEmails = found.some(
    ({ sighting: { kind, value }, isSigned: signed, isElsewhere }) =>
      kind === 'email' && !signed && !isElsewhere && !isAuthority(value),
  );
  const hasOtherPhones = found.some(
    ({ sighting: { kind }, isSigned: signed, isNeighbours: others }) => kind === 'phone' && !signed && !others,
  );
  return found
    .filter(({ isNeighbours: others }) => !others || !hasOtherPhones)
    .filter(({ isSigned: signed, isOpened }) => !signed || (isOpened && !hasOthers))
    .filter(({ sighting, isAuthority: foreign, isElsewhere }) => {
      if (sighting.kind !== 'email' || isOwnHost(sighting.value, url)) return true;
      return !foreign && !((isElsewhere || isAuthority(sighting.value)) && hasOtherEmails);
    })
    .map(({ sighting }) => sighting);
}

function readLink(link: SeenLink, { hints, device }: Looking, { url, title }: Screen): Claimed[] {
  const place = { ...link, text: link.around, at: link.around.indexOf(link.text), url, title };
  return readOpening(link, hints)
    .filter(({ kind }) => kind !== 'phone' || !isNobodyToCall(link, place))
    .map((sighting) =>
      claimOf(withLooks(sighting, link.legibility, device), place, /^(mailto:|tel:)/i.test(link.href)),
    );
}

/** A fax, a helpline or an authority, although a tap dials it. */
function isNobodyToCall({ label, text }: SeenLink, place: Surroundings): boolean {
  if (isOfSomebodyElse(place)) return true;
  const said = label === '' || place.text.slice(0, Math.max(0, place.at)).trim() !== '' ? '' : `${label}: `;
  const start = said.length + Math.max(0, place.at);
  return isFax(said + place.text, start, start + text.length);
}

/** What a tap on the link opens. */
function readOpening(
  { href, url, text, aboveFold, coveredBy, isSilenced, spot = null }: SeenLink,
  hints: CountryHints,
): Sighting[] {
  const whole = spot === null ? null : { number: spot, from: 0, words: '' };
  const sighting = { text: text === '' ? href : text, aboveFold, coveredBy, spot: whole };
  // What the page offers is what it shows; that a tap opens something else is told of that.
  if (isDialLink(href)) {
    const value = readTelLink(href, hints);
    return value === null || !callsWhatItSays(text, value, hints)
      ? []
      : [{ kind: 'phone', value, ...sighting, usable: isSilenced !== true }];
  }
  if (/^mailto:/i.test(href)) {
    const shown = findEmails(text).map((written) => written.value);
    const opened = readMailto(href);
    if (shown.length > 0 && !opened.some((value) => shown.includes(value))) return [];
    return opened.map((value) => ({
      kind: 'email',
      value,
      ...sighting,
      usable: isSilenced !== true && shown.every((written) => written === value),
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

function readBlock(block: SeenBlock, { hints, device }: Looking, { url, title }: Screen): Claimed[] {
  const beside = block.parts.flatMap(({ href }) => (href === null ? [] : (URL.parse(href, url)?.href ?? [])));
  return writtenContacts(block, hints).flatMap(({ sighting, at, isOpened, legibility }) => {
    const place = { ...block, at, beside, url, title };
    if (sighting.kind === 'phone' && isOfSomebodyElse(place)) return [];
    return [claimOf(withLooks(sighting, legibility, device), place, isOpened)];
  });
}

function claimOf(sighting: Sighting, place: Surroundings, isOpened: boolean): Claimed {
  const isForeign = isAuthority(sighting.value) && namesAuthority(place);
  const isOthers = isNeighbours(place);
  const isElsewhere = sighting.kind === 'email' && (isOthers || isEmailElsewhere(place.text, Math.max(0, place.at)));
  return {
    sighting,
    isNeighbours: isOthers && sighting.kind === 'phone',
    isSigned: isSigned({ ...place, isOpened }),
    isAuthority: isForeign,
    isElsewhere,
    isOpened,
  };
}

function withLooks(sighting: Sighting, legibility: Legibility | null, device: Device): Sighting {
  const readable = isReadable(legibility, device === 'mobile');
  const { fontPx = null, contrast = null, clearer = null, shrunkBy = null } = legibility ?? {};
  return { ...sighting, readable, fontPx, contrast, clearer, shrunkBy };
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
