import type { FoundContact } from '../../../shared/model/found.ts';
import { isSamePhone } from './dialling.ts';

/** Each contact once: as it is met first, usable if it is usable anywhere there, covered only if nothing shows it freely. */
export function mergeContacts(sightings: readonly FoundContact[]): FoundContact[] {
  const merged: FoundContact[] = [];
  for (const sighting of sightings) {
    const at = merged.findIndex((known) => known.kind === sighting.kind && isSame(known, sighting));
    const known = merged[at];
    if (known === undefined) merged.push(sighting);
    else merged[at] = join(known, sighting);
  }
  return merged;
}

function isSame(a: FoundContact, b: FoundContact): boolean {
  if (a.kind === 'phone') return isSamePhone(a.value, b.value);
  if (a.kind === 'address') return isPartOf(a.value, b.value) || isPartOf(b.value, a.value);
  if (a.kind === 'hours') return a.value.split('; ').some((line) => b.value.split('; ').includes(line));
  if (a.kind === 'form') return a.value === b.value;
  return identity(a.value) === identity(b.value);
}

function identity(value: string): string {
  return value
    .toLowerCase()
    .replace(/^https?:\/\/((www|m|web)\.)?/, '')
    .replace(/\/(?=$|\?)/, '');
}

function join(a: FoundContact, b: FoundContact): FoundContact {
  const nearest = Math.min(a.clicks, b.clicks);
  const [first, second] = a.clicks <= b.clicks ? [a, b] : [b, a];
  const both = a.clicks === b.clicks;
  return {
    ...first,
    value: fullest(a, b),
    clicks: nearest,
    aboveFold: first.aboveFold || (both && second.aboveFold),
    usable: a.usable || b.usable,
    usableAfter: nearestUse(a, b),
    coveredBy: both && second.coveredBy === null ? null : first.coveredBy,
    opensInstead: first.opensInstead ?? second.opensInstead ?? null,
    ...(both ? bestLooks(first, second) : looksOf(first)),
  };
}

/** It may stand as bare text on one page and as a link on another. */
function nearestUse(...both: readonly FoundContact[]): number | null {
  const uses = both.map(usesAfter).filter((clicks) => clicks !== null);
  return uses.length === 0 ? null : Math.min(...uses);
}

/** Clicks to where a tap opens it; null where none does. */
export function usesAfter({ usable, usableAfter, clicks }: FoundContact): number | null {
  return usableAfter === undefined ? (usable ? clicks : null) : usableAfter;
}

/** "12 High Street" is the beginning of "12 High Street, London". */
function isPartOf(short: string, long: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\d]+/gu, ' ');
  return plain(long).includes(plain(short));
}

/** Of two ways to write the same the one that says more: the number with its country code, the address with its town. */
function fullest(a: FoundContact, b: FoundContact): string {
  if (a.kind === 'address' || a.kind === 'hours') return b.value.length > a.value.length ? b.value : a.value;
  return b.value.startsWith('+') ? b.value : a.value;
}

type Looks = Pick<FoundContact, 'readable' | 'fontPx' | 'contrast' | 'clearer' | 'shrunkBy'>;

function looksOf(contact: FoundContact): Looks {
  const { readable = null, fontPx = null, contrast = null, clearer = null, shrunkBy = null } = contact;
  return { readable, fontPx, contrast, clearer, shrunkBy };
}

/** Readable if it can be read anywhere; unreadable only if that is known of every place. */
function bestLooks(a: FoundContact, b: FoundContact): Looks {
  const worth = ({ readable, clearer = null }: FoundContact): number => {
    if (readable === true) return clearer === null ? 3 : 2;
    return readable === false ? 0 : 1;
  };
  return looksOf(worth(b) > worth(a) ? b : a);
}

/** A contact that reaches a person: the address, the hours, social pages and forms are something else. */
export function isDirect({ kind }: Pick<FoundContact, 'kind'>): boolean {
  return kind === 'phone' || kind === 'email' || kind === 'messenger';
}
