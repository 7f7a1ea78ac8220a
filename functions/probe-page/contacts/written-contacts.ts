import type { FoundContact } from '../../../shared/model/found.ts';
import type { Legibility } from '../walking/legibility.ts';
import type { Spot } from '../walking/spots.ts';
import type { SeenBlock } from '../walking/texts.ts';
import type { CountryHints } from './countries.ts';
import { isDialLink } from './dial-link.ts';
import { dialsShown, readTelLink } from './dialling.ts';
import { findEmails, readMailto } from './emails.ts';
import { handleOf } from './expectations.ts';
import { readOutwardContact } from './messengers.ts';
import { findPhones } from './phones.ts';

export interface Sighting extends Omit<FoundContact, 'page' | 'clicks'> {
  /** Where it is, for a picture; null or absent where that is not known. */
  readonly spot?: Spot | null;
}

interface WrittenContact {
  readonly sighting: Sighting;
  /** Where it begins in the text of its block. */
  readonly at: number;
  /** A tap on it opens it. */
  readonly isOpened: boolean;
  readonly legibility: Legibility | null;
}

/** Numbers and addresses in the text of a block, and what a tap on each opens. */
export function writtenContacts(block: SeenBlock, hints: CountryHints): WrittenContact[] {
  const emails = findEmails(block.text);
  const said = block.label === '' ? '' : `${block.label}: `;
  const phones = findPhones(said + block.text, hints)
    .map(({ start, end, value }) => ({ start: start - said.length, end: end - said.length, value }))
    .filter(({ start, end }) => start >= 0 && !emails.some((email) => start < email.end && end > email.start));
  const tell = (kind: 'phone' | 'email', value: string, at: Place, opens: Opening): WrittenContact => {
    const { text, aboveFold, coveredBy, legibility, spot } = at;
    const sighting = { kind, value, text, aboveFold, coveredBy, spot, ...opens };
    return { sighting, at: at.start, isOpened: opens.usable, legibility };
  };
  return [
    ...phones.flatMap(({ start, end, value }) => {
      const at = placeOf(block, start, end);
      return at === null
        ? []
        : [
            tell(
              'phone',
              value,
              at,
              openingOf(at, (opened) => isPhoneOf(opened, value, hints), hints),
            ),
          ];
    }),
    ...emails.flatMap(({ start, end, value }) => {
      const at = placeOf(block, start, end);
      return at === null
        ? []
        : [
            tell(
              'email',
              value,
              at,
              openingOf(at, (opened) => opened.includes(value), hints),
            ),
          ];
    }),
  ];
}

interface Place extends Pick<Sighting, 'text' | 'aboveFold' | 'coveredBy'> {
  readonly start: number;
  readonly href: string | null;
  /** All words of the link it stands in. */
  readonly linked: string;
  readonly legibility: Legibility | null;
  readonly spot: Spot | null;
}

function placeOf({ text, parts }: SeenBlock, start: number, end: number): Place | null {
  const within = parts.filter((part) => part.start < end && part.end > start);
  if (within.length === 0) return null;
  const href = within.find((part) => part.href !== null)?.href ?? null;
  const sameLink = parts.filter((part) => href !== null && part.href === href);
  return {
    start,
    text: text.slice(start, end).trim(),
    aboveFold: within.some((part) => part.aboveFold),
    coveredBy: within.every((part) => part.coveredBy !== null) ? (within[0]?.coveredBy ?? null) : null,
    href,
    linked: sameLink.map((part) => text.slice(part.start, part.end)).join(' '),
    legibility: within.find((part) => part.legibility !== null)?.legibility ?? null,
    spot: spotOf(within, text, { start, end }),
  };
}

/** Of a sentence, the contact alone. */
function spotOf(
  within: SeenBlock['parts'],
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Spot | null {
  const part = within.find(({ spot }) => typeof spot === 'number');
  if (part === undefined || typeof part.spot !== 'number') return null;
  const from = Math.max(start, part.start);
  const words = text.slice(from, Math.min(end, part.end));
  const blanks = words.length - words.trimStart().length;
  return { number: part.spot, from: from + blanks - part.start, words: words.trim() };
}

type Opening = Pick<Sighting, 'usable' | 'opensInstead'>;

/** A link that shows one thing and opens another misleads, unless its words name what it opens, too. */
function openingOf(
  { href, linked }: Place,
  isIt: (opened: readonly string[]) => boolean,
  hints: CountryHints,
): Opening {
  const opened = href === null ? null : readTargets(href, hints);
  if (opened === null) return { usable: false, opensInstead: null };
  const { targets, opens, isChat } = opened;
  // A chat with the number that is shown is no call, and no mistake either.
  if (isIt(targets)) return { usable: !isChat, opensInstead: null };
  const isNamed =
    findEmails(linked).some(({ value }) => targets.includes(value)) ||
    findPhones(linked, hints).some(({ value }) => isPhoneOf(targets, value, hints));
  return { usable: false, opensInstead: isNamed ? null : opens };
}

function isPhoneOf(targets: readonly string[], value: string, hints: CountryHints): boolean {
  return targets.some((target) => !target.includes('@') && dialsShown(target, value, hints));
}

interface Targets {
  readonly targets: readonly string[];
  /** As it is told. */
  readonly opens: string;
  readonly isChat: boolean;
}

/** Whom the link calls or writes to; null where it leads to a page, or to a chat without a number. */
function readTargets(href: string, hints: CountryHints): Targets | null {
  if (isDialLink(href)) {
    const dialled = readTelLink(href, hints);
    return dialled === null ? null : { targets: [dialled], opens: `tel:${dialled}`, isChat: false };
  }
  const [opens = href] = href.split('?');
  if (/^mailto:/i.test(href)) {
    const targets = readMailto(href);
    return /^mailto:$/i.test(opens) ? null : { targets, opens, isChat: false };
  }
  const chat = readOutwardContact(href);
  const number = chat?.kind === 'messenger' ? handleOf(chat.value) : '';
  return /^\+?\d{8,15}$/.test(number)
    ? { targets: [`+${number.replace(/\D/g, '')}`], opens: chat?.value ?? opens, isChat: true }
    : null;
}

/** Does the link dial the number it shows? */
export function callsWhatItSays(text: string, dialled: string, hints: CountryHints): boolean {
  const written = findPhones(text, hints);
  return written.length === 0 || written.some(({ value }) => dialsShown(dialled, value, hints));
}
