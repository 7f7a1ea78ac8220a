import { patterns } from '../lexicon/index.ts';

export interface WrittenEmail {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** Written as "name [at] host": a visitor must retype it. */
  readonly disguised: boolean;
}

const letter = '[\\p{L}\\d]';
const local = `${letter}(?:[\\p{L}\\d._%+'-]*[\\p{L}\\d_+-])?`;
const host = `(?:${letter}(?:[\\p{L}\\d-]*${letter})?\\.)+\\p{L}{2,24}`;
const before = '(?<![\\p{L}\\d._%+-])';
const after = '(?![\\p{L}\\d@])';
const anyCase = (source: string): RegExp => new RegExp(source, 'giu');
const plain = anyCase(`${before}${local}@${host}${after}`);

const label = '[\\p{L}\\d-]+';
const [sign, at, dot] = [patterns.atSign.source, patterns.at.source, patterns.dot.source];
const [opening, closing] = ['\\s*[([{<|«]+\\s*', '\\s*[)\\]}>|»]+\\s*'];
const bracketedAt = `${opening}(?:${at}|@)${closing}`;
const bracketedDot = `(?:${opening}(?:${dot}|\\.)${closing}|${opening}\\.(?=${label}\\s*[)\\]}>]))`;
const spelledDot = `\\s+(?:${dot})\\s+`;
const anyDot = `(?:\\.|${bracketedDot}|${spelledDot})`;
/** Endings that are no words, where a lone word between blanks must be the end of an address. */
const ending = '(?:[a-z]{2}|com|net|org|info|biz|gov|edu|museum|shop|store|online|site|app|dev|pro|agency|example)';
const roles =
  '(?:info|kontakt|contacto?|office|hello|hallo|hola|bonjour|e?mail|post|biuro|sklep|buero|service|sales|support|admin|team|booking|reserva\\w*|iletisim|bilgi|zakaz|shop|praxis|kanzlei|rezeption|reception)';
/** "Mail us at office dot com" names no address. */
const noPronoun = `(?!(?:us|me|him|her|them|you|it|uns|mich)\\s)${local}`;

/** In a way that leaves no doubt; the two groups of each are the name and the host. */
const disguises: readonly RegExp[] = [
  // info [at] firma.de, first(dot)last(at)firma(dot)de, info[@]firma[.de]
  anyCase(
    `${before}(${local}(?:${bracketedDot}${local})*)${bracketedAt}(${label}(?:(?:\\.|${bracketedDot})${label})+)`,
  ),
  // info at firma dot de: only together with "dot" does a word like any other leave no doubt.
  anyCase(
    `${before}(${noPronoun})\\s+(?:${at}|${sign})\\s+(${label}(?:${spelledDot}${label})*${spelledDot}${ending})${after}`,
  ),
  // info arroba firma.es: no other word
  anyCase(`${before}(${local})\\s+(?:${sign})\\s+(${label}(?:${anyDot}${label})*${anyDot}\\p{L}{2,24})${after}`),
  // info_at_firma.de, info-at-firma-dot-de
  anyCase(`${before}(${local})(?:_at_|\\s+-at-\\s+)(${host})${after}`),
  anyCase(`${before}(${letter}+)-at-(${letter}+-dot-${ending})${after}`),
  // info at firma.de, info @firma.de, for a name that only mail has
  anyCase(`${before}(${roles})\\s+(?:(?:${at})\\s+|@)(${label}(?:\\.${label})*\\.${ending})${after}`),
];
/** info @ firma . de: blanks on both sides of the sign or behind it; a name after a lone sign is one on a social page. */
const spaced = new RegExp(
  `${before}(${local})(?:\\s+@\\s+|@\\s+)(${label}(?:\\s?\\.\\s?${label})*?(?:\\s\\.\\s|\\.)${ending})${after}`,
  'gu',
);

/** info@firma . de */
const lastDotSpaced = anyCase(`${before}(${local})@(${label}(?:\\.${label})*\\s\\.\\s${ending})${after}`);

/** Without it, no address is hidden here. */
const anyAt = new RegExp(`@\\s|\\s@|\\s\\.\\s|[([{<|«]\\s*@|(?<!\\p{L})(?:${at}|${sign})(?!\\p{L})`, 'iu');

