import type { FoundContact } from '../../../shared/model/found.ts';
import { pageOf } from './contact-links.ts';
import type { CountryHints } from './countries.ts';
import { findEmails, readMailto } from './emails.ts';
import { readOutwardContact } from './messengers.ts';
import { findPhones, isSamePhone, readTelLink } from './phones.ts';
import { findAddress, findHours } from './places.ts';
import type { Screen, SeenBlock, SeenLink } from './screen.ts';

/** Every contact on this screen, each occurrence for itself. Contacts of somebody else are left out. */
export function sightings(screen: Screen, clicks: number, hints: CountryHints): FoundContact[] {
  const seen = screen.links.filter((link) => link.seen && !isCredit(link.around, link.around.indexOf(link.text)));
  const found = [
    ...seen.flatMap((link) => readLink(link, hints)),
    ...screen.blocks.flatMap((block) => readBlock(block, hints)),
    ...readPlaces(screen),
  ];
  return found.map((contact) => ({ ...contact, page: screen.url, clicks }));
}

type Sighting = Omit<FoundContact, 'page' | 'clicks'>;

function readLink({ href, url, text, aboveFold, coveredBy }: SeenLink, hints: CountryHints): Sighting[] {
  const sighting = { text: text === '' ? href : text, aboveFold, coveredBy };
  if (/^tel:/i.test(href)) {
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
  const outward = readOutwardContact(url);
  return outward === null
    ? []
    : [
        {
          kind: outward.kind,
          value: outward.value,
          ...sighting,
          text: `${outward.name}: ${sighting.text}`,
          usable: true,
        },
      ];
}

/** A link that shows one number and dials another is of no use to whoever trusts it. */
function callsWhatItSays(text: string, dialled: string, hints: CountryHints): boolean {
  const written = findPhones(text, hints);
  return written.length === 0 || written.some(({ value }) => isSamePhone(value, dialled));
}

function readBlock({ text, parts }: SeenBlock, hints: CountryHints): Sighting[] {
  const place = (start: number, end: number) => {
    const within = parts.filter((part) => part.start < end && part.end > start);
    if (within.length === 0 || isCredit(text, start)) return null;
    return {
      text: text.slice(start, end).trim(),
      aboveFold: within.some((part) => part.aboveFold),
      coveredBy: within.every((part) => part.coveredBy !== null) ? (within[0]?.coveredBy ?? null) : null,
      href: within.find((part) => part.href !== null)?.href ?? null,
    };
  };
  const emails = findEmails(text).filter(({ value }) => !isAuthority(value));
  const phones = findPhones(text, hints).filter(
    ({ start, end }) => !emails.some((e) => start < e.end && end > e.start),
  );
  return [
    ...phones.flatMap(({ start, end, value }) => {
      const at = place(start, end);
      if (at === null) return [];
      const dialled = at.href !== null && /^tel:/i.test(at.href) ? readTelLink(at.href, hints) : null;
      return [sighting('phone', value, at, dialled !== null && isSamePhone(dialled, value))];
    }),
    ...emails.flatMap(({ start, end, value }) => {
      const at = place(start, end);
      if (at === null) return [];
      return [sighting('email', value, at, at.href !== null && readMailto(at.href).includes(value))];
    }),
  ];
}

function sighting(
  kind: FoundContact['kind'],
  value: string,
  { text, aboveFold, coveredBy }: Pick<Sighting, 'text' | 'aboveFold' | 'coveredBy'>,
  usable: boolean,
): Sighting {
  return { kind, value, text, aboveFold, coveredBy, usable };
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

const creditWords =
  /(?<!\p{L})(designed by|design by|web ?design|website by|site by|developed by|development by|made (with \S+ )?by|created by|built by|powered by|template|theme by|hosted by|разработка сайта|разработано|разработчик|создание сайт\S*|сайт (создан|разработан|сделан)\S*|дизайн сайта|продвижение сайт\S*|розробка сайту|розроблено|створення сайт\S*|сайт (створено|розроблено|зроблено)|webdesign|gestaltung|umsetzung|erstellt von|diseñ\S* (web|por)|desarrollad[oa] por|hecho por|réalis\S* (par|du site)|création (de site|du site)|conception|projekt i wykonanie|wykonanie|realizacja|strona wykonana|tasarım|yazılım)(?!\p{L})/iu;

/** Complaints go to these; the business does not answer there. */
function isAuthority(email: string): boolean {
  const host = email.split('@')[1] ?? '';
  return /(^|\.)(gov|govt|gob|gouv|gub)(\.|$)|(^|\.)(europa\.eu|bund\.de)$|datenschutz/.test(host);
}

/** Who made the page, provided the map or the template signs near the end of a block: theirs are not the site's contacts. */
function isCredit(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), Math.max(0, at) + 1);
  return creditWords.test(before) || /openstreetmap|leaflet|mapbox|©\s*google/i.test(text.slice(0, 200));
}
