import type { TroubleWords } from '../../probes/probe-words.ts';

/** What is to be done where something fails from some regions only, whatever was checked. */
export interface OneRegionWords {
  /** For ops and for the owner. */
  readonly remedy: string;
  /** Behind a label, without a full stop. @param unclear empty where all could tell */
  readonly seenFrom: (fails: string, unclear: string) => string;
  readonly region: (name: string) => string;
  readonly trouble: Omit<TroubleWords, 'todo'>;
}
