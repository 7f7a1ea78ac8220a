import type { FileConfiguration } from './file-schema.ts';
import { promiseNotes } from './promise-notes.ts';

/** Sentences about a file without faults: what it asks for and does not get, and what it hardly means. */
export function notesOf(file: FileConfiguration): readonly string[] {
  return [...secretNotes(file), ...promiseNotes(file)];
}

function secretNotes({ touchpoints }: FileConfiguration): string[] {
  return touchpoints
    .filter((touchpoint) => touchpoint.kind !== 'website' && touchpoint.secret === undefined)
    .map(
      ({ id, kind }) =>
        `Touchpoint ${id} names no secret, so nobody can be seen there: write secret: <name>, and store the token of ${kind} under that name (docs/platforms).`,
    );
}
