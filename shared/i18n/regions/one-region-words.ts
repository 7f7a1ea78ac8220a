import type { TroubleWords } from '../../probes/probe-words.ts';

/** What is to be done where something fails from some regions only, whatever was checked. */
export interface OneRegionWords {
  /** For ops and for the owner. */
  readonly remedy: string;
  readonly trouble: Omit<TroubleWords, 'todo'>;
}
