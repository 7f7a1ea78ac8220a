import { type Configuration, isReceived } from '../../model/business.ts';
import { faultInOneLine } from '../faults.ts';
import { type LeftOut, leftOut } from './left-out.ts';
import type { FleetBusiness } from './read-fleet.ts';

/** A business that the stack watches. */
export interface StackBusiness {
  readonly id: string;
  readonly configuration: Configuration;
}

const noReceivedMail =
  "a fleet's stack has no rules for received mail. Read its mailbox by IMAP (source: imap), or give it a stack of its own.";

/** What a fleet's stack cannot do yet is left out, and said so. */
export function withoutUnsupported(read: readonly FleetBusiness[]): {
  readonly businesses: StackBusiness[];
  readonly notes: string[];
  /** Those that are not deployed at all. */
  readonly unsupported: LeftOut[];
} {
  const notes: string[] = [];
  const unsupported: LeftOut[] = [];
  const businesses = read.flatMap(({ id, fileName, configuration }): StackBusiness[] => {
    if (id === null) return [];
    if (configuration.inbound !== null && configuration.touchpoints.some(isReceived)) {
      const fault = { file: fileName, line: 0, column: 0, path: 'inbound', message: noReceivedMail };
      notes.push(`${id} is left out, and nothing of it is measured:\n${faultInOneLine(fault)}`);
      const pageLanguage = configuration.page === null ? null : configuration.language;
      unsupported.push(leftOut(id, { fileName, faults: [fault], pageLanguage }));
      return [];
    }
    const digest = configuration.digest?.to.length === 0 ? null : configuration.digest;
    return [{ id, configuration: { ...configuration, digest } }];
  });
  return { businesses, notes, unsupported };
}