/** Marks that nobody sees: where a line may break, and what directs the letters. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Email addresses in running text, also those disguised against robots in a way that leaves no doubt. */
export function findEmails(written: string): WrittenEmail[] {
  if (!unseen.test(written)) return findVisibleEmails(written);
  const seen = Array.from({ length: written.length }, (_, at) => at).filter((at) => !unseen.test(written[at] ?? ''));
  const text = seen.map((at) => written[at]).join('');
  return findVisibleEmails(text).map((email) => ({
    ...email,
    start: seen[email.start] ?? 0,
    end: (seen[email.end - 1] ?? written.length - 1) + 1,
  }));
}

function findVisibleEmails(written: string): WrittenEmail[] {
  const text = written.replace(/[\uff20\ufe6b]/g, '@').replaceAll('\uff0e', '.');
  const open = [...text.matchAll(plain)].map(({ index, 0: address }) => ({
    start: index,
    end: index + address.length,
    value: withoutDecoy(address).toLowerCase(),
    disguised: false,
  }));
  const found = open.filter(({ value }) => isAddress(value));
  if (!anyAt.test(text)) return found;
  for (const way of [...disguises, spaced, lastDotSpaced]) {
    for (const { index, 0: address, 1: name = '', 2: domain = '' } of text.matchAll(way)) {
      const [start, end] = [index, index + address.length];
      const value = `${dotted(name)}@${dotted(domain)}`.toLowerCase();
      const isKnown = found.some((email) => start < email.end && end > email.start);
      if (!isKnown && isAddress(value)) found.push({ start, end, value, disguised: true });
    }
  }
  return [...found, ...announced(text, found)];
}

/** "E-mail: jane at firma.de": the word before it says what it is. */
function announced(text: string, known: readonly WrittenEmail[]): WrittenEmail[] {
  const way = anyCase(`${before}(${local})\\s+(?:${at})\\s+(${label}(?:\\.${label})*\\.${ending})${after}`);
  return [...text.matchAll(way)].flatMap(({ index, 0: address, 1: name = '', 2: domain = '' }) => {
    const isKnown = known.some((email) => index < email.end && index + address.length > email.start);
    if (isKnown || !patterns.emailBefore.test(text.slice(Math.max(0, index - 30), index))) return [];
    return [{ start: index, end: index + address.length, value: `${name}@${domain}`.toLowerCase(), disguised: true }];
  });
}

function dotted(spelled: string): string {
  return spelled
    .replace(anyCase(`${bracketedDot}|${spelledDot}|-dot-|\\s?[[({<]?\\.\\s?`), '.')
    .replace(/[)\]}>]+$/, '');
}

/** What a reader takes out, because it is written in capitals that say so. */
function withoutDecoy(address: string): string {
  return address
    .replace(/[._-]?(NO-?SPAM|REMOVE-?(THIS|ME)?|ENTFERNEN|ANTISPAM|SANSSPAM)[._-]?/g, (decoy) =>
      /^[._-].*[._-]$/.test(decoy) ? '.' : '',
    )
    .replace('@.', '@');
}

function isAddress(value: string): boolean {
  return isEmail(value) && !/\.(png|jpe?g|gif|webp|svg|js|css)$/.test(value);
}

/** The recipients of a `mailto:` link; none when it only shares the page. */
export function readMailto(href: string): string[] {
  const [recipients = ''] = href.replace(/^mailto:/i, '').split('?');
  return decode(recipients)
    .split(/[,;]/)
    .map((address) => (/<([^<>]+)>/.exec(address)?.[1] ?? address).trim().toLowerCase())
    .filter(isEmail);
}

/**
 * The address behind Cloudflare's email protection: bytes in hex, each combined with the first by exclusive or. Who sees it
 * as "[email protected]" sees a page whose script did not run.
 */
export function readScrambledEmail(href: string): string | null {
  const hex = /\/cdn-cgi\/l\/email-protection#([\da-f]{8,})/i.exec(href)?.[1];
  if (hex === undefined) return null;
  const [key = 0, ...bytes] = Buffer.from(hex, 'hex');
  const value = Buffer.from(bytes.map((byte) => byte ^ key))
    .toString('utf8')
    .split('?')[0]
    ?.toLowerCase();
  return value !== undefined && isEmail(value) ? value : null;
}

function isEmail(value: string): boolean {
  return new RegExp(`^${local}@${host}$`, 'iu').test(value) && value.length <= 254;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
