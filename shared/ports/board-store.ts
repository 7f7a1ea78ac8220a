import type { BoardEntry } from '../model/board.ts';

/** What the live page shows of each touchpoint. */
export interface BoardStore {
  /** All of them, in one key range. */
  list(): Promise<BoardEntry[]>;
  load(touchpointId: string): Promise<BoardEntry | null>;
  /** Puts it unless a later one is there. */
  save(entry: BoardEntry): Promise<void>;
  remove(touchpointId: string): Promise<void>;
}
