import type { Evidence, EvidenceDraft } from '../model/evidence.ts';

export interface EvidenceStore {
  /**
   * Stores one piece under the run's own prefix; the same run and name overwrite each other.
   * @param signal ends the attempt; a store that cannot be interrupted may ignore it
   */
  put(runId: string, draft: EvidenceDraft, signal?: AbortSignal): Promise<Evidence>;
}

export interface ReportStore {
  /** Puts the week's report where readers may be let in; the same week again writes over it. @param weekId such as `2026-W47` */
  put(weekId: string, html: string): Promise<void>;
}

export interface EvidenceReader {
  /** @returns null where it is not there any more */
  read(reference: string): Promise<Uint8Array | null>;
}

/** A piece of evidence as a browser gets it: its bytes, or a short-lived address elsewhere. */
export type OpenedEvidence =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly contentType: string }
  | { readonly kind: 'elsewhere'; readonly url: string };

export interface ReportReader {
  /** Such as `2026-W47`, newest first. */
  list(): Promise<readonly string[]>;
  /** The week's report as HTML; null where there is none. */
  read(weekId: string): Promise<string | null>;
}
