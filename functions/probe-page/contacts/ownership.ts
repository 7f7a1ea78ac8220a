import { patterns } from '../lexicon/index.ts';
import { isElsewhere } from './number-context.ts';

/** Where something stands that may be a contact of somebody else. */
export interface Surroundings {
  /** The words of its block, and where in them it begins. */
  readonly text: string;
  readonly at: number;
  readonly heading: string;
  readonly atEnd: boolean;
  /** Addresses of the links in its block. */
  readonly beside: readonly string[];
  /** Of the page. */
  readonly url: string;
  readonly title?: string | undefined;
  /** A tap on it calls or writes. */
  readonly isOpened?: boolean;
}

const map = /^\W*(leaflet\b\s*[|©(]|©\s*(openstreetmap|google|mapbox|here|yandex|2gis))|©\s*openstreetmap/iu;
/** Whose pictures they are. */
const pictureCredits =
  /bildnachweis|fotonachweis|bildquelle|(photo|image|picture)s?['’]? (credit|by)|crédits? photo|créditos? (de )?(las )?(foto|im[aá]g)|źródł[ao] zdjęć|fotoğraflar:|(?<!\p{L})(fotos?|bilder|photos?|zdjęcia|фото)\s*:/iu;
const farthestSignature = 80;
/** From the beginning of a signature to the name of who signs. */
const farthestName = 50;
/** Several contacts may follow one signature. */
const contactsBetween = /[\w.+-]+@[\w.-]+\w|\+?\(?\d[\d\s()./-]{6,}\d/g;
/** Messengers and social pages: to lead there is no sign that somebody else is meant. */
const outwardContacts =
  /(^|\.)(wa\.me|whatsapp\.com|t\.me|telegram\.me|m\.me|viber\.com|facebook\.com|instagram\.com|youtube\.com|twitter\.com|x\.com|linkedin\.com|tiktok\.com|vk\.com|ok\.ru|pinterest\.\w+|google\.\w+)$/;

/**
 * Who made the page, provided the map or the template signs: theirs are not the site's contacts. Words of that trade are no
 * signature by themselves: it leads to somebody else, or stands where the page ends.
 */
export function isSigned(place: Surroundings): boolean {
  if (map.test(place.text.slice(0, 200))) return true;
  const at = Math.max(0, place.at);
  const words = place.text.slice(0, at).replace(contactsBetween, '·');
  const before = words.slice(-farthestSignature) + place.text.slice(at, at + 1);
  const clause = before.split(/(?<=\p{L}{3})[.!?]\s+(?=\p{Lu})/u).at(-1) ?? before;
  const isAway = place.beside.some((link) => leadsAway(link, place.url));
  if (pictureCredits.test(clause) || pictureCredits.test(place.heading)) return isAway;
  const signature = patterns.signature.exec(clause);
  if (signature === null) return isAway && place.atEnd && patterns.trade.test(clause);
  // "Realisation of your orders: 022 ..." is a trade of one's own as long as it leads to nobody else.
  const isOwnTrade = place.isOpened === true && !isAway && /\p{L}\s+\p{L}+\s*[:\u2013\u2014|]$/u.test(signature[0]);
  return (isAway || place.atEnd) && !isOwnTrade && !isOwnName(clause.slice(signature.index), place.title);
}

/** Who makes pages for others signs with the name that stands over this page, too. */
function isOwnName(signed: string, title = ''): boolean {
  const names = title.split(/\s[-\u2013\u2014]\s|[|·•:,]/).map((name) => name.trim().toLowerCase());
  return names.some((name) => {
    const at = name.length < 4 ? -1 : signed.toLowerCase().indexOf(name);
    const between = at < 0 ? '' : signed.slice(0, at);
    return (
      at >= 0 && between.length <= farthestName && !/(?<!\p{L})(for|für|pour|para|per|dla|для)\s*$/iu.test(between)
    );
  });
}

/** The number or address of a helpline, a platform or an authority. */
export function isOfSomebodyElse({ text, at, heading }: Surroundings): boolean {
  return patterns.elsewhere.test(heading) || patterns.office.test(heading) || isElsewhere(text, Math.max(0, at));
}

function leadsAway(link: string, page: string): boolean {
  const [there, here] = [URL.parse(link), URL.parse(page)];
  if (there === null || here === null || !/^https?:$/.test(there.protocol)) return false;
  return there.host !== here.host && !outwardContacts.test(there.hostname);
}

/** Where complaints go. The business answers there only if it is an authority itself. */
const authorityHost = /(^|\.)(gov|govt|gob|gouv|gub)(\.|$)|(^|\.)(europa\.eu|bund\.de)$|datenschutz/;

export function isAuthority(email: string): boolean {
  return authorityHost.test(email.split('@')[1] ?? '');
}

/** Do the address and the page have one owner, as far as their names tell? */
export function isOwnHost(email: string, page: string): boolean {
  const owner = (host: string): string => host.split('.').slice(-2).join('.');
  const [there, here] = [email.split('@')[1] ?? '', URL.parse(page)?.hostname ?? ''];
  return (
    there === here ||
    here.endsWith(`.${there}`) ||
    there.endsWith(`.${here}`) ||
    (owner(there) === owner(here) && !authorityHost.test(owner(there)))
  );
}

/** Is an authority named near it, or above it? */
export function namesAuthority({ text, at, heading }: Surroundings): boolean {
  return patterns.authority.test(text.slice(Math.max(0, at - 200), at + 80)) || patterns.authority.test(heading);
}
