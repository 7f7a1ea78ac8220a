import type { FoundContact } from '../../../shared/model/found.ts';
import { isSamePhone } from './phones.ts';

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
  if (a.kind === 'address' || a.kind === 'form' || a.kind === 'hours') return a.value === b.value;
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
    value: b.value.startsWith('+') ? b.value : a.value,
    clicks: nearest,
    aboveFold: first.aboveFold || (both && second.aboveFold),
    usable: a.usable || b.usable,
    coveredBy: both && second.coveredBy === null ? null : first.coveredBy,
  };
}
