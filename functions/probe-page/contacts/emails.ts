import { patterns } from '../lexicon/index.ts';

export interface WrittenEmail {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** Written as "name [at] host": a visitor must retype it. */
  readonly disguised: boolean;
}

const local = "[\\p{L}\\d](?:[\\p{L}\\d._%+'-]*[\\p{L}\\d_+-])?";
const host = '(?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+\\p{L}{2,24}';
const before = '(?<![\\p{L}\\d._%+-])';
const plain = new RegExp(`${before}${local}@${host}(?![\\p{L}\\d@])`, 'giu');
const label = '[\\p{L}\\d-]+';
const [at, dot] = [patterns.at.source, patterns.dot.source];
const bracketedAt = `\\s*[([{<]\\s*(?:${at}|@)\\s*[)\\]}>]\\s*`;
const bracketedDot = `(?:\\.|\\s*[([{<]\\s*(?:${dot}|\\.)\\s*[)\\]}>]\\s*)`;
const disguised = new RegExp(`${before}(${local})${bracketedAt}(${label}(?:${bracketedDot}${label})+)`, 'giu');
/** Without brackets, "at" is a word like any other: only together with "dot" it leaves no doubt. */
const spelledDot = `\\s+(?:${dot})\\s+`;
const spelledHost = `${label}(?:${spelledDot}${label})+`;
const spelled = new RegExp(`${before}(${local})\\s+(?:${at})\\s+(${spelledHost})(?![\\p{L}\\d])`, 'giu');
const anyDot = new RegExp(`${bracketedDot}|${spelledDot}`, 'giu');

/** E-mail addresses in running text, also those disguised against robots in a way that leaves no doubt. */
export function findEmails(text: string): WrittenEmail[] {
  const open = [...text.matchAll(plain)].map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
    value: written.toLowerCase(),
    disguised: false,
  }));
  const hidden = [disguised, spelled]
    .flatMap((way) => [...text.matchAll(way)])
    .map(({ index, 0: written, 1: name = '', 2: domain = '' }) => ({
      start: index,
      end: index + written.length,
      value: `${name}@${domain.replace(anyDot, '.')}`.toLowerCase(),
      disguised: true,
    }));
  return [...open, ...hidden].filter(
    ({ value }) => isEmail(value) && !/\.(png|jpe?g|gif|webp|svg|js|css)$/.test(value),
  );
}

/** The recipients of a `mailto:` link; none when it only shares the page. */
export function readMailto(href: string): string[] {
  const [recipients = ''] = href.replace(/^mailto:/i, '').split('?');
  return decode(recipients)
    .split(/[,;]/)
    .map((address) => address.trim().toLowerCase())
    .filter(isEmail);
}

/**
 * The address behind Cloudflare's e-mail protection: bytes in hex, each combined with the first by exclusive or. Who sees it
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
