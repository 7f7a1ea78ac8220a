import { type Path, valueAt } from './data-path.ts';
import { maintenanceFileSchema } from './file-schema.ts';
import { type Edge, readLocalTime, skippedTime } from './local-time.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

interface Surroundings {
  /** Of the file's touchpoints. */
  readonly ids: readonly string[];
  /** As written: it may be no zone at all, which is found elsewhere. */
  readonly timeZone: unknown;
}

/** What is wrong with a maintenance window beside its values: whom it is for, and when it is. */
export function maintenanceFindings(raw: unknown, index: number, around: Surroundings): readonly Finding[] {
  const path: Path = ['maintenance', index];
  return [...whose(valueAt(raw, ['touchpoint']), path, around.ids), ...when(raw, path, around.timeZone)];
}

function whose(touchpoint: unknown, path: Path, ids: readonly string[]): readonly Finding[] {
  if (typeof touchpoint !== 'string' || touchpoint === '' || ids.includes(touchpoint) || ids.length === 0) return [];
  const meant = nearestWord(touchpoint, ids);
  const remedy = meant === null ? `write ${anyOf(ids)}` : didYouMean(touchpoint, meant);
  const message = `${shown(touchpoint)} is not a touchpoint in this file; ${remedy}`;
  return [{ path: [...path, 'touchpoint'], at: 'value', message }];
}

function when(raw: unknown, path: Path, timeZone: unknown): readonly Finding[] {
  const from = momentAt(raw, 'from');
  const to = momentAt(raw, 'to');
  const zone = typeof timeZone === 'string' && isComputable(timeZone) ? timeZone : null;
  const skipped = [notShown(from, 'from', path, zone), notShown(to, 'to', path, zone)].filter((each) => each !== null);
  if (skipped.length > 0 || from === null || to === null || endsAfter(from, to, zone)) return skipped;
  const message = `${to} is not after the beginning, ${from}; write a later end`;
  return [{ path: [...path, 'to'], at: 'value', message }];
}

function momentAt(raw: unknown, edge: Edge): string | null {
  const reading = maintenanceFileSchema.shape[edge].safeParse(valueAt(raw, [edge]));
  return reading.success ? reading.data : null;
}

/** By the clock's hands 03:15 is before 03:45; in the night when clocks go back it may well be half an hour later. */
function endsAfter(from: string, to: string, zone: string | null): boolean {
  return zone === null ? to > from : readLocalTime(to, zone, 'to') > readLocalTime(from, zone, 'from');
}

function notShown(local: string | null, edge: Edge, path: Path, zone: string | null): Finding | null {
  const skipped = local === null || zone === null ? null : skippedTime(local, zone);
  if (skipped === null) return null;
  const meant = edge === 'from' ? skipped.to : skipped.unmoved;
  const message = `${local} is a time that no clock in ${zone} shows: they are set forward from ${skipped.from} to ${skipped.to}; write ${meant}`;
  return { path: [...path, edge], at: 'value', message };
}

function isComputable(timeZone: string): boolean {
  try {
    readLocalTime('2026-01-01T00:00', timeZone, 'from');
    return true;
  } catch {
    return false; // RangeError is how Temporal says "no such zone".
  }
}
