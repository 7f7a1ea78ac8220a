import type { FaintContact, UnreadableContact } from './statements.ts';

/** Contacts that have the same fault and need the same remedy, to be named in one clause. */
export interface SharedFault<Fault> {
  readonly contacts: readonly string[];
  /** The first of them. */
  readonly fault: Fault;
  /** The different heights of their letters, or contrasts, in the order of the contacts. */
  readonly sizes: readonly number[];
}

export function sharedFaults<Fault extends UnreadableContact | FaintContact>(
  faults: readonly Fault[],
): SharedFault<Fault>[] {
  return [...Map.groupBy(faults, remedyOf).values()].flatMap((same) => {
    const [fault] = same;
    const contacts = same.map(({ contact }) => contact);
    return fault === undefined ? [] : [{ contacts, fault, sizes: [...new Set(same.map(sizeOf))] }];
  });
}

function remedyOf(fault: UnreadableContact | FaintContact): string {
  if ('shrunkBy' in fault) return fault.shrunkBy;
  return 'letterPx' in fault ? 'larger' : (fault.clearer ?? 'unsaid');
}

function sizeOf(fault: UnreadableContact | FaintContact): number {
  return 'letterPx' in fault ? fault.letterPx : fault.contrast;
}
