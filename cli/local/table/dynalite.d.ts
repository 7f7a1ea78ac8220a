/** The part of dynalite 4 that the embedded table uses; the package has no declarations of its own. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    /** Folder of the LevelDB; in memory when absent. */
    readonly path?: string;
    /** Milliseconds a table stays in CREATING, UPDATING and DELETING; 500 when absent. */
    readonly createTableMs?: number;
    readonly updateTableMs?: number;
    readonly deleteTableMs?: number;
  }

  /** A server that speaks DynamoDB's wire protocol; closing it closes its LevelDB too. */
  export default function dynalite(options?: DynaliteOptions): Server;
}
