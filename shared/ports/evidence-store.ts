import type { Evidence, EvidenceDraft } from '../model/evidence.ts';

export interface EvidenceStore {
  /** Stores one piece under the run's own prefix; the same run and name overwrite each other. */
  put(runId: string, draft: EvidenceDraft): Promise<Evidence>;
}

export interface EvidenceReader {
  /** @returns null where it is not there any more */
  read(reference: string): Promise<Uint8Array | null>;
}
