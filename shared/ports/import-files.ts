import type { ImportKind } from '../model/import-kind.ts';

/** A file to be read, as it was when it was listed. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/** A place into which a person, or another system, puts files to be read. */
export interface ImportFiles {
  /** As a person finds it. */
  readonly where: string;
  /** Its files appear only when all of them is there, as in a bucket; otherwise a young one may still be growing. */
  readonly arrivesWhole?: boolean;
  /** @returns its files of the kind by name; null when there is no such place */
  list(): Promise<readonly ImportFile[] | null>;
  /** Its bytes, up to the size at which it was listed: it may be growing. */
  open(file: ImportFile): AsyncIterable<Uint8Array>;
}

/** Puts a file there; one of the same name is replaced. */
export type ImportWriter = (
  kind: ImportKind,
  touchpointId: string,
  folder: string | null,
  file: { readonly name: string; readonly content: string },
) => Promise<void>;

/** @param folder as touchpoints.yaml names it; null for the touchpoint's own */
export type ImportFolders = (kind: ImportKind, touchpointId: string, folder: string | null) => ImportFiles;
