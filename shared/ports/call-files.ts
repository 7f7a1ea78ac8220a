/** A file of call records, as it was when it was listed. */
export interface CallFile {
  readonly name: string;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly changedAt: number;
}

/** A place into which an exchange, or a person, puts call records as CSV. */
export interface CallFiles {
  /** As a person finds it. */
  readonly where: string;
  /** @returns its CSV files by name; null when there is no such place */
  list(): Promise<readonly CallFile[] | null>;
  /** Its bytes, up to the size at which it was listed: it may be growing. */
  open(file: CallFile): AsyncIterable<Uint8Array>;
}

/** @param folder as touchpoints.yaml names it; null for the touchpoint's own */
export type CallFolders = (touchpointId: string, folder: string | null) => CallFiles;
